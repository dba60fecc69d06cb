"""Claimbook: a ledger of who claims what, how much, when, where, and according to whom.

The ten names below are the library; each is loaded when it is first asked for.

>>> import claimbook
>>> sorted(claimbook.__all__)[:3]
['Book', 'Claim', 'ClaimbookError']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimbook.analyse import analyse as analyse
    from claimbook.book import Book as Book
    from claimbook.errors import ClaimbookError as ClaimbookError
    from claimbook.errors import Problem as Problem
    from claimbook.extract import extract as extract
    from claimbook.model.claim import Claim as Claim
    from claimbook.model.document import Document as Document
    from claimbook.model.matter import Matter as Matter
    from claimbook.read import read_paths as read_paths
    from claimbook.reconcile import reconcile as reconcile

__version__ = "0.1.0"

_HOME = {
    "Book": "claimbook.book",
    "Claim": "claimbook.model.claim",
    "ClaimbookError": "claimbook.errors",
    "Document": "claimbook.model.document",
    "Matter": "claimbook.model.matter",
    "Problem": "claimbook.errors",
    "analyse": "claimbook.analyse",
    "extract": "claimbook.extract",
    "read_paths": "claimbook.read",
    "reconcile": "claimbook.reconcile",
}
__all__ = list(_HOME)


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"claimbook has no {name!r}; it has {', '.join(_HOME)}")
    return getattr(import_module(_HOME[name]), name)
