"""Seconds and memory of reconciling, by number of claims: python bench/reconcile.py [N …]

The claims are made by chance from a fixed seed: stories that a few articles tell, each with a dozen claims; states and
kinds of events as unevenly spread as in the news (the commonest pair of sides has a tenth of everything), two years of
dates, half of the claims without a place, a third without a figure. One claim in a thousand has an absurd value.
The exponent is the slope between the first and the last size: 1 is linear, 2 quadratic.
"""

import math
import random
import resource
import sys
from time import perf_counter

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
    Stance,
    Status,
)
from claimbook.reconcile import reconcile

STATES = "RUS UKR USA CHN ISR IRN PRK KOR IND PAK TUR SYR SDN YEM FRA GBR DEU POL JPN TWN PHL EGY SAU ARM AZE".split()
EVENTS = tuple(Event)
KINDS = (ItemKind.PERSONNEL, ItemKind.MUNITION, ItemKind.WEAPON, ItemKind.AIRCRAFT, ItemKind.MONEY)
AN_ARTICLE = 12


def made(number: int) -> list[Claim]:
    """So many claims, always the same."""
    chance = random.Random(number)
    found: list[Claim] = []
    while len(found) < number:
        story = [_fact(chance) for _ in range(AN_ARTICLE)]
        for _ in range(chance.randint(1, 6)):
            article = f"{len(found):07}.txt"
            for at, fact in enumerate(chance.sample(story, chance.randint(4, AN_ARTICLE))):
                found.append(_claim(chance, fact, article, at, len(found)))
    return found[:number]


def _state(chance: random.Random) -> str:
    return STATES[min(int(chance.paretovariate(0.9)) - 1, len(STATES) - 1)]


def _fact(chance: random.Random) -> tuple[Event, str, str, ItemKind, float, str, str]:
    day = f"202{chance.randint(4, 5)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    place = f"{chance.choice(('north', 'south', 'east', 'west', 'port', 'old'))}-{chance.randint(1, 40)}"
    amount = float(10 ** chance.randint(0, 5) * chance.randint(1, 9))
    event = EVENTS[min(int(chance.paretovariate(1)) - 1, len(EVENTS) - 1)]
    return event, _state(chance), _state(chance), chance.choice(KINDS), amount, day, place


def _claim(
    chance: random.Random, fact: tuple[Event, str, str, ItemKind, float, str, str], article: str, at: int, number: int
) -> Claim:
    event, doer, target, kind, amount, day, place = fact
    size = amount * chance.choice((1, 1, 1, 1.2, 2)) if chance.random() < 0.999 else 1e30
    source = Party(f"{chance.choice((doer, target, 'USA'))}-GOV", "government", None, "GOV")
    return Claim(
        id=f"c{number:07}",
        document=article,
        event=event,
        act=None,
        status=chance.choice((Status.DONE, Status.DONE, Status.PLANNED)),
        actor=(Party(doer, doer, doer),),
        recipient=(Party(target, target, target),),
        item=Item(kind, kind.value),
        quantity=Quantity(size, size, size, Bound.EXACT, "person", f"{size:g}") if chance.random() < 0.67 else None,
        time=Moment(chance.choice((day, day[:7], None)), None),
        said=None,
        place=(Place(place, place, target),) if chance.random() < 0.5 else (),
        attribution=(Attribution(source, Stance.ASSERTS),) if chance.random() < 0.5 else (),
        evidence=(Evidence(at * 60, at * 60 + 20, f"{doer} and {target} on {day}"),),
    )


def main() -> None:
    """The command."""
    sizes = [int(text) for text in sys.argv[1:]] or [1_000, 10_000]
    took = []
    print("claims\tmatters\tseconds\tmicroseconds a claim\tMB at most")
    for size in sizes:
        claims = made(size)
        start = perf_counter()
        matters = reconcile(claims, ())
        took.append(perf_counter() - start)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size}\t{len(matters)}\t{took[-1]:.1f}\t{took[-1] / size * 1e6:.0f}\t{memory:.0f}")
    if len(sizes) > 1:
        print(f"exponent {math.log(took[-1] / took[0]) / math.log(sizes[-1] / sizes[0]):.2f}")


if __name__ == "__main__":
    main()
