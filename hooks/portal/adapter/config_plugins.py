"""The plugins that ``mkdocs.yml`` names: a portal needs two, one of them with options of which few fit."""

from __future__ import annotations

from collections import Counter
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

from portal.data.problem import Problem
from portal.model.reading.refusal import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.adapter.config_file import Configuration
    from portal.model.values.walk import Loc

GENERATOR, LOCALES = "city-diplomacy", "i18n"

HOOKS = "mkdocs_events.py"
"""The file of ``hooks`` that does what the plugin does, for portals in a checkout of the generator."""

_OPTIONS = {
    "docs_structure": "folder",
    "fallback_to_default": "false",
    "reconfigure_material": "false",
    "reconfigure_search": "false",
}
"""Options of the plugin for locales, each with the only value with which a portal works."""

_LANGUAGES = "languages"
_LOCALES = ("zh", "en")
_BOTH = "languages: [{locale: zh, name: 中文, default: true}, {locale: en, name: English}]"

_Named = tuple[str, "Loc", Any]
"""The name of a plugin, the way to it, and its options."""


def plugin_problems(config: Configuration) -> Iterator[Problem]:
    """Plugins that are missing, unknown, named twice, or that cannot make a portal with their options."""
    given = config.section("plugins")
    if given is not None and not isinstance(given, dict | list):
        yield Problem(config.place(("plugins",)), "not-a-list", {"found": shown(given)})
        return
    named = list(_named(given))
    times = Counter(name for name, _, _ in named)
    for name, loc, options in named:
        if times[name] > 1:
            times[name] = 0  # told once
            yield Problem(config.place(loc, key=True), "plugin-twice", {"found": name})
        elif name == LOCALES:
            yield from _wrong_options(config, loc, options if isinstance(options, dict) else {})
        elif name != GENERATOR and not _is_installed(name):
            yield Problem(config.place(loc, key=True), "plugin-unknown", {"found": name})
    if LOCALES not in times:
        yield _needed(config, LOCALES)
    hooks = config.section("hooks")
    in_checkout = isinstance(hooks, list) and any(str(hook).endswith(HOOKS) for hook in hooks)
    if GENERATOR not in times and not in_checkout:
        yield _needed(config, GENERATOR)


def _needed(config: Configuration, name: str) -> Problem:
    found = {"key": f"plugins: {name}", "cure": f"{name}: {{}}"}
    return Problem(config.place(("plugins",), key=True), "setting-needed", found)


def _wrong_options(config: Configuration, loc: Loc, options: dict[str, Any]) -> Iterator[Problem]:
    for key, fitting in _OPTIONS.items():
        given = options.get(key)
        if str(given).lower() != fitting:
            yield _unfit(config, (*loc, key), given, f"{key}: {fitting}")
    given = options.get(_LANGUAGES)
    languages = (
        [item for item in given if isinstance(item, dict)] if isinstance(given, list) else []
    )
    default = [
        item.get("locale") for item in languages if str(item.get("default")).lower() == "true"
    ]
    if tuple(item.get("locale") for item in languages) != _LOCALES or default != ["zh"]:
        yield _unfit(config, (*loc, _LANGUAGES), given, _BOTH)


def _unfit(config: Configuration, loc: Loc, given: Any, cure: str) -> Problem:
    found = {"key": f"i18n: {loc[-1]}", "cure": cure}
    if given is None:
        return Problem(config.place(loc), "setting-needed", found)
    return Problem(config.place(loc), "setting-must-be", {**found, "found": shown(given)})


def _named(given: Any) -> Iterator[_Named]:
    if isinstance(given, dict):
        yield from ((name, ("plugins", name), options) for name, options in given.items())
    for number, item in enumerate(given if isinstance(given, list) else ()):
        if isinstance(item, str):
            yield item, ("plugins", number), None
        elif isinstance(item, dict) and len(item) == 1:
            ((name, options),) = item.items()
            yield name, ("plugins", number, name), options


def _is_installed(name: str) -> bool:
    """MkDocs also finds plugins that belong to the theme by their short name."""
    names = (name, f"material/{name}")
    return any(entry_points(group="mkdocs.plugins", name=known) for known in names)
