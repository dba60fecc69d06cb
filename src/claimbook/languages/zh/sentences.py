"""Where Chinese sentences end."""

from claimbook.model.span import Span

_ENDS = "。!?…"
_CLOSERS = "”’\"')」』】)"


def split_chinese(plain: str, paragraph: Span) -> tuple[Span, ...]:
    """The sentences of a paragraph; marks that close a quotation stay with the sentence they close.

    A full stop inside a quotation that goes on does not end the sentence around it: who speaks stands outside.

    >>> text = "他说:“我们去。不会拖。”随后离开。会谈结束!"
    >>> [span.of(text) for span in split_chinese(text, Span(0, len(text)))]
    ['他说:“我们去。不会拖。”', '随后离开。', '会谈结束!']
    """
    words = paragraph.of(plain)
    balanced = words.count("“") == words.count("”")
    spans = []
    start, depth, position = 0, 0, 0
    while position < len(words):
        character = words[position]
        if balanced and character in "“”":
            depth += 1 if character == "“" else -1
        if character in _ENDS:
            end = position + 1
            while end < len(words) and (words[end] in _ENDS or words[end] in _CLOSERS):
                depth -= balanced and words[end] == "”"
                end += 1
            position = end
            if depth <= 0:
                spans.append((start, end))
                start = end
            continue
        position += 1
    spans.append((start, len(words)))
    return tuple(
        Span(paragraph.start + start, paragraph.start + end).trim(plain)
        for start, end in spans
        if words[start:end].strip()
    )
