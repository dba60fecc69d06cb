"""The times of the public test suites in the suites' own terms, and their scores.

    python eval/suites_times.py            a table, suite by suite (the suites stand beside the checkout)
    python eval/suites_times.py --errors recognizers-datetime-zh

A suite names a moment at which each sentence is said, and the interval or instant that each time in it means.
Suites differ in what they mean by the same words; the values here follow Recognizers-Text, the largest. "plain F1"
leaves out holidays and time zones, which are not read here.
"""

import json
import sys
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

from claimbook.analyse import plain_text
from claimbook.languages.en.everyday import find_everyday_english
from claimbook.languages.everyday import Everyday, length, moved
from claimbook.languages.when import When
from claimbook.languages.zh.everyday import find_everyday_chinese
from claimbook.lexicon.edtf import add_months
from claimbook.model.span import Span

SUITES = Path(__file__).resolve().parents[2] / "shared" / "suites"
NAMES = (
    "recognizers-datetime-zh",
    "jionlp-timeparse-zh",
    "jionlp-timespan-zh",
    "duckling-time-zh",
    "recognizers-datetime-en",
    "duckling-time-en",
)
HOURS = {
    "dawn": (0, 8),
    "morning": (8, 12),
    "noon": (11, 13),
    "afternoon": (12, 16),
    "evening": (16, 20),
    "night": (20, 24),
}
_FINDERS = {"zh": find_everyday_chinese, "en": find_everyday_english}
_NO_REFERENCE = datetime(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of whole days, half-open."""

    start: date
    end: date


def values(found: Everyday, now: datetime) -> list[dict[str, Any]]:
    """What an expression means at a moment, as the suites write it: one of several alternatives is enough."""
    if found.kind == "recurring":
        return [{"k": "set"}]
    if found.kind == "length":
        return [{"k": "dur", "sec": length(found.parts)}]
    if found.kind == "around":
        return [_around(found, now)]
    if found.kind == "stretch":
        return [_stretch(found, now)]
    assert found.when is not None
    return _calendar(found.when, now)


def _around(found: Everyday, now: datetime) -> dict[str, Any]:
    moment = moved(now, found.parts, found.sign)
    if found.parts and all(unit not in ("hour", "minute", "second", "quarter hour") for _, unit in found.parts):
        return _days(Days(moment.date(), moment.date() + timedelta(days=1)))
    return {"k": "at", "s": _text(moment)}


def _stretch(found: Everyday, now: datetime) -> dict[str, Any]:
    by_day = all(unit not in ("hour", "minute", "second", "quarter hour") for _, unit in found.parts)
    other = moved(now, found.parts, found.sign)
    if not by_day:
        start, end = (other, now) if found.sign < 0 else (now, other)
        return {"k": "iv", "s": _text(start), "e": _text(end)}
    today = now.replace(hour=0, minute=0, second=0)
    if found.sign < 0:
        return {"k": "iv", "s": _text(moved(today, found.parts, -1)), "e": _text(today)}
    tomorrow = today + timedelta(days=1) if found.whole else today
    return {"k": "iv", "s": _text(tomorrow), "e": _text(moved(tomorrow, found.parts, 1))}


def _calendar(when: When, now: datetime) -> list[dict[str, Any]]:
    if when.word:
        return [{"k": "unres"}]
    if not _dated(when):
        return _times_of_day(when)
    firsts = _readings(when, now)
    if not firsts:
        return [{"k": "unres"}]
    if when.to is not None:
        return [_between(when, first, now) for first in firsts]
    return [value for first in firsts for value in _bounded(when, first)]


def _bounded(when: When, first: Days) -> Iterator[dict[str, Any]]:
    if when.bound in ("since", "after"):
        whole = when.bound == "after" and first.end - first.start > timedelta(days=1)
        yield {"k": "iv", "s": _text(first.end if whole else first.start), "e": None}
    elif when.bound in ("before", "by"):
        yield {"k": "iv", "s": None, "e": _text(first.start)}
    elif when.clock is not None:
        for hour in _hours(when):
            yield {"k": "at", "s": _text(datetime.combine(first.start, datetime.min.time()) + hour)}
    elif when.daypart:
        low, high = HOURS.get(when.daypart, (0, 24))
        midnight = datetime.combine(first.start, datetime.min.time())
        yield {"k": "iv", "s": _text(midnight + timedelta(hours=low)), "e": _text(midnight + timedelta(hours=high))}
    else:
        yield _days(first)


def _between(when: When, first: Days, now: datetime) -> dict[str, Any]:
    assert when.to is not None
    to = when.to
    start = datetime.combine(first.start, datetime.min.time())
    if when.clock is not None:
        start += _hours(when)[0]
    inherited = {
        name: getattr(when, name)
        for name in ("year", "years", "month", "months", "day", "days", "weekday", "weeks")
        if getattr(to, name) is None and not _coarser_stated(to, name)
    }
    second = replace(to, **inherited)
    if to.daypart == "" and to.clock is not None and when.daypart:
        second = replace(second, daypart=when.daypart)
    counted = any(getattr(second, part) is not None for part in ("years", "months", "days", "weeks"))
    anchor = now if counted else datetime.combine(first.start, now.time())
    options = [one for one in _readings(second, anchor) if one.start >= first.start] or _readings(second, anchor)
    if not options:
        return {"k": "unres"}
    last = min(options, key=lambda one: one.start)
    end = datetime.combine(last.start, datetime.min.time())
    if to.clock is not None:
        end += _hours(second)[0]
        if end <= start:
            end += timedelta(hours=12 if not to.daypart and end + timedelta(hours=12) > start else 24)
    return {"k": "iv", "s": _text(start), "e": _text(end)}


_COARSE = ("year", "years", "month", "months", "day", "days", "weekday", "weeks")


def _coarser_stated(to: When, name: str) -> bool:
    """Whether the second end states something coarser than the part it leaves out: then it does not inherit it."""
    kind = name.rstrip("s")
    order = ["year", "month", "day"]
    if kind in ("weekday", "week"):
        return any(getattr(to, other) is not None for other in ("year", "month", "day", "days", "weekday", "weeks"))
    if getattr(to, kind, None) is not None or getattr(to, kind + "s", None) is not None:
        return True
    if any(getattr(to, other) is not None for other in ("weekday", "weeks", "days")):
        return True
    finer = order[order.index(kind) :]
    stated = [other for other in order if getattr(to, other) is not None or getattr(to, other + "s", None) is not None]
    if not stated:
        return to.clock is None and not to.daypart
    return order.index(kind) > order.index(stated[-1]) or not finer


def _dated(when: When) -> bool:
    parts = (*_COARSE, "quarter", "quarters", "half", "season", "decade", "century")
    return bool(when.back) or any(getattr(when, part) is not None for part in parts)


def _readings(when: When, now: datetime) -> list[Days]:
    """The stretches of days that the words can mean at that moment: one, or one past and one to come."""
    try:
        return list(_possible(when, now.date()))
    except (ValueError, OverflowError):
        return []


def _possible(when: When, today: date) -> Iterator[Days]:
    if when.decade is not None:
        for first in [when.decade] if when.decade >= 1000 else [1900 + when.decade, 2000 + when.decade]:
            yield Days(date(first, 1, 1), date(first + 10, 1, 1))
    elif when.century is not None:
        yield Days(date(when.century * 100 - 100, 1, 1), date(when.century * 100, 1, 1))
    elif when.season is not None:
        return
    elif when.days is not None:
        yield _one(today + timedelta(days=when.days))
    elif when.weekday is not None and when.day is None:
        yield from _weekday(when, today)
    elif when.weeks is not None:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=when.weeks)
        yield Days(monday + timedelta(days=5 if when.part == "weekend" else 0), monday + timedelta(days=7))
    elif when.quarters is not None:
        quarter = add_months(today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), when.quarters * 3)
        yield Days(quarter, add_months(quarter, 3))
    elif when.months is not None:
        month = add_months(today.replace(day=1), when.months)
        yield from _within_month(when, month)
    elif when.year is not None or when.years is not None:
        yield from _within_year(when, when.year if when.year is not None else today.year + (when.years or 0))
    elif when.month is not None:
        yield from _around_today(
            [one for year in range(today.year - 4, today.year + 5) for one in _try(when, year, when.month)], today
        )
    elif when.day is not None:
        months = [add_months(today.replace(day=1), shift) for shift in range(-4, 5)]
        yield from _around_today([one for month in months for one in _try(when, month.year, month.month)], today)


def _try(when: When, year: int, month: int) -> list[Days]:
    try:
        return list(_within_month(when, date(year, month, 1)))
    except ValueError:
        return []


def _around_today(options: list[Days], today: date) -> Iterator[Days]:
    """The last one and the next one."""
    past = [one for one in options if one.end <= today]
    coming = [one for one in options if one.end > today]
    yield from past[-1:]
    yield from coming[:1]
    if coming and coming[0].start <= today:
        yield from coming[1:2]


def _weekday(when: When, today: date) -> Iterator[Days]:
    assert when.weekday is not None
    monday = today - timedelta(days=today.weekday())
    shift = {"last": -1, "this": 0, "next": 1, "coming": 1}.get(when.which, when.weeks)
    if shift is not None:
        yield _one(monday + timedelta(weeks=shift, days=when.weekday))
        return
    ahead = (when.weekday - today.weekday()) % 7
    yield _one(today + timedelta(days=ahead - 7))
    yield _one(today + timedelta(days=ahead))
    if not ahead:
        yield _one(today + timedelta(days=7))


def _within_year(when: When, year: int) -> Iterator[Days]:
    january = date(year, 1, 1)
    if when.amount is not None and when.unit.startswith("nth") and when.month is None:
        yield _nth(when, january, 12)
    elif when.amount is not None and when.month is None:
        yield _edge(when, january)
    elif when.quarter is not None:
        yield Days(add_months(january, when.quarter * 3 - 3), _after(january, when.quarter * 3))
    elif when.half is not None:
        yield Days(add_months(january, when.half * 6 - 6), _after(january, when.half * 6))
    elif when.month is not None:
        yield from _within_month(when, date(year, when.month, 1))
    elif when.part:
        first = {"early": 0, "mid": 4, "late": 8}.get(when.part, 0)
        yield Days(add_months(january, first), _after(january, first + 4))
    else:
        yield Days(january, date(year + 1, 1, 1))


def _edge(when: When, january: date) -> Days:
    """The first two weeks of a year, its last three months."""
    amount = int(when.amount or 0)
    if when.unit == "week":
        first = january + timedelta(days=(-january.weekday()) % 7 if january.weekday() > 3 else -january.weekday())
        if amount > 0:
            return Days(first, first + timedelta(weeks=amount))
        last = date(january.year + 1, 1, 1)
        end = last - timedelta(days=last.weekday())
        return Days(end + timedelta(weeks=amount), end)
    months = amount * (3 if when.unit == "quarter" else 1)
    end = date(january.year + 1, 1, 1)
    return Days(january, add_months(january, months)) if months > 0 else Days(add_months(end, months), end)


def _nth(when: When, first: date, months: int) -> Days:
    """The third week of a month or a year, its last Monday."""
    number, unit = int(when.amount or 0), when.unit.removeprefix("nth ")
    end = _after(first, 12) if months == 12 else add_months(first, months)
    if unit == "day":
        return _one(first + timedelta(days=number - 1) if number > 0 else end - timedelta(days=1))
    if unit == "week":
        week = first - timedelta(days=first.weekday())
        if first.weekday() > 3:
            week += timedelta(weeks=1)
        last = end - timedelta(days=1)
        final = last - timedelta(days=last.weekday())
        if last.weekday() < 3:
            final -= timedelta(weeks=1)
        start = week + timedelta(weeks=number - 1) if number > 0 else final
        return Days(start, start + timedelta(weeks=1))
    weekday = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday").index(unit)
    if number < 0:
        last = end - timedelta(days=1)
        return _one(last - timedelta(days=(last.weekday() - weekday) % 7))
    return _one(first + timedelta(days=(weekday - first.weekday()) % 7, weeks=number - 1))


def _after(january: date, months: int) -> date:
    return date(january.year + 1, 1, 1) if months == 12 else add_months(january, months)


def _within_month(when: When, month: date) -> Iterator[Days]:
    following = add_months(month, 1)
    if when.amount is not None and when.unit.startswith("nth"):
        yield _nth(when, month, 1)
    elif when.day is not None:
        yield _one(month.replace(day=when.day))
    elif when.half is not None:
        middle = month.replace(day=16)
        yield Days(month, middle) if when.half == 1 else Days(middle, following)
    elif when.part:
        low, high = {"early": (1, 11), "mid": (11, 21), "late": (21, 0)}[when.part]
        yield Days(month.replace(day=low), month.replace(day=high) if high else following)
    else:
        yield Days(month, following)


def _one(day: date) -> Days:
    return Days(day, day + timedelta(days=1))


def _times_of_day(when: When) -> list[dict[str, Any]]:
    if when.clock is None:
        if not when.daypart:
            return [{"k": "unres"}]
        low, high = HOURS.get(when.daypart, (0, 24))
        end = "23:59:59" if high == 24 else f"{high:02d}:00:00"
        return [{"k": "todiv", "s": f"{low:02d}:00:00", "e": end}]
    firsts = [_clock_text(one) for one in _hours(when)]
    if when.to is not None and when.to.clock is not None:
        second = when.to if when.to.daypart or not when.daypart else replace(when.to, daypart=when.daypart)
        ends = [_clock_text(one) for one in _hours(second)]
        return [{"k": "todiv", "s": start, "e": end} for start in firsts for end in ends]
    if when.bound in ("since", "after"):
        return [{"k": "todiv", "s": start, "e": None} for start in firsts]
    if when.bound in ("before", "by"):
        return [{"k": "todiv", "s": None, "e": start} for start in firsts]
    return [{"k": "tod", "s": start} for start in firsts]


def _hours(when: When) -> list[timedelta]:
    """The times of day that a clock time can mean: without a part of the day, in the morning and after noon."""
    assert when.clock is not None
    hour, minute, second = when.clock
    rest = timedelta(minutes=minute, seconds=second)
    after_noon = {"afternoon": range(12), "evening": range(12), "night": range(6, 12), "noon": range(3)}
    if hour in after_noon.get(when.daypart, ()):
        hour += 12
    elif when.daypart in ("dawn", "morning") and hour == 12:
        hour = 0
    elif when.daypart == "night" and hour == 12:
        hour = 24
    if not when.daypart and 1 <= hour <= 12:
        return [timedelta(hours=hour) + rest, timedelta(hours=(hour + 12) % 24) + rest]
    return [timedelta(hours=hour) + rest]


def _clock_text(one: timedelta) -> str:
    seconds = int(one.total_seconds()) % 86400
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _days(days: Days) -> dict[str, Any]:
    value: dict[str, Any] = {"k": "iv", "s": f"{days.start} 00:00:00", "e": f"{days.end} 00:00:00"}
    if days.end - days.start == timedelta(days=1):
        value["day"] = True
    return value


def _text(moment: date | datetime) -> str:
    at = moment if isinstance(moment, datetime) else datetime.combine(moment, datetime.min.time())
    return at.isoformat(sep=" ", timespec="seconds")


def reference(text: str | None) -> datetime:
    """The moment a suite names; the beginning of it where it names only a year or a month."""
    if not text:
        return _NO_REFERENCE
    full = text.replace("T", " ")[:19]
    for form in ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            return datetime.strptime(full, form)
        except ValueError:
            continue
    return _NO_REFERENCE


def times(case: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The times of one case of a suite, with what they mean at the moment it names."""
    plain, now = plain_text(case["input"]), reference(case["reference_date"])
    for one in _FINDERS[case["language"]](plain, Span(0, len(plain))):
        try:
            value = values(one, now)
        except (ValueError, OverflowError):
            value = [{"k": "unres"}]
        yield {"start": one.span.start, "end": one.span.end, "value": value}


def main() -> None:
    """Prints the scores, or with `--errors SUITE` what is not as expected."""
    if not SUITES.is_dir():
        sys.exit(f"needs the public suites in {SUITES}")
    sys.path.insert(0, str(SUITES / "tools"))
    sys.modules.setdefault("convert_others", _no_converters())
    score_suites = import_module("score_suites")  # the suites' own scorer, beside the checkout
    names = [sys.argv[2]] if sys.argv[1:2] == ["--errors"] else NAMES
    print("suite\tgold\tfound\tspan R\tstrict P\tstrict R\tstrict F1\tplain F1\toverlap R\tstart day R\tk chars/s")
    for name in names:
        rows = [json.loads(line) for line in (SUITES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        begun = perf_counter()
        predictions = {row["id"]: {"preds": list(times(row))} for row in rows}
        seconds = perf_counter() - begun
        errors: list[Any] | None = [] if names is not NAMES else None
        count = score_suites.score(rows, predictions, "claimbook", rows[0]["type"], errors=errors)
        plain = score_suites.score(rows, predictions, "claimbook", rows[0]["type"], sel=score_suites.SUB["plain"])
        precision, recall = _share(count["strict"], count["pred"]), _share(count["strict"], count["gold"])
        shares = (_share(count["span"], count["gold"]), precision, recall, _f1(count), _f1(plain))
        more = tuple(_share(count[what], count["gold"]) for what in ("overlap", "lenient"))
        speed = sum(len(row["input"]) for row in rows) / seconds / 1000
        columns = [f"{100 * share:.1f}" for share in (*shares, *more)]
        print(name, count["gold"], count["pred"], *columns, f"{speed:.0f}", sep="\t")
        for error in errors or ():
            print(json.dumps(error, ensure_ascii=False))


def _f1(count: Mapping[str, int]) -> float:
    """Of what is found and what was to be found, the share that is right to the character."""
    return _share(2 * count["strict"], count["pred"] + count["gold"])


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _no_converters() -> types.ModuleType:
    """The scorer imports converters of other programs' output, which are not needed here."""
    module = types.ModuleType("convert_others")
    module.canon_jio_time = module.canon_jio_money = None  # type: ignore[attr-defined]
    return module


if __name__ == "__main__":
    main()
