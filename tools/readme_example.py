"""Brings the example in the README up to date from the example articles; with --check, says whether it is.

Ids are hashes of content, so they change whenever extraction finds more: the example must change with them.
"""

import io
import re
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from claimbook.book import Book
from claimbook.pipeline import build
from claimbook.publish.terminal import show

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_EXAMPLE = re.compile(r"(claimbook show demo/demo\.db )\w+(\n\n```\n).*?(\n```)", re.DOTALL)
_LINES = 24  # as much as shows accounts and sentences


def example() -> tuple[str, str]:
    """The short id of the matter with the most articles to one source, and how it shows in a terminal."""
    with tempfile.TemporaryDirectory() as folder, Book.open(Path(folder) / "demo.db", create=True) as book:
        build([str(ROOT / "src/claimbook/data/examples")], book)
        told = [matter for matter in book.matters() if matter.independent_sources == 1 and matter.best is not None]
        chosen = max(told, key=lambda one: len({name for account in one.accounts for name in account.documents}))
        shown = io.StringIO()
        Console(file=shown, width=80, highlight=False).print(show(book, chosen.id))
    lines = [line.rstrip() for line in shown.getvalue().splitlines()[:_LINES]]
    return chosen.id[:8], "\n".join(lines)


def main() -> int:
    """Writes or checks the README."""
    short, shown = example()
    text = README.read_text(encoding="utf-8")
    wanted = _EXAMPLE.sub(lambda match: match[1] + short + match[2] + shown + match[3], text)
    if "--check" not in sys.argv:
        README.write_text(wanted, encoding="utf-8")
        return 0
    if wanted == text:
        return 0
    sys.stderr.write("The example in README.md is out of step with the program: run `make docs`.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
