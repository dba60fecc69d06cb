"""Kinds of events that some evidence is for."""

from claimbook.model.claim import Event

FIGHTING = frozenset({Event.ATTACK, Event.CONTROL, Event.CASUALTY})
FORCES = frozenset({Event.DEPLOY, Event.TRANSFER})
