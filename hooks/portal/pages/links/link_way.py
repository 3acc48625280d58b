"""The way from a page to what a link on it names: an address from the root, without the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.pages.address import relative

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


def link_way(
    target: str,
    page: str,
    *,
    prefix: str = "",
    base: str = "",
    files: Callable[[], Collection[str]] | None = None,
) -> str:
    """The address to write into a page below the root of a locale, whose ``prefix`` is ``en/`` or empty.

    A file that exists once for all locales lies below the root of the site: ``files`` returns those of the whole
    site. With ``base``, the absolute address of the locale's root, the way can be followed from anywhere.

    >>> link_way("cities/jp-kaga/#ties", "exchanges/2014/")
    '../../cities/jp-kaga/#ties'
    >>> link_way("data/cities.csv", "exchanges/", prefix="en/", files=lambda: {"data/cities.csv"})
    '../../data/cities.csv'
    """
    path = target.partition("#")[0].partition("?")[0]
    is_shared = bool(files and prefix and _is_file(path) and f"{prefix}{path}" not in files())
    if is_shared:
        return base.removesuffix(prefix) + target if base else relative(target, prefix + page)
    return base + target if base else _within(target, page)


def _is_file(path: str) -> bool:
    """Whether an address has the form of a file's, as no page's has."""
    return "." in path.rpartition("/")[2]


def _within(target: str, page: str) -> str:
    return (
        relative(target, page) if target[:1] not in ("", "#", "?") else relative("", page) + target
    )
