"""What is wrong in ``mkdocs.yml``, told before MkDocs reads it: it speaks English, knows no lines, and may fail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.adapter.config_file import Configuration
from portal.adapter.config_plugins import plugin_problems
from portal.adapter.settings import CONFIG
from portal.data.likeness import nearest
from portal.data.opening import Refused, read_regular
from portal.data.problem import Place, Problem
from portal.data.root import OWN_FOLDERS
from portal.model.reading.refusal import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEYS = frozenset((
    "INHERIT", "config_file_path", "copyright", "dev_addr", "docs_dir", "draft_docs", "edit_uri", "edit_uri_template",
    "exclude_docs", "extra", "extra_css", "extra_javascript", "extra_templates", "google_analytics", "hooks",
    "markdown_extensions",
    "mdx_configs", "nav", "not_in_nav", "pages", "plugins", "remote_branch", "remote_name", "repo_name", "repo_url",
    "site_author", "site_description", "site_dir", "site_name", "site_url", "strict", "theme", "use_directory_urls",
    "validation", "watch",
))  # fmt: skip
"""Everything that MkDocs takes."""

_TEXTS = (
    "copyright", "dev_addr", "docs_dir", "edit_uri", "repo_name", "repo_url", "site_author", "site_description",
    "site_dir", "site_name", "site_url",
)  # fmt: skip
_LISTS = ("extra_css", "extra_javascript", "extra_templates", "hooks", "watch")
_BOOLEANS = ("true", "false", "yes", "no", "on", "off")

_ADDRESS = re.compile(r"https?://[^/\s]+(/\S*)?")
_THEME = "{name: material, font: false}"


def config_problems(path: Path) -> list[Problem]:
    """Every problem with the settings of MkDocs in a file and those it inherits from, beside those of their YAML.

    A portal may also have no such file.
    """
    config = Configuration(path)
    if not config.files:
        return []
    return sorted(
        [
            *_keys(config),
            *_types(config),
            *_theme(config, path.parent),
            *plugin_problems(config),
            *_paths(config, path.parent),
        ]
    )


def _keys(config: Configuration) -> Iterator[Problem]:
    for name in {name for file in config.files for name in file.value} - KEYS:
        near = nearest(name, sorted(KEYS))
        code = "unknown-key-near" if near else "unknown-setting"
        found = {"key": name, "nearest": near, "choices": ", ".join(sorted(KEYS))}
        yield Problem(config.place((name,), key=True), code, found)


def _types(config: Configuration) -> Iterator[Problem]:
    for key in _TEXTS:
        if isinstance(given := config.section(key), dict | list):
            yield Problem(config.place((key,)), "not-text", {"found": shown(given)})
    for key in _LISTS:
        if (given := config.section(key)) is not None and not isinstance(given, list):
            yield Problem(config.place((key,)), "not-a-list", {"found": shown(given)})
    if (given := config.section("strict")) is not None and str(given).lower() not in _BOOLEANS:
        found = {"key": "strict", "found": shown(given), "cure": "strict: true"}
        yield Problem(config.place(("strict",)), "setting-must-be", found)
    if not config.section("site_name"):
        found = {"key": "site_name", "cure": "site_name: City Diplomacy"}
        yield Problem(config.place(("site_name",)), "setting-needed", found)
    url = config.section("site_url")
    if isinstance(url, str) and url and not _ADDRESS.fullmatch(url):
        found = {"key": "site_url", "found": url, "cure": "site_url: https://…/"}
        yield Problem(config.place(("site_url",)), "setting-must-be", found)


def _theme(config: Configuration, root: Path) -> Iterator[Problem]:
    theme = config.section("theme")
    if theme is None:
        found = {"key": "theme", "cure": f"theme: {_THEME}"}
        yield Problem(config.place(("theme",)), "setting-needed", found)
        return
    name = theme.get("name") if isinstance(theme, dict) else theme
    if name != "material":
        found = {"key": "theme", "found": shown(name), "cure": f"theme: {_THEME}"}
        yield Problem(config.place(("theme", "name")), "setting-must-be", found)
    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    if own is not None and not (root / str(own)).is_dir():
        found = {"key": "custom_dir", "found": shown(own)}
        yield Problem(config.place(("theme", "custom_dir")), "setting-path-missing", found)


def _paths(config: Configuration, root: Path) -> Iterator[Problem]:
    for key in ("hooks", "watch"):
        given = config.section(key)
        for number, item in enumerate(given if isinstance(given, list) else ()):
            place = config.place((key, number))
            path = root / item if isinstance(item, str) else None
            if path is None or not path.exists():
                found = {"key": key, "found": shown(item)}
                yield Problem(place, "setting-path-missing", found)
            elif key == "hooks" and (reason := _wrong_code(path)):
                yield Problem(place, "own-code-fails", {"reason": reason})
    site = config.section("site_dir")
    if isinstance(site, str) and _would_replace_inputs(root / site, root):
        yield Problem(config.place(("site_dir",)), "site-dir-unsafe", {"found": site})


def _wrong_code(path: Path) -> str:
    """Why a file of Python cannot be run at all."""
    try:
        compile(read_regular(path), path.name, "exec")
    except (Refused, SyntaxError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return ""


def site_problems(site: Path, root: Path) -> list[Problem]:
    """Whether a site in a folder, wherever that is named, would take the place of files of the portal in ``root``."""
    found = {"found": str(site)}
    unsafe = _would_replace_inputs(site, root)
    return [Problem(Place(CONFIG), "site-dir-unsafe", found)] if unsafe else []


def _would_replace_inputs(site: Path, root: Path) -> bool:
    site, root = site.resolve(), root.resolve()
    inputs = [root / name for name in OWN_FOLDERS]
    return root.is_relative_to(site) or any(site.is_relative_to(path) for path in inputs)
