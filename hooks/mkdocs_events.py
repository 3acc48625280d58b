"""What the portal does at each MkDocs event, in the order in which MkDocs fires them.

With mkdocs-static-i18n, which acts at priority -100, all but the first and the last fire once for each locale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.plugins import CombinedEvent, event_priority

from portal.adapter.build import Build

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

BEFORE_I18N, AFTER_I18N = 0, -110
"""The plugin sets the locale and makes its own files when it acts."""

LAST = -300
"""After the nested builds of the other locales, which the plugin starts at -100."""

_build = Build()


def on_startup(*, command: str, dirty: bool) -> None:
    _build.start(command)


@event_priority(BEFORE_I18N)
def _read(config: MkDocsConfig) -> None:
    _build.read(config)


@event_priority(AFTER_I18N)
def _localize(config: MkDocsConfig) -> None:
    _build.localize(config)


on_config = CombinedEvent(_read, _localize)


@event_priority(AFTER_I18N)
def on_files(files: Files, *, config: MkDocsConfig) -> None:
    _build.fill(files, config)


@event_priority(AFTER_I18N)
def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    _build.theme.nav, _build.theme.files = nav, files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    _build.theme.env = env


def on_template_context(
    context: dict[str, Any], *, template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    return context | _build.frame(config)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    return _build.place_template(output, template_name, config)


def on_page_context(
    context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    return context | _build.page_frame(page, config)


@event_priority(BEFORE_I18N)
def _keep_frames(config: MkDocsConfig) -> None:
    _build.keep_frames(config)


@event_priority(LAST)
def _finish(config: MkDocsConfig) -> None:
    _build.finish(config)


on_post_build = CombinedEvent(_keep_frames, _finish)


def on_shutdown() -> None:
    _build.stop()
