"""Everything of ours that reads text or bytes, and what must hold whatever it is given."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import lxml.etree
import lxml.html
from hypothesis import strategies as st
from markupsafe import escape
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from fuzz import inputs
from portal.adapter.settings import read_settings
from portal.data.document import read_document
from portal.data.media_file import read_file
from portal.data.problem import Problem, sentences
from portal.data.root import decode
from portal.data.store import recall
from portal.model.reading.refusal import refusals
from portal.model.records.kinds import KINDS
from portal.model.values.moment import Moment
from portal.model.values.names import Names
from portal.model.values.partial_date import PartialDate
from portal.model.values.phone import Phone
from portal.model.values.strict import Count, Flag, Number, Year
from portal.model.values.url import Url
from portal.model.values.words import Chinese, English, Prose, Text, Verbatim, Words
from portal.outputs.open_data.fingerprints import NotAsWritten, split_lines
from portal.pages.content import WrittenFile
from portal.pages.links.link_targets import LinkTargets
from portal.pages.render.prose import show_prose
from portal.pages.writing.page_parser import PageParser
from portal.pages.writing.page_problems import PageProblems
from portal.pages.writing.writing_settings import WritingSettings
from portal.pages.writing.written_page import read_written_page
from portal.text.markdown import plain_text
from portal.text.visible import visible

SETTINGS = WritingSettings()
PARSER = PageParser(SETTINGS)


@dataclass(frozen=True)
class Reader:
    """Something that reads, what it is given, and what it must do with it."""

    name: str
    given: st.SearchStrategy[Any]
    check: Callable[[Any], None]


def told(problems: list[Problem], text: str) -> None:
    """Every problem has a sentence in both languages, and a place that exists."""
    lines = len(re.split(r"\r\n|\r|\n", text)) + 1
    for problem in problems:
        assert problem.code in sentences(), problem
        for locale in ("zh", "en"):
            line = problem.line(locale)
            assert visible(line) == line, line
        assert 1 <= problem.place.line <= lines, problem.place
        assert problem.place.column >= 1


def yaml_text(raw: bytes) -> None:
    text, problems = decode("file.yaml", raw)
    document = read_document("file.yaml", text)
    told([*problems, *document.problems], text or raw.decode("utf-8", "replace"))
    for kind in KINDS if document.value is not None else ():
        values = document.value if isinstance(document.value, list) else [document.value]
        for index, value in enumerate(values[:2]):
            loc = (index,) if isinstance(document.value, list) else ()
            try:
                kind.model.model_validate(value)
            except ValidationError as error:
                told(list(refusals(error, kind.model, document, loc)), text)


def settings(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mkdocs.yml"
        path.write_bytes(raw)
        told(read_settings(path)[1], raw.decode("utf-8", "replace"))


def value_of(kind: Any) -> Callable[[Any], None]:
    adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def check(given: Any) -> None:
        try:
            adapter.validate_python(given)
        except ValidationError as error:
            json.dumps([detail["type"] for detail in error.errors()])

    return check


def dates(text: str) -> None:
    for kind in (PartialDate, Moment):
        try:
            found = kind.parse(text)
        except PydanticCustomError as refusal:
            if refusal.type not in sentences():
                raise
            continue
        assert kind.parse(found.iso) == found
        assert found.iso.isascii()
        assert 1 <= found.year <= 9999


def accepted_text(text: str) -> None:
    """What the policy takes can be written into XML, and comes out as it was."""
    for kind in (Chinese, English, Words):
        try:
            taken = TypeAdapter(kind).validate_python(text)
        except ValidationError:
            continue
        root = lxml.etree.fromstring(f"<a b='{escape(taken)}'>{escape(taken)}</a>")
        assert root.text == root.get("b") == taken


def prose(text: str) -> None:
    """Whatever prose says, its HTML is well-formed and runs nothing."""
    html = str(show_prose(text, "cities/x/"))
    allowed = {
        "a", "p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "div",
        "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    for element in lxml.html.fragment_fromstring(html, create_parent="div").iter():
        assert element.tag in allowed, html
        assert set(element.keys()) <= {"href", "rel", "id", "scope", "class", "start", "title"}, (
            html
        )
        href = element.get("href")
        assert href is None or href.lower().startswith(("http:", "https:", ".", "#")) or "/" in href
        assert href is None or not href.lower().startswith(("javascript:", "data:")), html
    plain_text(text)


def written_pages(text: str) -> None:
    """What is wrong with a page has a place on it, in either language; what its readers see can be told."""
    for front in ("", "---\ntitle: A\n---\n"):
        pages = {}
        for locale in ("zh", "en"):
            name = f"content/{locale}/x.md"
            file = WrittenFile(Path(name), name, PurePosixPath("x.md"), locale)
            pages[locale, "x/"] = read_written_page(file, front + text, PARSER, SETTINGS)
        found = PageProblems(pages, LinkTargets(pages=("",)), SETTINGS, lambda *_: ())
        told(list(found), front + text)
        assert "\r" not in pages["en", "x/"].plain


def files(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(raw)
        found = read_file("file", path)
        assert not found.fault or found.fault in {*sentences()}
        assert recall(path) is None


def snapshot(text: str) -> None:
    with suppress(NotAsWritten):
        split_lines(text, "id,")


languages = st.dictionaries(
    st.sampled_from(["zh", "en", "ko", "ja", "x"]) | inputs.texts, inputs.texts, max_size=4
)

READERS = (
    Reader("yaml", inputs.raw, yaml_text),
    Reader("settings", inputs.raw, settings),
    Reader("dates", inputs.texts, dates),
    Reader("accepted text", inputs.texts, accepted_text),
    Reader("prose", inputs.texts, prose),
    Reader("written pages", inputs.texts, written_pages),
    Reader("files", inputs.media | inputs.raw, files),
    Reader("snapshot", inputs.texts, snapshot),
    *(Reader(name, inputs.texts, value_of(kind)) for name, kind in (
        ("numbers", Number), ("counts", Count), ("years", Year), ("flags", Flag),
        ("addresses", Url), ("telephones", Phone),
    )),
    *(Reader(name, languages, value_of(kind)) for name, kind in (
        ("names", Names), ("texts", Text), ("prose fields", Prose), ("verbatim", Verbatim),
    )),
)  # fmt: skip
"""All of them."""
