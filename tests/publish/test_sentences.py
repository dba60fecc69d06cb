"""The sentence of a matter: made from the record, right in both languages for every kind of event and status."""

import pytest

from claimbook.model.claim import Act, Bound, Event, Item, ItemKind, Moment, Party, Place, Quantity, Status
from claimbook.publish.labels import Both
from claimbook.publish.names import Names
from claimbook.publish.sentences import statement
from tests.book.making import LAOS, RUSSIA

KURSK = Place("kursk", "库尔斯克", "RUS")
FIFTY = Quantity(50, 50, 50, Bound.ABOUT, "person", "50人左右")
SAPPERS = Item(ItemKind.PERSONNEL, "工兵")


def told(event: Event, status: Status = Status.DONE, act: Act | None = None, **slots: object) -> Both:
    """The statement that Laos does something to Russia."""
    record = {"amount": None, "item": None, "place": None, "time": None, **slots}
    return statement(Names([]), event, act, status, (LAOS,), (RUSSIA,), **record)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "english", "chinese"),
    [
        (Status.DONE, "has sent", "已向俄罗斯派出"),
        (Status.ONGOING, "is sending", "正在向俄罗斯派出"),
        (Status.PLANNED, "is to send", "将向俄罗斯派出"),
        (Status.POSSIBLE, "may send", "可能向俄罗斯派出"),
        (Status.DENIED, "has not sent", "并未向俄罗斯派出"),
    ],
)
def test_the_verb_says_the_status(status: Status, english: str, chinese: str) -> None:
    """Planned is not done."""
    both = told(Event.DEPLOY, status, amount=FIFTY, item=SAPPERS, place=KURSK, time=Moment("2025-07", "7月"))
    assert both.en == f"Laos {english} about 50 people (工兵) to Russia in Kursk, July 2025"
    assert both.zh == f"老挝{chinese}约50人（工兵）（库尔斯克），2025年7月"


@pytest.mark.parametrize("event", list(Event))
@pytest.mark.parametrize("status", list(Status))
def test_every_event_can_be_told(event: Event, status: Status) -> None:
    """No placeholder stays open, both sides are named."""
    both = told(event, status, amount=FIFTY)
    assert "{" not in both.en + both.zh
    assert {"Laos", "Russia"} <= set(both.en.replace(",", " ").split())
    assert "老挝" in both.zh and "俄罗斯" in both.zh


def test_losses_are_told_from_the_side_that_suffers() -> None:
    """Whoever caused them comes second."""
    assert told(Event.CASUALTY, amount=FIFTY).en == "Russia has lost about 50 people to Laos"


def test_words_that_are_the_news_are_told_as_what_they_do() -> None:
    """A promise is a promise."""
    assert told(Event.STATE, act=Act.THANK).en == "Laos has thanked Russia"


def test_several_doers_take_the_plural() -> None:
    """So do forces."""
    two = statement(Names([]), Event.MEET, None, Status.DONE, (LAOS, RUSSIA), (), None, None, None, None)
    assert two == Both("Laos and Russia have met", "老挝、俄罗斯已会晤")
    army = Party("RUS-MIL", "俄军", "RUS", "MIL")
    assert statement(Names([]), Event.TRAIN, None, Status.DONE, (army,), (LAOS,), None, None, None, None).en == (
        "Russia: forces have trained Laos"
    )
