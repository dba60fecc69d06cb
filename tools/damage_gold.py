"""Damaged twins of Simplified articles of the corpora, with their gold claims moved along.

    python tools/damage_gold.py            # eval/dev → eval/dev-damaged, eval/check → eval/check-damaged
    python tools/damage_gold.py --check    # write nothing, fail where a file is stale

Each chosen article goes through the damage model of `eval/repair/damage.py` (Traditional forms, "(pinyin)" put after
some of them byte by byte, shifted stretches). Every character keeps its origin, so each pin of the gold is known in
the damaged text: what the clean twin says is what a careful reader should still get out of the damaged one. A claim
whose figure has lost a digit is `optional`: nobody can know it.
"""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CHOSEN = {
    "dev": ("ammo-1-selfmedia-zh", "durand-3-selfmedia-zh", "pokrovsk-1-selfmedia-zh", "willing-1-selfmedia-zh"),
    "check": ("cubans-1-selfmedia-zh", "jets-3-selfmedia-zh", "minsk-1-selfmedia-zh", "tigray-2-commentary-zh"),
}
SHARE = 0.5
"""How many of a page's Traditional forms carry their reading; the two pages this was learned from have about half."""


def _model() -> ModuleType:
    spec = importlib.util.spec_from_file_location("damage_model", ROOT / "eval" / "repair" / "damage.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("eval/repair/damage.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["damage_model"] = module
    spec.loader.exec_module(module)
    return module


def twin(text: str, seed: int, claims: list[dict[str, Any]], model: ModuleType) -> tuple[str, list[dict[str, Any]]]:
    """The damaged text, and the claims with their pins in it and their names in its script."""
    damaged = model.damaged(text, model.keys_for(text, SHARE, seed))
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for at, origin in enumerate(damaged.origins):
        for place in range(origin.start, origin.end):
            first.setdefault(place, at)
            last[place] = at + 1
    moved = []
    for claim in claims:
        record = _in_script(claim, text, damaged.clean, model)
        record["evidence"] = []
        for evidence in claim["evidence"]:
            places = [place for place in range(evidence["start"], evidence["end"]) if place in first]
            start, end = min(first[place] for place in places), max(last[place] for place in places)
            record["evidence"].append({"start": start, "end": end, "quote": damaged.text[start:end]})
        if claim["quantity"] and _digits(claim["quantity"]["text"]) - _digits(record["evidence"][0]["quote"]):
            record["optional"] = True
        moved.append(record)
    return damaged.text, moved


def _digits(words: str) -> set[str]:
    return {char for char in words if char.isascii() and char.isdigit()}


def _in_script(value: Any, text: str, clean: str, model: ModuleType) -> Any:
    """Names and words of a record in the script of the damaged page; ids and the like are ASCII and stay."""
    if isinstance(value, str):
        at = text.find(value)
        return clean[at : at + len(value)] if at >= 0 and value else "".join(model._traditional(char) for char in value)
    if isinstance(value, list):
        return [_in_script(one, text, clean, model) for one in value]
    if isinstance(value, dict):
        return {key: _in_script(one, text, clean, model) for key, one in value.items()}
    return value


def rendered() -> dict[Path, str]:
    """What every file of the damaged corpora holds."""
    model = _model()
    files = {}
    for corpus, stems in CHOSEN.items():
        home = ROOT / "eval" / corpus
        for seed, stem in enumerate(stems, start=1):
            gold = (home / "gold" / f"{stem}.jsonl").read_text(encoding="utf-8")
            claims = [json.loads(line) for line in gold.splitlines()]
            text, moved = twin((home / "articles" / f"{stem}.txt").read_text(encoding="utf-8"), seed, claims, model)
            target = ROOT / "eval" / f"{corpus}-damaged"
            files[target / "articles" / f"{stem}.txt"] = text
            lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in moved)
            files[target / "gold" / f"{stem}.jsonl"] = "".join(lines)
    return files


def main(arguments: list[str]) -> int:
    """Writes (or with `--check` compares) the damaged corpora; 1 where something is stale."""
    stale = 0
    for path, text in rendered().items():
        if not path.exists() or path.read_bytes().decode("utf-8") != text:
            stale += 1
            if "--check" not in arguments:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode("utf-8"))
    print(f"{stale} files {'stale' if '--check' in arguments else 'written'}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
