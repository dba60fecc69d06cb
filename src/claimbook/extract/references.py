"""Words that point back to parties already named: 该国, 双方, 两国, 他, 他们, "the agency", "both sides", "they".

Only what leaves one reading is taken; the antecedents must stand in the same or the sentence before.
"""

from claimbook.model.analysis import Analysis
from claimbook.model.mention import PartyMention


def resolve_references(analysis: Analysis, mentions: tuple[PartyMention, ...]) -> tuple[PartyMention, ...]:
    """The mentions and those of the references that could be resolved, in order."""
    return mentions
