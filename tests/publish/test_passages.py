"""Cutting an article for showing: every character accounted for, overlapping evidence, repairs and left-out parts."""

from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.claim import Claim
from claimbook.model.document import Document, Edit, LeftOut
from claimbook.model.span import Span
from claimbook.publish.passages import Folded, Paragraph, Piece, blocks, sentence
from tests.book.making import make_claim, make_document


def shown(document: Document, claims: list[Claim]) -> list[list[tuple[str, int]]]:
    """The paragraphs as texts with the number of claims on each."""
    found = [block for block in blocks(document, claims) if isinstance(block, Paragraph)]
    return [[(piece.text, len(piece.claims)) for piece in block.pieces] for block in found]


def test_overlapping_evidence_is_cut_at_every_border() -> None:
    """Where two claims share words, those words carry both."""
    document = make_document("a.txt", "老挝同意派出50名工兵前往库尔斯克")
    claims = [make_claim(document, "老挝同意派出50名工兵"), make_claim(document, "派出50名工兵前往库尔斯克")]
    assert shown(document, claims) == [[("老挝同意", 1), ("派出50名工兵", 2), ("前往库尔斯克", 1)]]


def test_evidence_inside_evidence() -> None:
    """A claim within another one's sentence begins at its own place."""
    document = make_document("a.txt", "老挝派出50名工兵。")
    outer, inner = make_claim(document, "老挝派出50名工兵。"), make_claim(document, "50名")
    (block,) = blocks(document, [outer, inner])
    assert isinstance(block, Paragraph)
    assert [(piece.text, piece.starts) for piece in block.pieces] == [
        ("老挝派出", (outer.id,)), ("50名", (inner.id,)), ("工兵。", ()),
    ]  # fmt: skip


def test_a_line_of_the_text_is_a_paragraph() -> None:
    """Empty lines are not shown; evidence may run over a line's end."""
    document = make_document("a.txt", "老挝派出\n\n50人\n完")
    lines = shown(document, [make_claim(document, "派出\n\n50人")])
    assert lines == [[("老挝", 0), ("派出", 1)], [("50人", 1)], [("完", 0)]]


def test_a_repair_shows_both_and_markup_neither() -> None:
    """What is read stands in the text, what came beside it; tags vanish without a trace."""
    text = "老<b>撾</b>戰(zhàn)爭"
    pin = text.index("(")
    edits = (
        Edit(Span(1, 4), "", "markup"),
        Edit(Span(5, 9), "", "markup"),
        Edit(Span(pin, pin + 6), "", "inserted pinyin"),
    )
    document = make_document("a.txt", text, edits)
    (block,) = blocks(document, [])
    assert isinstance(block, Paragraph)
    assert block.pieces == (
        Piece("老撾戰", None, (), ()), Piece("", "(zhàn)", (), ()), Piece("爭", None, (), ()),
    )  # fmt: skip


def test_what_is_left_out_stands_folded_in_its_place() -> None:
    """Between the paragraphs, with its reason and its length."""
    text = "标题\n广告广告\n老挝派兵。"
    document = make_document("a.txt", text, left_out=(LeftOut(Span(3, 8), "advertising"),))
    first, folded, last = blocks(document, [])
    assert isinstance(first, Paragraph) and isinstance(last, Paragraph)
    assert folded == Folded("advertising", 5, "广告广告\n")


def test_the_sentence_around_an_evidence_is_shown() -> None:
    """From the end of the sentence before to the end of its own."""
    document = make_document("a.txt", "俄方没有证实。据报道,老挝派出50人,任务是排雷。随后撤回。")
    pieces = sentence(document, make_claim(document, "老挝派出50人"))
    texts = [(piece.text, len(piece.claims), piece.figure) for piece in pieces]
    assert texts == [
        ("据报道,", 0, False), ("老挝派出", 1, False), ("50", 1, True), ("人", 1, False), (",任务是排雷。", 0, False),
    ]  # fmt: skip


def test_an_english_sentence_ends_at_its_full_stop_and_no_word_is_cut() -> None:
    """A point in a number ends nothing."""
    document = make_document("a.txt", "It began in May. Laos will send 1.5 thousand people. Nobody knows.")
    pieces = sentence(document, make_claim(document, "will send 1.5 thousand"))
    assert "".join(piece.text for piece in pieces) == "Laos will send 1.5 thousand people."
    long = make_document("b.txt", "word " * 60 + "will send 50 people " + "word " * 60)
    text = "".join(piece.text for piece in sentence(long, make_claim(long, "will send 50")))
    assert text.startswith("word ") and len(text) < 360


def test_no_half_of_a_tag_is_shown() -> None:
    """A question mark in an address ends no sentence that is shown."""
    text = 'x。<a href="p?q">老挝派出50人</a>。'
    edits = (Edit(Span(2, 16), "", "markup"), Edit(Span(23, 27), "", "markup"))
    document = make_document("a.html", text, edits)
    assert "".join(piece.text for piece in sentence(document, make_claim(document, "老挝派出50人"))) == "老挝派出50人。"


@given(st.data())
def test_every_character_is_shown_once(data: st.DataObject) -> None:
    """Whatever overlaps whatever, the pieces together are the reading and what was left out."""
    text = data.draw(st.text(alphabet="甲乙丙丁<>。 ", min_size=1, max_size=40))
    cut = st.integers(0, len(text))
    ends = sorted(data.draw(st.lists(cut, min_size=4, max_size=4, unique=True)) if len(text) > 3 else [0, 0, 0, 0])
    new = data.draw(st.sampled_from(["", "己"]))
    edits = (Edit(Span(ends[0], ends[1]), new, "repair"),) if ends[0] < ends[1] else ()
    out = (LeftOut(Span(ends[2], ends[3]), "links"),) if ends[2] < ends[3] else ()
    document = make_document("a.txt", text, edits, out)
    claims = []
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        claims.append(make_claim(document, text[start:end], people=start * 100 + end))
    found = blocks(document, claims)
    words = "".join(piece.text for block in found if isinstance(block, Paragraph) for piece in block.pieces)
    assert words.replace(" ", "") == document.reading.text.replace(" ", "")
    starts = [key for block in found if isinstance(block, Paragraph) for piece in block.pieces for key in piece.starts]
    assert len(starts) == len(set(starts))
