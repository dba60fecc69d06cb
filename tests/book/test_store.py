"""What a book keeps, and that adding the same again changes nothing."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from claimbook.book import Added, Book
from claimbook.errors import BadInput, Problem
from claimbook.model.claim import Claim, Event
from claimbook.model.document import Edit, Fact, LeftOut
from claimbook.model.matter import Verdict
from claimbook.model.span import Span
from tests.book.making import make_claim, make_document, make_matter

TEXT = "据乌方消息,老挝派出50人前往库尔斯克。相关推荐"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a book is to be."""
    return tmp_path / "news.book"


def filled(path: Path) -> tuple[Claim, ...]:
    """A book of two articles with a matter; its claims."""
    first = make_document("a.txt", TEXT, left_out=(LeftOut(Span(20, 24), "other headlines"),))
    second = make_document("b.txt", "Laos<br>will send 50 &amp; more.", edits=(Edit(Span(4, 8), " ", "markup"),),
                           facts=(Fact("outlet", "看看新闻", "line 1"),))  # fmt: skip
    claims = (make_claim(first, "老挝派出50人"), make_claim(second, "will send 50"))
    with Book.open(path, create=True) as book:
        book.add([second, first], claims, [Problem("c.html", "is empty", "leave it out")])
        book.set_matters([make_matter(list(claims))])
    return claims


def dump(path: Path) -> list[str]:
    """Every row of a book as text."""
    connection = sqlite3.connect(path)
    rows = list(connection.iterdump())
    connection.close()
    return rows


def test_what_is_written_is_read_back_equal(path: Path) -> None:
    """Documents come back with their readings, claims and matters field by field."""
    claims = filled(path)
    with Book.open(path, read_only=True) as book:
        first, second = book.documents()
        assert [first.name, second.name] == ["a.txt", "b.txt"]
        assert second.reading.text == "Laos will send 50 &amp; more."
        assert first.reading.left_out == (LeftOut(Span(20, 24), "other headlines"),)
        assert second.fact("outlet") == "看看新闻"
        assert book.claims() == claims
        assert book.claim(claims[0].id) == claims[0]
        assert book.matters() == (make_matter(list(claims)),)
        assert book.matter(book.matters()[0].id) == book.matters()[0]
        assert book.document(first.id) == first
        assert book.problems() == (Problem("c.html", "is empty", "leave it out"),)
        assert book.check_pins() == ()


def test_adding_the_same_again_changes_no_row(path: Path) -> None:
    """A second build of the same articles leaves the same rows, the table of builds included."""
    filled(path)
    before = dump(path)
    filled(path)
    assert dump(path) == before


def test_the_order_of_adding_does_not_show(tmp_path: Path) -> None:
    """Claims come by document and place, whatever order they were added in."""
    document = make_document("a.txt", TEXT)
    claims = [make_claim(document, quote) for quote in ("老挝派出", "据乌方消息", "50人")]
    orders = []
    for number, order in enumerate((claims, claims[::-1])):
        with Book.open(tmp_path / f"{number}.book", create=True) as book:
            book.add([document], order)
            orders.append(book.claims())
    assert orders[0] == orders[1]
    assert [claim.span.start for claim in orders[0]] == sorted(claim.span.start for claim in claims)


def test_a_newer_text_of_the_same_name_replaces_the_older(path: Path) -> None:
    """The older article is kept and marked; its claims are no longer current, but can still be asked for."""
    filled(path)
    newer = make_document("a.txt", "老挝派出80人。")
    claim = make_claim(newer, "老挝派出80人", people=80)
    with Book.open(path) as book:
        old = book.documents()[0]
        gone = book.claims()[0]
        assert book.add([newer], [claim]) == Added(documents=1, replaced=1, claims=1)
        assert next(one.id for one in book.documents()) == newer.id
        assert {one.id for one in book.documents(replaced=True)} > {old.id, newer.id}
        assert gone not in book.claims() and claim in book.claims()
        assert book.claim(gone.id) == gone
        assert book.add([old], [gone]).replaced == 1
        assert gone in book.claims() and claim not in book.claims()


def test_other_claims_of_the_same_article_take_the_place_of_the_first(path: Path) -> None:
    """When the program has learned something, an article read again has the new claims only."""
    filled(path)
    with Book.open(path) as book:
        first = book.documents()[0]
        better = replace(make_claim(first, "老挝派出50人"), id="f" * 16, event=Event.ASSIST)
        assert book.add([first], [better]) == Added(claims=2)
        assert [claim.event for claim in book.claims()] == [Event.ASSIST, Event.DEPLOY]


def test_a_claim_without_its_article_is_refused(path: Path) -> None:
    """Nothing is kept whose words cannot be looked up."""
    document = make_document("a.txt", TEXT)
    with Book.open(path, create=True) as book:
        with pytest.raises(BadInput, match=r"'a.txt', which is not in the book"):
            book.add([], [make_claim(document, "50人")])
        assert book.documents() == ()


def test_a_matter_of_unknown_claims_is_refused_and_the_old_ones_stay(path: Path) -> None:
    """All or nothing."""
    filled(path)
    stranger = make_claim(make_document("z.txt", TEXT), "50人")
    with Book.open(path) as book:
        with pytest.raises(BadInput, match="not in"):
            book.set_matters([make_matter([stranger])])
        assert len(book.matters()) == 1


def test_a_problem_is_forgotten_when_the_file_is_fine(path: Path) -> None:
    """An article that was unreadable and now is read leaves no complaint behind."""
    filled(path)
    with Book.open(path) as book:
        mended = make_document("c.html", "老挝派出50人")
        book.add([mended], [])
        assert book.problems() == ()


def test_contested_matters_stand_first(path: Path) -> None:
    """The order of matters is the order of interest."""
    document = make_document("a.txt", TEXT)
    claims = [make_claim(document, quote) for quote in ("老挝派出", "据乌方消息", "50人")]
    with Book.open(path, create=True) as book:
        book.add([document], claims)
        book.set_matters([
            make_matter([claims[0]], title="A"),
            make_matter([claims[1]], Verdict.REVISED, title="B"),
            make_matter([claims[2]], Verdict.CONTESTED, title="C"),
        ])  # fmt: skip
        assert [matter.title for matter in book.matters()] == ["C", "B", "A"]


def test_things_are_found_by_the_start_of_their_id(path: Path) -> None:
    """A prefix is enough where it leaves one thing; a document is found by its name too."""
    claims = filled(path)
    with Book.open(path) as book:
        assert book.find(claims[0].id[:10]) == claims[0]
        assert book.find("b.txt") == book.documents()[1]
        assert book.find(book.matters()[0].id) == book.matters()[0]
        with pytest.raises(BadInput, match="begins with 'zzz'"):
            book.find("zzz")
        with pytest.raises(BadInput, match="Give the id"):
            book.find("  ")
        with pytest.raises(BadInput, match="begins with '%'"):
            book.find("%")


def test_an_ambiguous_id_names_the_candidates(path: Path) -> None:
    """The answer says what to choose from."""
    document = make_document("a.txt", TEXT)
    claims = [replace(make_claim(document, "50人"), id=f"abc{number}") for number in range(3)]
    with Book.open(path, create=True) as book:
        book.add([document], claims)
        with pytest.raises(BadInput, match=r"claim abc0, claim abc1, claim abc2\. Give one more"):
            book.find("ab")


def test_altered_text_and_altered_quotes_are_found(path: Path) -> None:
    """Whoever changes the book by hand is caught by the pins."""
    filled(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE documents SET text = replace(text, '50', '500') WHERE name = 'a.txt'")
    connection.commit()
    connection.close()
    with Book.open(path) as book:
        what = [problem.what for problem in book.check_pins()]
    assert len(what) == 2
    assert "SHA-256" in what[0] and "老挝派出50人" in what[1]


def test_odd_characters_are_kept(path: Path) -> None:
    """Characters outside the basic plane, NUL and controls come back as they were."""
    text = "𠮷野家 50人\0\u2028 😀 \x1f"
    with Book.open(path, create=True) as book:
        book.add([make_document("a.txt", text)], [])
        assert book.documents()[0].text == text
        assert book.check_pins() == ()
