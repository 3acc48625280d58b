"""A page is made again when anything that it was made from is another, and never otherwise."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from typing import cast

import pytest

from portal.pages.render.facts import Facts
from portal.pages.render.ledger import Ledger
from portal.pages.render.trace import Fact

KAGA, SADO, TODAY = ("cities", "jp-kaga"), ("cities", "jp-sado"), ("today",)
NOW = {KAGA: b"kaga", SADO: b"sado", TODAY: b"2026-11-22"}
KEYS = {"kaga.html": b"k1", "list.html": b"k2", "about.html": b"k3"}


class Digests:
    """What facts come to, as a test says; nobody may ask for others."""

    def __init__(self, found: Mapping[Fact, bytes]) -> None:
        self.found = found

    def of(self, fact: Fact) -> bytes:
        return self.found[fact]

    def basis_of(self, fact: Fact) -> Fact | None:
        return ("all",) if fact == ("follows",) else None

    def ground(self, basis: Fact) -> bytes:
        return self.found[basis]

    def differs(self, fact: Fact, ground: bytes) -> bool:
        assert ground == b"1"
        return self.found[fact] != b"x"


def facts(found: Mapping[Fact, bytes] = NOW) -> Facts:
    return cast("Facts", Digests(found))


@pytest.fixture
def ledger() -> Ledger:
    """Of a site of three pages: one showed a city, one two cities and the day, one nothing."""
    made = Ledger()
    made.note("kaga.html", b"k1", [KAGA])
    made.note("list.html", b"k2", [TODAY, SADO, KAGA])
    made.note("about.html", b"k3", [])
    made.close(KEYS, facts())
    return made


def test_nothing_is_stale_while_all_is_the_same(ledger: Ledger) -> None:
    assert ledger.stale(KEYS, facts()) == set()


@pytest.mark.parametrize(
    ("changed", "stale"),
    [
        (KAGA, {"kaga.html", "list.html"}),
        (SADO, {"list.html"}),
        (TODAY, {"list.html"}),
    ],
)
def test_a_page_is_stale_when_a_fact_of_it_changed(
    ledger: Ledger, changed: Fact, stale: set[str]
) -> None:
    assert ledger.stale(KEYS, facts(NOW | {changed: b"other"})) == stale


def test_a_page_is_stale_when_its_key_changed(ledger: Ledger) -> None:
    assert ledger.stale(KEYS | {"about.html": b"other"}, facts()) == {"about.html"}


def test_a_page_that_nobody_noted_is_stale(ledger: Ledger) -> None:
    assert ledger.stale(KEYS | {"new.html": b"k4"}, facts()) == {"new.html"}
    assert Ledger().stale(KEYS, facts()) == set(KEYS)


def test_only_pages_that_are_still_to_be_made_are_stale(ledger: Ledger) -> None:
    assert ledger.stale({"kaga.html": b"k1"}, facts(NOW | {KAGA: b"other"})) == {"kaga.html"}


def test_a_page_that_is_made_again_forgets_what_it_showed_before(ledger: Ledger) -> None:
    ledger.note("list.html", b"k2", [SADO])
    ledger.close(KEYS, facts())
    assert ledger.stale(KEYS, facts(NOW | {KAGA: b"other"})) == {"kaga.html"}
    assert ledger.stale(KEYS, facts(NOW | {TODAY: b"other"})) == set()


def test_a_fact_that_is_new_joins_those_of_the_last_build(ledger: Ledger) -> None:
    new = ("homes",)
    ledger.note("kaga.html", b"k1", [KAGA, new])
    ledger.note("about.html", b"k3", [new])
    now = NOW | {new: b"homes"}
    ledger.close(KEYS, facts(now))
    assert ledger.stale(KEYS, facts(now)) == set()
    assert ledger.stale(KEYS, facts(now | {new: b"other"})) == {"kaga.html", "about.html"}
    assert ledger.stale(KEYS, facts(now | {TODAY: b"other"})) == {"list.html"}


def test_a_page_that_is_no_more_is_forgotten(ledger: Ledger) -> None:
    rest = {"kaga.html": b"k1"}
    ledger.close(rest, facts())
    assert ledger.stale(KEYS, facts()) == {"list.html", "about.html"}
    assert ledger.stale(rest, facts()) == set()


def test_a_build_that_stops_before_its_end_leaves_its_pages_stale(ledger: Ledger) -> None:
    """A fact that was never closed has no digest that could be the one of now."""
    new = ("homes",)
    ledger.note("about.html", b"k3", [new])
    assert ledger.stale(KEYS, facts(NOW | {new: b"homes"})) == {"about.html"}


def test_a_ledger_that_was_kept_goes_on(ledger: Ledger) -> None:
    kept = pickle.loads(pickle.dumps(ledger))
    assert kept.stale(KEYS, facts(NOW | {SADO: b"other"})) == {"list.html"}
    kept.note("about.html", b"k3", [SADO])
    kept.close(KEYS, facts())
    assert kept.stale(KEYS, facts(NOW | {SADO: b"other"})) == {"list.html", "about.html"}
    assert kept.stale(KEYS, facts(NOW | {KAGA: b"other"})) == {"kaga.html", "list.html"}


def test_what_follows_from_something_is_asked_for_only_if_that_has_changed() -> None:
    ledger = Ledger()
    ledger.note("a/", b"1", {("follows",)})
    ledger.close({"a/": b"1"}, facts({("all",): b"1"}))
    assert ledger.stale({"a/": b"1"}, facts({("all",): b"1"})) == set()
    assert ledger.stale({"a/": b"1"}, facts({("all",): b"2", ("follows",): b"x"})) == set()
    assert ledger.stale({"a/": b"1"}, facts({("all",): b"2", ("follows",): b"y"})) == {"a/"}


def test_what_follows_from_something_and_was_never_closed_is_stale(ledger: Ledger) -> None:
    ledger.note("about.html", b"k3", [("follows",)])
    assert ledger.stale(KEYS, facts(NOW | {("all",): b"1"})) == {"about.html"}
