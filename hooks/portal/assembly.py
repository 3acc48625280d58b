"""Puts a portal together: reads its folder, checks it, lays it out, and asks every output what it adds."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from portal.data.media_facts import MediaFacts
from portal.data.one_cause import of_one_cause
from portal.edition import Basis, Edition
from portal.garbage import collection_paused
from portal.layout import Layout
from portal.model.catalog.catalog import build_catalog
from portal.model.catalog.quiet_ties import QUIET_YEARS
from portal.model.catalog.relations import build_relations
from portal.model.catalog.schedule import schedule
from portal.model.catalog.turning_days import turning_days
from portal.model.checks.check import check
from portal.model.checks.missing import missing_kinds
from portal.model.checks.personal.allowances import Allowances
from portal.model.reading.load import load
from portal.outputs.cards.cards_output import Cards
from portal.outputs.feeds.feeds_output import Feeds
from portal.outputs.home_tables.home_tables_output import HomeTables
from portal.outputs.hosts.hosts_output import Hosts
from portal.outputs.linked_data.linked_data_output import LinkedData
from portal.outputs.maps.maps_output import Maps
from portal.outputs.media.media_output import ReleaseMedia
from portal.outputs.open_data.open_data_output import OpenData
from portal.outputs.search.search_output import Search
from portal.outputs.site.site_output import WholeSite
from portal.outputs.statistics.statistics_output import Statistics
from portal.outputs.terminology.terminology_output import Terminology
from portal.outputs.timeline.timeline_output import TimelineIndex
from portal.pages.content import read_content
from portal.pages.private_texts import private_text_problems
from portal.pages.writing.writing_settings import WritingSettings
from portal.pages.writing.written_pages import WrittenPages
from portal.resources import BASE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from portal.edition import Output
    from portal.model.reading.memory import Memory
    from portal.model.values.moment import Moment

OUTPUTS: tuple[type[Output], ...] = (
    Cards,
    WholeSite,
    Hosts,
    ReleaseMedia,
    Maps,
    LinkedData,
    Feeds,
    HomeTables,
    TimelineIndex,
    Statistics,
    Terminology,
    OpenData,
    Search,
)
"""Everything that a portal publishes besides its pages."""


def read_portal(
    root: Path,
    now: Moment,
    memory: Memory | None = None,
    *,
    processes: int = 1,
    site: str = "",
    search: bool = True,
    quiet_years: int = QUIET_YEARS,
    preview: bool = False,
    kept: Path | None = None,
    writing: WritingSettings | None = None,
    decoded: Path | None = None,
    instead: Mapping[str, bytes] | None = None,
) -> Edition:
    """Read, check and lay out the portal in a folder.

    Files that ``memory`` knows are not parsed again; the others are parsed by so many ``processes``. ``site`` is the
    absolute address of the published root, if it is known; ``search`` tells whether the site can be searched,
    ``quiet_years`` after how many years without activity a tie is told of, ``preview`` whether what takes long may stay
    as it was made first. In the folder ``kept`` outputs keep what the next build need not make again; the file
    ``decoded`` keeps what was found in pictures and documents. ``writing`` says how written pages are parsed and
    listed. ``instead`` has what is read in place of data files that are there, by their path from the root.

    All errors are in ``problems``; nothing is raised. As long as there are any, there are no pages.
    """
    with collection_paused():
        known = MediaFacts(decoded)
        loaded = load(root, BASE, memory, processes=processes, known=known, instead=instead)
        content = read_content(root)
        loaded.gaps.paths |= content.gaps
        catalog = build_catalog(loaded, now)
        relations = build_relations(catalog, quiet_years)
        writing = writing or WritingSettings()
        own = writing.own_theme
        written = cache(lambda: WrittenPages(content, writing, loaded.gaps))
        basis = Basis(
            root,
            content,
            loaded,
            catalog,
            relations,
            written,
            site,
            search,
            preview,
            kept,
            own,
            quiet_years,
        )
        outputs = [output(basis) for output in OUTPUTS]
        layout = Layout(basis, outputs, writing, known)
        allowances = Allowances(loaded)
        found = [*loaded.problems, *content.problems]
        found += [*check(loaded, now, allowances), *layout.problems()]
        found += private_text_problems(
            root, content, allowances
        )  # after all records, for what none holds
        found += (p for output in outputs for p in output.problems())
        known.save()
        problems = of_one_cause(missing_kinds(loaded, found))
        if problems:  # a preview shows what it can
            catalog = build_catalog(loaded, now, sound=True)
            basis = replace(basis, catalog=catalog, relations=build_relations(catalog, quiet_years))
            outputs = [output(basis) for output in OUTPUTS]
        return Edition(
            basis,
            outputs,
            schedule(loaded, now, turning_days(catalog, basis.relations.histories, quiet_years)),
            problems,
            pages={} if problems else layout.pages,
            moved=layout.moved,
            written=layout.written,
            files=layout.files,
            own_files=layout.own_files,
        )
