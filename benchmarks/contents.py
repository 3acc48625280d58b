"""The content of a portal's pages, for any generator: HTML made from data, around a text in Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.corpus import write_corpus
from portal.assembly import read_portal
from portal.model.values.locale import LOCALES
from portal.model.values.moment import Moment
from portal.pages.front import Front

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.edition import Edition
    from portal.model.values.locale import Locale
    from portal.pages.page import PageSource

TODAY = "2026-11-24"
"""The day of every build."""

SITE = "https://hualien-city.example.org/"
"""The address of the site, from the portal that the corpus takes its settings from."""

PORTAL_LINK = re.compile(r"\]\(\s*<?(/[^)\s>]*)")
"""A link inside prose to a page of the portal: an address that begins with ``/``."""

_FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Content:
    """A page in one locale, without the frame around it."""

    path: str
    """Address below the locale's root, with a slash at the end."""
    locale: Locale
    title: str
    description: str
    crumbs: tuple[tuple[str, str | None], ...]
    """The breadcrumb trail to the page above this one: titles, and addresses below the locale's root."""
    before: str
    """HTML above the prose."""
    prose: str
    """Markdown, whose links to pages begin with ``/`` and name no locale."""
    after: str
    """HTML below the prose."""
    edit: str
    """Where it is written, below the portal's root: a file, or a line of one."""
    is_index: bool
    """Whether there are pages below it."""
    is_written: bool
    """Whether it is a written page."""
    is_article: bool = False
    """Whether it is a press release."""
    linked_data: str = ""
    """The element of its head with its JSON-LD."""
    hero: str = ""
    """HTML beside the prose of a front page, above ``after``."""

    @property
    def section(self) -> str:
        """The first part of its address."""
        return self.path.partition("/")[0]

    @property
    def source(self) -> str:
        """Its file, as MkDocs would name it: ``cities/index.md``, ``cities/jp-kaga.md``."""
        return f"{self.path}index.md" if self.is_index else f"{self.path.removesuffix('/')}.md"


@dataclass(frozen=True, slots=True)
class Corpus:
    """A portal of records, and the content of its pages."""

    folder: Path
    edition: Edition
    contents: tuple[Content, ...]


def corpus(folder: Path, count: int) -> Corpus:
    """Write a portal of that many records and lay out its pages."""
    write_corpus(folder, count)
    kept = folder.with_name("kept")  # pages show the number of rows only of published files
    edition = read_portal(folder, Moment.parse(TODAY), site=SITE, search=False, kept=kept)
    assert not edition.problems, edition.problems[0]
    return Corpus(folder, edition, tuple(_contents(edition)))


def _contents(edition: Edition) -> Iterator[Content]:
    for locale in LOCALES:
        for page in edition.pages.values():
            yield _generated(edition, page, locale)
        folder = edition.root / "content" / locale.code
        for file in sorted(folder.rglob("*.md")):
            name = file.relative_to(folder).as_posix()
            yield _written(edition, name, file.read_text(encoding="utf-8"), locale)


def _generated(edition: Edition, page: PageSource, locale: Locale) -> Content:
    rendered = edition.render(page, locale.code)
    record = next(iter(page.params.values()), None)
    prose = getattr(record, "body", None) or getattr(record, "summary", None)
    made = str(edition.view(locale.code, page.path).prose(prose)) if prose else ""
    before, found, after = rendered.content.partition(made) if made else (rendered.content, "", "")
    assert found == made, f"{page.path} does not show its prose as it is"
    return Content(
        path=page.path,
        locale=locale,
        title=rendered.head.title,
        description=rendered.head.description,
        crumbs=tuple((crumb.title, crumb.path) for crumb in rendered.head.crumbs),
        before=before,
        prose=prose[locale.code] if prose else "",
        after=after,
        edit=f"{page.place.path}#L{page.place.line}" if page.place else "",
        is_index=page.is_index,
        is_written=False,
        is_article=page.is_article,
        linked_data=rendered.added["linked_data"],
    )


def _written(edition: Edition, name: str, text: str, locale: Locale) -> Content:
    front = _FRONT_MATTER.match(text)
    assert front, name
    meta: dict[str, Any] = yaml.safe_load(front[1])
    view = edition.view(locale.code)
    is_front = name == "index.md"
    part = partial(edition.renderer(locale.code).fill, view)
    front_page = Front(edition.catalog, edition.relations)
    return Content(
        path="" if is_front else f"{name.removesuffix('.md')}/",
        locale=locale,
        title=meta["title"],
        description=str(meta.get("description") or view.t("site.description")),
        crumbs=() if is_front else ((str(view.t("nav.about")), None),),
        before="",
        prose=text[front.end() :].strip(),
        after=part("front_records.html.j2", front=front_page) if is_front else "",
        edit=f"content/{locale.code}/{name}",
        is_index=is_front,
        is_written=True,
        hero=part("front_world.html.j2", front=front_page) if is_front else "",
    )
