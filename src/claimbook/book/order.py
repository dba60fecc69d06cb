"""What a reader should see first: the order of matters."""

from claimbook.book.rows import documents_of
from claimbook.model.matter import Flag, Matter, Verdict

_FIRST = {Verdict.CONTESTED: 0, Verdict.REVISED: 1}
_ALARMS = {Flag.DENIED_BY_PARTY, Flag.SUM_MISMATCH, Flag.CIRCULAR}


def interest(matter: Matter) -> tuple[int, int, int, int, int, str, str]:
    """A sort key: what is contested, then revised, then what many articles and sources speak of, then the rest.

    Within one verdict: matters with an alarm, more articles, more independent sources, more claims; the title
    and the id last, so that the order never depends on the order of reading.
    """
    return (
        _FIRST.get(matter.verdict, 2),
        -len(_ALARMS & set(matter.flags)) if matter.verdict in _FIRST else 0,
        -len(documents_of(matter)),
        -matter.independent_sources,
        -len(matter.claims),
        matter.title,
        matter.id,
    )
