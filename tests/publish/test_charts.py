"""Pictures: the right sign for each claim, readable by machines and people, whatever the numbers."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from claimbook.model.claim import Status
from claimbook.publish.charts import Point, Step, chain, flows, over_time, strip
from claimbook.publish.figures import number
from claimbook.publish.labels import Both

WORDS = Both("figures", "数字")


def point(low: float | None, high: float | None = None, status: Status = Status.DONE, day: date | None = None) -> Point:
    """A claim of one source."""
    return Point(low, low if high is None else high, status, 0, day, Both("50 <people>", "50人"), "#c-1")


@pytest.mark.parametrize(
    ("one", "signs"),
    [
        (point(50), ["circle full"]),
        (point(50, status=Status.PLANNED), ["circle hollow"]),
        (point(50, status=Status.POSSIBLE), ["circle hollow"]),
        (point(50, status=Status.DENIED), ["circle struck", "line struck"]),
        (point(None), ["circle full"]),
    ],
)
def test_each_status_has_its_sign(one: Point, signs: list[str]) -> None:
    """Full, hollow, struck."""
    root = ET.fromstring(str(strip([one], WORDS)))
    found = [f"{part.tag} {part.get('class', '').split()[-1]}" for part in root.iter() if "s0" in part.get("class", "")]
    assert found == signs


def test_a_range_is_a_bar() -> None:
    """From its low to its high end, beside an exact figure as a dot."""
    root = ET.fromstring(str(strip([point(1000, 6000), point(3000)], WORDS)))
    assert [part.tag for part in root.iter() if "s0" in part.get("class", "")] == ["rect", "circle"]


def test_higher_figures_stand_higher() -> None:
    """Also where they lie orders of magnitude apart."""
    for figures in ((50, 80), (50, 2_000_000)):
        root = ET.fromstring(str(strip([point(figure) for figure in figures], WORDS)))
        low, high = (float(part.get("cy", "0")) for part in root.iter("circle"))
        assert high < low


def test_figures_over_time_name_their_numbers_and_days() -> None:
    """Both axes are labelled, what has no day stands apart and is said to."""
    points = [point(50, day=date(2025, 7, 5)), point(80, day=date(2025, 7, 9)), point(60)]
    text = str(over_time(points, WORDS, number, Both("undated", "日期不详")))
    ET.fromstring(text)
    for words in (">50<", ">80<", ">2025-07-05<", ">2025-07-09<", ">undated<", "50 &lt;people&gt;"):
        assert words in text


def test_who_has_it_from_whom_is_drawn_from_left_to_right() -> None:
    """Origins, who passed it on, articles; a denial is another kind of line."""
    steps = [
        Step((0, "HUR"), (1, "wire")),
        Step((1, "wire"), (4, "a.txt")),
        Step((0, "LAO"), (4, "a.txt"), denies=True),
    ]
    root = ET.fromstring(str(chain(steps, lambda node: (Both(node[1], node[1]), f"#s-{node[1]}"), WORDS)))
    at = {part.findtext(".//text"): float(part.find(".//rect").get("x", "0")) for part in root.iter("a")}  # type: ignore[union-attr]
    assert at["HUR"] < at["wire"] < at["a.txt"]
    assert len([part for part in root.iter("path") if part.get("class") == "flow no"]) == 1


def test_bands_are_as_wide_as_their_number() -> None:
    """One band a pair, an empty picture for none."""
    laos, russia, kim = Both("Laos", "老挝"), Both("Russia", "俄罗斯"), Both("North Korea", "朝鲜")
    root = ET.fromstring(str(flows([(kim, russia, 6), (laos, russia, 2)], WORDS)))
    assert len(list(root.iter("path"))) == 2
    heights = [float(bar.get("height", "0")) for bar in root.iter("rect")]
    assert heights[0] == 3 * heights[1]
    assert str(flows([], WORDS)) == ""
