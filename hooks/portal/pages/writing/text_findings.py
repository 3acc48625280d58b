"""What is wrong with the words of a written page, in its text and in the attributes that readers see or hear."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from portal.model.values.meant_lang import meant_lang
from portal.pages.writing.findings import Finding
from portal.pages.writing.html_parts import ESCAPED, plain
from portal.pages.writing.page_parser import NO_ID
from portal.pages.writing.shown_marks import beside_links, mark_faults
from portal.pages.writing.shown_text import SOUND, ShownText
from portal.text.policy import HAN, block_faults, text_faults
from portal.text.scripts import is_language

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from portal.pages.writing.html_parts import Element, Run
    from portal.pages.writing.html_scan import HtmlScan
    from portal.text.fault import Fault

_ON_PAGES = {
    "japanese-form": "japanese-form-on-page",
    "other-script-in-zh": "other-script-on-page",
    "other-script-in-en": "other-script-on-page",
    "other-script-in-name": "other-script-in-passage",
    "placeholder-in-text": "placeholder-on-page",
    "untranslated": "untranslated-on-page",
}
"""What editors of pages can mend otherwise than those of records."""

_WORDED = ("alt", "title", "aria-label", "aria-description", "abbr")
"""Attributes with words."""

_NOT_READ = frozenset(
    {"div", "section", "article", "aside", "details", "summary", "figure", "figcaption", "caption"}
)
"""Elements that hold lines of text only where they are written as HTML, in which Markdown is not read."""

_NOT_TAIWAN = frozenset({"hans", "cn", "sg"})


class TextFindings:
    """Looks at the words and marks of one page in a language."""

    def __init__(self, scan: HtmlScan, language: str, notes: Collection[str]) -> None:
        """``notes`` are the labels of what the page means as footnotes."""
        self._scan, self._language, self._notes = scan, language, notes
        self._text = ShownText(scan)

    def findings(self, told: Collection[str]) -> Iterator[Finding]:
        """Everything that is wrong, but for characters that the source has where none may be: those are ``told``."""
        notes = {f"[{label}]" for label in self._notes}
        for sign in sorted(notes):
            yield Finding("footnote-shown", {"found": sign, "key": sign}, sought=(f"{sign}:", sign))
        for line in self._text.lines:
            if line.block.element == "CodeBlock":
                continue
            marks, rest = mark_faults(line.block)
            if line.tag in _NOT_READ:  # one cause, whatever stands in there
                cure = f"<{line.tag} markdown>"
                marks = [replace(fault, code="markdown-in-html", cure=cure) for fault in marks[:1]]
            for fault in marks:
                if not self._shows_elsewhere(fault, notes):
                    yield self._finding(fault, "")
            for lang in dict.fromkeys(line.languages):
                own = line.in_language(lang, rest)
                for fault in block_faults(own, self._policy(lang)):
                    if fault.found not in told:
                        yield self._finding(fault, lang)
        yield from beside_links(self._scan)
        for index, element in enumerate(self._scan.elements):
            yield from self._in_attributes(index, element, told)

    def _in_attributes(
        self, index: int, element: Element, told: Collection[str]
    ) -> Iterator[Finding]:
        for name in _WORDED:
            words = element.attrs.get(name, "")
            for fault in text_faults(words, self._policy(element.lang), is_whole=False):
                if fault.found not in told:
                    code, found = self._told(fault, element.lang)
                    yield Finding(
                        code, found, index, sought=(_written(words, fault.start, fault), words)
                    )
        if (lang := element.attrs.get("lang")) and not is_language(lang):
            cure = meant_lang(lang)
            found = {"found": lang, "cure": cure}
            yield Finding("lang-form" if cure else "bad-lang", found, index, sought=(lang,))
        if _leads_unseen(element):
            target = element.attrs["href"]
            yield Finding("nothing-in-prose", {"found": target}, index, sought=(target,))

    def _shows_elsewhere(self, fault: Fault, notes: set[str]) -> bool:
        """Whether a mark has a problem already: a footnote at its other sign, attributes as a heading without id."""
        if fault.code == "footnote-shown":
            is_known = fault.found in notes
            notes.add(fault.found)
            return is_known
        heading = self._scan.runs[self._text.place(fault.start)[0]].heading
        if not fault.other.startswith(("{", "}")) or heading is None:
            return False
        return self._scan.elements[heading].attrs.get("id") in (None, NO_ID)

    def _policy(self, lang: str) -> str:
        return language_of(lang or self._language)

    def _finding(self, fault: Fault, lang: str) -> Finding:
        code, found = self._told(fault, lang)
        index, position = self._text.place(fault.start)
        sought = tuple(_sought(self._scan.runs[index], position, fault))
        return Finding(code, found, run=index, position=position, sought=sought)

    def _told(self, fault: Fault, lang: str) -> tuple[str, dict[str, str]]:
        """The code of the problem with that, and what it says."""
        code = _ON_PAGES.get(fault.code, fault.code)
        if fault.code == "other-script-in-en" and HAN.match(fault.found):
            code = "chinese-on-english-page"
        key, other = lang or self._language, ""
        if code == "mark-shown":
            key = _sign(fault.other)
        elif code == "footnote-shown":
            key = fault.found
        elif code == "reference-undefined":
            words, _, label = fault.found.rpartition("[")
            other = label.strip("[]") or words.strip("[]")
        return code, {"found": fault.found, "cure": fault.cure, "key": key, "other": other}


def language_of(lang: str) -> str:
    """The language whose rules are for a passage: Chinese as Taiwan writes it, English, or any other.

    >>> [language_of(lang) for lang in ("zh-Hant-TW", "en-GB", "zh-Hans", "ko")]
    ['zh', 'en', 'zh-Hans', 'ko']
    """
    first, *more = lang.lower().split("-")
    if first == "zh" and _NOT_TAIWAN.isdisjoint(more):
        return "zh"
    return "en" if first == "en" else lang.removeprefix(SOUND)


def _sign(mark: str) -> str:
    """What stands on both sides of a mark, or at its beginning; all of one that programs put something into."""
    if mark[:2] in ("{{", "{%"):
        return mark
    return mark[: len(mark) - len(mark.lstrip(mark[0]))]


def _leads_unseen(element: Element) -> bool:
    """Whether it is a link without words."""
    attrs = element.attrs
    is_named = any(attrs.get(name, "").strip() for name in ("aria-label", "title"))
    return element.tag == "a" and "href" in attrs and not (element.text.strip() or is_named)


def _sought(run: Run, position: int, fault: Fault) -> Iterator[str]:
    """How the source can write it: as it is, or as a reference."""
    text = run.text[position:].lstrip(ESCAPED)
    yield _written(plain(text), 0, fault)
    if text and not text[0].isalnum():
        yield from (f"&#{ord(text[0])};", f"&#x{ord(text[0]):X};", f"&#x{ord(text[0]):x};")


def _written(text: str, at: int, fault: Fault) -> str:
    """The wrong characters that stand there, or the first of them."""
    if text.startswith(fault.found, at):
        return fault.found.split("\n")[0]
    word = fault.found.split(" ")[0]
    return word if word and text.startswith(word, at) else text[at : at + 1]
