"""A fact told twice in one document is one claim: repeats and mentions become evidence of the fuller one."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from claimbook.model.claim import (
    Claim,
    Event,
    Party,
    Status,
)
from claimbook.model.records import to_json


def with_id(claim: Claim) -> Claim:
    """The claim with the hash of everything else as its id."""
    digest = hashlib.sha256(to_json(replace(claim, id="")).encode("utf-8")).hexdigest()
    return replace(claim, id=digest[:16])


def told_once(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The same fact told twice in one document is one claim with the evidence of both."""
    kept: dict[str, Claim] = {}
    for claim in _restated(claims):
        key = _key(claim)
        if key in kept:
            first = kept[key]
            more = [e for e in claim.evidence if e not in first.evidence]
            kept[key] = with_id(replace(first, evidence=(*first.evidence, *more)))
        else:
            kept[key] = claim
    return tuple(sorted(kept.values(), key=lambda claim: (claim.span, claim.id)))


_RESTATABLE = frozenset({Event.DEPLOY, Event.TRANSFER, Event.ASSIST, Event.AGREE, Event.MEET})


def _restated(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without those that only mention again, with less, what another claim of the document says in full.

    "Laos's dispatch of troops" after "Laos decided to send 50 sappers to Russia" is the same event: its words become
    evidence of the fuller claim. A claim with a figure, a time of its own, or a denial is never taken for a mention.
    """
    result: list[Claim] = []
    for number, claim in enumerate(claims):
        fuller = next(
            (other for other in (*reversed(result), *claims[number + 1 :]) if _mentions_again(claim, other)),
            None,
        )
        if fuller is None:
            result.append(claim)
        elif fuller in result:
            place = result.index(fuller)
            more = [e for e in claim.evidence[:1] if e not in fuller.evidence]
            result[place] = with_id(replace(fuller, evidence=(*fuller.evidence, *more)))
    return result


def _mentions_again(claim: Claim, other: Claim) -> bool:
    if claim.event != other.event or claim.event not in _RESTATABLE or claim.quantity is not None:
        return False
    if claim.status not in (other.status, Status.DONE) or claim.time.text not in (None, other.time.text):
        return False
    if claim.event == Event.TRANSFER and (claim.item and claim.item.kind) != (other.item and other.item.kind):
        return False
    if claim.event == Event.ASSIST and not _same_service(claim, other):
        return False
    actors, recipients = _sides(claim.actor), _sides(claim.recipient)
    fuller = len(actors) <= len(_sides(other.actor)) and len(recipients) <= len(_sides(other.recipient))
    again = actors <= _sides(other.actor) and recipients <= _sides(other.recipient) and fuller
    same_place = {place.id for place in claim.place} <= {place.id for place in other.place} or not other.place
    return again and same_place and bool(actors | recipients)


def _same_service(claim: Claim, other: Claim) -> bool:
    return claim.rule.split("/")[-1] == other.rule.split("/")[-1]


def _sides(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(party.country or party.id for party in parties)


def _key(claim: Claim) -> str:
    quantity = replace(claim.quantity, text="") if claim.quantity else None
    return to_json(
        [
            claim.event,
            claim.act,
            claim.status,
            sorted(party.id for party in claim.actor),
            sorted(party.id for party in claim.recipient),
            claim.item.kind if claim.item else None,
            claim.item.text if claim.item and quantity is None and claim.event == Event.TRANSFER else None,
            quantity,
            claim.time.edtf,
            [entry.source.id for entry in claim.attribution[:1]],
        ]
    )
