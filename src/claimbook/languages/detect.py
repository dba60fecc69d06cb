"""Which language a paragraph is written in, by its script first."""

import re

_HAN = re.compile(r"[\u3400-\u9fff]")
_OTHER_EAST = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_SMALL_WORDS = frozenset("the of and to in on for with by that was were is are has have had its from said".split())
_SMALL_WORD_SHARE = 0.15  # of all words; running English has 0.25 to 0.4, French or Spanish below 0.05
_ENOUGH_TO_JUDGE = 25  # letters; a shorter Latin line is judged with the rest of the document


def detect_languages(paragraphs: list[str]) -> list[str]:
    """The language code of each paragraph: "zh", "en", or "" where nobody here reads it.

    Han characters without kana or hangul are Chinese. Latin letters are judged together, by `py3langid`.

    >>> detect_languages(["韩国国防部12日宣布。", "The ministry said so on Tuesday.", "", "防衛省は12日に発表した。"])
    ['zh', 'en', '', '']
    """
    scripts = [_script(paragraph) for paragraph in paragraphs]
    latin = " ".join(paragraph for paragraph, script in zip(paragraphs, scripts, strict=True) if script == "latin")
    return [_code(paragraph, script, latin) for paragraph, script in zip(paragraphs, scripts, strict=True)]


def _script(paragraph: str) -> str:
    han = len(_HAN.findall(paragraph))
    other = len(_OTHER_EAST.findall(paragraph))
    latin = len(_LATIN.findall(paragraph))
    if other > (han + other) * 0.1:
        return ""
    if han and han * 4 >= latin:  # a Han character carries about as much as a short Latin word
        return "han"
    return "latin" if latin else ""


def _code(paragraph: str, script: str, latin: str) -> str:
    if script == "han":
        return "zh"
    if script != "latin":
        return ""
    return _latin_language(paragraph if len(paragraph) >= _ENOUGH_TO_JUDGE else latin)


def _latin_language(text: str) -> str:
    """English by its small words, which names of other languages cannot hide; else as the classifier judges."""
    words = re.findall(r"[a-zà-ÿ]+", text[:2000].lower())
    if words and sum(word in _SMALL_WORDS for word in words) / len(words) >= _SMALL_WORD_SHARE:
        return "en"
    import py3langid  # noqa: PLC0415 - 0.6 s to load, only where there are Latin letters

    return "en" if py3langid.classify(text[:2000])[0] == "en" else ""
