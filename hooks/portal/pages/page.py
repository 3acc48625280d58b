"""Which pages the catalog makes: one object for each page and locale."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portal.data.problem import Place


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the front page to a page."""

    title: str
    path: str
    """Address below the locale's root."""


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page to be rendered: all that its template needs, and where its facts are written."""

    path: str
    """Address below the locale's root, with a slash at the end: ``cities/jp-hachioji/``."""
    locale: str
    template: str
    """File in ``templates/``."""
    title: str
    description: str
    """One sentence for search engines."""
    crumbs: tuple[Crumb, ...]
    """The way from the front page, which is left out, to the page above this one."""
    params: dict[str, Any] = field(default_factory=dict)
    """What the template names at its top."""
    place: Place | None = None
    """Where an editor changes it."""
    is_index: bool = False
    """Whether other pages lie below it."""

    @property
    def src_uri(self) -> str:
        """The source path that MkDocs sees: ``zh/cities/jp-hachioji.md``, ``zh/cities/index.md``."""
        stem = f"{self.path}index" if self.is_index else self.path.removesuffix("/")
        return f"{self.locale}/{stem}.md"
