"""HTML to lines of text that know where they stand: every tag, comment and entity becomes an edit.

A tokenizer of its own, because parsers give a tree without positions. It never fails: what is no tag is text. Each
character of the page is looked at a fixed number of times, whatever garbage the page holds.
"""

import html
import re
from dataclasses import dataclass, field

from claimbook.model.document import Edit
from claimbook.model.span import Span

SILENT = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "select",
        "textarea",
        "button",
        "canvas",
    )
)
"""Elements whose content is not read as text."""
RAW = frozenset(("script", "style", "textarea", "iframe", "noscript", "title"))
"""Elements whose content holds no tags: it ends at its own closing tag."""
INLINE = frozenset(
    (
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "meter",
        "nobr",
        "output",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "o:p",
    )
)
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
CLOSED_BY_SAME = frozenset(("p", "li", "td", "th", "tr", "dt", "dd", "option"))

TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:_-]*)")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
SPACE = re.compile(r"[ \t\r\n\f]+")
ATTRIBUTE = re.compile(
    r"""(class|id|itemprop|role)\s*=\s*(?:"([^"]{0,300})"|'([^']{0,300})'|([^\s"'>]{1,300}))""", re.I
)


@dataclass(frozen=True, slots=True)
class Element:
    """An open element: its name and what `class`, `id`, `itemprop` and `role` say, in small letters."""

    tag: str
    says: str


@dataclass(slots=True)
class Line:
    """A line of the page: what it says, where in the source it stands, inside what, and how much of it is links."""

    start: int
    end: int
    inside: tuple[Element, ...]
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    joints: list[int] = field(default_factory=list)
    """Which parts come right behind a tag: two labels side by side have nothing else between them."""

    @property
    def text(self) -> str:
        """What it says, markup away."""
        return "".join(self.parts)

    @property
    def apart(self) -> str:
        """What it says, with a space wherever a tag stood between words."""
        joints = set(self.joints)
        return "".join(f" {part}" if at in joints else part for at, part in enumerate(self.parts))


@dataclass(frozen=True, slots=True)
class Flat:
    """A page as lines, and the edits that make it so. `depth` is the deepest nesting met."""

    lines: tuple[Line, ...]
    edits: tuple[Edit, ...]
    depth: int


def flatten(source: str) -> Flat:
    """The lines of an HTML page with the edits that give them.

    >>> flat = flatten("<p>老挝派出<b>50人</b>&amp;</p><script>x</script><p>乌方称</p>")
    >>> [line.text for line in flat.lines], [edit.source.of("<p>老挝") for edit in flat.edits][:1]
    (['老挝派出50人&', '乌方称'], ['<p>'])
    """
    return _Flattener(source).run()


class _Flattener:
    """State of one pass over a page."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.edits: list[tuple[int, int, str, str]] = []
        self.lines: list[Line] = []
        self.line: Line | None = None
        self.open: list[Element] = []
        self.links = 0
        self.preformatted = 0
        self.silent: list[str] = []
        self.depth = 0
        self.last_close = source.rfind(">")
        self.last_quote = {'"': source.rfind('"'), "'": source.rfind("'")}

    def run(self) -> Flat:
        source, at, size = self.source, 0, len(self.source)
        while at < size:
            mark = source.find("<", at)
            if mark < 0:
                mark = size
            if mark > at:
                self._text(at, mark)
            if mark == size:
                break
            at = self._markup(mark)
        self._end_line()
        return Flat(tuple(self.lines), tuple(self._joined()), self.depth)

    def _markup(self, at: int) -> int:
        """One tag, comment or declaration from `at`; a lone "<" is text. Gives where to go on."""
        source = self.source
        if source.startswith("<!--", at):
            end = source.find("-->", at + 4)
            end = len(source) if end < 0 else end + 3
            self._edit(at, end, "")
            return end
        if source.startswith(("<!", "<?"), at):
            end = source.find(">", at)
            end = len(source) if end < 0 else end + 1
            self._edit(at, end, "")
            return end
        found = TAG.match(source, at)
        end = self._tag_end(found.end()) if found else -1
        if not found or end < 0:
            self._text(at, at + 1)
            return at + 1
        tag = found.group(1).lower()
        if source[at + 1] == "/":
            self._close(tag, at, end)
            return end
        if tag in RAW:
            close = re.compile(f"</{re.escape(tag)}", re.IGNORECASE).search(source, end)
            stop = close.start() if close else len(source)
            finish = self._tag_end(close.end()) if close else stop
            finish = len(source) if finish < 0 else finish
            self._edit(at, finish, "")
            return finish
        self._open(tag, at, end)
        return end

    def _tag_end(self, at: int) -> int:
        """Behind the ">" that ends a tag, quotes minded; -1 where there is none."""
        source = self.source
        while at <= self.last_close:
            char = source[at]
            if char == ">":
                return at + 1
            if char in "\"'" and source[at - 1] == "=" and self.last_quote[char] > at:
                at = source.find(char, at + 1)
            elif char == "<":
                return -1
            at += 1
        return -1

    def _open(self, tag: str, start: int, end: int) -> None:
        block = tag not in INLINE
        if block:
            self._end_line()
        self._edit(start, end, "")
        if tag in VOID:
            return
        if tag == "body":
            while self.silent:
                self._pop()
        if tag in CLOSED_BY_SAME and self.open and self.open[-1].tag == tag:
            self._pop()
        says = " ".join(
            (double or single or bare).lower()
            for _, double, single, bare in ATTRIBUTE.findall(self.source[start:end][:4000])
        )
        if self.source[end - 2] == "/":
            return
        self.open.append(Element(tag, says))
        self.depth = max(self.depth, len(self.open))
        self.links += tag == "a"
        self.preformatted += tag == "pre"
        if tag in SILENT:
            self.silent.append(tag)

    def _close(self, tag: str, start: int, end: int) -> None:
        if tag not in INLINE:
            self._end_line()
        self._edit(start, end, "")
        for back in range(len(self.open) - 1, max(len(self.open) - 60, -1), -1):
            if self.open[back].tag == tag:
                while len(self.open) > back:
                    self._pop()
                return
            if tag in INLINE and self.open[back].tag not in INLINE:
                return

    def _pop(self) -> None:
        tag = self.open.pop().tag
        self.links -= tag == "a"
        self.preformatted -= tag == "pre"
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()

    def _text(self, start: int, end: int) -> None:
        source = self.source
        if self.silent:
            self._edit(start, end, "")
            return
        at = start
        for found in TOKEN.finditer(source, start, end):
            self._words(at, found.start())
            if found.group().startswith("&"):
                self._entity(found.start(), found.end())
            else:
                self._blank(found.start(), found.end())
            at = found.end()
        self._words(at, end)

    def _entity(self, start: int, end: int) -> None:
        raw = self.source[start:end]
        words = html.unescape(raw)
        if words == raw:
            self._words(start, end)
        elif words == "\N{NO-BREAK SPACE}" and (self.line is None or not self.line.parts):
            self._edit(start, end, "")
        else:
            self._put(start, end, words.replace("\N{NO-BREAK SPACE}", " "))
            self._edit(start, end, words.replace("\N{NO-BREAK SPACE}", " "), "entity")

    def _blank(self, start: int, end: int) -> None:
        """White space between words is one space, at the edges of a line nothing, in <pre> what it is."""
        raw = self.source[start:end]
        if self.line is None or not self.line.parts:
            self._edit(start, end, "", "white space")
        elif self.preformatted:
            if "\n" in raw:
                self._end_line()
            self._edit(start, end, "", "white space")
        elif raw == " ":
            self._put(start, end, " ")
        else:
            words = "" if self.line.parts[-1][-1:] > "\u2e80" else " "
            if words:
                self._put(start, end, words)
            self._edit(start, end, words, "white space")

    def _words(self, start: int, end: int) -> None:
        if start < end:
            self._put(start, end, self.source[start:end])

    def _put(self, start: int, end: int, words: str) -> None:
        if self.line is None:
            # A few outer elements and the inner ones say all that is asked later.
            inside = self.open if len(self.open) <= 40 else [*self.open[:8], *self.open[-32:]]
            self.line = Line(start, end, tuple(inside))
        if self.line.parts and start > self.line.end:
            self.line.joints.append(len(self.line.parts))
        self.line.parts.append(words)
        self.line.end = end
        if self.links:
            self.line.linked += len(words)

    def _edit(self, start: int, end: int, words: str, kind: str = "markup") -> None:
        if start < end:
            self.edits.append((start, end, words, kind))

    def _end_line(self) -> None:
        if self.line is None:
            return
        line, self.line = self.line, None
        while line.parts and not line.parts[-1].strip():
            line.parts.pop()
        if line.parts:
            self.lines.append(line)

    def _joined(self) -> list[Edit]:
        """Edits in order; the first one behind each line but the last gives its line break."""
        breaks = iter([line.end for line in self.lines[:-1]])
        due = next(breaks, None)
        made: list[Edit] = []
        for start, end, words, kind in self.edits:
            if due is not None and start >= due:
                made.append(Edit(Span(start, end), words.rstrip(" ") + "\n", kind))
                due = next(breaks, None)
            else:
                made.append(Edit(Span(start, end), words, kind))
        return made


TOKEN = re.compile(f"{ENTITY.pattern}|{SPACE.pattern}")
