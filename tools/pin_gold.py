"""Turns compact annotations into gold claims pinned to exact characters, in the claim record's JSON Lines.

    python tools/pin_gold.py            # every corpus below eval/
    python tools/pin_gold.py eval/dev   # one corpus
    python tools/pin_gold.py --check    # write nothing, fail where a gold file is stale

An annotation (`annotation/NAME.claims`) stands for the article `NAME.*`. One line is one claim, its fields divided
by ` | `:

    deploy planned | a LAO=老挝政府/GOV | r RUS=俄罗斯 | i personnel 工兵 | q 50 about person 50人左右
      | t 2025-06 6月 | s 2025-07 7月初 | p kursk=库尔斯克 | by UKR-HUR=乌军事情报局 asserts | e 老挝政府…50人左右

(here on two lines; in the file a line that starts with ` ` or `|` continues the one before it.)
First field: event, for `state` with its act (`state/praise`), status, `optional` where careful readers differ.
`a` actor, `r` recipient, `p` place, `by` attribution: parts divided by ` + `, each `id=name as the text has it`,
`/SECTOR` after a name overrides the sector. `q`: value, bound, unit, words; `2000..9000` is an amount with no single
value, `2000..` is open above. `t`, `s` (said): EDTF or `-`, then the words. `e`: a quote, exact, found once in
the text; `@2` after it takes the second; `first words…last words` spans all between; `@name` stands for a quote
defined by a line `@name quote` (dates and datelines that many claims rest on). Lines that start with `#` are notes.

Country and sector of an id come from `eval/parties.tsv` and `eval/places.tsv`: one id means one thing everywhere.
"""

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimbook.model.claim import Act, Bound, Event, ItemKind, Stance, Status

EVAL = Path(__file__).resolve().parent.parent / "eval"
EXAMPLES = EVAL.parent / "src" / "claimbook" / "data" / "examples"

EVENTS, ACTS, STATUSES, BOUNDS, STANCES, KINDS = (
    {member.value for member in kind} for kind in (Event, Act, Status, Bound, Stance, ItemKind)
)
SECTORS = {
    "GOV",
    "MIL",
    "SPY",
    "LEG",
    "JRN",
    "CVL",
    "BUS",
    "LAB",
    "REB",
    "PTY",
    "COP",
    "JUD",
    "IGO",
    "NGO",
    "HLH",
}
SECTORS |= {"EDU", "CRM", "OPP", "REF", "REL"}
UNIT = re.compile(
    r"(person|unit|piece|round|percent|fraction|[A-Z]{3}|km2|km|kg|m3|ft3|t|ha|l|W|Wh|m|bbl)(/(year|month|day|hour))?"
)
EDTF_DAY = r"\d{4}(-\d{2}(-\d{2})?)?[~?]?"
EDTF = re.compile(rf"({EDTF_DAY}|\.\.)(/({EDTF_DAY}|\.\.))?")
ID = re.compile(r"[A-Z]{3}(-[A-Z0-9]+)*|[a-z0-9]+(-[a-z0-9]+)*")
PINYIN = r"(?:\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]+\))?"


class WrongAnnotationError(Exception):
    """An annotation that cannot be pinned; the message names file and line."""


@dataclass(frozen=True)
class Tables:
    """What the ids of parties and places stand for."""

    parties: dict[str, tuple[str | None, str | None]]
    places: dict[str, str | None]

    @classmethod
    def read(cls, folder: Path = EVAL) -> "Tables":
        """The two tables, checked."""
        parties = {cells[0]: (cells[1] or None, cells[2] or None) for cells in _rows(folder / "parties.tsv", 4)}
        places = {cells[0]: cells[1] or None for cells in _rows(folder / "places.tsv", 3)}
        for party, (_, sector) in parties.items():
            if not ID.fullmatch(party) or (sector and sector not in SECTORS):
                raise WrongAnnotationError(f"parties.tsv: {party} {sector}")
        return cls(parties, places)

    def party(self, text: str, article: str) -> dict[str, Any]:
        """`LAO=老挝政府/GOV` as a party record; its name must stand in the article."""
        ident, _, name = text.partition("=")
        name, _, sector = name.partition("/")
        if ident in self.parties:
            country, known = self.parties[ident]
        elif re.fullmatch(r"[A-Z]{3}", ident):
            country, known = ident, None
        elif (
            (parts := ident.split("-"))
            and len(parts) == 2
            and re.fullmatch("[A-Z]{3}", parts[0])
            and parts[1] in SECTORS
        ):
            country, known = parts[0], parts[1]
        else:
            raise WrongAnnotationError(f"party {ident!r} is not in parties.tsv")
        _stands_in(name, article)
        if sector and sector not in SECTORS:
            raise WrongAnnotationError(f"no such sector: {sector!r}")
        return {
            "id": ident,
            "name": name,
            "country": country,
            "sector": sector or known,
        }

    def place(self, text: str, article: str) -> dict[str, Any]:
        """`kursk=库尔斯克` as a place record."""
        ident, _, name = text.partition("=")
        if ident not in self.places and not re.fullmatch(r"[A-Z]{3}", ident):
            raise WrongAnnotationError(f"place {ident!r} is not in places.tsv")
        _stands_in(name, article)
        return {"id": ident, "name": name, "country": self.places.get(ident, ident)}


def _rows(path: Path, columns: int) -> list[list[str]]:
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("\t")]
            if len(cells) != columns:
                raise WrongAnnotationError(f"{path.name}:{number}: {len(cells)} cells, expected {columns}")
            rows.append(cells)
    seen = [row[0] for row in rows[1:]]
    if len(seen) != len(set(seen)):
        raise WrongAnnotationError(f"{path.name}: twice: {sorted({name for name in seen if seen.count(name) > 1})}")
    return rows[1:]


def _pattern(words: str) -> str:
    return "".join(re.escape(char) + PINYIN for char in words)


def _stands_in(words: str, article: str) -> None:
    if not words or not re.search(_pattern(words), article):
        raise WrongAnnotationError(f"not in the article: {words!r}")


def find(quote: str, article: str) -> dict[str, Any]:
    """The one place where the article has these words, as an evidence record.

    Inserted "(pinyin)" between characters is stepped over: quotes are written without it.
    """
    wanted = re.search(r" @(\d+)$", quote)
    if wanted:
        quote = quote[: wanted.start()]
    head, gap, tail = quote.partition("…")
    hits = list(re.finditer(_pattern(head), article))
    if not hits:
        raise WrongAnnotationError(f"not in the article: {head!r}")
    if len(hits) > 1 and not wanted:
        raise WrongAnnotationError(f"{len(hits)} times in the article: {head!r}")
    hit = hits[int(wanted[1]) - 1 if wanted else 0]
    start, end = hit.span()
    if gap:
        last = re.compile(_pattern(tail)).search(article, end)
        if not last:
            raise WrongAnnotationError(f"not in the article after {head!r}: {tail!r}")
        end = last.end()
    return {"start": start, "end": end, "quote": article[start:end]}


def _number(text: str) -> int | float | None:
    if not text:
        return None
    value = float(text)
    return int(value) if value.is_integer() else value


def _quantity(text: str, article: str) -> dict[str, Any]:
    figure, bound, unit, words = text.split(" ", 3)
    if bound not in BOUNDS or not UNIT.fullmatch(unit):
        raise WrongAnnotationError(f"no such bound or unit: {text!r}")
    _stands_in(words, article)
    low: int | float | None
    high: int | float | None
    if ".." in figure:
        value, (low, high) = None, (_number(part) for part in figure.split(".."))
    else:
        value = low = high = _number(figure)
        if bound in {"over", "at_least"}:
            high = None
        if bound in {"under", "at_most"}:
            low = None
    return {
        "value": value,
        "low": low,
        "high": high,
        "bound": bound,
        "unit": unit,
        "text": words,
    }


def _moment(text: str, article: str) -> dict[str, Any]:
    edtf, _, words = text.partition(" ")
    if edtf != "-" and not EDTF.fullmatch(edtf):
        raise WrongAnnotationError(f"no EDTF: {edtf!r}")
    if words:
        _stands_in(words, article)
    return {"edtf": None if edtf == "-" else edtf, "text": words or None}


def _attribution(text: str, article: str, tables: Tables) -> dict[str, Any]:
    head, _, last = text.rpartition(" ")
    source, stance = (head, last) if last in STANCES else (text, "asserts")
    return {"source": tables.party(source, article), "stance": stance}


def claim(line: str, article: str, names: dict[str, str], tables: Tables) -> dict[str, Any]:
    """One annotation line as a claim record, without id and document."""
    first, *fields = [part.strip() for part in line.split(" | ")]
    event, _, act = first.split()[0].partition("/")
    status, *rest = first.split()[1:]
    if event not in EVENTS or status not in STATUSES or (act and act not in ACTS) or (event == "state") != bool(act):
        raise WrongAnnotationError(f"no such event, act or status: {first!r}")
    record: dict[str, Any] = {
        "event": event,
        "act": act or None,
        "status": status,
        "actor": [],
        "recipient": [],
    }
    record |= {
        "item": None,
        "quantity": None,
        "time": {"edtf": None, "text": None},
        "said": None,
    }
    record |= {"place": [], "attribution": [], "evidence": []}
    for field in fields:
        key, _, value = field.partition(" ")
        value = value.strip()
        if key in {"a", "r"}:
            record["actor" if key == "a" else "recipient"] = [tables.party(one, article) for one in value.split(" + ")]
        elif key == "p":
            record["place"] = [tables.place(one, article) for one in value.split(" + ")]
        elif key == "by":
            record["attribution"] = [_attribution(one, article, tables) for one in value.split(" + ")]
        elif key == "i":
            kind, _, words = value.partition(" ")
            if kind not in KINDS or not words:
                raise WrongAnnotationError(f"no such item: {value!r}")
            record["item"] = {"kind": kind, "text": words}
        elif key == "q":
            record["quantity"] = _quantity(value, article)
        elif key in {"t", "s"}:
            record["time" if key == "t" else "said"] = _moment(value, article)
        elif key == "e":
            if value.startswith("@") and value[1:] not in names:
                raise WrongAnnotationError(f"no line defines {value}")
            record["evidence"].append(find(names[value[1:]] if value.startswith("@") else value, article))
        else:
            raise WrongAnnotationError(f"no such field: {field!r}")
    if not record["evidence"]:
        raise WrongAnnotationError("no evidence")
    if not (record["actor"] or record["recipient"]):
        raise WrongAnnotationError("no party")
    if rest == ["optional"]:
        record["optional"] = True
    elif rest:
        raise WrongAnnotationError(f"cannot read {first!r}")
    return record


def pin(annotation: Path, article_path: Path, tables: Tables) -> list[dict[str, Any]]:
    """All claims of one annotation, pinned; every fault of the file is reported at once."""
    article = article_path.read_bytes().decode("utf-8")
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(annotation.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith((" ", "|")) and lines:
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line.strip()}")
        elif line.strip() and not line.startswith("#"):
            lines.append((number, line))
    names = dict(line[1:].split(" ", 1) for _, line in lines if line.startswith("@"))
    records: list[dict[str, Any]] = []
    faults = []
    for number, line in lines:
        if not line.startswith("@"):
            try:
                record = claim(line, article, names, tables)
            except (WrongAnnotationError, ValueError) as fault:
                faults.append(f"{annotation.name}:{number}: {fault}")
            else:
                ident = f"{article_path.stem}-{len(records) + 1:02d}"
                records.append({"id": ident, "document": article_path.name, **record})
    if faults:
        raise WrongAnnotationError("\n".join(faults))
    return records


def corpora() -> dict[Path, Path]:
    """Each corpus folder with the folder of its articles."""
    return {
        EVAL / "examples": EXAMPLES,
        **{EVAL / name: EVAL / name / "articles" for name in ("dev", "check")},
    }


def rendered(corpus: Path, articles: Path, tables: Tables) -> dict[Path, str]:
    """What the gold files of one corpus hold when made anew. Each annotation belongs to one article and back."""
    found = {path.stem: path for path in articles.iterdir() if path.suffix in {".txt", ".html"}}
    annotated = {path.stem: path for path in (corpus / "annotation").glob("*.claims")}
    if found.keys() != annotated.keys():
        raise WrongAnnotationError(f"{corpus.name}: without a counterpart: {sorted(found.keys() ^ annotated.keys())}")
    texts, faults = {}, []
    for stem in sorted(found):
        try:
            records = pin(annotated[stem], found[stem], tables)
        except WrongAnnotationError as fault:
            faults.append(str(fault))
        else:
            lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
            texts[corpus / "gold" / f"{stem}.jsonl"] = "".join(lines)
    if faults:
        raise WrongAnnotationError("\n".join(faults))
    return texts


def main(arguments: list[str]) -> int:
    """Writes (or with `--check` compares) the gold files; 1 where something is wrong or stale."""
    check = "--check" in arguments
    chosen = [Path(argument).resolve() for argument in arguments if not argument.startswith("-")]
    stale, claims, files = [], 0, 0
    try:
        tables = Tables.read()
        for corpus, articles in corpora().items():
            if chosen and corpus not in chosen:
                continue
            for path, text in rendered(corpus, articles, tables).items():
                claims, files = claims + text.count("\n"), files + 1
                if not path.exists() or path.read_text(encoding="utf-8") != text:
                    stale.append(path)
                    if not check:
                        path.write_text(text, encoding="utf-8")
    except WrongAnnotationError as fault:
        print(fault, file=sys.stderr)
        return 1
    print(f"{claims} claims in {files} articles, {len(stale)} files {'stale' if check else 'written'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
