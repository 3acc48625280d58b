"""An edition of a portal: its public records at one moment, laid out in pages, and its outputs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from portal.data.store import KEPT_FILES, KEPT_FOLDERS
from portal.model.catalog.public_state import public_state
from portal.model.catalog.quiet_ties import QUIET_YEARS
from portal.pages.render.facts import Facts
from portal.pages.render.jinja import environment
from portal.pages.render.renderer import Renderer
from portal.pages.render.text_terms import TextTerms
from portal.pages.word_advice import word_advice
from portal.resources import TEMPLATES
from portal.site_file import Files

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from jinja2 import Environment

    from portal.data.problem import Problem
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.public_state import PublicState
    from portal.model.catalog.relations import Relations
    from portal.model.catalog.schedule import Schedule
    from portal.model.reading.load import Loaded
    from portal.pages.content import Content
    from portal.pages.page import PageSource
    from portal.pages.render.renderer import Rendered, Shown
    from portal.pages.render.view import View
    from portal.pages.writing.written_pages import WrittenPages
    from portal.site_file import Dataset

    Room = TypeVar("Room", bound="Output")


@dataclass(frozen=True)
class Basis:
    """The inputs of outputs, before there are pages."""

    root: Path
    """The portal's folder."""
    content: Content
    """What lies beside the records: written pages and the files that they use."""
    loaded: Loaded
    """Everything that was read, including what is not public; use it only for problems."""
    catalog: Catalog
    relations: Relations
    read_written: Callable[[], WrittenPages]
    """Returns the written pages, which are read at the first question."""
    site: str = ""
    """The absolute address of the published root, with a trailing slash; empty if unknown."""
    has_search: bool = True
    """Whether the site can be searched."""
    is_preview: bool = False
    """Whether slow outputs may stay as they were first made."""
    kept: Path | None = None
    """Folder in which outputs keep what the next build need not make again; if None, in memory only."""

    own_theme: Path | None = None
    """The folder of the portal's own files for the theme."""
    quiet_years: int = QUIET_YEARS
    """After how many years without activity a tie is told of."""

    @property
    def base(self) -> str:
        """The beginning of absolute addresses; a slash if the site's address is unknown."""
        return self.site or "/"

    @cached_property
    def terms(self) -> TextTerms:
        """The words of concepts, ready to be found in texts."""
        return TextTerms(self.catalog)

    @property
    def written(self) -> WrittenPages:
        """The pages written by hand."""
        return self.read_written()

    def kept_at(self, name: str) -> Path | None:
        """Where an output keeps a file, or a folder of files; a build mends those whose names ``data.store`` has."""
        assert name in (*KEPT_FILES, *KEPT_FOLDERS), f"{name} would never be mended"
        return self.kept and self.kept / name


class Output:
    """Something that a portal publishes: it has pages, adds to pages, makes files, or all of these.

    Each has a room in ``portal.outputs`` and a line in ``portal.assembly``, and implements only what it needs.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()
    """Names of what it adds to the frame of a page, as the theme's templates use them."""

    def __init__(self, basis: Basis) -> None:
        self.basis = basis

    def problems(self) -> Iterable[Problem]:
        """Problems with its inputs that can be found without making it."""
        return ()

    def pages(self) -> Iterable[PageSource]:
        """The pages of its own."""
        return ()

    def addresses(self) -> Iterable[str]:
        """Files that others may link to, below the root of the site; once published, none may silently disappear."""
        return ()

    def replaceable(self) -> Iterable[str]:
        """Its files, below the root of the site, in whose place a portal may put one of its own into ``content/``."""
        return ()

    def downloads(self) -> Iterable[str]:
        """Its other files that texts may link to, below the root of the site; these can end."""
        return ()

    def helpers(self, view: View) -> Mapping[str, Any]:
        """What templates may call besides the helpers of the view, by name."""
        return {}

    def head(self, view: View, shown: Shown) -> Mapping[str, str]:
        """What it adds to the frame of a page, as HTML, by name: one value for each of ``SLOTS``."""
        return {}

    def key(self, page: PageSource) -> bytes:
        """What its additions to a page depend on besides what their view reads: another key, another page."""
        return b""

    def datasets(self, edition: Edition) -> Iterable[Dataset]:
        """Files of its own that the catalog of the open data describes."""
        return ()

    def advice(self, edition: Edition) -> Iterable[Problem]:
        """What editors had better change although everything can be published; found without making its files."""
        return ()

    def files(self, edition: Edition) -> Files:
        """Its files; those that cannot be made become problems."""
        return Files()


@dataclass
class Edition:
    """A portal as it can be published: what ``read_portal`` returns."""

    basis: Basis
    outputs: Sequence[Output]
    schedule: Schedule
    """How long the same records stay public."""
    problems: list[Problem]
    """Sorted by location. As long as there are any, there are no pages."""
    pages: dict[str, PageSource]
    """Every generated page by its address below a locale's root; it exists in every locale."""
    moved: dict[str, str]
    """Published addresses that redirect, and where to: to a page or, with ``#``, to a section of it."""
    written: WrittenPages
    """The pages written by hand."""
    files: Callable[[], Collection[str]]
    """Returns the addresses of files that texts may link to, below the root of the site."""
    own_files: Collection[str] = ()
    """The files below ``content/`` that are published: its pages, and what public pages and records use."""
    env: Environment = field(init=False)
    """The folders of templates; the portal's own override the generator's."""
    _renderers: dict[str, Renderer] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.env = environment([self.root / "templates", TEMPLATES])

    @property
    def root(self) -> Path:
        """The portal's folder."""
        return self.basis.root

    @property
    def site(self) -> str:
        """The absolute address of the published root, with a trailing slash; empty if unknown."""
        return self.basis.site

    @property
    def catalog(self) -> Catalog:
        """All public records."""
        return self.basis.catalog

    @property
    def relations(self) -> Relations:
        """Which public records refer to which."""
        return self.basis.relations

    @cached_property
    def facts(self) -> Facts:
        """Digests of everything that pages and files show."""
        return Facts(self.catalog, self.relations, self.basis.terms)

    @cached_property
    def state(self) -> PublicState:
        """What is public, as one number."""
        return public_state(self.catalog)

    def advice(self) -> list[Problem]:
        """What editors had better change although everything can be published, sorted by location."""
        found = [advice for output in self.outputs for advice in output.advice(self)]
        return sorted([*found, *self.word_advice()])

    def word_advice(self, processes: int = 1) -> list[Problem]:
        """What words of records and written pages should be others, sorted by location."""
        kept = self.basis.kept or self.root / ".site"
        return word_advice(self.basis.loaded, self.catalog, self.written.pages, kept, processes)

    @property
    def addresses(self) -> set[str]:
        """Every address of the site below a locale's root, including files that others may link to."""
        own = {address for output in self.outputs for address in output.addresses()}
        return own | self.pages.keys() | self.basis.content.addresses

    def output(self, kind: type[Room]) -> Room:
        """The output of that class."""
        return next(output for output in self.outputs if isinstance(output, kind))

    def renderer(self, locale: str) -> Renderer:
        """The renderer of pages in that locale."""
        if locale not in self._renderers:
            self._renderers[locale] = Renderer(
                self.env,
                self.catalog,
                self.relations,
                locale,
                site=self.site,
                contributors=self.outputs,
                files=self.files,
                terms=self.basis.terms,
            )
        return self._renderers[locale]

    def render(self, page: PageSource, locale: str) -> Rendered:
        """A page in a locale."""
        return self.renderer(locale).render(page)

    def view(self, locale: str, path: str = "") -> View:
        """The helpers of templates in a locale, on the page at an address below the locale's root."""
        return self.renderer(locale).view(path)
