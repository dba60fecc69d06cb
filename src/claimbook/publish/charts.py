"""Pictures as SVG made here: they print, they need no script, and a test can read them. Colours are classes.

Everywhere the same signs: a full dot is an exact figure, a bar a range, a hollow sign what is planned or possible,
a struck sign what is denied.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from claimbook.model.claim import Status
from claimbook.publish.labels import Both


@dataclass(frozen=True, slots=True)
class Point:
    """One claim in a picture: its figure (None: none given), its day (None: not known), its source and its words."""

    low: float | None
    high: float | None
    status: Status
    source: int
    day: date | None
    words: Both
    link: str = ""


ARTICLE = 4
"""The column of articles in the picture of who has it from whom."""

SOURCES = 6
"""So many sources have a colour of their own; the rest share the last."""

_HOLLOW = (Status.PLANNED, Status.POSSIBLE, Status.HYPOTHETICAL)


def strip(points: Sequence[Point], words: Both, width: int = 168, height: int = 34) -> Markup:
    """The small picture in a row of the table: one sign a claim, in order of time, by the size of its figure."""
    shown = list(points[:40])
    with_figure = [point for point in shown if point.low is not None]
    if with_figure:
        shown = with_figure
    place = _scale([end for point in shown for end in (point.low, point.high) if end is not None], height - 7, 7)
    step = min(16.0, (width - 14) / max(1, len(shown)))
    signs = [_sign(point, 8 + step * number, place, linked=False) for number, point in enumerate(shown)]
    base = Markup('<line class="base" x1="0" y1="{0}" x2="{1}" y2="{0}"/>').format(height - 1, width)
    return _svg("strip", width, height, words, [base, *signs])


def over_time(points: Sequence[Point], words: Both, unit: Callable[[float], str], undated: Both) -> Markup:
    """The figures of a matter by day, with both axes; what has no day stands at the left."""
    width, height, left, right, top, bottom = 720, 240, 74, 20, 16, 34
    dated = sorted((point for point in points if point.day), key=lambda point: (point.day or date.min, point.low or 0))
    loose = [point for point in points if not point.day]
    place = _scale([end for p in points for end in (p.low, p.high) if end is not None], height - bottom, top + 10)
    lane = min(160, 24 + 16 * len(loose)) if loose else 0
    start = left + lane + (14 if loose and dated else 0)
    parts: list[Markup] = []
    for value in _ticks([end for p in points for end in (p.low, p.high) if end is not None]):
        y = place(value)
        parts.append(Markup('<line class="grid" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(left, y, width - right, y))
        parts.append(_text(left - 8, y + 4, unit(value), "end"))
    if loose:
        parts.append(_text(left + 4, height - 10, undated, "start"))
        parts += [_sign(p, left + 14 + 16 * n if 16 * n < 140 else left + 150, place, 5) for n, p in enumerate(loose)]
        if dated:
            rule = Markup('<line class="grid dash" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/>')
            parts.append(rule.format(left + lane, top, height - bottom))
    days = [point.day for point in dated if point.day]
    if days:
        across = _days(days[0], days[-1], start + 12, width - right - 24)
        for day, name in _day_ticks(days[0], days[-1]):
            parts.append(_text(across(day), height - 10, name, "middle"))
            tick = Markup('<line class="grid" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/>')
            parts.append(tick.format(across(day), height - bottom, height - bottom + 5))
        used: dict[tuple[int, int], int] = {}
        for point in dated:
            x = across(point.day or days[0])
            spot = (round(x / 10), round(place(point.low or 0) / 10))
            used[spot] = used.get(spot, -1) + 1
            parts.append(_sign(point, x + 10 * used[spot], place, 5))
    axis = Markup('<line class="base" x1="{}" y1="{}" x2="{}" y2="{}"/>')
    parts.append(axis.format(left, height - bottom, width - right, height - bottom))
    return _svg("chart", width, height, words, parts)


@dataclass(frozen=True, slots=True)
class Step:
    """One arrow of the picture of who has it from whom. Columns: 0 origins, then who passed it on, last the ARTICLE."""

    giver: tuple[int, str]
    taker: tuple[int, str]
    denies: bool = False


def chain(steps: Sequence[Step], name: Callable[[tuple[int, str]], tuple[Both, str]], words: Both) -> Markup:
    """Who has it from whom, left to right. `name` gives a node's words and the address it leads to."""
    nodes: list[tuple[int, str]] = list(dict.fromkeys(end for step in steps for end in (step.giver, step.taker)))
    columns = sorted({column for column, _ in nodes})
    rows = {column: [node for node in nodes if node[0] == column] for column in columns}
    box, line, gap = 196, 26, 66
    height = max(len(row) for row in rows.values()) * (line + 10) + 10
    at: dict[tuple[int, str], tuple[float, float]] = {}
    for number, column in enumerate(columns):
        free = (height - len(rows[column]) * (line + 10)) / 2
        for place, node in enumerate(rows[column]):
            at[node] = (4 + number * (box + gap), free + 5 + place * (line + 10))
    parts: list[Markup] = []
    for step in dict.fromkeys(steps):
        (x1, y1), (x2, y2) = at[step.giver], at[step.taker]
        x1, y1, y2 = x1 + box, y1 + line / 2, y2 + line / 2
        bend = (x2 - x1) / 2
        path = f"M{x1:.0f} {y1:.0f}C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
        parts.append(Markup('<path class="flow{}" d="{}"/>').format(" no" if step.denies else "", path))
    for node, (x, y) in at.items():
        words_of, link = name(node)
        shape = Markup('<rect class="node c{}" x="{:.0f}" y="{:.0f}" width="{}" height="{}" rx="3"/>')
        inner = shape.format(min(node[0], 2), x, y, box, line) + _text(x + 9, y + 17, words_of, "start", 27)
        title = _title(words_of)
        inside = Markup("<g>{}{}</g>").format(title, inner)
        parts.append(Markup('<a href="{}">{}</a>').format(link, inside) if link else inside)
    return _svg("chain", 8 + len(columns) * box + (len(columns) - 1) * gap, height, words, parts)


def flows(pairs: Sequence[tuple[Both, Both, int]], words: Both) -> Markup:
    """Bands from those who do to those to whom it is done, as wide as the number of matters."""
    if not pairs:
        return Markup("")
    total = {0: _sums(pairs, 0), 1: _sums(pairs, 1)}
    biggest = max(sum(side.values()) for side in total.values())
    unit = max(3.0, min(12.0, 300 / biggest))
    width, gap = 720, 12
    at: dict[tuple[int, Both], float] = {}
    height = 0.0
    parts: list[Markup] = []
    for side in (0, 1):
        y = 8.0
        for name, count in total[side].items():
            at[side, name] = y
            tall = max(count * unit, 14.0)
            x = 170 if side == 0 else width - 178
            shape = Markup('<rect class="bar" x="{}" y="{:.1f}" width="8" height="{:.1f}"/>')
            parts.append(shape.format(x, y, count * unit))
            where = (x - 8, "end") if side == 0 else (x + 16, "start")
            numbered = Both(f"{name.en} {count}", f"{name.zh} {count}")
            parts.append(_text(where[0], y + count * unit / 2 + 4, numbered, where[1], 26))
            y += tall + gap
        height = max(height, y)
    for giver, taker, count in pairs:
        y1, y2, thick = at[0, giver], at[1, taker], count * unit
        at[0, giver] += thick
        at[1, taker] += thick
        x1, x2 = 178, width - 178
        middle = (x1 + x2) / 2
        path = (
            f"M{x1} {y1:.1f}C{middle} {y1:.1f} {middle} {y2:.1f} {x2} {y2:.1f}V{y2 + thick:.1f}"
            f"C{middle} {y2 + thick:.1f} {middle} {y1 + thick:.1f} {x1} {y1 + thick:.1f}Z"
        )
        title = _title(Both(f"{giver.en} → {taker.en}: {count}", f"{giver.zh} → {taker.zh}: {count}"))
        parts.append(Markup('<path class="band" d="{}">{}</path>').format(path, title))
    return _svg("flows", width, int(height), words, parts)


def _sums(pairs: Sequence[tuple[Both, Both, int]], side: int) -> dict[Both, int]:
    sums: dict[Both, int] = {}
    for pair in pairs:
        name = pair[0] if side == 0 else pair[1]
        sums[name] = sums.get(name, 0) + pair[2]
    return dict(sorted(sums.items(), key=lambda one: (-one[1], one[0].en)))


def _sign(point: Point, x: float, place: Callable[[float], float], size: float = 4, *, linked: bool = True) -> Markup:
    kind = "hollow" if point.status in _HOLLOW else "struck" if point.status is Status.DENIED else "full"
    css = f"s{min(point.source, SOURCES)} {kind}"
    y1 = place(point.low if point.low is not None else 0)
    y2 = place(point.high if point.high is not None else point.low if point.low is not None else 0)
    if abs(y1 - y2) < 1:
        shape = Markup('<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{}"/>').format(css, x, y1, size)
    else:
        bar = Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{}" height="{:.1f}" rx="2"/>')
        shape = bar.format(css, x - size * 0.7, y2, size * 1.4, y1 - y2)
    if kind == "struck":
        line = Markup('<line class="{}" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>')
        shape += line.format(css, x - size - 3, y2 + size + 3, x + size + 3, y2 - size - 3)
    if not linked:
        return shape
    inside = Markup("<g>{}{}</g>").format(_title(point.words), shape)
    return Markup('<a href="{}">{}</a>').format(point.link, inside) if point.link else inside


def _scale(values: Sequence[float], bottom: float, top: float) -> Callable[[float], float]:
    """From a number to a height; by orders of magnitude where the numbers lie far apart."""
    if not values or min(values) == max(values):
        middle = (bottom + top) / 2
        return lambda _value: middle
    low, high = min(values), max(values)
    if low > 0 and high / low > 20:
        first, last = math.log(low), math.log(high)
        return lambda value: bottom - 6 - (math.log(max(value, low)) - first) / (last - first) * (bottom - 6 - top)
    return lambda value: bottom - 6 - (value - low) / (high - low) * (bottom - 6 - top)


def _ticks(values: Sequence[float]) -> list[float]:
    """The numbers that stand at the axis: those that were given, as far as they do not crowd."""
    place = _scale(values, 200, 0)
    kept: list[float] = []
    for value in sorted(set(values)):
        if not kept or abs(place(value) - place(kept[-1])) >= 18:
            kept.append(value)
    return kept


def _days(first: date, last: date, left: float, right: float) -> Callable[[date], float]:
    if first == last:
        return lambda _day: (left + right) / 2
    return lambda day: left + (day - first).days / (last - first).days * (right - left)


def _day_ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Days named at the axis: each month of a short span, each January of a long one; one day where there is one."""
    if (last - first).days < 40:
        return [(day, day.isoformat()) for day in dict.fromkeys((first, last))]
    months = (last.year - first.year) * 12 + last.month - first.month
    step = 1 if months <= 8 else 3 if months <= 24 else 12
    ticks: list[tuple[date, str]] = []
    for number in range(months + 1):
        year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
        day = date(year, month + 1, 1)
        if day >= first and (month % step == 0 or step == 1):
            ticks.append((day, str(year) if step == 12 else f"{year}-{month + 1:02}"))
    return ticks or [(first, first.isoformat())]


def _short(words: str, most: int) -> str:
    """Words that fit: a wide character counts as two."""
    room, kept = most, ""
    for character in words:
        room -= 2 if ord(character) > 0x2E80 else 1
        if room < 0:
            return kept + "…"
        kept += character
    return kept


def _text(x: float, y: float, words: str | Both, anchor: str, most: int = 99) -> Markup:
    if isinstance(words, str):
        return Markup('<text x="{:.0f}" y="{:.1f}" text-anchor="{}">{}</text>').format(x, y, anchor, words)
    short = Both(_short(words.en, most), _short(words.zh, most))
    frame = Markup('<text x="{:.0f}" y="{:.1f}" text-anchor="{}" data-en="{}" data-zh="{}">{}</text>')
    return frame.format(x, y, anchor, short.en, short.zh, short.en)


def _title(words: Both) -> Markup:
    return Markup('<title data-en="{}" data-zh="{}">{}</title>').format(words.en, words.zh, words.en)


def _svg(css: str, width: int, height: int, words: Both, parts: Sequence[Markup]) -> Markup:
    frame = Markup('<svg class="{}" viewBox="0 0 {} {}" width="{}" height="{}" role="{}" aria-label="{}">{}</svg>')
    return frame.format(
        css,
        width,
        int(height),
        width,
        int(height),
        "img" if css in ("strip", "flows") else "group",
        escape(words.en),
        Markup("").join(parts),
    )
