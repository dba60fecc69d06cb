"""How many of the times in the gold claims the program finds and fixes to the same EDTF.

    python eval/gold_times.py eval/dev              figures
    python eval/gold_times.py eval/dev --missing    and every time that is not found

A folder holds `articles/` and `gold/`. A time counts as found where a mention anywhere in its article has its EDTF or,
where that is null, shares its words.
"""

import json
import sys
from pathlib import Path
from typing import Any

from claimbook.analyse import analyse
from claimbook.extract.times import find_times
from claimbook.model.document import Document
from claimbook.model.mention import TimeMention
from claimbook.read import read_bytes


def is_found(gold: dict[str, Any], mentions: tuple[TimeMention, ...]) -> bool:
    """Whether a mention has the EDTF of a gold time, or its words where it has none."""
    if gold["edtf"] is not None:
        return any(mention.value.edtf == gold["edtf"] for mention in mentions)
    words = gold["text"]
    same = [mention for mention in mentions if mention.value.edtf is None]
    return any(words in (mention.value.text or "") or (mention.value.text or "") in words for mention in same)


def main(folder: Path, show_missing: bool) -> None:
    """Prints the figures of one folder."""
    total = found = fixed = mentioned = 0
    for path in sorted((folder / "gold").glob("*.jsonl")):
        claims = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        article = next((folder / "articles").glob(f"{path.stem}.*"))
        document = read_bytes(article.read_bytes(), article.name)
        if not isinstance(document, Document):
            continue
        mentions = find_times(analyse(document))
        fixed += sum(mention.value.edtf is not None for mention in mentions)
        mentioned += len(mentions)
        for claim in claims:
            for gold in filter(None, (claim["time"], claim.get("said"))):
                if gold["edtf"] is None and gold["text"] is None:
                    continue
                total += 1
                found += is_found(gold, mentions)
                if show_missing and not is_found(gold, mentions):
                    print(claim["id"], gold, sep="\t")
    print(f"{folder}: {found} of {total} gold times found ({100 * found / max(total, 1):.1f} %);", end=" ")
    print(f"{mentioned} mentions, {fixed} of them fixed")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--missing" in sys.argv)
