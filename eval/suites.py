"""Runs what Claimbook finds in text on public test suites and writes the answers for their scorer.

    python eval/suites.py SUITES_DIR ANSWERS_DIR [NAME]      NAME is written into the file names (claimbook)

SUITES is the list of what is run: the beginning of a suite's name and the function that answers one of its cases.
To add a kind of mention, write such a function and give it its line. The suites keep different conventions for the
same words; a function follows that of the suite it is named for and leaves the program as it is.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from claimbook.analyse import plain_text
from claimbook.languages.en.amounts import find_amounts as find_english_amounts
from claimbook.languages.en.numbers import find_numbers as find_english_numbers
from claimbook.languages.number import Amount, Number
from claimbook.languages.zh.amounts import find_amounts as find_chinese_amounts
from claimbook.languages.zh.numbers import find_numbers as find_chinese_numbers
from claimbook.lexicon.units import base_units
from claimbook.model.claim import Bound
from claimbook.model.span import Span
from suites_times import times

Answer = dict[str, Any]
Case = dict[str, Any]

_SEVERAL = re.compile(r"零?几(?=[十百千万亿])|(?<=十)几")
_OF = re.compile(r" of \w+$")
_NOT_ONE = re.compile(r"一(?:美元|折|切|下|名|位|些|直|样)")


def answer(span: Span, **value: Any) -> Answer:
    """One answer in the suites' form."""
    return {"start": span.start, "end": span.end, "value": [value]}


def numbers(case: Case) -> Iterator[Answer]:
    """Numbers by themselves: of 百分之五 the 五, of 十几万 the 十万 it starts from."""
    text = plain_text(case["input"])
    for number in (find_chinese_numbers if case["language"] == "zh" else find_english_numbers)(text):
        if number.kind == "percent" and "之" in number.span.of(text):
            start = number.span.start + number.span.of(text).rindex("之") + 1
            yield from (_number(text, inner, case) for inner in find_chinese_numbers(text, start, number.span.end))
        elif number.value is not None or number.bound is Bound.VAGUE:
            if case["language"] == "zh" and _NOT_ONE.match(text, number.span.start):
                continue
            if case["language"] == "en" and (
                number.value is None or text[number.span.end : number.span.end + 1].isalpha()
            ):
                continue
            yield _number(text, number, case)


def _number(text: str, number: Number, case: Case) -> Answer:
    value = number.value
    if value is None:
        floor = find_chinese_numbers(_SEVERAL.sub("多", number.span.of(text)))
        value = floor[0].low if floor else number.low
    span = number.span
    if case["source"].startswith("duckling") and text[span.end : span.end + 1] == "个":
        span = Span(span.start, span.end + 1)
    return answer(span, k="num", v=value)


def _amounts(case: Case) -> tuple[Amount, ...]:
    return (find_chinese_amounts if case["language"] == "zh" else find_english_amounts)(plain_text(case["input"]))


def percentages(case: Case) -> Iterator[Answer]:
    """Percentages, 成 and 折 among them."""
    for amount in _amounts(case):
        if amount.kind == "percent" and amount.bound is Bound.RANGE and "-" in (words := amount.core.of(case["input"])):
            yield answer(Span(amount.core.start + words.index("-") + 1, amount.core.end), k="num", v=amount.high)
        elif amount.kind == "percent" and amount.value is not None:
            yield answer(amount.core, k="num", v=amount.value)


def _in_base_units(amount: Amount) -> Amount:
    unit, factor = base_units().get(amount.unit, (amount.unit, 1.0)) if amount.kind == "measure" else (amount.unit, 1.0)
    by = [None if figure is None else figure * factor for figure in (amount.value, amount.low, amount.high)]
    return replace(amount, unit=unit.removeprefix("°"), value=by[0], low=by[1], high=by[2])


def amounts_of(kind: str) -> Callable[[Case], Iterator[Answer]]:
    """Answers for suites of money or of measure: the figure with its unit, without the words that bound it."""

    def answers(case: Case) -> Iterator[Answer]:
        for amount in map(_in_base_units, _amounts(case)):
            if amount.kind == kind and amount.value is not None:
                yield answer(amount.core, k="amount", v=amount.value, u=amount.unit)

    return answers


def intervals_of(kind: str) -> Callable[[Case], Iterator[Answer]]:
    """The same where a suite reads "at least" and the like as an open interval, and takes their words in."""

    def answers(case: Case) -> Iterator[Answer]:
        for amount in map(_in_base_units, _amounts(case)):
            if amount.kind != kind:
                continue
            of = _OF.match(case["input"], amount.span.end)
            span = Span(amount.span.start, of.end()) if of else amount.span
            if amount.value is not None and amount.low == amount.high:
                yield answer(span, k="amount", v=amount.value, u=amount.unit)
            else:
                yield answer(span, k="amountrange", lo=amount.low, hi=amount.high, u=amount.unit)

    return answers


def ranges(case: Case) -> Iterator[Answer]:
    """Figures that commit to a range, without what they count."""
    for amount in _amounts(case):
        if amount.bound in (Bound.EXACT, Bound.ABOUT) or amount.kind not in ("bare", "count", "measure", "fraction"):
            continue
        end = amount.span.end - len(amount.word) if amount.span.end == amount.core.end else amount.span.end
        high = None if amount.bound is Bound.VAGUE else amount.high
        start = amount.core.start if amount.bound is Bound.RANGE else amount.span.start
        yield answer(Span(start, end), k="range", lo=amount.low, hi=high)


def quantities(case: Case) -> Iterator[Answer]:
    """Every figure of a sentence, with a unit or without."""
    for amount in map(_in_base_units, _amounts(case)):
        kind = "range" if amount.kind in ("bare", "percent", "fraction") else "amountrange"
        if amount.value is not None and kind == "range":
            yield answer(amount.core, k="num", v=amount.value)
        elif amount.value is not None:
            yield answer(amount.core, k="amount", v=amount.value, u=amount.unit)
        else:
            yield answer(amount.core, k=kind, lo=amount.low, hi=amount.high, u=amount.unit)


SUITES: tuple[tuple[str, Callable[[Case], Iterator[Answer]]], ...] = (
    ("recognizers-number-", numbers),
    ("duckling-number-", numbers),
    ("recognizers-numberrange-", ranges),
    ("recognizers-percentage-", percentages),
    ("recognizers-currency-", amounts_of("money")),
    ("recognizers-dimension-", amounts_of("measure")),
    ("duckling-currency-", intervals_of("money")),
    ("duckling-dimension-", intervals_of("measure")),
    ("jionlp-money", intervals_of("money")),
    ("quantulum3-quantity-", quantities),
    ("recognizers-datetime-", times),
    ("duckling-time-", times),
    ("jionlp-time", times),
)


def main(suites: Path, answers: Path, name: str = "claimbook") -> None:
    """Answer every case of the suites that SUITES names."""
    answers.mkdir(parents=True, exist_ok=True)
    for path in sorted(suites.glob("*.jsonl")):
        ask = next((ask for prefix, ask in SUITES if path.stem.startswith(prefix)), None)
        if ask is None:
            continue
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        begin = time.perf_counter()
        rows: list[Any] = [{"id": case["id"], "preds": list(ask(case))} for case in cases]
        seconds = time.perf_counter() - begin
        rows.append({"_stats": {"chars": sum(len(c["input"]) for c in cases), "seconds": seconds, "errors": 0}})
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (answers / f"{path.stem}.{name}.jsonl").write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:4])
