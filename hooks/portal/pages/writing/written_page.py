"""One written page: its text, and what its parser makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from portal.pages.links.link_address import Origin, split
from portal.pages.writing.front_matter import FrontMatter, meta, part, read_front_matter
from portal.pages.writing.html_scan import HtmlScan
from portal.pages.writing.shown_page import aligned
from portal.pages.writing.shown_text import ShownText
from portal.pages.writing.source_places import SourcePlaces
from portal.text.text_block import plain_lines

if TYPE_CHECKING:
    from portal.data.problem import Problem
    from portal.pages.content import WrittenFile
    from portal.pages.writing.front_matter import Parts
    from portal.pages.writing.page_parser import PageParser
    from portal.pages.writing.writing_settings import WritingSettings


_NOT_JUDGED = ("front-matter-open", "front-matter-late")


@dataclass
class WrittenPage:
    """A page of ``content/`` that could be read."""

    path: str
    """From the root of the portal: ``content/en/about/privacy.md``."""
    locale: str
    address: str
    """Below the locale's root: ``about/privacy/``."""
    parts: Parts
    front: FrontMatter | None
    """None if something is wrong with it."""
    parser: PageParser
    problems: list[Problem] = field(default_factory=list)
    """What is wrong with the front matter."""
    definitions: dict[str, str] = field(default_factory=dict)
    """The targets that it defines for its links, by label; known once it has been parsed."""

    @property
    def file(self) -> str:
        """Its file below the folder of the locale, as the menu names it."""
        return self.path.split("/", 2)[2]

    @cached_property
    def html(self) -> str | None:
        """Its HTML; None if the parser gives up."""
        html = self.parser.html(self.parts.body)
        self.definitions = self.parser.definitions
        return None if html is None else aligned(html)

    @property
    def template(self) -> str | None:
        """The template that it names, or nothing; None if that is unknown: front matter is missing or no YAML."""
        if self.front is not None:
            return self.front.template or ""
        if self.parts.front is None:
            return None
        keys, _ = meta(f"---\n{self.parts.front or ''}---\n")
        is_lost = not keys and bool(self.parts.front)
        return None if is_lost else str(keys.get("template", ""))

    @property
    def is_judged(self) -> bool:
        """Whether its text can be told from its front matter; if not, what follows from that is not told."""
        return self.parts.lack not in _NOT_JUDGED

    @cached_property
    def scan(self) -> HtmlScan:
        """What its HTML holds."""
        return HtmlScan(self.html or "")

    @property
    def notes(self) -> dict[str, str]:
        """What it means as footnotes although there are none without an extension for them, by label."""
        found = self.definitions.items()
        return {label: target for label, target in found if label.startswith("^")}

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids in its text."""
        return frozenset(e.attrs["id"] for e in self.scan.elements if "id" in e.attrs)

    @property
    def plain(self) -> str:
        """What readers see of its text: a line for each paragraph, heading and item, cells of a row side by side."""
        return plain_lines(line.block for line in ShownText(self.scan).lines)

    @property
    def places(self) -> SourcePlaces:
        """Where in its file what the scan found is written."""
        parts = self.parts
        return SourcePlaces(self.path, parts.body, parts.line, self.parser.html, self.scan)

    @property
    def linked(self) -> set[str]:
        """The addresses of the portal to which it links."""
        links = (e.attrs.get("href", "") for e in self.scan.elements if e.tag == "a")
        return {unquote(split(link)[0])[1:] for link in links if link.startswith("/")}

    def origin(self) -> Origin:
        """The page as the origin of its links."""
        folder = self.file.rpartition("/")[0]
        return Origin(self.locale, self.address, folder and f"{folder}/")


def read_written_page(
    file: WrittenFile, text: str, parser: PageParser, settings: WritingSettings
) -> WrittenPage:
    """The page with that text."""
    parts = part(text)
    front, problems = read_front_matter(file.name, parts, settings.templates, file.locale)
    return WrittenPage(file.name, file.locale, file.address, parts, front, parser, problems)
