"""What a page says about itself outside its content."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step in the breadcrumb trail."""

    title: str
    path: str
    """Address below the locale's root."""


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """The picture that social networks show for a link to a page (ogp.me)."""

    url: str
    """Absolute address."""
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says about itself outside its content, in one locale."""

    title: str
    description: str
    """One sentence for search engines."""
    crumbs: tuple[Crumb, ...] = ()
    """The breadcrumb trail from below the front page to the page above this one."""
    window: str = ""
    """The title of the window, if it must say more than the page: of a term, that it is one."""
