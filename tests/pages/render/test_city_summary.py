"""The sentences about a city say with whom it has ties, since when and how they stand, in both languages."""

from __future__ import annotations

from itertools import product
from typing import Any, get_args

import pytest

from portal.edition import Edition
from portal.model.records.city import City
from portal.model.records.partnership import PARTNERSHIP_KINDS, Partnership, Status
from portal.model.values.names import Names
from portal.model.values.partial_date import PartialDate
from portal.model.values.words import Text

SINCE, ENDED = PartialDate(1999, 5, 2), PartialDate(2010)


def tied(edition: Edition, **changes: Any) -> City:
    """A city with one tie that is as the test says."""
    city = next(c for c in edition.catalog.cities.values() if c.partnerships)
    tie = city.partnerships[0].model_copy(
        update={"unit": None, "agreements": (), "signed": SINCE, "ended": None, "verified": SINCE}
        | changes
    )
    return city.model_copy(update={"partnerships": (tie,), "level": "city"})


def said(edition: Edition, city: City, locale: str = "en") -> str:
    return str(edition.view(locale, f"cities/{city.id}/").city_summary(city).striptags())


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_every_way_in_which_a_tie_can_stand_has_a_sentence(edition: Edition, locale: str) -> None:
    ways = product(
        PARTNERSHIP_KINDS, get_args(get_args(Status)[0]), (SINCE, None), (ENDED, None),
        (PartialDate(2026, 1, 1), None), ("city", "prefecture"),
    )  # fmt: skip
    found = set()
    for kind, status, signed, ended, verified, level in ways:
        city = tied(
            edition, kind=kind, status=status, signed=signed, ended=ended, verified=verified
        ).model_copy(update={"level": level})
        text = said(edition, city, locale)
        assert "{" not in text
        assert "  " not in text
        assert not text.startswith((" ", "，"))
        if signed and status not in ("proposed",):
            assert "1999" in text, (kind, status)
        found.add(text)
    assert len(found) > 50


def test_what_is_not_verified_is_not_said_as_a_fact(edition: Edition) -> None:
    verified = said(edition, tied(edition, kind="sister", status="active"))
    doubted = said(edition, tied(edition, kind="sister", status="active", verified=None))
    assert "has been a sister city of" in verified
    assert "is listed as a sister city of" in doubted
    assert "needs verification" in doubted
    dormant = said(edition, tied(edition, kind="sister", status="dormant"))
    assert "dormant" in dormant


def test_ties_are_told_from_the_oldest_and_those_never_signed_last(edition: Edition) -> None:
    city = tied(edition, kind="sister", status="active")
    first = city.partnerships[0]

    def tie(**changes: Any) -> Partnership:
        return first.model_copy(update=changes)

    city = city.model_copy(
        update={
            "partnerships": (
                tie(status="proposed", signed=None, kind="partner"),
                tie(kind="friendship", signed=None),
                tie(signed=PartialDate(2005)),
                tie(signed=PartialDate(2001)),
            )
        }
    )
    text = said(edition, city)
    assert text.count(" also ") == 3
    order = ["since 2001", "since 2005", "friendship city", "partner city tie"]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
    assert said(edition, city, "zh").count("另") == 3


def test_a_part_of_a_country_is_said_although_the_name_begins_like_it(edition: Edition) -> None:
    city = tied(edition, kind="sister", status="active").model_copy(
        update={
            "name": Names(zh="青州泉", en="Verde Springs"),
            "subdivision": Text(zh="青州", en="Verde"),
        }
    )
    assert said(edition, city).startswith("Verde Springs, Verde, ")
    assert "青州，" in said(edition, city, "zh")


def test_a_place_without_ties_is_said_to_have_none(edition: Edition) -> None:
    cities = edition.catalog.cities.values()
    alone = [city for city in cities if not city.partnerships]
    assert alone
    for city in alone:
        assert "no formal tie" in said(edition, city)
        assert "尚無締盟" in said(edition, city, "zh")


def test_the_last_thing_done_is_neither_a_plan_nor_a_figure(edition: Edition) -> None:
    told = 0
    for city in edition.catalog.cities.values():
        naming = edition.relations.naming("cities", city.id, "exchanges")
        held = [e for e in naming if e.status == "held" and e.type != "count"]
        text = said(edition, city)
        if held:
            last = max(held, key=lambda exchange: exchange.start)
            assert any(e.title["en"] in text for e in held if e.start == last.start)
            told += 1
        elif city.partnerships:
            assert text.endswith("No exchanges are on record.")
    assert told


def test_one_line_says_when_a_page_was_verified_or_what_needs_it(edition: Edition) -> None:
    view = edition.view("en", "cities/x/")
    tie = tied(edition, verified=PartialDate(2026, 1, 5), sources=("https://a.example/",))
    other = tied(edition, verified=PartialDate(2026, 1, 9), sources=("https://a.example/",))
    doubt = tied(edition, verified=None)
    both = view.verified_line(tie.partnerships, other.partnerships).striptags()
    assert both.endswith("Verified 5–9 January 2026.")
    some = view.verified_line(tie.partnerships, doubt.partnerships)
    assert "Of the 2 ties and exchanges on this page, 1 still needs" in some
    assert "needs-verification/" in some
    assert "have yet to be verified" in view.verified_line(doubt.partnerships)
