"""A run that is killed in the middle leaves the book whole."""

import subprocess
import sys
import time
from pathlib import Path

from claimbook.book import Book

WRITER = """
import sys
from claimbook.book import Book
from tests.book.making import make_claim, make_document
with Book.open(sys.argv[1], create=True) as book:
    for number in range(100000):
        documents = [make_document(f"{number}-{part}.txt", f"老挝派出{number}人") for part in range(5)]
        book.add(documents, [make_claim(document, f"{number}人") for document in documents])
        print(number, flush=True)
"""


def test_a_killed_run_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    """All additions that came back are there, each whole, and every pin holds."""
    path = tmp_path / "a.book"
    run = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    said = [run.stdout.readline() for _ in range(5)]
    time.sleep(0.02)
    run.kill()
    said += run.stdout.readlines()
    run.wait()
    run.stdout.close()
    with Book.open(path) as book:
        assert len(book.documents()) >= 5 * len([line for line in said if line.endswith("\n")])
        assert len(book.documents()) % 5 == 0
        assert len(book.claims()) == len(book.documents())
        assert book.check_pins() == ()
