"""What ``mkdocs.yml`` says about written pages: extensions of the parser, the menu, the portal's own theme."""

from __future__ import annotations

from posixpath import normpath
from pydoc import ErrorDuringImport, locate
from typing import TYPE_CHECKING, Any

from portal.adapter.config_file import Configuration, PythonName
from portal.data.problem import Problem
from portal.model.reading.refusal import shown
from portal.pages.writing.writing_settings import MenuEntry, WritingSettings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.data.problem import Place

_EXTENSIONS, _MENU, _STYLES = "markdown_extensions", "nav", "extra_css"
_FIXED = {"docs_dir": ("content",), "use_directory_urls": ("true", "yes", "on")}
"""Keys that decide where pages are, and the only value that fits, as it can be written."""

_HIDING = ("exclude_docs", "draft_docs")
"""Keys that decide which pages there are."""


def read_page_settings(path: Path) -> tuple[WritingSettings, list[Problem]]:
    """What the file and those it inherits from say, and what is wrong with it; a portal may have no such file."""
    config = Configuration(path)
    if not config.files:
        return WritingSettings(), []
    problems: list[Problem] = []
    options: dict[str, dict[str, Any]] = {}
    places: dict[str, Place] = {}
    for name, given, place in _extensions(config, problems):
        places[name] = place
        if isinstance(given, dict):
            options[name] = _typed(given)
    problems += _unfit(config)
    theme = config.section("theme")
    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    settings = WritingSettings(
        extensions=tuple(places),
        options=options,
        places=places,
        extensions_place=config.place((_EXTENSIONS,), key=True),
        menu=tuple(_menu(config, problems)),
        menu_place=config.place((_MENU,), key=True),
        own_theme=path.parent / own if isinstance(own, str) else None,
        named=dict(_named(config)),
    )
    return settings, problems


def _named(config: Configuration) -> Iterator[tuple[str, Place]]:
    """The files below ``content/`` that the settings name, and where."""
    styles = config.section(_STYLES)
    for index, name in enumerate(styles if isinstance(styles, list) else []):
        if isinstance(name, str) and "://" not in name:
            yield name, config.place((_STYLES, index))
    extra = config.section("extra")
    badge = extra.get("accessibility_badge") if isinstance(extra, dict) else None
    image = badge.get("image") if isinstance(badge, dict) else None
    if isinstance(image, str):
        yield image, config.place(("extra", "accessibility_badge", "image"))


def _unfit(config: Configuration) -> Iterator[Problem]:
    for key, fitting in _FIXED.items():
        given = config.section(key)
        if given is not None and normpath(str(given)).lower() not in fitting:
            found = {"key": key, "found": shown(given), "cure": fitting[0]}
            yield Problem(config.place((key,)), "setting-unfit", found)
    for key in _HIDING:
        if config.section(key):
            yield Problem(config.place((key,), key=True), "setting-hides-pages", {"key": key})


def _extensions(config: Configuration, problems: list[Problem]) -> Iterator[tuple[str, Any, Place]]:
    """The name of each extension, its options, and where it is named."""
    given = config.section(_EXTENSIONS)
    if isinstance(given, dict):
        for name, options in given.items():
            yield name, options, config.place((_EXTENSIONS, name), key=True)
        return
    for loc, entry in _items(config, _EXTENSIONS, problems):
        if isinstance(entry, str):
            yield entry, None, config.place(loc)
        elif isinstance(entry, dict) and len(entry) == 1:
            ((name, options),) = entry.items()
            yield name, options, config.place(loc)
        else:
            problems.append(Problem(config.place(loc), "not-text", {"found": shown(entry)}))


def _menu(config: Configuration, problems: list[Problem]) -> Iterator[MenuEntry]:
    for loc, entry in _items(config, _MENU, problems):
        place, file = config.place(loc), entry
        if isinstance(entry, dict) and len(entry) == 1:
            ((title, file),) = entry.items()
            if isinstance(file, str) and "://" not in file:
                found = {"found": title, "cure": f"- {file}"}
                problems.append(Problem(place, "menu-title", found))
            elif not isinstance(file, str):
                problems.append(Problem(place, "menu-section", {"found": title}))
                continue
        if not isinstance(file, str):
            problems.append(Problem(place, "not-text", {"found": shown(entry)}))
        elif "://" in file:
            problems.append(Problem(place, "menu-link", {"found": file}))
        else:
            yield MenuEntry(file, place)


def _items(
    config: Configuration, name: str, problems: list[Problem]
) -> Iterator[tuple[tuple[str, int], Any]]:
    """The items of a list, each with the way to it; nothing stands for an empty one."""
    given = config.section(name)
    if isinstance(given, list):
        yield from (((name, index), item) for index, item in enumerate(given))
    elif given is not None:
        problems.append(Problem(config.place((name,)), "not-a-list", {"found": shown(given)}))


def _typed(value: Any) -> Any:
    """Options as YAML means them: the file is read as text."""
    if isinstance(value, dict):
        return {key: _typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_typed(item) for item in value]
    if isinstance(value, PythonName):
        try:
            return locate(value) or value
        except ErrorDuringImport:
            return value
    if value in ("true", "false"):
        return value == "true"
    return int(value) if isinstance(value, str) and value.isdecimal() else value
