"""Hand-made documents, claims and matters for the tests of the book and of what is published from it."""

import hashlib
import re

from claimbook.model.claim import (
    Attribution,
    Bound,
    Claim,
    Event,
    Evidence,
    Item,
    ItemKind,
    Moment,
    Party,
    Place,
    Quantity,
    Reason,
    Stance,
    Status,
)
from claimbook.model.document import Document, Edit, Fact, LeftOut
from claimbook.model.matter import Account, Figure, Flag, Link, Matter, Relation, Verdict
from claimbook.read.offsets import build_reading

LAOS = Party("LAO", "老挝", "LAO", None)
RUSSIA = Party("RUS", "俄罗斯", "RUS", None)
KYIV = Party("UKR-HUR", "乌克兰军事情报局", "UKR", "SPY")
SEOUL = Party("KOR-NIS", "South Korea's spy agency", "KOR", "SPY")


def sha(text: str) -> str:
    """The hash of a text as the program makes it."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def make_document(
    name: str,
    text: str,
    edits: tuple[Edit, ...] = (),
    left_out: tuple[LeftOut, ...] = (),
    facts: tuple[Fact, ...] = (),
    date: str | None = "2025-07-05",
) -> Document:
    """A document that was read with these edits."""
    reading = build_reading(text, edits, left_out)
    key = sha(f"{name}\0{text}")[:16]
    return Document(key, name, text, sha(text), "utf-8", "text", reading, facts, date, "given")


def make_claim(document: Document, quote: str, *, people: float | None = 50, status: Status = Status.PLANNED,
               source: Party | None = KYIV, event: Event = Event.DEPLOY, said: str | None = None,
               bound: Bound = Bound.ABOUT) -> Claim:  # fmt: skip
    """A claim that Laos sends so many people to Russia, stated by the quote."""
    start = document.text.index(quote)
    quantity = None if people is None else Quantity(people, people, people, bound, "person", f"{people:g}人")
    figure = re.search(r"\d+", quote)
    first, last = (start + figure.start(), start + figure.end()) if figure else (start, start)
    key = sha(f"{document.id} {quote} {people} {status} {source} {event}")[:16]
    return Claim(
        id=key,
        document=document.name,
        event=event,
        act=None,
        status=status,
        actor=(LAOS,),
        recipient=(RUSSIA,),
        item=Item(ItemKind.PERSONNEL, "工兵"),
        quantity=quantity,
        time=Moment("2025-07", "7月"),
        said=Moment(said, said) if said else None,
        place=(Place("kursk", "库尔斯克", "RUS"),),
        attribution=(Attribution(source, Stance.ASSERTS),) if source else (),
        evidence=(Evidence(start, start + len(quote), quote),),
        document_id=document.id,
        rule="deploy",
        reasons=(Reason("quantity", "figure with its unit", first, last),),
    )


def make_matter(claims: list[Claim], verdict: Verdict = Verdict.SINGLE_SOURCE, title: str = "Laos sends sappers",
                flags: tuple[Flag, ...] = (), links: tuple[Link, ...] = ()) -> Matter:  # fmt: skip
    """A matter of these claims, an account for each origin."""
    origins: dict[str, list[Claim]] = {}
    for claim in claims:
        origins.setdefault(claim.attribution[0].source.id if claim.attribution else "unattributed", []).append(claim)
    accounts = []
    for of in origins.values():
        party = of[0].attribution[0].source if of[0].attribution else Party("unattributed", "", None, None)
        quantity = of[0].quantity
        figure = None
        if quantity:
            figure = Figure(quantity.value, quantity.low, quantity.high, quantity.bound, quantity.unit)
        said = of[0].said.edtf if of[0].said else None
        names = tuple(sorted({claim.document for claim in of}))
        accounts.append(Account(party, tuple(claim.id for claim in of), names, figure, of[0].status, said))
    key = sha(title + "".join(claim.id for claim in claims))[:16]
    return Matter(
        key, title, claims[0].event, claims[0].actor, claims[0].recipient, claims[0].item,
        tuple(claim.id for claim in claims), tuple(accounts), len(origins), verdict, flags, 50, 50, 50, 3,
        ("2 documents, both from UKR-HUR",), links or ((Link(claims[0].id, claims[1].id, Relation.SAME, "same figure"),)
                                                      if len(claims) > 1 else ()),
    )  # fmt: skip
