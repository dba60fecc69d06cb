# ruff: noqa: E501

"""Makes the 40 pages of `html/` and `truth.jsonl` from our own example articles and the eight layouts.

Run by hand (`python eval/pages/make.py`) after a change; the pages are kept, so that figures can be compared.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

from layouts import LAYOUTS, Article, Page
from unseen import UNSEEN

HERE = Path(__file__).parent
ARTICLES = [HERE.parent / folder / "articles" for folder in ("dev", "check")]
DATE = re.compile(r"(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?")
EN_DATE = re.compile(r"(\w+)\.? (\d{1,2}), (\d{4})")
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
PLACES = ("head", "byline", "byline", "address", "nowhere")
ENDINGS = {"zh-hans": ("-zh.txt",), "zh-hant": ("-tw.txt", "-hk.txt"), "en": ("-en.txt",)}
NAMES = {"zh-hans": ("陈立", "远方时评"), "zh-hant": ("林志遠", "國際組"), "en": ("Anna Marek", "Desk")}
CAPTIONS = {
    "zh-hans": ("当地居民在街头等候领取救济物资", "会谈结束后双方代表步出会场"),
    "zh-hant": ("當地居民在街頭等候領取救濟物資", "會談結束後雙方代表步出會場"),
    "en": ("Residents wait for aid to be handed out in the street.", "Delegates leave the venue after the talks."),
}
OTHERS = {
    "zh-hans": ("多地迎来今冬最强降雪，交通部门发布出行提示", "国际油价连续第三日下跌", "三岁男童走失，热心市民接力找回", "新款手机开售首日门店排起长队",
                "男篮公布十二人名单，两名新人入选", "楼市新政满月，二手房成交回暖", "博物馆夜场预约一票难求", "医生提醒：这类食物冬季要少吃"),
    "zh-hant": ("寒流來襲！北部清晨下探十度", "油價連三周調降，明起生效", "超商店員拾金不昧獲表揚", "新手機開賣首日門市現排隊人潮",
                "中職開幕戰門票秒殺", "房市新政滿月，中古屋買氣回溫", "故宮夜間開放一票難求", "醫師提醒這類食物冬天要少吃"),
    "en": ("Storm brings heaviest snow in a decade to northern cities", "Oil prices slip for a third straight day", "Museum to return paintings to heirs of collector",
           "Champions held to a draw in season opener", "Central bank leaves rates unchanged", "Rail strike enters its second week", "New phone draws queues on first day",
           "Five recipes for a cold evening"),
}  # fmt: skip


def read(file: Path, language: str) -> Article | None:
    """An example article: title, date line, then paragraphs, parted by blank lines. None if it is built otherwise."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", file.read_text(encoding="utf-8")) if block.strip()]
    top = blocks[0].split("\n")
    if len(top) != 2 or len(blocks) < 4:
        return None
    found, words = DATE.search(top[1]), EN_DATE.search(top[1])
    if found:
        date = "-".join(f"{int(part):02}" for part in found.groups())
    elif words and words[1][:3].lower() in MONTHS:
        date = f"{words[3]}-{MONTHS.index(words[1][:3].lower()) + 1:02}-{int(words[2]):02}"
    else:
        return None
    author, outlet = NAMES[language]
    return Article(top[0], outlet, author, date, tuple(blocks[1:]), CAPTIONS[language], OTHERS[language])


def main() -> None:
    """Five pages a layout, one for each place the date can stand at."""
    pools = {
        language: [
            (file.stem, article)
            for folder in ARTICLES
            for file in sorted(folder.glob("*.txt"))
            if file.name.endswith(ending) and (article := read(file, language))
        ]
        for language, ending in ENDINGS.items()
    }
    write("html", "truth.jsonl", LAYOUTS, PLACES, pools)
    write("unseen", "truth-unseen.jsonl", UNSEEN, ("head", "byline", "nowhere"), pools)


def write(
    folder: str,
    truth_file: str,
    layouts: dict[str, tuple[str, Callable[[Article, str], Page]]],
    places: tuple[str, ...],
    pools: dict[str, list[tuple[str, Article]]],
) -> None:
    """The pages of one set of layouts, and what is right about them."""
    taken = dict.fromkeys(pools, 0)
    truth: list[str] = []
    (HERE / folder).mkdir(exist_ok=True)
    for name, (language, layout) in layouts.items():
        for number, place in enumerate(places, start=1):
            stem, article = pools[language][taken[language] % len(pools[language])]
            taken[language] += 1
            page = layout(article, place)
            file = f"{name}-{number}.html"
            encoding = "gb18030" if name in ("netease", "sina") and number == 2 else "utf-8"
            (HERE / folder / file).write_bytes(page.html.encode(encoding))
            record = {
                "file": file, "article": stem, "place": place, "date": article.date, "title": article.title,
                "paragraphs": article.paragraphs, "captions": page.captions,
            }  # fmt: skip
            truth.append(json.dumps(record, ensure_ascii=False))
    (HERE / truth_file).write_text("\n".join(truth) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
