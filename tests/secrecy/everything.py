"""Everything that a portal publishes, made without MkDocs; of the search index, what it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from portal.assembly import read_portal
from portal.edition import Edition, Output
from portal.model.values.locale import LOCALES
from portal.model.values.moment import Moment
from portal.outputs.cards.cards import cards
from portal.outputs.cards.cards_output import Cards
from portal.outputs.open_data.changes import note_records
from portal.outputs.open_data.export import exports
from portal.outputs.search.search_index import documents
from portal.outputs.search.search_output import Search
from portal.pages.about import ABOUT
from portal.pages.front import PARTS, Front
from portal.pages.made_parts import made_parts
from portal.pages.published import FILE, note_published
from portal.publish.frame import Frame, slot
from portal.publish.maker import page_files
from portal.site_file import Files, TracedFile

if TYPE_CHECKING:
    from secrecy.sample import Sample

SITE = "https://portal.example/diplomacy/"
NOW = "2026-11-22"


def read(folder: Path, now: str = NOW) -> Edition:
    """The portal in a folder, which must have no problems."""
    edition = read_portal(folder, Moment.parse(now), site=SITE, kept=folder / ".kept")
    assert not edition.problems, [problem.line("en") for problem in edition.problems]
    return edition


def snapshot(sample: Sample, folder: Path) -> None:
    """Note that all of a sample was published once: its rows in the log of changes, and its addresses.

    Without the addresses of what is not just over: these must lead somewhere for ever, which is another promise.
    """
    for records, day in ((sample.rest().kept, "2026-11-01"), (None, "2026-11-02")):
        sample.write(folder, records, open_=True)
        edition = read(folder)
        now = {export.table.name: export.fingerprints for export in exports(edition.catalog, "/")}
        note_records(folder, now, day)
    note_published(folder, edition.addresses)
    sample.write(folder)
    assert _forget_lost(folder)
    while _forget_lost(
        folder
    ):  # with a page those below it are lost untold, and of several the first is told
        pass


def _forget_lost(folder: Path) -> bool:
    """Take the addresses out that are told to be lost; returns whether there were any."""
    found = read_portal(folder, Moment.parse(NOW)).problems
    lost = {problem.place.line for problem in found if problem.code.endswith("-lost")}
    lines = (folder / FILE).read_text("utf-8").splitlines(keepends=True)
    left = [line for number, line in enumerate(lines, 1) if number not in lost]
    (folder / FILE).write_text("".join(left), "utf-8")
    return len(left) < len(lines)


def everything(edition: Edition, *, skip_failing: bool = False) -> dict[str, bytes]:
    """The content of every file by path, and what pictures and the search index are made from.

    With ``skip_failing``, what fails is left out, as much does that refers to what is not in the catalog.
    """
    found: dict[str, bytes] = {}
    failing = (Exception,) if skip_failing else ()
    for make_some in (_read_elsewhere, _front, _about, _pages, *map(_files_of, edition.outputs)):
        with suppress(*failing):
            for path, make in make_some(edition):
                with suppress(*failing):
                    found[path] = make()
    return found


Makers = Iterable[tuple[str, Callable[[], bytes]]]


def _read_elsewhere(edition: Edition) -> Makers:
    yield "cards", lambda: repr(list(cards(edition.catalog))).encode()
    yield "state", lambda: repr(edition.state).encode()
    for locale in LOCALES:
        yield f"search.{locale.code}", partial(_searched, edition, locale.code)


def _searched(edition: Edition, locale: str) -> bytes:
    return "\n".join(map(repr, documents(edition, locale))).encode()


def _front(edition: Edition) -> Makers:
    front = Front(edition.catalog, edition.relations)
    for locale in LOCALES:
        renderer, view = edition.renderer(locale.code), edition.view(locale.code)
        for name in PARTS:
            fill = partial(renderer.fill, view, f"{name}.html.j2", front=front)
            yield f"{name}.{locale.code}", partial(_text, fill)


def _about(edition: Edition) -> Makers:
    for locale in LOCALES:
        make = partial(made_parts, edition.renderer(locale.code), ABOUT)
        yield f"about.{locale.code}", lambda make=make: "".join(make().values()).encode()  # type: ignore[misc]


def _pages(edition: Edition) -> Makers:
    slots = [name for output in edition.outputs for name in output.SLOTS]
    shown = ("title", "description", "path", "crumbs", "content", "type", *slots)
    frame = Frame.cut("\n".join(map(slot, shown)))
    return map(_traced, page_files(edition, lambda *_: frame))


def _files_of(output: Output) -> Callable[[Edition], Makers]:
    def make_some(edition: Edition) -> Makers:
        made = Files() if isinstance(output, Search | Cards) else output.files(edition)
        yield from ((p, partial(bytes, c)) for p, c in (made.defaults | made.whole).items())
        yield from map(_traced, made.traced)

    return make_some


def _traced(file: TracedFile) -> tuple[str, Callable[[], bytes]]:
    return file.path, partial(_text, lambda: file.make()[0])


def _text(make: Callable[[], str]) -> bytes:
    return make().encode()
