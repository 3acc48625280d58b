"""The pages made from the catalog: one object for each page, shared by the locales."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from portal.model.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from portal.data.problem import Place
    from portal.model.catalog.tie import Tie
    from portal.model.records.record import Record
    from portal.model.values.locale import Locale
    from portal.pages.render.head import Head
    from portal.pages.render.view import View


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page to render: everything its template needs, and where its facts are written."""

    path: str
    """Address below a locale's root, with a slash at the end: ``cities/jp-hachioji/``."""
    template: str
    """File in ``templates/``."""
    head: Callable[[View], Head]
    """Returns its head in the locale of a view."""
    params: Mapping[str, Any] = field(default_factory=dict)
    """The inputs listed at the top of the template, besides ``title``."""
    place: Place | None = None
    """Where editors can change it."""
    subject: tuple[str, Record] | None = None
    """The kind and the record that the page is about; None for lists and chapters."""
    tie: Tie | None = None
    """The tie that the page is about."""
    nodes: Callable[[View], Iterable[Mapping[str, object]]] | None = None
    """Returns JSON-LD nodes for a page that is not about a record."""
    is_index: bool = False
    """Whether there are pages below it."""
    is_listed: bool = True
    """Whether the sitemap lists it; pages that only explain a removal are left out."""
    is_found: bool = False
    """Whether the search finds it although it is not about a record; other lists can be reached from these."""
    after: str = ""
    """The section behind which it stands in the menu; empty if it is not in it. Lists of kinds are, of themselves."""

    @property
    def is_one(self) -> bool:
        """Whether it is about one record or tie: no list, and no chapter of another page."""
        return self.subject is not None or self.tie is not None

    @property
    def is_article(self) -> bool:
        """Whether it is a text with its own date (``article`` of ogp.me), such as a press release."""
        return self.subject is not None and KINDS[self.subject[0]].feed == "news"

    def src_uri(self, locale: str) -> str:
        """The source path that MkDocs sees: ``zh/cities/jp-hachioji.md``, ``zh/cities/index.md``."""
        stem = f"{self.path}index" if self.is_index else self.path.removesuffix("/")
        return f"{locale}/{stem}.md"

    def dest_uri(self, locale: Locale) -> str:
        """The file that is published: ``en/cities/jp-hachioji/index.html``."""
        return f"{locale.prefix}{self.path}index.html"
