"""What a person wrote down about files beside them: `NAME.meta.json` for one, `manifest.csv` for a folder.

    laos.txt
    laos.txt.meta.json     {"outlet": "看看新闻", "published": "2025-07-14"}
    manifest.csv           file,outlet,published,url
                           laos.txt,看看新闻,2025-07-14,

What is given here wins over everything found in the article.
"""

import csv
import io
import json
from functools import lru_cache
from pathlib import Path

from claimbook.read.decode import decode
from claimbook.read.source import FIELDS

MANIFEST = "manifest.csv"
ENDING = ".meta.json"


def is_sidecar(name: str) -> bool:
    """Not an article itself.

    >>> is_sidecar("laos.txt.meta.json"), is_sidecar("laos.txt")
    (True, False)
    """
    return name.endswith(ENDING) or name == MANIFEST


def given_about(file: Path) -> dict[str, str]:
    """What is given about the file; its own side-car before the folder's manifest. A broken side-car says nothing."""
    given = dict(_manifest(file.parent).get(file.name, {}))
    given.update(_one(file.with_name(file.name + ENDING)))
    return given


def _manifest(folder: Path) -> dict[str, dict[str, str]]:
    try:
        file = folder / MANIFEST
        return _manifest_rows(str(file), file.stat().st_mtime_ns)
    except OSError:
        return {}


@lru_cache(maxsize=64)
def _manifest_rows(file: str, _changed: int) -> dict[str, dict[str, str]]:
    decoded = decode(Path(file).read_bytes())
    given: dict[str, dict[str, str]] = {}
    try:
        for row in csv.DictReader(io.StringIO(decoded.text if decoded else "", newline="")):
            name = row.get("file") or row.get("name") or ""
            given[name] = {key: value for key, value in row.items() if key in FIELDS and value}
    except csv.Error:
        return given
    return given


def _one(file: Path) -> dict[str, str]:
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(held, dict):
        return {}
    return {key: str(value) for key, value in held.items() if key in FIELDS and value is not None}
