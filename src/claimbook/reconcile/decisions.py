"""A person's word on two claims: together, apart, or unsure. It stands above all evidence."""

from dataclasses import dataclass
from enum import StrEnum


class Judgement(StrEnum):
    """What a person says of two claims."""

    TOGETHER = "together"
    APART = "apart"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement on two claims (by id), by whom, when (ISO 8601) and why. A later one replaces an earlier."""

    left: str
    right: str
    judgement: Judgement
    by: str = ""
    at: str = ""
    why: str = ""
