"""Which pages the catalog makes: one object for each page, the same for every locale."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from portal.model.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from portal.data.problem import Place
    from portal.model.records.record import Record
    from portal.model.values.locale import Locale
    from portal.pages.render.head import Head
    from portal.pages.render.view import View


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page to be rendered: all that its template needs, and where its facts are written."""

    path: str
    """Address below a locale's root, with a slash at the end: ``cities/jp-hachioji/``."""
    template: str
    """File in ``templates/``."""
    head: Callable[[View], Head]
    """Gives its head in the locale of a view."""
    params: Mapping[str, Any] = field(default_factory=dict)
    """What the template names at its top, besides ``title``."""
    place: Place | None = None
    """Where an editor changes it."""
    subject: tuple[str, Record] | None = None
    """The kind and the record that the page is about; a list and a chapter are about none."""
    nodes: Callable[[View], Iterable[Mapping[str, object]]] | None = None
    """Gives what a page that is about no record says to machines, as nodes of JSON-LD."""
    is_index: bool = False
    """Whether other pages lie below it."""
    is_listed: bool = True
    """Whether the sitemap names it: not what only says why something is gone."""
    is_found: bool = False
    """Whether the search finds it, although it is about no record; other lists are reached from those."""

    @property
    def is_article(self) -> bool:
        """Whether it is a text with a date of its own (``article`` of ogp.me), as a press release is."""
        return self.subject is not None and KINDS[self.subject[0]].feed == "news"

    def src_uri(self, locale: str) -> str:
        """The source path that MkDocs sees: ``zh/cities/jp-hachioji.md``, ``zh/cities/index.md``."""
        stem = f"{self.path}index" if self.is_index else self.path.removesuffix("/")
        return f"{locale}/{stem}.md"

    def dest_uri(self, locale: Locale) -> str:
        """The file that is published: ``en/cities/jp-hachioji/index.html``."""
        return f"{locale.prefix}{self.path}index.html"
