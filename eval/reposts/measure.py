"""How well copied articles are told from articles written apart: python eval/reposts/measure.py [FOLDER …]

From every article in the folders (by default the stories of this project) six pairs are made, always the same ones:

    verbatim   the text with another headline and a byline
    cut        every third sentence left out, and the end
    light      some words exchanged for others of their meaning (synonyms.tsv)
    heavy      all such words exchanged, half the sentences left out, the rest with their halves in another order
    wording    the same text in the other Chinese script with the words of the other side of the strait
    apart      another article on the same story, or the next story, written apart: no copy

Printed for each kind: how many were taken for copies by `claimbook.reconcile.copies`, by plain MinHash (Jaccard of
5-word shingles of 0.5 or more, from 128 hashes) and by headlines alone (Jaccard of pairs of words of 0.5 or more);
then precision and recall. The rewordings are made by rule and are milder than what a person would do.
"""

import random
import re
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from opencc import OpenCC

from claimbook.reconcile.copies import compared, fingerprint, headline_likeness
from claimbook.reconcile.facets import plain

HERE = Path(__file__).parent
STORIES = (HERE.parent / "dev" / "articles", HERE.parent / "check" / "articles")
KINDS = ("verbatim", "cut", "light", "heavy", "wording", "apart")
HASHES = 128
ENOUGH = 0.5

Pair = tuple[str, str, str]


def read(folders: Sequence[Path]) -> list[tuple[str, str]]:
    """Names and texts."""
    return [
        (file.stem, file.read_text(encoding="utf-8")) for folder in folders for file in sorted(folder.glob("*.txt"))
    ]


def pairs(articles: Sequence[tuple[str, str]]) -> Iterator[Pair]:
    """Kind, one text, the other."""
    for place, (name, text) in enumerate(articles):
        chance = random.Random(name)
        yield "verbatim", text, f"{_title(text)[::-1]}\n本网转载\n{text.partition(chr(10))[2]}"
        yield (
            "cut",
            text,
            "".join(part for at, part in enumerate(sentences(text)[: -len(sentences(text)) // 5]) if at % 3),
        )
        yield "light", text, reworded(text, chance, 0.5)
        yield "heavy", text, _turned(reworded(text, chance, 1.0), chance)
        yield "wording", text, _other_script(text, chance)
        story = name.partition("-")[0]
        near = [one for at, one in enumerate(articles) if at != place and one[0].partition("-")[0] == story]
        yield "apart", text, (near or [articles[(place + 1) % len(articles)]])[0][1]


def sentences(text: str) -> list[str]:
    """Pieces that end where a sentence or a line does."""
    return [part for part in re.split(r"(?<=[。！？\n])|(?<=[.!?] )", text) if part.strip()]


def reworded(text: str, chance: random.Random, share: float) -> str:
    """The text with that share of the known words exchanged."""
    for language, word, other in synonyms():
        pattern = re.escape(word) if language == "zh" else rf"\b{re.escape(word)}\b"
        text = re.sub(pattern, lambda found, new=other: new if chance.random() < share else found[0], text)  # type: ignore[misc]
    return text


def synonyms() -> list[tuple[str, str, str]]:
    """The rows of synonyms.tsv."""
    lines = (HERE / "synonyms.tsv").read_text(encoding="utf-8").splitlines()
    rows = [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")][1:]
    return [(row[0], row[1], row[2]) for row in rows]


def plain_minhash(left: str, right: str) -> bool:
    """Two texts are alike by plain MinHash."""
    one, other = _signature(left), _signature(right)
    return bool((one == other).mean() >= ENOUGH)


def main() -> None:
    """The command."""
    folders = [Path(name) for name in sys.argv[1:]] or list(STORIES)
    made = list(pairs(read(folders)))
    methods: dict[str, Callable[[str, str], bool]] = {
        "claimbook": lambda a, b: bool(compared(fingerprint(a), fingerprint(b))[1]),
        "minhash": plain_minhash,
        "headline": lambda a, b: headline_likeness(_title(a), _title(b)) >= ENOUGH,
    }
    found = {name: [method(left, right) for _, left, right in made] for name, method in methods.items()}
    print(f"{len(made)} pairs\t" + "\t".join(methods))
    for kind in KINDS:
        at = [place for place, pair in enumerate(made) if pair[0] == kind]
        print(f"{kind} ({len(at)})\t" + "\t".join(str(sum(found[name][place] for place in at)) for name in methods))
    for name in methods:
        copied = [pair[0] != "apart" for pair in made]
        right = sum(is_one and told for is_one, told in zip(copied, found[name], strict=True))
        precision, recall = right / max(1, sum(found[name])), right / sum(copied)
        print(f"{name}: precision {precision:.3f}, recall {recall:.3f}")


def _title(text: str) -> str:
    return text.strip().partition("\n")[0]


def _turned(text: str, chance: random.Random) -> str:
    kept = [part for part in sentences(text) if chance.random() < 0.5] or sentences(text)
    turned = []
    for part in kept:
        halves = re.split(r"(?<=[，,])", part, maxsplit=1)
        turned.append("".join(reversed(halves)))
    return "".join(turned)


def _other_script(text: str, chance: random.Random) -> str:
    if not re.search(r"[\u4e00-\u9fff]", text):
        return reworded(text, chance, 0.5)
    return str(OpenCC("s2twp").convert(OpenCC("t2s").convert(text)))


def _signature(text: str) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    words = re.findall(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+", plain(text).lower())
    shingles = {zlib.crc32(" ".join(words[at : at + 5]).encode()) for at in range(max(1, len(words) - 4))}
    numbers = np.array(sorted(shingles), dtype=np.uint64)
    chance = np.random.default_rng(1)
    factors = chance.integers(1, 2**31, HASHES, dtype=np.uint64)
    adders = chance.integers(0, 2**31, HASHES, dtype=np.uint64)
    prime = np.uint64((1 << 31) - 1)
    smallest: np.ndarray[tuple[int], np.dtype[np.uint64]] = ((numbers[:, None] * factors + adders) % prime).min(axis=0)
    return smallest


if __name__ == "__main__":
    main()
