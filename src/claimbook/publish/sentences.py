"""What is known of a matter in one sentence, made from its record alone, in both languages."""

from claimbook.model.claim import Act, Event, Item, Moment, Party, Place, Quantity, Status
from claimbook.model.matter import Figure, Matter, Verdict
from claimbook.publish import figures
from claimbook.publish.labels import Both, labels
from claimbook.publish.names import Names


def statement(
    names: Names,
    event: Event,
    act: Act | None,
    status: Status,
    actor: tuple[Party, ...],
    recipient: tuple[Party, ...],
    amount: Quantity | Figure | None,
    item: Item | None,
    place: Place | None,
    time: Moment | None,
) -> Both:
    """Who is told to do what to whom, where and when.

    >>> from claimbook.model.claim import ItemKind
    >>> laos, russia = Party("LAO", "老挝", "LAO"), Party("RUS", "俄罗斯", "RUS")
    >>> sappers = Item(ItemKind.PERSONNEL, "工兵")
    >>> told = statement(Names([]), Event.DEPLOY, None, Status.PLANNED, (laos,), (russia,), None, sappers, None, None)
    >>> told.en, told.zh
    ('Laos is to send people (工兵) to Russia', '老挝将向俄罗斯派出人员 (工兵)')
    """
    if event is Event.CASUALTY:  # told from the side of those who suffer
        actor, recipient = recipient, actor
    doers, others = names.parties(actor), names.parties(recipient)
    what = figures.thing(amount, item)
    where = names.place(place) if place else Both("", "")
    when = figures.moment(time.edtf) if time and time.edtf else Both("", "")
    told = []
    for language in ("en", "zh"):
        words = labels(language)
        forms = words.get(f"acts.{act}" if act else f"verbs.{event}", words[f"verbs.{event}"]).split("|")
        infinitive, participle, ing, toward = forms
        one, many = words[f"told.{status}"].split("|")
        parts = {"infinitive": infinitive, "participle": participle, "ing": ing}
        verb = (many if len(actor) > 1 or _is_plural(actor) else one).format(**parts)
        doer = doers.of(language) or words["somebody"]
        other = toward + others.of(language) if others.en else ""
        end = words["in_place"].format(place=where.of(language)) if where.en else ""
        end += words["in_time"].format(time=when.of(language)) if when.en else ""
        if language == "en":
            direct = not toward  # "attacks Ukraine", but "sends troops to Russia"
            row = (doer, verb, other, f"({what.en})" if what.en else "") if direct else (doer, verb, what.en, other)
            told.append(" ".join(part for part in row if part) + end)
        else:
            told.append(doer + _before_verb(verb, other, infinitive) + what.zh + end)
    return Both(*told)


def _is_plural(actor: tuple[Party, ...]) -> bool:
    """Whether an English verb after it is in the plural: forces, groups named by a plural word.

    >>> _is_plural((Party("RUS-MIL", "俄军", "RUS", "MIL"),)), _is_plural((Party("united-nations", "UN", None, "IGO"),))
    (True, False)
    """
    return any(
        party.id.endswith("-MIL") or (party.id.islower() and party.id.endswith("s") and party.sector != "IGO")
        for party in actor
    )


def _before_verb(verb: str, other: str, infinitive: str) -> str:
    """In Chinese the receiver stands between what says the status and the verb: 将 向俄罗斯 派出."""
    head, middle, tail = verb.rpartition(infinitive)
    return f"{head}{other}{middle}{tail}" if middle else verb + other


def known(names: Names, matter: Matter, act: Act | None, place: Place | None, time: Moment | None) -> tuple[Both, Both]:
    """The title of a matter in both languages, and the sentence that stands under it."""
    if not matter.accounts:
        return Both(matter.title, matter.title), Both(matter.title, matter.title)
    main = max(matter.accounts, key=lambda account: (account.quantity is not None, len(account.documents)))
    record = (names, matter.event, act, main.status, matter.actor, matter.recipient, main.quantity, matter.item, place)
    told, title = statement(*record, time), statement(*record, None)
    origin = names.party(main.origin)
    key = f"known.{matter.verdict}"
    spread = matter.low is not None and matter.high is not None and matter.low < matter.high
    if matter.verdict is Verdict.CONTESTED and spread:
        key = "known.contested_figures"
    if matter.verdict is Verdict.REVISED and not spread:
        key = "known.revised_plain"
    sentence = Both(*(
        labels(language)[key].format(
            statement=told.of(language),
            origin=origin.of(language),
            sources=matter.independent_sources,
            low=figures.number(matter.low or 0, language),
            high=figures.number(matter.high or 0, language),
        )
        for language in ("en", "zh")
    ))  # fmt: skip
    return Both(matter.title, title.zh), sentence
