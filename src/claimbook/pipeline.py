"""The whole run, top to bottom: articles in, a ledger of claims and matters out. The file to read first.

paths ──read──▶ Document ──analyse──▶ Analysis ──extract──▶ Claim ──reconcile──▶ Matter ──▶ Book
          └──▶ Problem (what could not be read; never stops the run)
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from claimbook.analyse import analyse
from claimbook.book import Book
from claimbook.errors import Problem
from claimbook.extract import extract
from claimbook.model.claim import Claim
from claimbook.model.document import Document
from claimbook.read import read_paths
from claimbook.reconcile import reconcile

Progress = Callable[[Document | Problem], None]


@dataclass(frozen=True, slots=True)
class Run:
    """What came out of some articles, before reconciling."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


def run(paths: Sequence[str], progress: Progress = lambda _: None, fields: Mapping[str, str] | None = None) -> Run:
    """Read, analyse and extract everything the paths lead to.

    `fields` says how records of JSON and CSV call their parts ({"text": "body"}).

    Raises:
        BadInput: a path does not exist.
    """
    documents: list[Document] = []
    claims: list[Claim] = []
    problems: list[Problem] = []
    for result in read_paths(paths, fields):
        progress(result)
        if isinstance(result, Problem):
            problems.append(result)
            continue
        documents.append(result)
        found = claims_of(result)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            claims += found
    return Run(tuple(documents), tuple(claims), tuple(problems))


def claims_of(document: Document) -> tuple[Claim, ...] | Problem:
    """The claims of one document; trouble with one article is a Problem and stops nothing."""
    try:
        return extract(analyse(document))
    except Exception as error:  # whatever an article does to us, the others are read
        return Problem(document.name, f"could not be analysed: {type(error).__name__}: {error}", "please report it")


def build(
    paths: Sequence[str], book: Book, progress: Progress = lambda _: None, fields: Mapping[str, str] | None = None
) -> Run:
    """Read and extract the paths into a book, then reconcile all that the book holds.

    Building again with the same articles changes nothing; adding one adds what it brings.
    """
    result = run(paths, progress, fields)
    book.add(result.documents, result.claims, result.problems)
    book.set_matters(reconcile(book.claims(), book.documents()))
    return result
