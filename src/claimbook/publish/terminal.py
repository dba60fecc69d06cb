"""The book in the terminal: tables and cards for people."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from claimbook.book import Book
from claimbook.errors import Problem
from claimbook.model.claim import Claim
from claimbook.model.document import Document
from claimbook.model.matter import Matter, Verdict
from claimbook.publish.words import claim_words, figure_words, party_words
from claimbook.score import FULL, Score, Tally, agreeing, origin

_COLOURS = {
    Verdict.CONTESTED: "bold red",
    Verdict.REVISED: "yellow",
    Verdict.CONFIRMED_BY_PARTY: "green",
    Verdict.CORROBORATED: "green",
    Verdict.SINGLE_SOURCE: "cyan",
    Verdict.UNSOURCED: "dim",
}


def build_summary(book: Book, problems: Iterable[Problem]) -> RenderableType:
    """What the book holds after a build: articles, claims, matters by verdict, problems of this build."""
    verdicts = Counter(matter.verdict for matter in book.matters())
    table = Table(title="The book", show_header=False, title_justify="left")
    table.add_column(style="dim")
    table.add_column(justify="right")
    table.add_row("articles", str(len(book.documents())))
    table.add_row("claims", str(len(book.claims())))
    table.add_row("matters", str(sum(verdicts.values())))
    for verdict in Verdict:
        if verdicts[verdict]:
            table.add_row(Text("  " + verdict.value, style=_COLOURS[verdict]), str(verdicts[verdict]))
    table.add_row("problems", str(len(list(problems))))
    return table


def matters_table(book: Book) -> RenderableType:
    """Every matter on a line: verdict, title, figures, articles, independent sources."""
    table = Table(expand=True)
    table.add_column("id", style="dim", no_wrap=True)
    table.add_column("matter", ratio=5)
    table.add_column("figures", ratio=3)
    table.add_column("articles", justify="right")
    table.add_column("sources", justify="right")
    table.add_column("verdict", no_wrap=True)
    for matter in book.matters():
        table.add_row(
            matter.id[:8],
            Text(matter.title),
            Text("; ".join(dict.fromkeys(figure_words(a.quantity) for a in matter.accounts if a.quantity))),
            str(len({name for account in matter.accounts for name in account.documents})),
            str(matter.independent_sources),
            Text(matter.verdict.value, style=_COLOURS[matter.verdict]),
        )
    return table


def show(book: Book, prefix: str) -> RenderableType:
    """One matter, claim or document, by the start of its id.

    Raises:
        BadInput: nothing, or more than one thing, has an id that begins so.
    """
    found = book.find(prefix)
    if isinstance(found, Matter):
        return _matter(found, {claim.id: claim for claim in book.claims()})
    if isinstance(found, Claim):
        return _claim(found)
    return _document(found, [claim for claim in book.claims() if claim.document_id == found.id])


def explain_claims(document: Document, claims: Sequence[Claim]) -> RenderableType:
    """Each claim of an article with the rule that made it and the words that filled each slot."""
    return Group(
        Text(f"{document.name}: {len(claims)} claims", style="bold"), *(_claim(claim, document) for claim in claims)
    )


def _matter(matter: Matter, claims: dict[str, Claim]) -> RenderableType:
    accounts = Table("according to", "figure", "status", "said", "articles", expand=True)
    for account in matter.accounts:
        accounts.add_row(
            Text(account.origin.id),
            Text(figure_words(account.quantity)),
            account.status.value,
            account.said or "",
            Text(", ".join(account.documents)),
        )
    sentences = Text()
    for identifier in matter.claims:
        if identifier in claims:
            claim = claims[identifier]
            sentences.append(f"{identifier[:8]} ", style="dim")
            sentences.append(f"{claim.document} ", style="cyan")
            sentences.append(claim.evidence[0].quote.strip() + "\n")
    verdict = Text(matter.verdict.value, style=_COLOURS[matter.verdict])
    verdict.append(
        f"  {matter.independent_sources} independent sources, credibility {matter.credibility}"
        + "".join(f", {flag.value}" for flag in matter.flags),
        style="default",
    )
    why = Text("\n".join(f"• {reason}" for reason in matter.why))
    links = Text(
        "\n".join(f"{link.source[:8]} {link.relation.value} {link.target[:8]}: {link.why}" for link in matter.links)
    )
    return Panel(Group(verdict, why, accounts, sentences, links), title=Text(matter.title), title_align="left")


def _claim(claim: Claim, document: Document | None = None) -> RenderableType:
    slots = Table("slot", "value", "words", "rule", show_edge=False, pad_edge=False)
    values = {
        "event": claim.event.value,
        "status": claim.status.value,
        "actor": party_words(claim.actor),
        "recipient": party_words(claim.recipient),
        "item": f"{claim.item.kind.value}: {claim.item.text}" if claim.item else "",
        "quantity": figure_words(claim.quantity),
        "time": claim.time.edtf or claim.time.text or "",
        "said": (claim.said.edtf or claim.said.text or "") if claim.said else "",
        "place": ", ".join(place.id for place in claim.place),
        "attribution": ", ".join(f"{entry.source.id} {entry.stance.value}" for entry in claim.attribution),
    }
    for slot, value in values.items():
        reasons = [reason for reason in claim.reasons if reason.slot == slot]
        if value:
            words = " / ".join(document.text[r.start : r.end] for r in reasons) if document else ""
            slots.add_row(
                slot, Text(value), Text(words), Text(" / ".join(reason.rule for reason in reasons), style="dim")
            )
    evidence = Text("\n".join(f"[{e.start}, {e.end}) {e.quote.strip()}" for e in claim.evidence))
    marks = Text(f"marked: {', '.join(claim.marks)}" if claim.marks else "", style="red")
    return Panel(Group(evidence, slots, marks), title=Text(f"{claim.id[:8]} {claim.document}"), title_align="left")


def _document(document: Document, claims: Sequence[Claim]) -> RenderableType:
    facts = Table("what", "value", "found", show_edge=False)
    facts.add_row("date", document.date or "not known", document.date_from or "")
    facts.add_row("encoding", document.encoding, "")
    for fact in document.facts:
        facts.add_row(fact.name, Text(fact.value), Text(fact.where))
    lines = Text("\n".join(f"{claim.id[:8]} {claim_words(claim)}" for claim in claims))
    return Panel(Group(facts, lines), title=Text(document.name), title_align="left")


def score_tables(result: Score) -> RenderableType:
    """Precision, recall and F1 of claims, then of each event, then how often each slot is right."""
    table = Table("", "precision", "recall", "F1", "right", "invented", "missed", title="Claims", title_justify="left")
    rows = {
        "claims": result.claims,
        "… status, actor, recipient, origin right": result.full,
        "claims with a figure": result.figures,
        "… all four right": result.figures_full,
        **{f"  {event}": tally for event, tally in result.events.items()},
    }
    for name, tally in rows.items():
        table.add_row(name, *_tally(tally))
    slots = Table("slot", "right", title="Slots of claims that were met", title_justify="left")
    for slot, share in result.slots.items():
        slots.add_row(slot, f"{share:.2f}")
    return Group(table, slots)


def _tally(tally: Tally) -> tuple[str, ...]:
    shares = (tally.precision, tally.recall, tally.f1)
    return (*(f"{share:.3f}" for share in shares), str(tally.right), str(tally.invented), str(tally.missed))


def score_errors(result: Score) -> RenderableType:
    """What was missed, what was invented, and in which slots a claim that was met is wrong."""
    lines = Text()
    for gold in result.missed:
        _error(lines, "missed", "yellow", gold.claim)
    for claim in result.invented:
        _error(lines, "invented", "red", claim)
    for gold, claim in result.pairs:
        wrong = [slot for slot in FULL if slot not in agreeing(gold.claim, claim)]
        if wrong:
            _error(lines, f"wrong {', '.join(wrong)}", "magenta", claim)
            lines.append(f"    gold: {claim_words(gold.claim)} · by {origin(gold.claim) or 'nobody'}\n", style="dim")
    return lines


def _error(lines: Text, what: str, style: str, claim: Claim) -> None:
    lines.append(what, style=style)
    lines.append(f" {claim.document} · {claim_words(claim)} · by {origin(claim) or 'nobody'}\n")
    lines.append(f"    {claim.evidence[0].quote.strip()[:160]}\n", style="dim")
