"""What a page says of itself outside its content."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the front page to a page."""

    title: str
    path: str
    """Address below the locale's root."""


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """What networks show beside a link to a page (ogp.me)."""

    url: str
    """Absolute address."""
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself outside its content, in one locale."""

    title: str
    description: str
    """One sentence for search engines."""
    crumbs: tuple[Crumb, ...] = ()
    """The way from the front page, which is left out, to the page above this one."""
