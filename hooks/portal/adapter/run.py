"""The current run of MkDocs: its plugin for locales, its warnings, and everything it reads."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler
from pydantic_core import PydanticCustomError

from portal.adapter.config_file import Configuration
from portal.publish.inputs import inputs_digest
from portal.resources import BASE, FONT, TEMPLATES, THEME
from portal.today import build_moment

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from portal.model.values.moment import Moment


def i18n(config: MkDocsConfig) -> Any:
    """The mkdocs-static-i18n plugin; raises PluginError when it is not configured."""
    try:
        return config.plugins["i18n"]
    except KeyError:
        raise PluginError(
            "mkdocs.yml: plugins 缺少 i18n；請加上\n    mkdocs.yml: plugins has no i18n; add it"
        ) from None


def moment() -> Moment:
    """When the build is made; raises PluginError when ``PORTAL_TODAY`` is no moment."""
    try:
        return build_moment()
    except PydanticCustomError:
        raise PluginError(
            "PORTAL_TODAY is not a date; write it as 2026-11-22 or 2026-11-22T09:30"
        ) from None


def refuse_a_second(config: MkDocsConfig, events: type) -> None:
    """Raise PluginError when MkDocs would hand over each event twice: to the plugin, and to a file of hooks."""
    handlers = (getattr(method, "__self__", None) for method in config.plugins.events["config"])
    if len({id(handler) for handler in handlers if isinstance(handler, events)}) > 1:
        raise PluginError(
            "mkdocs.yml: 產生器設定了兩次；請刪除 plugins 的 city-diplomacy 或 hooks 的 mkdocs_events.py\n"
            "    mkdocs.yml: the generator is configured twice; delete city-diplomacy from plugins, or "
            "mkdocs_events.py from hooks"
        )


def leave_links_to_the_portal(config: MkDocsConfig) -> None:
    """Let MkDocs say nothing about links and the menu, which have been judged before it sees them.

    It knows neither the pages made from records nor addresses from the root, and would abort a strict build.
    """
    validation = config.validation
    for section in (validation.nav, validation.links):
        for name in section:
            section[name] = logging.DEBUG


def has_warned() -> bool:
    """Whether MkDocs will abort a strict build, which it does only after everything is written.

    Its handler counts at the logger that is named after its package: the fork ProperDocs has its own.
    """
    handlers = logging.getLogger(CountHandler.__module__.partition(".")[0]).handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


def watched(root: Path, config: MkDocsConfig) -> list[str]:
    """Folders, besides that of the written pages, of which a preview has to follow every edit."""
    folders = {root / name for name in ("data", "templates", "overrides")} | {
        BASE,
        TEMPLATES,
        THEME,
    }
    if config.theme.custom_dir:
        folders.add(Path(config.theme.custom_dir))
    return [str(folder) for folder in sorted(folders) if folder.is_dir()]


def inputs(root: Path, config: MkDocsConfig, today: str) -> bytes:
    """A digest of all that a build of the portal in ``root`` reads."""
    names = ("data", "content", "published", "templates", "overrides")
    folders = {root / name for name in names} | {BASE, FONT.parent, TEMPLATES, THEME}
    if config.theme.custom_dir:
        folders.add(Path(config.theme.custom_dir))
    written = Configuration(Path(config.config_file_path))
    settings = [today, *sys.argv[1:], *(file.text for file in written.files)]
    settings += (os.environ.get(name, "") for name in written.variables())
    return inputs_digest(sorted(folders), settings)
