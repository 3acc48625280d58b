"""What a written page says about itself, in YAML between two lines of ``---`` at its head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, ValidationError
from pydantic_core import PydanticCustomError

from portal.data.document import read_document
from portal.data.likeness import nearest
from portal.data.problem import Place, Problem
from portal.model.reading.refusal import refusals, shown
from portal.model.values.strict import Model
from portal.model.values.words import Chinese, English, Words
from portal.text.policy import is_untranslated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_BEGIN = re.compile(r"---[ \t]*(?:\n|$)")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


class FrontMatter(Model):
    """The keys that a written page may have."""

    title: Words
    """What menus, search results and the window call it."""
    description: Words | None = None
    """One sentence for search engines and networks; without it they show the site's."""
    aliases: tuple[Words, ...] = ()
    """What people type who look for it, besides its title: in any language, found in both."""
    template: Words | None = None
    """The template of the theme around it, if not the one for all pages: the front page has `home.html`."""


def _translated(text: str) -> str:
    if is_untranslated(text):
        raise PydanticCustomError("untranslated", "untranslated", {"found": text})
    return text


_Translated = Annotated[Chinese, AfterValidator(_translated)]


class ChineseFrontMatter(FrontMatter):
    """Those of a Chinese page."""

    title: _Translated
    description: _Translated | None = None


class EnglishFrontMatter(FrontMatter):
    """Those of an English page."""

    title: English
    description: English | None = None


_MODELS = {"zh": ChineseFrontMatter, "en": EnglishFrontMatter}

_OWN_CODES = {
    "unknown-key": "unknown-front-matter",
    "other-script-in-zh": "other-script-in-title",
    "other-script-in-en": "other-script-in-title",
    "japanese-form": "japanese-form-in-title",
    "placeholder-in-text": "placeholder-on-page",
}
"""Problems whose sentences would lead to what only records have."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The text of a written page in two parts."""

    front: str | None
    """YAML; None without front matter."""
    body: str
    """Markdown."""
    line: int = 1
    """The line on which the body begins."""
    lack: str = ""
    """The code of the problem with it, if where it begins or ends cannot be told."""


def part(text: str) -> Parts:
    """Cut the text of a page in two, as the build does."""
    begin = _BEGIN.match(text)
    if not begin:
        is_late = _BEGIN.match(text.lstrip())
        return Parts(None, text, lack="front-matter-late" if is_late else "front-matter-missing")
    end = _END.search(text, begin.end())
    if not end:
        return Parts(None, text, lack="front-matter-open")
    rest = text[end.end() :]
    body = rest.lstrip("\n")
    before = text[: len(text) - len(body)]
    return Parts(text[begin.end() : end.start()], body, before.count("\n") + 1)


def read_front_matter(
    path: str, parts: Parts, templates: Collection[str], locale: str
) -> tuple[FrontMatter | None, list[Problem]]:
    """The front matter of a page, which may name one of these templates; None and the reasons if it is wrong."""
    if parts.front is None:
        return None, [Problem(Place(path), parts.lack)]
    document = read_document(path, f"\n{parts.front}")  # its first line is the second of the page
    problems = [problem for problem in document.problems if problem.code != "file-empty"]
    value = document.value
    if problems and not isinstance(value, dict):
        return None, problems
    if not isinstance(value, dict | None):
        found = {"found": shown(value)}
        return None, [*problems, Problem(document.place(), "not-a-mapping", found)]
    try:
        front = _MODELS[locale].model_validate(value or {})
    except ValidationError as error:
        refused = list(refusals(error, _MODELS[locale], document, ()))
        return None, [*problems, *map(_in_own_words, refused)]
    problems += _template_problems(front, document.place(("template",)), templates)
    return (None if problems else front), problems


def meta(text: str) -> tuple[dict[str, Any], str]:
    """What the build takes from the text of a page: its keys, as text, and its body."""
    parts = part(text)
    document = read_document("", f"\n{parts.front or ''}")
    return (document.value if isinstance(document.value, dict) else {}), parts.body


def _in_own_words(problem: Problem) -> Problem:
    """The same with a sentence that does not lead to what only records have."""
    return Problem(problem.place, _OWN_CODES.get(problem.code, problem.code), problem.found)


def _template_problems(
    front: FrontMatter, place: Place, templates: Collection[str]
) -> Iterator[Problem]:
    name = front.template
    if name is not None and name not in templates:
        found = {"key": "template", "found": name, "choices": ", ".join(sorted(templates))}
        cure = nearest(name, templates)
        code = "not-a-choice-near" if cure else "not-a-choice"
        yield Problem(place, code, {**found, "nearest": cure})
