"""What the check of words says of a portal: of its records, and of its written pages."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from portal.model.terminology.term_base import build_term_base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from portal.data.problem import Problem
    from portal.model.catalog.catalog import Catalog
    from portal.model.reading.load import Loaded
    from portal.pages.writing.written_page import WrittenPage


def word_advice(
    loaded: Loaded,
    catalog: Catalog,
    pages: Mapping[tuple[str, str], WrittenPage],
    kept: Path | None = None,
    processes: int = 1,
) -> list[Problem]:
    """Everything found, sorted by location; the folder ``kept`` says where nothing was."""
    # A build without changes asks for nothing, and has no time to load all rules.
    from portal.model.lint.clean_works import KEPT  # noqa: PLC0415
    from portal.model.lint.record_passages import record_passages  # noqa: PLC0415
    from portal.model.lint.word_check import word_problems  # noqa: PLC0415
    from portal.pages.writing.page_passages import page_passages  # noqa: PLC0415

    works = chain(record_passages(loaded), page_passages(pages))
    file = kept / KEPT if kept else None
    return sorted(word_problems(loaded, build_term_base(catalog), works, file, processes))


def fit_for_a_log(found: Iterable[Problem], catalog: Catalog) -> Iterator[Problem]:
    """What a build may tell of it, since others may read its log: nothing of a record that is kept back."""
    for advice in found:
        kind, _, record = advice.found["path"].partition("/")
        if kind not in catalog.shelves or record in catalog.shelves[kind]:
            yield advice
