"""Records to JSON and back: one line a record, UTF-8, fields in the order of the contract.

Figures that are whole are written whole (12000, not 12000.0). A link's ends are `from` and `to` in JSON.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from claimbook.errors import BadInput
from claimbook.model.claim import Claim
from claimbook.model.matter import Link, Matter

Record = TypeVar("Record")

_LINK_ENDS = {"source": "from", "target": "to"}


def to_plain(record: Any) -> Any:
    """A record as dicts, lists and plain values, ready for JSON.

    >>> from claimbook.model.claim import Bound, Quantity
    >>> to_plain(Quantity(12000.0, 12000.0, None, Bound.OVER, "person", "1.2万余人"))
    {'value': 12000, 'low': 12000, 'high': None, 'bound': 'over', 'unit': 'person', 'text': '1.2万余人'}
    """
    if isinstance(record, float):
        return int(record) if record.is_integer() and abs(record) < 2**53 else record
    if isinstance(record, Link):
        plain = {name: to_plain(getattr(record, name)) for name in record.__dataclass_fields__}
        return {_LINK_ENDS.get(name, name): value for name, value in plain.items()}
    if hasattr(record, "__dataclass_fields__"):
        return {name: to_plain(getattr(record, name)) for name in record.__dataclass_fields__}
    if isinstance(record, (tuple, list)):
        return [to_plain(part) for part in record]
    if isinstance(record, dict):
        return {key: to_plain(value) for key, value in record.items()}
    if isinstance(record, str):
        return str(record)
    return record


def to_json(record: Any) -> str:
    """A record as one line of JSON."""
    return msgspec.json.encode(to_plain(record)).decode("utf-8")


def from_json(line: str | bytes, kind: type[Record]) -> Record:
    """One line of JSON as a record; fields the program does not know are ignored.

    Raises:
        BadInput: the line is no JSON, or a field has a value the contract does not allow.
    """
    try:
        return from_plain(msgspec.json.decode(line), kind)
    except msgspec.DecodeError as error:
        raise BadInput(f"not a record of kind {kind.__name__}: {error}") from error


def from_plain(plain: Any, kind: type[Record]) -> Record:
    """Dicts and lists as a record. Gold files leave out fields of the program's own: those take their defaults.

    Raises:
        BadInput: a field is missing or has a value the contract does not allow.
    """
    if kind is Claim and isinstance(plain, dict):
        plain = {"id": "", "act": None, "said": None, **plain}
    if kind is Matter and isinstance(plain, dict):
        links = [{**link, "source": link.get("from"), "target": link.get("to")} for link in plain.get("links", ())]
        plain = {**plain, "links": links}
    try:
        return msgspec.convert(plain, kind)
    except msgspec.ValidationError as error:
        raise BadInput(f"not a record of kind {kind.__name__}: {error}") from error


def read_lines(lines: Iterable[str], kind: type[Record], where: str) -> Iterator[Record]:
    """Records of a JSON Lines file; a bad line is named with its number.

    Raises:
        BadInput: with `where` and the line number.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield from_json(line, kind)
            except BadInput as error:
                raise BadInput(f"{where}:{number}: {error}") from error
