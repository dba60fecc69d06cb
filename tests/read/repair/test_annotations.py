"""Inserted readings are taken out of damaged pages, and nothing else is taken out of any page."""

import pytest

from claimbook.model.document import Edit
from claimbook.read.repair import repair_pinyin

DAMAGED = (
    "市政府昨日召開(kāi)會(huì)議,討論(lùn)港口擴(kuò)建的計(jì)劃。負(fù)責(zé)人說(shuō),"
    "碼頭將(jiāng)在年內(nèi)完(wán)工,運(yùn)費(fèi)會(huì)下降。"
)


def repaired(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with the edits made."""
    for edit in reversed(edits):
        text = text[: edit.source.start] + edit.replacement + text[edit.source.end :]
    return text


def test_readings_behind_traditional_forms_go_and_all_else_stays() -> None:
    """A reading goes where the character is a Traditional form; 完 is none, so its reading stays."""
    edits = repair_pinyin(DAMAGED)
    clean = "市政府昨日召開會議,討論港口擴建的計劃。負責人說,碼頭將在年內完(wán)工,運費會下降。"
    assert repaired(DAMAGED, edits) == clean
    assert all(edit.sure and edit.kind == "inserted pinyin" for edit in edits)


@pytest.mark.parametrize(
    "words", ["(NIS)", "(HUR)", "(資料圖)", "愛(ai)", "尕(gǎ)", "(Kim Ju-ae)", "愛(love)", "國(2024年)"]
)
def test_ordinary_brackets_stay_on_a_damaged_page(words: str) -> None:
    """What a writer put in brackets is kept."""
    text = DAMAGED + "他見到了" + words + "。"
    assert words in repaired(text, repair_pinyin(text))


@pytest.mark.parametrize(
    "text",
    ["", "?", "(", "平壤(資料圖)", "“臺”字念臺(tái),“長”字念長(zhǎng)或長(cháng)。臺灣、長江、臺北、長沙。", "who?jī)"],
)
def test_a_page_without_the_damage_is_left_alone(text: str) -> None:
    """A few readings do not make a damaged page."""
    assert repair_pinyin(text) == ()
