"""A page is made again if what it shows of the glossary changes, and not if anything else does."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest
from editing import put

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment
from portal.pages.render.ledger import Ledger


class Read(Protocol):
    """Reads the small portal with this glossary and these organizations."""

    def __call__(self, glossary: str = ..., organizations: str = ...) -> Edition: ...


ORGANIZATIONS = """\
- id: net
  name: {zh: 城市網, en: City Net}
  kind: city-network
"""

GLOSSARY = """\
- id: bureau
  subject_field: diplomacy
  definition: {zh: 依約定照顧某一城市的局處。, en: The bureau that looks after a city.}
  terms: {zh: [{term: 認養局處, status: preferred}], en: [{term: adopting bureau, status: preferred}]}
- id: affairs
  subject_field: diplomacy
  definition: {zh: 與外國往來的事務。, en: Dealings with other countries.}
  terms: {zh: [{term: 國際事務, status: preferred}], en: [{term: international affairs, status: preferred}]}
"""


def _exchange(name: str, zh: str, en: str) -> dict[str, str]:
    text = f"""\
id: 2020-{name}
type: meeting
status: held
start: 2020-05-01
homes: [alpha]
cities: [{{city: jp-kaga}}]
title: {{zh: 往來{name}, en: Exchange {name}}}
summary: {{zh: {zh}, en: {en}}}
"""
    return {f"data/exchanges/2020/2020-{name}.yaml": text}


BUREAU, AFFAIRS, NEITHER = (
    "exchanges/2020/2020-a/",
    "exchanges/2020/2020-b/",
    "exchanges/2020/2020-c/",
)
"""Pages: one that explains the bureau, one that explains affairs, and one with other words."""

EXCHANGES = (
    _exchange("a", "民政局是認養局處。", "It was the adopting bureau.")
    | _exchange("b", "培養國際事務人才。", "It trained staff for international affairs.")
    | _exchange("c", "參加城市花園節。", "It took part in the garden show.")
)


@pytest.fixture
def read(portal_folder: Path) -> Read:
    def edition(glossary: str = GLOSSARY, organizations: str = "") -> Edition:
        named = {"data/organizations.yaml": organizations} if organizations else {}
        put(portal_folder, {"data/glossary.yaml": glossary} | EXCHANGES | named)
        found = read_portal(portal_folder, Moment.parse("2026-11-22"))
        assert found.problems == []
        return found

    return edition


def stale(before: Edition, after: Edition, *paths: str) -> set[str]:
    ledger, keys = Ledger(), dict.fromkeys(paths or (BUREAU, AFFAIRS, NEITHER), b"same")
    for path, key in keys.items():
        ledger.note(path, key, before.render(before.pages[path], "zh").facts)
    ledger.close(keys, before.facts)
    assert ledger.stale(keys, before.facts) == set()
    return ledger.stale(keys, after.facts)


def test_a_changed_definition_concerns_only_pages_that_show_it(read: Read) -> None:
    assert stale(read(), read(GLOSSARY.replace("與外國", "和外國"))) == {AFFAIRS}


def test_a_new_word_concerns_only_pages_in_which_it_stands(read: Read) -> None:
    garden = GLOSSARY.replace("bureau\n", "garden\n", 1).partition("- id: affairs")[0]
    garden = garden.replace("認養局處", "城市花園節").replace("adopting bureau", "garden show")
    assert stale(read(), read(garden + GLOSSARY)) == {NEITHER}


def test_a_new_name_concerns_only_pages_in_which_it_covers_a_word(read: Read) -> None:
    assert stale(read(), read(organizations=ORGANIZATIONS)) == set()
    covering = ORGANIZATIONS.replace("城市網", "國際事務人才")
    assert stale(read(), read(organizations=covering)) == {AFFAIRS}


def test_a_word_with_a_second_meaning_is_explained_no_more(read: Read) -> None:
    second = GLOSSARY.partition("- id: affairs")[0].replace("id: bureau", "id: other")
    assert stale(read(), read(second + GLOSSARY)) == {BUREAU}


def test_a_page_of_a_concept_is_made_again_with_what_it_explains(read: Read) -> None:
    noted = GLOSSARY.replace(
        "  terms: {zh: [{term: 認養",
        "  note: {zh: 辦理國際事務。, en: Of note.}\n  terms: {zh: [{term: 認養",
    )
    path = "glossary/bureau/"
    assert stale(read(noted), read(noted.replace("與外國", "和外國")), path) == {path}
    assert stale(read(noted), read(noted, organizations=ORGANIZATIONS), path) == set()
    covering = ORGANIZATIONS.replace("城市網", "辦理國際事務")
    assert stale(read(noted), read(noted, organizations=covering), path) == {path}
