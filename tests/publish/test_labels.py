"""The labels: both languages say the same things, and nothing that is shown is without a label."""

import re
from importlib.resources import files

import pytest

from claimbook.model.claim import Act, Bound, Event, ItemKind, Stance, Status
from claimbook.model.matter import Flag, Relation, Verdict
from claimbook.publish.labels import labels

KINDS = {
    "events": Event, "verbs": Event, "acts": Act, "told": Status, "status": Status, "verdict": Verdict,
    "known": Verdict, "flag": Flag, "relation": Relation, "stance": Stance, "item": ItemKind, "bound": Bound,
}  # fmt: skip


def test_both_languages_have_the_same_keys() -> None:
    """A label written in one language only would show as its key in the other."""
    assert labels("en").keys() == labels("zh").keys()


def test_both_languages_fill_in_the_same_names() -> None:
    """What the program fills in is used in both."""
    for key, words in labels("en").items():
        left, right = (set(re.findall(r"{(\w+)}", text)) for text in (words, labels("zh")[key]))
        assert left == right or key.startswith("told."), key


@pytest.mark.parametrize("group", KINDS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_value_of_the_records_has_a_label(group: str, language: str) -> None:
    """Events, verdicts, flags and the rest."""
    assert {f"{group}.{value}" for value in KINDS[group]} <= labels(language).keys()


def test_every_label_the_templates_ask_for_exists() -> None:
    """A mistyped key would show on the page."""
    folder = files("claimbook.publish") / "templates"
    asked = set()
    for file in folder.iterdir():
        asked |= set(re.findall(r"""(?:t|plain)\("([a-z_]+\.[a-z_0-9]+)"\)""", file.read_text(encoding="utf-8")))
    assert asked <= labels("en").keys()
