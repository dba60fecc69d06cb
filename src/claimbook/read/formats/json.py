"""JSON and JSON Lines: records with a text, as archives and crawlers write them."""

import json
from collections.abc import Iterator
from typing import Any

from claimbook.errors import Problem
from claimbook.read.decode import decode
from claimbook.read.records import article
from claimbook.read.source import Fields, Packed, Source

NAME = "json"
EXTENSIONS: tuple[str, ...] = (".json", ".jsonl", ".ndjson")


def read(data: bytes, name: str, fields: Fields) -> Iterator[Source | Packed | Problem]:
    """One article a record; records of one file are numbered from 1: `name#3`."""
    decoded = decode(data)
    if decoded is None:
        yield Problem(name, "is not text in any encoding known here", "leave it out, or save it as UTF-8")
        return
    if not name.lower().endswith(".json"):
        for number, line in enumerate(decoded.text.split("\n"), start=1):
            if line.strip():
                yield _record(line, f"{name}#{number}", decoded.encoding, fields)
        return
    try:
        held = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        yield Problem(name, f"is no JSON ({str(error)[:100]})", "give one JSON value, or one a line in a .jsonl file")
        return
    records = list(_records(held))
    if records == [held]:
        yield article(name, held, NAME, decoded.encoding, fields)
        return
    if not records:
        yield Problem(name, "holds no records", "give an object with a text, or a list of such")
    for number, record in enumerate(records, start=1):
        yield article(f"{name}#{number}", record, NAME, decoded.encoding, fields)


def _record(line: str, name: str, encoding: str, fields: Fields) -> Source | Problem:
    try:
        held = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Problem(name, f"is no JSON ({str(error)[:100]})", "one JSON object a line")
    if not isinstance(held, dict):
        return Problem(name, "is no JSON object", "one JSON object a line")
    return article(name, held, NAME, encoding, fields)


def _records(held: Any) -> Iterator[dict[str, Any]]:
    """An object, a list of objects, or an object that wraps one such list."""
    if isinstance(held, list):
        yield from (part for part in held if isinstance(part, dict))
    elif isinstance(held, dict):
        lists = [value for value in held.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        has_text = any(isinstance(value, str) and len(value) > 40 for value in held.values())
        if len(lists) == 1 and not has_text:
            yield from _records(lists[0])
        else:
            yield held
