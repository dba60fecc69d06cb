"""A small book with one of everything, and one whose articles try to break out of the page."""

from pathlib import Path

from claimbook.book import Book
from claimbook.errors import Problem
from claimbook.model.claim import Bound, Party, Status
from claimbook.model.document import Edit, Fact, LeftOut
from claimbook.model.matter import Flag, Link, Relation, Verdict
from claimbook.model.span import Span
from tests.book.making import KYIV, LAOS, SEOUL, make_claim, make_document, make_matter

WIRE = "江海社7月5日电 乌克兰军事情报局称,老挝同意派出约50名工兵前往库尔斯克。俄方没有证实。\n相关推荐 广告"
PAGE = "<p>South Korea&#39;s spy agency says Laos <b>will send 80 sappers</b> to Russia.</p><p>Laos denied it.</p>"
DAMAGED = "老撾政府同意派遣戰(zhàn)場(chǎng)工兵50人。"

HOSTILE = '</script><script>document.title="broken"</script><img src=x onerror="document.title=\'broken\'">\'"><b>'


def make_book(path: Path) -> Path:
    """Three articles, a contested matter and one of a single source, a problem."""
    end = WIRE.index("\n")
    wire = make_document("wire.txt", WIRE, left_out=(LeftOut(Span(end, len(WIRE)), "other headlines"),),
                         facts=(Fact("outlet", "江海社", "dateline"), Fact("title", "老挝派兵", "line 1")))  # fmt: skip
    breaks = {"<p>": "", "</p><p>": "\n", "<b>": "", "</b>": ""}
    tags = [Edit(Span(PAGE.index(tag), PAGE.index(tag) + len(tag)), new, "markup") for tag, new in breaks.items()]
    tags.append(Edit(Span(len(PAGE) - 4, len(PAGE)), "", "markup"))
    entity = PAGE.index("&#39;")
    page = make_document("page.html", PAGE, edits=(*tags, Edit(Span(entity, entity + 5), "'", "entity")),
                         facts=(Fact("url", "https://example.org/a", "given"),), date="2025-07-08")  # fmt: skip
    repairs = [Edit(Span(at, at + len(pinyin)), "", "inserted pinyin") for pinyin in ("(zhàn)", "(chǎng)")
               for at in [DAMAGED.index(pinyin)]]  # fmt: skip
    damaged = make_document("damaged.txt", DAMAGED, edits=tuple(repairs), date=None)
    fifty = make_claim(wire, "老挝同意派出约50名工兵前往库尔斯克", source=KYIV, said="2025-07-04")
    silent = make_claim(wire, "俄方没有证实", people=None, source=None, status=Status.DENIED)
    eighty = make_claim(page, "Laos <b>will send 80 sappers</b> to Russia", people=80, source=SEOUL, bound=Bound.EXACT)
    no = make_claim(page, "Laos denied it", people=None, source=LAOS, status=Status.DENIED)
    third = make_claim(damaged, "派遣戰(zhàn)場(chǎng)工兵50人", source=None)
    links = (Link(fifty.id, eighty.id, Relation.CONTRADICTION, "50 against 80"),
             Link(fifty.id, silent.id, Relation.SCOPE, "the same dispatch"))  # fmt: skip
    with Book.open(path, create=True) as book:
        book.add([wire, page, damaged], [fifty, silent, eighty, no, third],
                 [Problem("photo.html", "is an image", "give the page itself")])  # fmt: skip
        dispatch = [fifty, eighty, no, third]
        book.set_matters([
            make_matter(dispatch, Verdict.CONTESTED, "Laos sends sappers", (Flag.DENIED_BY_PARTY,), links),
            make_matter([silent], Verdict.UNSOURCED, "Russia has not confirmed it"),
        ])  # fmt: skip
    return path


def make_hostile_book(path: Path) -> Path:
    """A book in which every text that an article can set tries to run a script."""
    text = f"老挝派出50人{HOSTILE}。"
    document = make_document(f"a{HOSTILE}.txt", text,
                             edits=(Edit(Span(text.index("<img"), text.index("<img") + 4), HOSTILE, "repair"),),
                             left_out=(LeftOut(Span(len(text) - 4, len(text)), HOSTILE),),
                             facts=(*(Fact(name, HOSTILE, HOSTILE) for name in ("title", "outlet", "author")),
                                    Fact("url", "javascript:document.title='broken'", "page")))  # fmt: skip
    source = Party(f"x{HOSTILE}", HOSTILE, None, "JRN")
    claim = make_claim(document, f"50人{HOSTILE}", source=source)
    with Book.open(path, create=True) as book:
        book.add([document], [claim], [Problem(HOSTILE, HOSTILE, HOSTILE)])
        book.set_matters([make_matter([claim], title=HOSTILE)])
    return path


__all__ = ["HOSTILE", "make_book", "make_hostile_book"]
