"""The current run of MkDocs: its plugin for locales, its warnings, and everything it reads."""

from __future__ import annotations

import logging
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler
from pydantic_core import PydanticCustomError

from portal.outputs.search.search_index import pagefind_of, pagefind_version
from portal.publish.inputs import inputs_digest
from portal.resources import BASE, FONT, TEMPLATES, THEME
from portal.today import build_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from portal.model.values.moment import Moment

_VARIABLES = re.compile(r"!ENV\s+(?:\[([^\]]*)\]|(\w+))")
_INHERIT = re.compile(r"^INHERIT:\s*[\"']?([^\s\"']+)", re.MULTILINE)


def i18n(config: MkDocsConfig) -> Any:
    """The mkdocs-static-i18n plugin; raises PluginError when it is not configured."""
    try:
        return config.plugins["i18n"]
    except KeyError:
        raise PluginError("mkdocs.yml must configure the plugin i18n") from None


def moment() -> Moment:
    """When the build is made; raises PluginError when ``PORTAL_TODAY`` is no moment."""
    try:
        return build_moment()
    except PydanticCustomError:
        raise PluginError(
            "PORTAL_TODAY is not a date; write it as 2026-11-22 or 2026-11-22T09:30"
        ) from None


def has_search(config: MkDocsConfig) -> bool:
    """Whether the site has search; it does unless ``extra.search`` in ``mkdocs.yml`` is ``false``."""
    return config.extra.get("search") is not False


def has_warned() -> bool:
    """Whether MkDocs will abort a strict build, which it does only after everything is written.

    Its handler counts at the logger that is named after its package: the fork ProperDocs has its own.
    """
    handlers = logging.getLogger(CountHandler.__module__.partition(".")[0]).handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


def inputs(root: Path, config: MkDocsConfig, today: str) -> bytes:
    """A digest of all that a build of the portal in ``root`` reads."""
    names = ("data", "content", "published", "templates", "overrides")
    folders = {root / name for name in names} | {BASE, FONT.parent, TEMPLATES, THEME}
    if config.theme.custom_dir:
        folders.add(Path(config.theme.custom_dir))
    settings = [today, *sys.argv[1:], *_settings(Path(config.config_file_path))]
    settings.append(pagefind_version(pagefind_of(root)).decode() if has_search(config) else "")
    return inputs_digest(sorted(folders), settings)


def _settings(file: Path) -> Iterator[str]:
    """The text of a configuration file and of those it inherits, and the variables they use."""
    text = file.read_text(encoding="utf-8")
    yield text
    for listed, single in _VARIABLES.findall(text):
        for name in (listed or single).split(","):
            yield os.environ.get(name.strip(), "")
    if inherited := _INHERIT.search(text):
        yield from _settings(file.parent / inherited[1])
