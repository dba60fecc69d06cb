"""What each origin has said, and how it fared: confirmed, contradicted, revised, a party to what it speaks of.

A record of what stands in the matters, not a judgement: how far a source is to be trusted (A to F in the Admiralty
system) is for a person to say.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claimbook.model.claim import Party
from claimbook.model.matter import Account, Matter, Relation, Verdict
from claimbook.reconcile.facets import side
from claimbook.reconcile.origins import is_named, may_be_the_same
from claimbook.reconcile.titles import party_name


@dataclass(frozen=True, slots=True)
class Source:
    """One origin and its record; every list is of ids of matters.

    `confirmed`: a party or an origin that does not rest on it says the same, and nobody says otherwise.
    `contradicted`: another origin says what cannot hold beside it. `revised`: it gave different figures itself.
    `party`: it is a party to what it speaks of.
    """

    origin: Party
    claims: tuple[str, ...]
    matters: tuple[str, ...]
    confirmed: tuple[str, ...]
    contradicted: tuple[str, ...]
    revised: tuple[str, ...]
    party: tuple[str, ...]
    line: str


def sources(matters: Sequence[Matter]) -> tuple[Source, ...]:
    """The record of every named origin in the matters, those with most claims first."""
    accounts: dict[str, list[tuple[Matter, Account]]] = defaultdict(list)
    for matter in matters:
        for account in matter.accounts:
            if is_named(account.origin):
                accounts[account.origin.id].append((matter, account))
    found = [_record(told) for told in accounts.values()]
    return tuple(sorted(found, key=lambda source: (-len(source.claims), source.origin.id)))


def _record(told: Sequence[tuple[Matter, Account]]) -> Source:
    origin = min((account.origin for _, account in told), key=lambda party: (party.name, party.id))
    claims = tuple(sorted({claim for _, account in told for claim in account.claims}))
    own = set(claims)
    all_of_it = {matter.id: matter for matter, _ in told}.values()
    matters = tuple(sorted(matter.id for matter in all_of_it))
    contradicted = tuple(sorted(matter.id for matter in all_of_it if _linked(matter, own, Relation.CONTRADICTION)))
    revised = tuple(sorted(matter.id for matter in all_of_it if _linked(matter, own, Relation.REVISION)))
    confirmed = tuple(sorted(m.id for m in all_of_it if m.id not in contradicted and _is_confirmed(m, origin)))
    party = tuple(sorted(matter.id for matter in all_of_it if _is_party(matter, origin)))
    line = (
        f"{party_name(origin)}: {_count(len(claims), 'claim')} on {_count(len(matters), 'matter')}, "
        f"{len(confirmed)} confirmed, {len(contradicted)} contradicted, {len(revised)} revised, party to {len(party)}"
    )
    return Source(origin, claims, matters, confirmed, contradicted, revised, party, line)


def _linked(matter: Matter, own: set[str], relation: Relation) -> bool:
    return any(link.relation is relation and own & {link.source, link.target} for link in matter.links)


def _is_confirmed(matter: Matter, origin: Party) -> bool:
    others = [
        account.origin
        for account in matter.accounts
        if is_named(account.origin)
        and not may_be_the_same(account.origin, origin)
        and not may_be_the_same(origin, account.origin)
    ]
    return bool(others) and matter.verdict in (Verdict.CONFIRMED_BY_PARTY, Verdict.CORROBORATED)


def _is_party(matter: Matter, origin: Party) -> bool:
    return side(origin) in {side(party) for party in (*matter.actor, *matter.recipient)}


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
