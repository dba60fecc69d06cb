# ruff: noqa: E501
"""Makes the files of `tests/read/files/` anew: one article of our own in every format and encoding that is read.

Run it by hand (`python tests/read/make_files.py`) after a change here; the files are kept so that tests read real ones.
"""

import gzip
import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

FILES = Path(__file__).parent / "files"
ZH = (
    "新华社万象7月14日电 老挝国防部14日说,老挝将派出一支50人的工兵分队,前往库尔斯克州清除地雷。",
    "俄罗斯国防部发言人当天表示,第一批人员预计8月抵达。",
)
TW = (
    "（中央社河內3日電）越南外交部發言人3日表示,越南政府尚未收到任何派兵請求。",
    "他說,越南與俄羅斯的合作僅限於經濟與能源領域。",
)
EN = (
    "VIENTIANE, July 14 (Reuters) - Laos will send a unit of 50 sappers to Russia's Kursk region, the defence ministry said on Monday.",
    "The first group is expected to arrive in August, a Russian defence ministry spokesman said.",
)
FURNITURE = '<ul class="hot-list">' + "".join(
    f'<li><a href="/{n}.html">{title}</a> <span>2026-02-2{n}</span></li>'
    for n, title in enumerate(("三地迎来降雪", "国际油价再度下跌", "男足名单公布", "春运首日客流创新高"))
) + "</ul>"  # fmt: skip


def page(title: str, paragraphs: tuple[str, ...], head: str = "", byline: str = "") -> str:
    """A page with navigation above and a hot list below."""
    body = "\n".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f"<!DOCTYPE html>\n<html><head><title>{title}_新闻网</title>{head}</head>\n<body>\n"
        '<div class="nav"><a href="/">首页</a> <a href="/mil">军事</a> <a href="/fin">财经</a></div>\n'
        f'<div class="article"><h1>{title}</h1>\n<div class="info">{byline}</div>\n<div class="content">\n{body}\n</div></div>\n'
        f'<div class="related"><h3>相关推荐</h3>{FURNITURE}</div>\n<div class="footer">版权所有 未经许可不得转载</div>\n'
        "</body></html>\n"
    )


def pdf(pages: tuple[str, ...]) -> bytes:
    """A PDF of plain English lines, one content stream a page."""
    parts: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for text in pages:
        lines = "".join(
            "({}) Tj 0 -16 Td\n".format(line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)"))
            for line in text.split("\n")
        )
        stream = f"BT /F1 11 Tf 60 780 Td\n{lines}ET".encode("latin-1")
        parts.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        parts.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % len(parts)
        )
        kids.append(len(parts))
    parts[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + end % (size, table, size, len(out))


def docx(paragraphs: tuple[tuple[str, str], ...]) -> bytes:
    """A Word document of paragraphs, each with its style."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words[:7]}</w:t></w:r><w:r><w:t>{words[7:]}</w:t></w:r></w:p>'
        for style, words in paragraphs
    )
    return archive(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": f"<w:document {w}><w:body>{body}</w:body></w:document>".encode(),
            "docProps/core.xml": (
                '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/">'
                "<dc:creator>周明</dc:creator></cp:coreProperties>"
            ).encode(),
        }
    )


def archive(members: dict[str, bytes]) -> bytes:
    """A zip archive with fixed times, so that it is the same every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        for name, data in members.items():
            held.writestr(zipfile.ZipInfo(name, (2025, 7, 14, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def warc(records: tuple[tuple[str, str, bytes], ...]) -> bytes:
    """A gzipped web archive: address, content type, body a record."""
    out = b""
    for number, (address, kind, body) in enumerate(records):
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-02-28T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        ).encode()
        out += gzip.compress(head + answer + b"\r\n\r\n", mtime=0)
    return out


def mail() -> bytes:
    """A newsletter with a plain part and a page."""
    message = EmailMessage()
    message["Subject"] = "Laos to send sappers to Russia"
    message["From"] = "Mekong Wire <desk@mekong-wire.example>"
    message["Date"] = "Tue, 15 Jul 2025 08:30:00 +0700"
    message.set_content("\n\n".join(EN) + "\n")
    message.add_alternative(page("Laos to send sappers to Russia", EN), subtype="html")
    message.set_boundary("=-part-=")
    return message.as_bytes()


def make() -> dict[str, bytes]:
    """Every file by its name."""
    zh, tw, en = ("\n".join(paragraphs) + "\n" for paragraphs in (ZH, TW, EN))
    byline = "2025-07-14 18:20 来源：新华网"
    wrong = page("老挝将派工兵赴俄排雷", ZH, '<meta charset="utf-8">', byline).encode("gb18030")
    json_ld = '<script type="application/ld+json">' + json.dumps(
        {"@type": "NewsArticle", "headline": "Laos to send sappers", "datePublished": "2025-07-14T11:02:00Z",
         "author": {"name": "Anna Keo"}, "publisher": {"name": "Mekong Wire"}}
    ) + "</script>"  # fmt: skip
    rows = [
        {"id": 1, "body": zh, "title": "老挝将派工兵赴俄排雷", "published": "2025-07-14", "outlet": "新华网"},
        {"id": 2, "html": page("越南未收到派兵請求", TW), "url": "https://news.example/2025/07/03/vn.html"},
    ]
    return {
        "laos.txt": zh.encode(),
        "laos-bom.txt": b"\xef\xbb\xbf" + zh.encode(),
        "laos-gb18030.txt": zh.encode("gb18030"),
        "laos-utf16.txt": b"\xff\xfe" + zh.encode("utf-16-le"),
        "vietnam-big5.txt": tw.encode("big5"),
        "korea-euckr.txt": "국방부는 14일 라오스가 공병 50명을 러시아에 보낸다고 밝혔다.\n".encode("euc_kr"),
        "japan-sjis.txt": "ラオス国防省は１４日、工兵５０人をロシアに派遣すると発表した。\n".encode("cp932"),
        "laos-en-cp1252.txt": en.replace("Russia's", "Russia\u2019s").encode("cp1252"),
        "laos.md": ("# Laos to send sappers to Russia\n\n" + "\n\n".join(EN) + "\n").encode(),
        "wrong-declaration.html": wrong,
        "json-ld.htm": page("Laos to send sappers", EN, json_ld).encode(),
        "page.xhtml": (
            '<?xml version="1.0" encoding="UTF-8"?>\n' + page("老挝将派工兵赴俄排雷", ZH, byline=byline)
        ).encode(),
        "records.json": json.dumps({"articles": rows}, ensure_ascii=False, indent=1).encode(),
        "records.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode() + b"{broken\n",
        "table.csv": ('title,text,date\n老挝将派工兵赴俄排雷,"' + zh + '",2025-07-14\n').encode("utf-8-sig"),
        "mail.eml": mail(),
        "bundle.zip": archive(
            {"zh/laos.txt": zh.encode(), "../escape.txt": b"out", "photo.jpg": b"\xff\xd8\xff", "en.txt": en.encode()}
        ),
        "report.docx": docx(
            (("Heading1", "老挝将派工兵赴俄排雷"), ("Normal", ZH[0]), ("Caption", "老挝工兵在训练"), ("Normal", ZH[1]))
        ),
        "brief.pdf": pdf(
            (
                "Mekong Brief\nLaos will send a unit of 50 sappers to the Kursk region of\nRussia, the defence ministry said on 14 July 2025.\n1",
                "Mekong Brief\nThe first group is expected to arrive in August, a spokesman\nof the Russian defence ministry said.\n2",
            )
        ),
        "pages.warc.gz": warc(
            (
                ("https://news.example/laos.html", "text/html; charset=gb2312", wrong),
                ("https://news.example/photo.jpg", "image/jpeg", b"\xff\xd8\xff"),
                ("https://news.example/vn.html", "text/html", page("越南未收到派兵請求", TW).encode("gb18030")),
            )
        ),
        "photo.html": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(64)),
        "noise.txt": bytes((n * 37) % 256 for n in range(2000)),
    }


if __name__ == "__main__":
    FILES.mkdir(exist_ok=True)
    for name, data in make().items():
        (FILES / name).write_bytes(data)
