"""How well and how fast pages are read, beside plain trafilatura, htmldate and ftfy on the same files.

    python bench/reading.py            main text and dates on the 40 pages of eval/pages, by layout
    python bench/reading.py --unseen   the same on layouts that nobody looked at while the reader was made
    python bench/reading.py --errors   also what was lost and what was kept too much
    python bench/reading.py --encodings  example articles in six encodings, whole and cut
    python bench/reading.py --speed    MB/s a core

Main text is compared in characters: runs of five, counted, white space aside. Captions and the headline may be there or
not: both are taken out before counting, for every reader alike.
"""

import argparse
import json
import logging
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import ftfy
import trafilatura
from htmldate import find_date

from claimbook.model.document import Document
from claimbook.read import read_bytes
from claimbook.read.decode import decode
from claimbook.read.flatten import flatten

PAGES = Path(__file__).resolve().parent.parent / "eval" / "pages"
RUN = 5


def bare(words: str) -> str:
    """Words without white space."""
    return "".join(words.split())


def runs(words: str, without: Iterable[str]) -> Counter[str]:
    """Runs of five characters, those of the captions and the headline taken out."""
    text = "\n".join(map(bare, words.splitlines()))
    for part in sorted(map(bare, without), key=len, reverse=True):
        text = text.replace(part, "\n")
    return Counter(piece[at : at + RUN] for piece in text.split("\n") for at in range(max(len(piece) - RUN + 1, 0)))


def ours(data: bytes, name: str) -> Document | None:
    """The page as this project reads it."""
    read = read_bytes(data, name)
    return read if isinstance(read, Document) else None


def theirs(data: bytes) -> str:
    """The page as trafilatura reads it, decoded for it."""
    decoded = decode(data)
    return trafilatura.extract(decoded.text if decoded else "", include_comments=False) or ""


def text_page(data: bytes) -> bytes:
    """A page as a dump: all its text, a line an element, as a careless scraper leaves it."""
    decoded = decode(data)
    return "\n".join(line.apart for line in flatten(decoded.text if decoded else "").lines).encode()


def judged(got: str, right: str) -> str:
    """How an article date stands to the true one: exact, shorter (true as far as it goes), unknown, wrong."""
    if not got:
        return "unknown"
    return "exact" if got == right else "shorter" if right.startswith(got) else "wrong"


def quality(errors: bool, truth_file: str, folder: str) -> None:
    """Precision and recall by layout, and dates by where they stand."""
    cases = [json.loads(line) for line in (PAGES / truth_file).read_text(encoding="utf-8").splitlines()]
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    dates: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for case in cases:
        data = (PAGES / folder / case["file"]).read_bytes()
        document, dump = ours(data, case["file"]), ours(text_page(data), case["file"] + ".txt")
        layout = case["file"].rsplit("-", 1)[0]
        if errors and document and not document.date and case["place"] in ("head", "byline"):
            print(f"  none  {case['file']}")
        aside = [*case["captions"], case["title"]]
        truth = runs("\n".join(case["paragraphs"]), aside)
        readers = {
            "claimbook": document.reading.text if document else "",
            "trafilatura": theirs(data),
            "claimbook, as a dump": dump.reading.text if dump else "",
        }
        for reader, words in readers.items():
            got = runs(words, aside)
            for key in (layout, "all"):
                for at, count in enumerate(((got & truth).total(), got.total(), truth.total())):
                    sums[key, reader][at] += count
            if errors and (got - truth or truth - got):
                show(case["file"], reader, words, case)
        place = case["place"]
        for reader, date in (
            ("claimbook", document.date if document else ""),
            ("htmldate", find_date(data.decode("utf-8", "replace"), original_date=True)),
            ("claimbook, as a dump", dump.date if dump else ""),
        ):
            verdict = judged(date or "", case["date"])
            for key in (place, "all"):
                dates[key, reader][verdict] += 1
            if errors and verdict == "wrong":
                print(f"  date  {case['file']} {reader}: {date} for {case['date']} ({place})")
    table_of_text(sums)
    table_of_dates(dates)


def show(file: str, reader: str, words: str, case: dict[str, Any]) -> None:
    """Lines that should not be there, paragraphs that are missing."""
    whole = bare("".join([*case["paragraphs"], *case["captions"], case["title"]]))
    for line in words.splitlines():
        if bare(line) and bare(line) not in whole:
            print(f"  spare {file} {reader}: {line[:90]}")
    for paragraph in case["paragraphs"]:
        if bare(paragraph) not in bare(words):
            print(f"  lost  {file} {reader}: {paragraph[:90]}")


def table_of_text(sums: dict[tuple[str, str], list[int]]) -> None:
    """Precision and recall, a line a layout."""
    readers = list(dict.fromkeys(reader for _, reader in sums))
    print("| layout | " + " | ".join(f"{reader} P / R" for reader in readers) + " |")
    print("|---|" + "---|" * len(readers))
    for layout in dict.fromkeys(layout for layout, _ in sums):
        cells = [
            f"{100 * hit / max(got, 1):.1f} / {100 * hit / max(true, 1):.1f}"
            for hit, got, true in (sums[layout, reader] for reader in readers)
        ]
        print(f"| {layout} | " + " | ".join(cells) + " |")


def table_of_dates(dates: dict[tuple[str, str], Counter[str]]) -> None:
    """Exact, shorter, unknown, wrong, a line for each place the date stands at."""
    readers = list(dict.fromkeys(reader for _, reader in dates))
    print(
        "\n| date stands in | " + " | ".join(f"{reader}: exact, shorter, unknown, wrong" for reader in readers) + " |"
    )
    print("|---|" + "---|" * len(readers))
    for place in dict.fromkeys(place for place, _ in dates):
        cells = [
            ", ".join(str(dates[place, reader][verdict]) for verdict in ("exact", "shorter", "unknown", "wrong"))
            for reader in readers
        ]
        print(f"| {place} | " + " | ".join(cells) + " |")


def speed() -> None:
    """MB of input a second on one core."""
    pages = [file.read_bytes() for file in sorted((PAGES / "html").glob("*.html"))]
    texts = [text_page(page) for page in pages]
    lines = [text.decode() for text in texts]
    jobs: tuple[tuple[str, list[bytes], Callable[[], object]], ...] = (
        ("claimbook, HTML", pages, lambda: [read_bytes(page, "p.html") for page in pages]),
        ("trafilatura, HTML", pages, lambda: [trafilatura.extract(page) for page in pages]),
        ("claimbook, text", texts, lambda: [read_bytes(text, "p.txt") for text in texts]),
        ("ftfy, text", texts, lambda: [ftfy.fix_text(text) for text in lines]),
    )
    print("| reader | MB/s a core |\n|---|---|")
    for name, inputs, job in jobs:
        job()
        start = time.process_time()
        job()
        print(f"| {name} | {sum(map(len, inputs)) / 1e6 / (time.process_time() - start):.2f} |")


def encodings() -> None:
    """Example articles in every encoding that can hold them, whole and cut: how often the text comes back the same."""
    right: Counter[tuple[str, str]] = Counter()
    tried: Counter[tuple[str, str]] = Counter()
    for file in sorted(PAGES.parent.glob("*/articles/*.txt")):
        text = file.read_text(encoding="utf-8")
        for length, part in (("60 characters", text[:60]), ("200 characters", text[:200]), ("whole", text)):
            for name in ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5", "cp1252"):
                try:
                    data = part.encode(name)
                except UnicodeEncodeError:
                    continue
                if part.isascii() and not name.startswith("utf"):
                    continue
                decoded = decode(data)
                tried[name, length] += 1
                right[name, length] += decoded is not None and decoded.text == part
    lengths = list(dict.fromkeys(length for _, length in tried))
    print("| encoding | " + " | ".join(lengths) + " |\n|---|" + "---|" * len(lengths))
    for name in dict.fromkeys(name for name, _ in tried):
        print(f"| {name} | " + " | ".join(f"{right[name, one]} of {tried[name, one]}" for one in lengths) + " |")


if __name__ == "__main__":
    for noisy in ("trafilatura", "htmldate"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--encodings", action="store_true")
    parser.add_argument("--speed", action="store_true")
    asked = parser.parse_args()
    if asked.speed:
        speed()
    elif asked.encodings:
        encodings()
    else:
        quality(asked.errors, *(("truth-unseen.jsonl", "unseen") if asked.unseen else ("truth.jsonl", "html")))
