"""Turns pages into HTML with templates, each with a view of its own."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol, cast

from portal.pages.render.chronicle import Chronicle
from portal.pages.render.government_figures import Governments
from portal.pages.render.planning import Planning
from portal.pages.render.shared_parts import Once, SharedParts
from portal.pages.render.term_rows import TermRows
from portal.pages.render.text_terms import TextTerms
from portal.pages.render.tie_stories import TieStories
from portal.pages.render.view import View
from portal.pages.render.word_breaks import WordBreaks
from portal.pages.render.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from jinja2 import Environment
    from markupsafe import Markup

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.pages.page import PageSource
    from portal.pages.render.head import Head
    from portal.pages.render.trace import Fact


@dataclass(frozen=True, slots=True)
class Shown:
    """A page in one locale without the frame around it, as those see it who add to the frame."""

    path: str
    """Address below the locale's root."""
    source: PageSource | None = None
    """None for a written page."""
    head: Head | None = None
    content: str = ""
    """HTML."""


class Contributor(Protocol):
    """Something that adds helpers to templates, and values to the frame of each page: an output."""

    def helpers(self, view: View) -> Mapping[str, Any]:
        """What templates may call besides the helpers of the view, by name."""

    def head(self, view: View, shown: Shown) -> Mapping[str, str]:
        """What it adds to the frame of a page, as HTML, by the name that the theme uses."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page in one locale, without the frame around it."""

    head: Head
    content: str
    """HTML."""
    crumbs: str
    """The way from the front page, as items of a list."""
    added: Mapping[str, str]
    """Additions of outputs to its frame, as HTML, by name."""
    facts: frozenset[Fact]
    """The facts it showed besides the content of its source."""


class _Current:
    """The view of the page that is being rendered: what templates mean by ``view``.

    Jinja makes the macros of an imported template once, with the globals of that moment, so these must outlive a page.
    Everything else is given its view, and keeps it.
    """

    view: View

    def __getattr__(self, name: str) -> Any:
        return getattr(self.view, name)

    def t(self, key: str, /, **values: Any) -> Markup:
        return self.view.t(key, **values)

    def link(self, kind: str, record: Any) -> Markup:
        return self.view.link(kind, record)

    def url(self, target: str) -> str:
        return self.view.url(target)


for _name in ("catalog", "relations", "locale", *dir(View)):
    if not _name.startswith("_") and _name not in vars(_Current):
        # What is asked for most need not wait until nothing of that name is found.
        setattr(_Current, _name, property(attrgetter(f"view.{_name}")))


class Renderer:
    """Renders pages in one locale, one after the other.

    Templates find the view's helpers as globals. Text is escaped unless a helper made the HTML; an unknown name stops
    the build.
    """

    def __init__(
        self,
        env: Environment,
        catalog: Catalog,
        relations: Relations,
        locale: str,
        *,
        site: str = "",
        contributors: Iterable[Contributor] = (),
        files: Callable[[], Collection[str]] | None = None,
        terms: TextTerms | None = None,
    ) -> None:
        """``files`` returns the addresses of files that texts may link to; ``terms`` are those of the catalog."""
        self.catalog, self.relations = catalog, relations
        self._locale, self._site = locale, site
        self._contributors = tuple(contributors)
        self._files = files
        self._wording = Wording(catalog.labels, locale)
        self._breaks, self._terms = WordBreaks(catalog), terms or TextTerms(catalog)
        self._parts = SharedParts(self.view)
        self._current = current = _Current()
        # All templates at once: a cache with an end keeps the order of use, which costs more than to find one.
        self._env = env.overlay(cache_size=-1)
        helpers: dict[str, Any] = {
            "view": current,
            "t": current.t,
            "link": current.link,
            "url": current.url,
            "once": Once(current, self._parts),
            "governments": Governments(cast("View", current)),
            "chronicle": Chronicle(cast("View", current)),
            "ties": TieStories(cast("View", current), Chronicle(cast("View", current))),
            "planning": Planning(cast("View", current)),
            "term_rows": TermRows(cast("View", current)),
        }
        helpers["locale"] = locale
        helpers["gap"] = "" if locale == "zh" else " "
        for contributor in self._contributors:
            helpers |= contributor.helpers(cast("View", current))
        self._globals = self._env.globals = env.globals | helpers

    def view(self, path: str = "") -> View:
        """What the page at an address below the locale's root sees; it notes what it is asked."""
        return View(
            self.catalog,
            self.relations,
            self._locale,
            site=self._site,
            path=path,
            wording=self._wording,
            breaks=self._breaks,
            terms=self._terms,
            parts=self._parts,
            files=self._files,
        )

    def render(self, page: PageSource) -> Rendered:
        """The page, and all that it showed."""
        view = self.view(page.path)
        head = page.head(view)
        content = self.fill(view, page.template, title=head.title, **page.params)
        content += view.definitions() + view.symbols()
        added = self.added(view, Shown(page.path, page, head, content))
        return Rendered(head, content, str(view.crumbs(head)), added, view.facts())

    def added(self, view: View, shown: Shown) -> dict[str, str]:
        """What all contributors add to the frame of a page."""
        found: dict[str, str] = {}
        for contributor in self._contributors:
            found |= contributor.head(view, shown)
        return found

    def fill(self, view: View, name: str, /, **params: Any) -> str:
        """The text of a template on the page of a view; what it shows is added to the trace of the view.

        What ``Template.render`` does, with the globals of all templates put together once.
        """
        self._current.view = view
        template = self._env.get_template(name)
        context = template.new_context({**self._globals, **params}, shared=True)
        try:
            return "".join(template.root_render_func(context))
        except Exception:
            self._env.handle_exception()  # raises it anew, with the template's lines in its traceback
