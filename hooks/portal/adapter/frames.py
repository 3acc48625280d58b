"""Frames for generated pages, which the theme renders like written pages."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.utils import get_theme_dir

from portal.adapter.context import place_context
from portal.outputs.site.site_output import WholeSite
from portal.pages.render.compiled import COMPILED
from portal.publish.frame import Frame, frame_key, slot
from portal.resources import THEME

if TYPE_CHECKING:
    from collections.abc import Iterable

    import mkdocs.theme
    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from portal.edition import Edition
    from portal.model.values.locale import Locale
    from portal.outputs.site.page_assets import PageAssets
    from portal.pages.page import PageSource
    from portal.publish.frame import FrameKey

_INDENTATION = re.compile(r"\n\s+")
"""Indentation in the frame's HTML, which has no meaning: a twentieth of a page."""


def use_own_theme(theme: mkdocs.theme.Theme) -> None:
    """Look for templates and files in the generator's own theme, and no longer in Material's folder.

    Every template of Material's has one of ours in its place, and of its 137 KB of style sheet the pages used little.
    MkDocs would look through the 14,000 icons in that folder for each locale, which took a tenth of a small build.
    """
    material = get_theme_dir("material")
    theme.dirs = [folder for folder in theme.dirs if not Path(material).samefile(folder)]
    theme.dirs.insert(1 if theme.custom_dir else 0, str(THEME))


def _find_assets(env: Environment, assets: PageAssets) -> None:
    """Let the theme's templates find what pages load: ``asset`` by a name, the filter ``url`` by a former address.

    So ``{{ 'assets/portal.css' | url }}`` is right in a portal's own templates, whatever the folder is called.
    """
    plain, moved = env.filters["url"], assets.moved
    env.globals["asset"] = assets.address

    @pass_context
    def url(context: Context, value: object) -> str:
        return str(plain(context, moved.get(str(value), value)))

    env.filters["url"] = url


class Theme:
    """The theme, as MkDocs has set it up for the written pages of one locale after another, and its frames."""

    def __init__(self) -> None:
        self.env: Environment | None = None
        self.nav: Navigation | None = None
        self.files: Files | None = None
        self._frames: dict[str, dict[FrameKey, Frame]] = {}

    def furnish(self, env: Environment, edition: Edition) -> None:
        """Take the environment of a locale: frames are rendered by it, and find what the pages of an edition load."""
        self.env = env
        env.bytecode_cache = COMPILED
        _find_assets(env, edition.output(WholeSite).assets)

    def frame_of(self, page: PageSource, locale: str) -> Frame:
        """The frame of a generated page; those of its locale have been rendered."""
        return self._frames[locale][frame_key(page.path)]

    def render_frames(
        self,
        keys: Iterable[FrameKey],
        slots: Iterable[str],
        locale: Locale,
        config: MkDocsConfig,
        common: dict[str, Any],
    ) -> None:
        """Render a frame for each key, with these slots for what outputs add; ``common`` is what all frames need."""
        assert self.env is not None
        assert self.nav is not None
        assert self.files is not None
        template = self.env.get_template("main.html")
        frames = self._frames[locale.code] = {}
        for key in keys:
            section, depth, is_top = key
            inside = "/".join([section, *["-"] * (depth - 1), ""])
            stand_in = SimpleNamespace(url=f"{locale.prefix}{inside}")
            place = place_context(slot("path"), section, config)
            place["edit_url"] = place["edit_root"] and f"{place['edit_root']}{slot('edit')}"
            own = {
                "title": slot("title"),
                "window": slot("window"),
                "description": slot("description"),
                "crumbs": Markup(slot("crumbs")),
                "content": Markup(slot("content")),
                **{name: Markup(slot(name)) for name in slots},
                "is_written": False,
                "og_type": slot("type"),
                "at": "page" if is_top else "true",
            }
            context = get_context(self.nav, self.files, config, stand_in)  # type: ignore[arg-type]
            html = template.render({**context, **common, **place, **own})
            frames[key] = Frame.cut(_INDENTATION.sub("\n", html))
