"""What the portal does at each MkDocs event, in the order in which MkDocs fires them.

With mkdocs-static-i18n, which acts at priority -100, all but the first and the last fire once for each locale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.plugins import CombinedEvent, event_priority

from portal.adapter.build import Build
from portal.adapter.context import page_source
from portal.adapter.run import refuse_a_second
from portal.interruption import heed_interruptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

BEFORE_I18N, AFTER_I18N = 0, -110
"""The plugin for locales sets the locale and makes its own files when it acts."""

LAST = -300
"""After the nested builds of the other locales, which that plugin starts at -100."""


class Events:
    """The handlers of one MkDocs process: methods of the plugin, or functions of a file of hooks."""

    def __init__(self) -> None:
        self._build = Build()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """The command is known here only."""
        heed_interruptions()
        self._build.start(command)

    @event_priority(BEFORE_I18N)
    def _read(self, config: MkDocsConfig) -> None:
        refuse_a_second(config, Events)
        self._build.read(config)

    @event_priority(AFTER_I18N)
    def _localize(self, config: MkDocsConfig) -> None:
        self._build.localize(config)

    on_config = CombinedEvent(_read, _localize)

    @event_priority(BEFORE_I18N)
    def _select(self, files: Files, *, config: MkDocsConfig) -> None:
        self._build.seen.select(files, config)

    @event_priority(AFTER_I18N)
    def _fill(self, files: Files, *, config: MkDocsConfig) -> None:
        self._build.fill(files, config)

    on_files = CombinedEvent(_select, _fill)

    @event_priority(AFTER_I18N)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Frames need the navigation."""
        self._build.theme.nav, self._build.theme.files = nav, files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Frames are rendered by the theme's own environment."""
        self._build.furnish(env)

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Of the error pages."""
        return context | self._build.frame(config)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """An error page is rendered."""
        return self._build.place_template(output, template_name, config)

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """MkDocs has read a written page."""
        return page_source(page)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """And made HTML of it."""
        return self._build.page_html(html, page, config)

    def on_page_context(
        self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """Of a written page."""
        return context | self._build.page_frame(page, config)

    @event_priority(BEFORE_I18N)
    def _keep_frames(self, config: MkDocsConfig) -> None:
        self._build.keep_frames(config)

    @event_priority(LAST)
    def _finish(self, config: MkDocsConfig) -> None:
        self._build.finish(config)

    on_post_build = CombinedEvent(_keep_frames, _finish)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> None:
        """The first build of a preview has succeeded."""
        self._build.accompany(server)

    def on_build_error(self, *, error: Exception) -> None:
        """Something has ended the build, in whichever event."""
        self._build.failures.end(error)

    def on_shutdown(self) -> None:
        """A preview ends."""
        self._build.stop()
