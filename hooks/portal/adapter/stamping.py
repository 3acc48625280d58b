"""Notes on a site what it was made from: reads the commit, and leaves room for it where a page shows it."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.exceptions import PluginError

from portal.model.values.locale import LOCALES
from portal.origin import NoCommit, Origin, read_origin
from portal.pages.about import ABOUT, ShownCommit, commit_url, state_html
from portal.pages.front import front_html
from portal.publish.frame import Frame, slot
from portal.publish.stamp import Stamp, StampedPage
from portal.resources import DISTRIBUTION
from portal.text.visible import visible

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from portal.edition import Edition
    from portal.pages.render.view import View
    from portal.publish.publisher import Publisher
    from portal.site_file import Files

_STATE = "state"
"""The slot of the page about this site, and those of its part."""


def origin_of(config_file: Path, publisher: Publisher) -> Origin:
    """From which commit a site is made; raises PluginError when ``PORTAL_COMMIT`` is none."""
    apart = (publisher.folder, publisher.state)
    try:
        return read_origin(config_file.parent, config_file.name, apart)
    except NoCommit as error:
        raise PluginError(
            f"PORTAL_COMMIT 不是提交代碼：{visible(error.args[0])}；請給7至64個十六進位數字，"
            "例如 git rev-parse HEAD 的輸出，或不要設定\n"
            f"    PORTAL_COMMIT is not a commit: {visible(error.args[0])}; give 7 to 64 hexadecimal digits, as "
            "git rev-parse HEAD prints them, or leave it unset"
        ) from None


def made_context(edition: Edition, view: View, path: str) -> dict[str, Any]:
    """What a written page shows besides its text, as its template names it."""
    if not path:
        return front_html(edition.renderer(view.locale), view)
    return {"below": Markup(slot(_STATE))} if path == ABOUT else {}


def stamp_of(edition: Edition, files: Files, origin: Origin, config: MkDocsConfig) -> Stamp:
    """What the site of an edition tells about itself; pages that show the commit are taken from the ``files``."""
    pages = {}
    for locale in LOCALES:
        path = f"{locale.prefix}{ABOUT}index.html"
        if path in files.whole:
            parts = _parts(edition, locale.code, config.repo_url)
            pages[path] = StampedPage(Frame.cut(bytes(files.whole.pop(path)).decode()), *parts)
    return Stamp(
        generator=(DISTRIBUTION, version(DISTRIBUTION)),
        day=edition.catalog.today.iso,
        records=(edition.state.count, edition.state.digest),
        pages=pages,
        origin=origin,
    )


def _parts(edition: Edition, locale: str, repository: str | None) -> tuple[Frame, Frame, Frame]:
    """What the page shows of a commit that is known, of one with changes, and of none."""
    commit, short = slot("commit"), slot("short")
    url = commit_url(repository, commit)
    shown = (
        ShownCommit(commit, short, url),
        ShownCommit(commit, short, url, modified=True),
        ShownCommit(),
    )
    renderer = edition.renderer(locale)
    known, modified, unknown = (
        Frame.cut(state_html(renderer, edition.view(locale, ABOUT), edition.state, one))
        for one in shown
    )
    return known, modified, unknown
