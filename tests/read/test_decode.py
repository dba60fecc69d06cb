"""Bytes are read in the encoding they are in, whatever anybody declares."""

import pytest

from claimbook.read.decode import decode

CASES = (
    ("utf-8", "朝鲜派出工兵"),
    ("utf-8-sig", "朝鲜派出工兵"),
    ("gb18030", "据韩国国情院消息,朝鲜将向俄罗斯派出工兵。"),
    ("gbk", "9月3日,两国领导人在北京举行会谈。"),
    ("big5", "據南韓國情院消息，北韓將向俄羅斯派出工兵。"),
    ("utf-16-le", "据韩国国情院消息,朝鲜将派出工兵。"),
    ("utf-16-be", "9月3日，“不会派兵”——他说"),
    ("utf-16", "Laos will send sappers."),
    ("cp949", "국방부는 14일 라오스가 공병을 보낸다고 밝혔다."),
    ("cp932", "国防省は１４日、工兵を派遣すると発表した。"),
    ("cp1251", "Минобороны подтвердило отправку сапёров."),
    ("cp1252", "“We don’t know,” the président said – naïve."),
    ("cp1250", "Prezydent oświadczył, że żołnierze przybędą."),
)


@pytest.mark.parametrize(("encoding", "text"), CASES)
def test_text_comes_back(encoding: str, text: str) -> None:
    """What was written is what is read."""
    decoded = decode(text.encode(encoding))
    assert decoded is not None and decoded.text == text


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "iso-8859-1", "no-such-thing", None])
def test_a_wrong_declaration_loses(declared: str | None) -> None:
    """The bytes decide, and what was declared is told."""
    decoded = decode("據南韓國情院消息，北韓將派出工兵。".encode("big5"), declared)
    assert decoded is not None and decoded.encoding == "big5"
    assert declared is None or declared in decoded.why


def test_a_cut_or_broken_text_is_still_read() -> None:
    """A character cut in half, or one broken byte, is one unreadable character."""
    whole = "朝鲜将向俄罗斯派出工兵,人数约为五十人。".encode()
    for data in (whole[:-1], whole[:30] + b"\xff" + whole[30:]):
        decoded = decode(data)
        assert decoded is not None and decoded.encoding == "utf-8" and decoded.text.count("\ufffd") == 1


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x7fELF" + bytes(500), b"\x00\x01\x02\x03" * 300])
def test_no_text(data: bytes) -> None:
    """Programs and noise are no text."""
    assert decode(data) is None
