"""Chinese cardinal numbers, added up numeral by numeral: 一万二千, 5万4千6百, 三五百, 十几.

The lowest and the highest reading are added up side by side, so that 三五百 (300 to 500) and 十几 (11 to 19) need no
rules of their own.
"""

import math
import re
from dataclasses import dataclass

from claimbook.languages.zh.numerals import Numeral
from claimbook.model.claim import Bound

_BARE = re.compile(r"(?<=[上成近超过逾破达足到])[百千万亿]")  # 上万, 近百, 超千, 不足百: no 一 before them
_MEGA = "字瓦赫帕欧伏焦比"  # 兆瓦 is a megawatt, not a trillion
_CLOCK = re.compile(r"\s?(?:分(?!之)|刻|钟|整)")


@dataclass(slots=True)
class _Sum:
    """A cardinal number while it is read: what is added up so far, as (lowest, highest)."""

    total: tuple[float, float] = (0.0, 0.0)
    section: tuple[float, float] = (0.0, 0.0)
    number: tuple[float, float] | None = None
    literal: bool = False
    small: float = math.inf
    big: float = math.inf
    last: float | None = None
    zero: bool = False
    over: bool = False
    vague: bool = False

    def take_unit(self, value: float) -> None:
        low, high = self.number or (1.0, 1.0)
        self.section = (self.section[0] + low * value, self.section[1] + high * value)
        self.number, self.literal, self.zero = None, False, False
        self.small = self.last = value

    def take_big(self, value: float) -> None:
        low, high = self.number or (0.0, 0.0)
        part = (self.section[0] + low, self.section[1] + high)
        if value > self.big:
            self.total = ((self.total[0] + part[0]) * value, (self.total[1] + part[1]) * value)
        elif part == (0.0, 0.0):
            self.total = (self.total[0] * value, self.total[1] * value)
        else:
            self.total = (self.total[0] + part[0] * value, self.total[1] + part[1] * value)
        self.section, self.number, self.literal, self.zero = (0.0, 0.0), None, False, False
        self.small, self.big, self.last = math.inf, value, value

    def result(self) -> tuple[float, float]:
        """A last digit counts the next lower unit (两千三 is 2300) unless 零 stands before it (两千零三)."""
        low, high = self.number or (0.0, 0.0)
        if self.last is not None and self.last >= 100 and not self.zero and max(high, low) < 10 and self.number:
            low, high = low * self.last / 10, high * self.last / 10
        return (self.total[0] + self.section[0] + low, self.total[1] + self.section[1] + high)


def touches(plain: str, left: Numeral, right: Numeral) -> bool:
    """Nothing but a few blanks lies between the two."""
    gap = plain[left.end : right.start]
    return not gap or (len(gap) <= 3 and gap.isspace() and "\n" not in gap)


def cardinal(plain: str, numerals: list[Numeral], at: int) -> tuple[tuple[float, float, int, Bound] | None, int]:
    """Lowest, highest, end and bound of the cardinal number at a numeral, and the numeral after it."""
    if numerals[at].role == "digit" and (run := _digit_run(numerals, at)) > at + 1:
        following = numerals[run] if run < len(numerals) and numerals[run].start == numerals[run - 1].end else None
        if not (run == at + 2 and _pair(numerals, at)) and (following is None or following.role not in ("unit", "big")):
            value = float("".join(str(int(numeral.low)) for numeral in numerals[at:run]))
            return (value, value, numerals[run - 1].end, Bound.EXACT), run
    sum_ = _Sum()
    i = at
    while i < len(numerals) and (i == at or _joined(plain, numerals, i)):
        step = _take(plain, numerals, i, i == at, sum_)
        if not step:
            break
        i += step
    if i == at or (numerals[i - 1].role == "several" and i == at + 1):
        return None, max(i, at + 1)
    i = _decimals(plain, numerals, i, sum_)
    low, high = sum_.result()
    if i < len(numerals) and numerals[i].role == "dozen" and numerals[i].start == numerals[i - 1].end:
        low, high, i = low * 12, high * 12, i + 1
    if plain.startswith("个亿", numerals[i - 1].end) and i < len(numerals):  # 两个亿
        low, high, i = low * 1e8, high * 1e8, i + 1
    bound = Bound.OVER if sum_.over else Bound.VAGUE if sum_.vague else Bound.EXACT
    return (low, high, numerals[i - 1].end, bound), i


def _digit_run(numerals: list[Numeral], at: int) -> int:
    """Where a run of single digits (二〇二五) ends."""
    end = at + 1
    while (
        end < len(numerals) and numerals[end].role in ("digit", "zero") and numerals[end].start == numerals[end - 1].end
    ):
        end += 1
    return end


def _pair(numerals: list[Numeral], at: int) -> bool:
    """Two digits side by side that mean "this or that": 三四, 七八, 三五."""
    left, right = numerals[at].low, numerals[at + 1].low
    return numerals[at + 1].role == "digit" and (right == left + 1 or (left, right) == (3, 5))


def _joined(plain: str, numerals: list[Numeral], i: int) -> bool:
    """The numeral goes on with the number before it: nothing between them, or blanks that the units explain."""
    left, right = numerals[i - 1], numerals[i]
    if left.end == right.start:
        return True
    if not touches(plain, left, right):
        return False
    if right.role in ("big", "plus") or (right.role == "unit" and not (left.role == "literal" and right.low == 10)):
        return True
    if right.role == "unit" or left.role == "literal":
        return False
    follower = numerals[i + 1] if i + 1 < len(numerals) and touches(plain, right, numerals[i + 1]) else None
    return follower is not None and (
        follower.role in ("unit", "big", "and")
        or (right.role == "digit" and left.role == "unit" and follower.role == "part")
    )


def _take(plain: str, numerals: list[Numeral], i: int, first: bool, sum_: _Sum) -> int:
    """Add one numeral to the sum; how many numerals that used, 0 where the number ends before it."""
    numeral = numerals[i]
    after = numerals[i + 1] if i + 1 < len(numerals) and touches(plain, numeral, numerals[i + 1]) else None
    close = after if after is not None and after.start == numeral.end else None
    match numeral.role:
        case "literal":
            fits = first or (sum_.number is None and numeral.low.is_integer() and sum_.last is not None)
            if not fits or (sum_.last is not None and numeral.low >= sum_.last):
                return 0
            sum_.number, sum_.literal = (numeral.low, numeral.low), True
        case "digit":
            return _take_digit(numerals, i, sum_, close, after)
        case "couple":  # 三千两百, but 三十两 is a weight
            if sum_.number is not None or (not first and (after is None or after.role not in ("unit", "big"))):
                return 0
            sum_.number = (numeral.low, numeral.high)
            if first and close is not None and close.role == "digit" and close.low == 3:  # 两三千
                sum_.number = (2.0, 3.0)
                return 2
        case "several":
            if sum_.number is not None or (first and (close is None or close.role not in ("unit", "big"))):
                return 0
            sum_.number = (1.0, 9.0) if sum_.last == 10 else (numeral.low, numeral.high)
            sum_.vague = True
        case "tens":
            if sum_.number is not None or sum_.small <= 10:
                return 0
            sum_.section = (sum_.section[0] + numeral.low, sum_.section[1] + numeral.low)
            sum_.small = sum_.last = 10
        case "unit":
            return _take_unit(plain, numeral, first, sum_, after)
        case "big":
            started = not first and (sum_.number is not None or sum_.section[0] or sum_.total[0])
            if plain[numeral.start] == "兆" and plain[numeral.end : numeral.end + 1] in tuple(_MEGA):
                return 0
            empty = sum_.number is None and not sum_.section[0]
            if not started:
                follows = close is not None and (
                    close.role in ("plus", "part") or (close.role == "digit" and numeral.low == 1e4)
                )
                if not first or not (follows or _BARE.match(plain, numeral.start)):
                    return 0
                sum_.number = (1.0, 1.0)
            elif (empty and sum_.big < math.inf and numerals[i - 1].role not in ("big", "plus")) or (
                not empty and numeral.low == sum_.big
            ):
                return 0
            sum_.take_big(numeral.low)
        case "zero":
            if sum_.number is not None or (
                not first
                and (close is None or close.role not in ("digit", "couple", "literal", "several", "unit", "tens"))
            ):
                return 0
            sum_.zero = True
            if first and not (close is not None and close.role in ("unit", "digit")):
                sum_.number = (0.0, 0.0)
        case "plus":
            counted = sum_.number is not None or sum_.last is not None
            if (
                first
                or not counted
                or after is None
                or after.role not in ("big", "unit")
                or (after.role == "unit" and after.low < 100)
            ):
                return 0
            sum_.over = True
        case "half":
            if not first or close is None or close.role != "unit" or close.low != 100:
                return 0
            sum_.number = (0.5, 0.5)
        case _:
            return 0
    return 1


def _take_digit(numerals: list[Numeral], i: int, sum_: _Sum, close: Numeral | None, after: Numeral | None) -> int:
    numeral = numerals[i]
    if sum_.number is not None:
        return 0
    counts_on = after is not None and after.role in ("unit", "big")
    if sum_.last is not None and i > 1 and numerals[i - 2].role == "literal" and not counts_on:
        return 0  # 100万一架: a price each, not 1,010,000
    if close is not None and close.role == "digit" and _pair(numerals, i):
        third = numerals[i + 2] if i + 2 < len(numerals) and numerals[i + 2].start == close.end else None
        if third is None or third.role != "digit":
            sum_.number = (numeral.low, close.low)
            return 2
    sum_.number = (numeral.low, numeral.high)
    return 1


def _take_unit(plain: str, numeral: Numeral, first: bool, sum_: _Sum, after: Numeral | None) -> int:
    if numeral.low >= sum_.small:
        return 0
    if sum_.number is None:
        follows = after is not None and after.role in ("big", "plus", "digit", "couple", "unit", "part")
        if first and numeral.low > 10 and not follows and not _BARE.match(plain, numeral.start):
            return 0
        if not first and not (sum_.zero or (numeral.low == 10 and sum_.small == 100)):
            return 0
    sum_.take_unit(numeral.low)
    return 1


def _decimals(plain: str, numerals: list[Numeral], i: int, sum_: _Sum) -> int:
    """Read 点五七九 after the cardinal, and a 万 or 亿 after that. 三点五分 is a time and is left."""
    if i + 1 >= len(numerals) or numerals[i].role != "point" or not touches(plain, numerals[i - 1], numerals[i]):
        return i
    if sum_.vague or sum_.over or not touches(plain, numerals[i], numerals[i + 1]):
        return i
    end = _digit_run(numerals, i + 1)
    digits = numerals[i + 1 : end]
    if digits[0].role == "literal":
        text = plain[digits[0].start : digits[0].end]
        end = i + 2
    elif digits[0].role in ("digit", "zero"):
        text = "".join(str(int(numeral.low)) for numeral in digits)
    else:
        return i
    follower = numerals[end] if end < len(numerals) and touches(plain, numerals[end - 1], numerals[end]) else None
    if (
        not text.isdigit()
        or (follower is not None and follower.role == "unit")
        or _CLOCK.match(plain, numerals[end - 1].end)
    ):
        return i
    low = sum_.result()[0] + float("0." + text)
    sum_.total, sum_.section, sum_.number, sum_.zero = (0.0, 0.0), (0.0, 0.0), (low, low), True
    while follower is not None and follower.role == "big":
        sum_.take_big(follower.low)
        end += 1
        follower = numerals[end] if end < len(numerals) and touches(plain, numerals[end - 1], numerals[end]) else None
    return end
