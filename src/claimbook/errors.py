"""What can go wrong, in two kinds that never mix.

ClaimbookError              misuse: raised, ends the command with exit code 2
 ├─ BadInput                an option, path or file that cannot be what was meant
 ├─ BadVocabulary           a data file of ours with a wrong row; names file and line
 └─ BadBook                 a book that is no book, too new, locked or altered

Problem                     trouble with one article: a value in the result, never raised
"""

from dataclasses import dataclass


class ClaimbookError(Exception):
    """Root of everything Claimbook raises. The message says what happened, to what, and what to do."""


class BadInput(ClaimbookError):
    """The caller asked for something that cannot be done as asked."""


class BadVocabulary(ClaimbookError):
    """A row of the vocabulary in `data/` is wrong.

    >>> str(BadVocabulary.at("data/units.tsv", 7, "unknown bound 'abuot'"))
    "data/units.tsv:7: unknown bound 'abuot'"
    """

    @classmethod
    def at(cls, file: str, line: int, what: str) -> "BadVocabulary":
        """The error for one line of a file."""
        return cls(f"{file}:{line}: {what}")


class BadBook(ClaimbookError):
    """The file given as a book cannot be used as one."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Trouble with one article, kept in the result so that the rest of the run goes on.

    >>> Problem("reports/photo.html", "is an image, not a page", "leave it out or give the page itself")
    Problem(where='reports/photo.html', what='is an image, not a page', hint='leave it out or give the page itself')
    """

    where: str
    what: str
    hint: str
