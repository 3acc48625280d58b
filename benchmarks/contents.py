"""The content of a portal's pages, for any generator: HTML made from data, around a text in Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.corpus import SITE, TODAY, write_corpus
from portal.assembly import read_portal
from portal.model.values.locale import BY_CODE, LOCALES
from portal.model.values.moment import Moment
from portal.pages.front import front_html
from portal.pages.render.renderer import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from portal.edition import Edition
    from portal.model.values.locale import Locale
    from portal.pages.page import PageSource
    from portal.pages.writing.written_page import WrittenPage

PORTAL_LINK = re.compile(r"\]\(\s*<?(/[^)\s>]*)")
"""A link inside prose to a page of the portal: an address that begins with ``/``."""

HERO = 2
"""So many of the parts of the front page stand beside its title, above everything else."""


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
    added: Mapping[str, str]
    """What outputs add to its head, as HTML by name: its JSON-LD, feeds, card."""
    window: str = ""
    """The title of its window, where it says more than its title."""
    is_article: bool = False
    """Whether it is a press release."""
    hero: str = ""
    """HTML at the head of a front page, above ``before``."""

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
    for written in edition.written.pages.values():
        yield _written(edition, written)


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
        added=rendered.added,
        window=rendered.head.window,
        is_article=page.is_article,
    )


def _written(edition: Edition, page: WrittenPage) -> Content:
    assert page.front, page.path
    renderer, view = edition.renderer(page.locale), edition.view(page.locale, page.address)
    is_front = not page.address
    parts = list(front_html(renderer, view).values()) if is_front else []
    parts += [f'<h2 id="about">{view.t("front.about")}</h2>'] if is_front else []
    return Content(
        path=page.address,
        locale=BY_CODE[page.locale],
        title=page.front.title,
        description=page.front.description or view.plain("site.description"),
        crumbs=() if is_front else ((view.plain("nav.about"), None),),
        before="".join(parts[HERO:]),
        prose=page.parts.body.strip(),
        after="",
        edit=page.path,
        is_index=is_front,
        is_written=True,
        added=renderer.added(view, Shown(page.address)),
        hero="".join(parts[:HERO]),
    )
