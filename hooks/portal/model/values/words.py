"""Text in both languages, as fields of records hold it: what ``portal.text`` says of it becomes a refusal."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from html import unescape
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from portal.model.values.meant_lang import meant_lang
from portal.model.values.strict import Model
from portal.model.values.url import check_url
from portal.text.characters import character_faults
from portal.text.fault import Fault
from portal.text.markdown import links, parse
from portal.text.paragraphs import paragraphs
from portal.text.policy import block_faults, has_words, is_untranslated, text_faults
from portal.text.raw_marks import left_over, plain_faults, prose_faults
from portal.text.scripts import is_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.text.text_block import Block

LANG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""A language tag as this project uses it: language, script, region (BCP 47)."""

NOTHING = frozenset({"~", "null", "Null", "NULL"})
"""How YAML writes that there is no value; here every value is text."""

# All repetitions are bounded, so that even a text designed to exhaust the build is read quickly.
_MARKUP = re.compile(
    r"</?[a-zA-Z!][^>\n]*>?|\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\{#.{0,200}?#\}", re.DOTALL
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def refuse(faults: Iterator[Fault]) -> None:
    """Raises PydanticCustomError ``text-faults`` with all faults, each of which becomes a problem of its own."""
    if found := list(faults):
        raise PydanticCustomError("text-faults", "text-faults", {"faults": found})


def check_line(text: str, language: str = "") -> str:
    """A line of plain text in that language, in Normalization Form C; raises PydanticCustomError ``text-faults``."""
    text = unicodedata.normalize("NFC", text)
    refuse(_line_faults(text, language))
    return text


def check_prose(text: str, language: str) -> str:
    """A text in CommonMark and that language, in Normalization Form C; raises PydanticCustomError ``text-faults``."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    refuse(_prose_faults(text, language))
    links(text)  # while it is parsed: the rules that ask for both come later
    paragraphs(text)
    return text


def check_piece(text: str, language: str) -> str:
    """A piece of text, which may begin or end with a space; raises PydanticCustomError ``text-faults``."""
    text = unicodedata.normalize("NFC", text)
    refuse(text_faults(text, language, is_whole=False))
    return text


def _line_faults(text: str, language: str) -> Iterator[Fault]:
    yield from _shape_faults(text)
    if ("<" in text or "{" in text) and (found := _MARKUP.search(text)):
        yield Fault("markup-in-text", found.start(), found[0])
    if (at := max(text.find("\n"), text.find("\t"))) >= 0:
        yield Fault("line-break-in-text", at, text[max(0, at - 10) : at].strip())
    if "&" in text:
        for found in _REFERENCE.finditer(text):
            meant = unescape(found[0])
            if meant != found[0]:
                unseen = list(character_faults(meant))
                yield from unseen or [Fault("entity-in-text", found.start(), found[0], meant)]
    yield from plain_faults(text)
    yield from text_faults(text, language)


def _prose_faults(text: str, language: str) -> Iterator[Fault]:
    yield from _shape_faults(text)
    unseen = list(character_faults(text))
    prose = parse(text)
    for target in prose.targets:
        unseen += character_faults(target.title)
    yield from unseen
    yield from prose_faults(prose)
    told = {fault.code for fault in unseen}
    for block in prose.blocks:
        if block.element != "CodeBlock":
            marks, rest = left_over(block)
            yield from marks
            yield from (f for f in block_faults(rest, language) if f.code not in told)
    for target in prose.targets:
        if not target.is_image and ":" in target.url.partition("/")[0]:
            yield from _target_faults(target.url, target.start)


def _shape_faults(text: str) -> Iterator[Fault]:
    if not text.strip():
        yield Fault("empty-text", 0, "")
    elif text.rstrip("\n") != text.strip():
        yield Fault("outer-space", 0, text.strip()[:40])
    elif text in NOTHING:
        yield Fault("nothing-as-text", 0, text)
    elif not has_words(text):
        yield Fault("no-words", 0, text.strip())


def _target_faults(url: str, start: int) -> Iterator[Fault]:
    try:
        check_url(url)
    except PydanticCustomError as error:
        said = {name: str(text) for name, text in (error.context or {}).items()}
        found, cure, other = (said.get(name, "") for name in ("found", "cure", "other"))
        yield Fault(error.type, start, found or url, cure, other)


def _in(check: Callable[..., str], language: str) -> AfterValidator:
    return AfterValidator(partial(check, language=language))


Words = Annotated[str, _in(check_line, "")]
"""One line of text in any language, neither empty nor with markup."""

Chinese = Annotated[str, _in(check_line, "zh")]
"""Traditional Chinese as the Taiwanese government writes it."""

English = Annotated[str, _in(check_line, "en")]
"""English, with the quotation marks and dashes of print and without letters of other scripts."""

ChineseProse = Annotated[str, _in(check_prose, "zh")]
EnglishProse = Annotated[str, _in(check_prose, "en")]


class Text(Model):
    """The same words in each language of the site: ``{zh: …, en: …}``."""

    zh: Chinese
    """Traditional Chinese, as used in Taiwan."""
    en: English
    """English, with American spelling."""

    @model_validator(mode="after")
    def _is_translated(self) -> Self:
        if is_untranslated(self._words()) and not self._may_be_latin():
            raise PydanticCustomError(
                "untranslated", "untranslated", {"found": self.zh, "at": ("zh",)}
            )
        return self

    def _words(self) -> str:
        """What readers see of its Chinese."""
        return self.zh

    def _may_be_latin(self) -> bool:
        """Whether its Chinese may be words in Latin letters."""
        return False

    def __getitem__(self, locale: str) -> str:
        return self.zh if locale == "zh" else self.en


class Prose(Text):
    """Longer text in CommonMark. A link that begins with ``/`` leads to a page of this portal."""

    zh: ChineseProse
    en: EnglishProse

    def _words(self) -> str:
        return parse(self.zh).plain()

    @model_validator(mode="after")
    def _has_pairs(self) -> Self:
        zh, en = (parse(text).headings() for text in (self.zh, self.en))
        if [heading.level for heading in zh] != [heading.level for heading in en]:
            found = {"zh": _outline(zh), "en": _outline(en), "at": ("en",)}
            raise PydanticCustomError("headings-differ", "headings-differ", found)
        return self


def _outline(headings: list[Block]) -> str:
    return " / ".join(f"{'#' * h.level} {' '.join(h.text.split())}" for h in headings) or "–"


def check_tags(names: dict[str, Any]) -> dict[str, Any]:
    """Words by language tag; raises PydanticCustomError ``bad-lang`` or ``lang-form``."""
    for tag in names:
        if not LANG.fullmatch(tag) or not is_language(tag):
            cure = meant_lang(tag)
            code = "lang-form" if cure else "bad-lang"
            raise PydanticCustomError(code, code, {"found": tag, "cure": cure})
    return names


Verbatim = Annotated[dict[str, Words], AfterValidator(check_tags), Field(min_length=1)]
"""Words as printed or signed, by BCP 47 tag: never corrected, never translated by us."""
