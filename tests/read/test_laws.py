"""Laws of the reading stage, on texts nobody wrote."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.errors import Problem
from claimbook.model.document import Document, Edit, LeftOut
from claimbook.model.span import Span
from claimbook.read import read_bytes
from claimbook.read.offsets import OffsetMap, apply_edits, build_reading, compose_edits, unaccounted

LETTERS = "老挝派兵,。abc 1\n<p>&amp;\ufffd\u200b(xi)"
TEXTS = st.text(alphabet=LETTERS, max_size=40)
FRAGMENTS = (
    "<p>", "</p>", "<div class='nav'>", "<", ">", "&amp;", "&#x;", "<!--", "-->", "<script>", "老挝派出50人。\n",
    "相关推荐\n", "2025-09-03\n", "特别声明:以上内容\n", "\r\n", "\x00", "\ufeff", "<a href=\"", "\"", "(资料图)\n",
    "来源：新华社\n", "首页 > 正文\n",
)  # fmt: skip
PAGES = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)


@st.composite
def edited(draw: st.DrawFn, text: str | None = None) -> tuple[str, tuple[Edit, ...]]:
    """A text with edits that do not overlap."""
    text = draw(TEXTS) if text is None else text
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    return text, tuple(Edit(span, draw(st.text(alphabet=LETTERS, max_size=3)), "test") for span in spans)


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=300), ending=st.sampled_from((".txt", ".html", "", ".jsonl", ".csv", ".zip", ".eml")))
def test_reading_never_raises_on_any_bytes(data: bytes, ending: str) -> None:
    """Whatever the bytes, there is a document or a problem."""
    assert isinstance(read_bytes(data, "x" + ending), (Document, Problem))


@settings(max_examples=80, deadline=None)
@given(page=PAGES, ending=st.sampled_from((".txt", ".html")))
def test_every_character_is_accounted_for(page: str, ending: str) -> None:
    """Each character of the text is in the reading, in an edit, or left out."""
    document = read_bytes(page.encode(), "x" + ending)
    if isinstance(document, Document):
        assert unaccounted(document.reading, document.text) == ()
        again = build_reading(
            document.text, document.reading.edits, document.reading.left_out, document.reading.captions
        )
        assert again == document.reading


@settings(max_examples=100, deadline=None)
@given(edited(), st.data())
def test_maps_come_back(case: tuple[str, tuple[Edit, ...]], data: st.DataObject) -> None:
    """A stretch of the reading leads to a stretch of the source that leads back to one that holds it."""
    text, edits = case
    words, way = apply_edits(text, edits)
    start = data.draw(st.integers(0, len(words)))
    span = Span(start, data.draw(st.integers(start, len(words))))
    back = way.to_source(span)
    assert back.end <= len(text)
    if len(span):
        there = way.to_reading(back)
        assert there is None or not len(back) or there.contains(span)


@settings(max_examples=100, deadline=None)
@given(edited(), st.data())
def test_two_steps_are_one(case: tuple[str, tuple[Edit, ...]], data: st.DataObject) -> None:
    """Edits made on edited text, composed, give the same text, and a map that agrees with the two on copied text."""
    text, first = case
    middle, way = apply_edits(text, first)
    _, second = data.draw(edited(middle))
    wanted, then = apply_edits(middle, second)
    got, one = apply_edits(text, compose_edits(text, first, second))
    assert got == wanted
    both = then.compose(way)
    for piece in one.pieces:
        if piece.copied:
            assert both.to_source(piece.reading) == piece.source


@settings(max_examples=60, deadline=None)
@given(edited(), st.data())
def test_left_out_text_leaves_the_rest_alone(case: tuple[str, tuple[Edit, ...]], data: st.DataObject) -> None:
    """Leaving out whole edits and copied text in between accounts for every character still."""
    text, edits = case
    ends = sorted({0, len(text), *(edit.source.start for edit in edits), *(edit.source.end for edit in edits)})
    pair = sorted(data.draw(st.tuples(st.sampled_from(ends), st.sampled_from(ends))))
    reading = build_reading(text, edits, [LeftOut(Span(*pair), "test")])
    assert unaccounted(reading, text) == ()
    assert isinstance(reading.map, OffsetMap)
