"""A kind says once what differs from other kinds; what contradicts itself is refused."""

from __future__ import annotations

from typing import Any

import pytest

from portal.model.records.exchange import Exchange
from portal.model.records.home import Home
from portal.model.records.kind import UNITS, Filing, Kind, Kinds
from portal.model.records.kinds import CITIES, EXCHANGES, KINDS, PLANS, PRESS_RELEASES, SOURCES
from portal.model.records.plan import Plan
from portal.model.records.press_release import PressRelease
from portal.model.records.record import Named
from portal.model.records.source import Source
from portal.model.values.words import Text
from portal.outputs.open_data.tables import tables

WORDS = Text(zh="字", en="Word")


class Prize(Named):
    """A prize."""


def test_records_begin_and_end_as_their_kind_says() -> None:
    exchange = Exchange.model_validate(
        {"id": "a", "title": WORDS, "type": "meeting", "start": "2014-07", "end": "2014-07-08"}
    )
    span = EXCHANGES.begin(exchange), EXCHANGES.finish(exchange)
    assert tuple(map(str, span)) == ("2014-07", "2014-07-08")
    plan = Plan.model_validate(
        {"id": "a", "title": WORDS, "home": "alpha", "start": "2020", "end": "2023", "summary": WORDS.model_dump()}
    )  # fmt: skip
    assert (str(PLANS.begin(plan)), str(PLANS.finish(plan))) == ("2020", "2023")
    release = PressRelease.model_validate(
        {"id": "a", "title": WORDS, "date": "2026-11-22T09:30", "category": "visits", "lead": WORDS,
         "body": WORDS.model_dump()}
    )  # fmt: skip
    assert (str(PRESS_RELEASES.begin(release)), PRESS_RELEASES.finish(release)) == (
        "2026-11-22",
        None,
    )
    assert CITIES.begin(release) is None


def test_kinds_with_pages_have_lists_and_come_first_there() -> None:
    pages, lists = KINDS.with_pages, KINDS.with_lists
    assert lists[: len(pages)] == pages
    assert SOURCES in lists
    assert SOURCES not in pages
    assert {kind.name for kind in KINDS} - {kind.name for kind in KINDS.with_records} == {
        "labels",
        "countries",
        "tombstones",
        "personal_data_allowed",
        "words_allowed",
    }


def test_a_kind_is_found_by_its_name_and_by_the_type_of_a_record() -> None:
    assert KINDS["press_releases"] is PRESS_RELEASES
    assert PRESS_RELEASES in KINDS
    assert KINDS.of(WORDS) is None
    source = {"id": "a", "name": {"zh": "甲", "en": "A"}, "publisher": WORDS}
    assert KINDS.of(Source.model_validate(source)) is SOURCES


def test_fields_name_records_of_kinds_that_there_are() -> None:
    named = {kind for table in tables() for kind in table.kinds}
    assert named <= {kind.name for kind in KINDS if kind.has_ids} | {UNITS}
    assert {table.name for table in tables()} >= named


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ({"name": "homes"}, "homes: another kind has this name or model"),
        ({"model": Home}, "prizes: another kind has this name or model"),
        ({"date": "given"}, "prizes: the model has no field given"),
        ({"filing": Filing.YEARS}, "prizes: a kind by year has a date"),
        ({"section": ""}, "prizes: pages need a section, a type in schema.org and records"),
        ({"schema_type": ""}, "prizes: pages need a section, a type in schema.org and records"),
        ({"section": "homes"}, "prizes: another kind has the section homes"),
    ],
)
def test_a_kind_that_contradicts_itself_or_another_is_refused(
    declared: dict[str, Any], said: str
) -> None:
    kinds = Kinds()
    kinds.declare(KINDS["homes"])
    prizes: dict[str, Any] = {"name": "prizes", "model": Prize, "filing": Filing.LIST}
    prizes |= {"section": "prizes", "noun": "prize", "schema_type": "Thing"}
    with pytest.raises(ValueError, match=said):
        kinds.declare(Kind(**(prizes | declared)))
    assert [kind.name for kind in kinds] == ["homes"]
    assert kinds.declare(Kind(**prizes)) in kinds.with_pages
