"""Only what is public passes, and nothing that passes tells of what does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from releases import release

from portal.model.catalog.catalog import Catalog, build_catalog
from portal.model.catalog.gate import public_records
from portal.model.reading.load import Loaded
from portal.model.values.moment import Moment

Load = Callable[[Mapping[str, str]], Loaded]

NOW = Moment.parse("2026-11-22")

HOMES = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  units: [{id: alpha-culture, name: {zh: 文化局, en: Culture Bureau}, level: bureau}]
- id: beta
  name: {zh: 乙市, en: Beta}
  full_name: {zh: 乙市政府, en: Beta City Government}
  level: city
  units: [{id: beta-culture, name: {zh: 文化局, en: Culture}, level: bureau}]
"""
"""The lines of a test are those of the second."""

DRAFT = {"data/homes.yaml": f"{HOMES}  draft: true\n"}
SECRET = """\
- id: jp-secret
  name: {zh: 密市, en: Secretcity}
  level: city
  country: JP
  public_from: 2027-01-01
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
"""
"""The lines of a test are those of the second."""

VISIT = """\
id: visit
title: {zh: 來訪, en: A visit}
type: visit-received
start: 2026-05-01
"""
NET = """\
- id: net
  name: {zh: 網, en: Net}
  kind: city-network
"""


def passed(loaded: Loaded, now: Moment = NOW) -> Catalog:
    return build_catalog(loaded, now)


def visit(lines: str) -> dict[str, str]:
    return {"data/exchanges/2026/visit.yaml": VISIT + lines}


def test_a_part_goes_with_its_words_and_comes_back_with_its_city(loaded: Load) -> None:
    lines = (
        "cities:\n  - {city: jp-secret, part: {zh: 密市市長簽署, en: Clandestine}}\n"
        "  - {city: jp-kaga, part: {zh: 與會, en: Took part}}\n"
    )
    rows = loaded({"data/cities.yaml": SECRET} | visit(lines))
    before, after = passed(rows), passed(rows, Moment.parse("2027-01-01"))
    assert [part.city for part in before.exchanges["visit"].cities] == ["jp-kaga"]
    assert "Clandestine" not in repr(before.shelves)
    assert [part.city for part in after.exchanges["visit"].cities] == ["jp-secret", "jp-kaga"]
    digests = {found.digests["exchanges", "visit"] for found in (before, after)}
    assert len(digests) == 2, "a page that showed it before must be made again"


def test_ids_go_from_lists_and_from_fields_that_may_be_empty(loaded: Load) -> None:
    lines = "homes: [beta, alpha]\nunits: [beta-culture, alpha-culture]\nmaintainer: beta\n"
    exchange = passed(loaded(DRAFT | visit(lines))).exchanges["visit"]
    assert exchange.homes == ("alpha",)
    assert exchange.units == ("alpha-culture",)
    assert exchange.maintainer is None


def test_members_go_with_their_notes_and_roles(loaded: Load) -> None:
    lines = (
        "  terms:\n"
        "    zh:\n"
        "      - {term: 聯誼會, status: preferred, homes: [beta]}\n"
        "      - {term: 聯盟, status: admitted, homes: [beta, alpha]}\n"
        "  groups: [{id: council, name: {zh: 理事會, en: Council}, lead: jp-secret}]\n"
        "  memberships:\n"
        "    - {home: beta, membership_class: full, note: {zh: 密, en: Hushed}}\n"
        "    - {city: jp-secret, membership_class: full, roles: [{title: {zh: 密, en: Hushed}}]}\n"
        "    - {home: alpha, membership_class: full}\n"
    )
    files = DRAFT | {"data/organizations.yaml": NET + lines, "data/cities.yaml": SECRET}
    net = passed(loaded(files)).organizations["net"]
    assert [seat.home for seat in net.memberships] == ["alpha"]
    assert net.terms
    assert [(word.term, word.homes) for word in net.terms.zh] == [("聯盟", ("alpha",))]
    assert [(group.id, group.lead) for group in net.groups] == [("council", None)]


def test_an_agreement_goes_with_each_of_those_who_signed_it(loaded: Load) -> None:
    """One that three have signed is no agreement of two, and its title may name the third."""
    lines = """\
  partnerships:
    - home: alpha
      kind: sister
      status: active
      agreements:
        - {title: {zh: 三方協定, en: Of three}, parties: [alpha, jp-kaga, jp-secret]}
        - {title: {zh: 協定, en: Of two}, parties: [alpha, jp-kaga]}
"""
    (tie,) = passed(loaded({"data/cities.yaml": SECRET + lines})).cities["jp-kaga"].partnerships
    assert [agreement.title.en for agreement in tie.agreements] == ["Of two"]


def test_a_word_of_a_home_goes_rather_than_becoming_everyones(loaded: Load) -> None:
    concept = """\
- id: twin
  subject_field: relation
  terms:
    zh: [{term: 友市, status: preferred, homes: [beta], note: {zh: 密, en: Hushed}}, {term: 姊妹市, status: preferred}]
    en: [{term: twin, status: preferred}]
- id: beta-word
  subject_field: relation
  terms:
    zh: [{term: 密語, status: preferred, homes: [beta]}]
    en: [{term: hushed, status: preferred}]
"""
    found = passed(loaded(DRAFT | {"data/glossary.yaml": concept}))
    assert [term.term for term in found.glossary["twin"].terms.zh] == ["姊妹市"]
    assert list(found.glossary) == ["twin"], "one without a word in Chinese cannot be shown"


PLAN = """\
id: plan
title: {zh: 計畫, en: Plan}
home: beta
start: 2024
end: 2027
summary: {zh: 摘要, en: Summary}
"""


def test_what_belongs_to_a_home_goes_with_it_and_so_does_what_refers_to_that(loaded: Load) -> None:
    wrong = "withdrawn: {date: 2026-11-02, reason: {zh: 誤, en: Wrong}}\n"
    files = (
        DRAFT
        | {"data/plans/plan.yaml": PLAN}
        | release("of-beta", issuer="beta-culture")
        | release("gone", more=wrong, issuer="beta")
        | release("news", more="plans: [plan]\ncontact: {office: beta-culture}\n")
    )
    found = passed(loaded(files))
    assert (found.plans, list(found.press_releases), found.withdrawn) == ({}, ["news"], {})
    assert found.press_releases["news"].plans == ()
    assert found.press_releases["news"].contact is None
    assert {("plans", "plan"), ("press_releases", "gone")}.isdisjoint(found.places)


OF_BETA = """\
- id: jp-first
  name: {zh: 一, en: First}
  level: city
  country: JP
  partnerships: [{home: beta, kind: sister, status: active}]
"""


@pytest.mark.parametrize(
    ("files", "stays"),
    [
        ({}, False),
        (visit("cities: [{city: jp-first}]\n"), True),
        (visit("cities: [{city: jp-first}]\ndraft: true\n"), False),
        (release("news", more="cities: [jp-first]\n"), True),
        (release("news", more="cities: [jp-first]\n", issuer="beta"), False),
        ({"data/organizations.yaml": f"{NET}  memberships: [{{city: jp-first, membership_class: full}}]\n"}, True),
    ],
)  # fmt: skip
def test_a_city_of_which_no_tie_may_be_told_stays_if_something_public_names_it(
    loaded: Load, files: dict[str, str], *, stays: bool
) -> None:
    found = passed(loaded(DRAFT | {"data/cities.yaml": OF_BETA} | files)).cities
    assert [(city.id, city.partnerships) for city in found.values()] == [("jp-first", ())] * stays


def test_what_follows_is_gone_to_its_end(loaded: Load) -> None:
    """Home, tie, city that only another such city names, agreement: each goes because of the one before it."""
    cities = (
        OF_BETA
        + """\
- id: jp-second
  name: {zh: 二, en: Second}
  level: city
  country: JP
  partnerships:
    - home: alpha
      kind: sister
      status: active
      confidential: true
      agreements: [{title: {zh: 甲, en: A}, parties: [alpha, jp-second, jp-first]}]
"""
    )
    assert passed(loaded(DRAFT | {"data/cities.yaml": cities})).cities == {}


def test_a_document_goes_from_every_list_of_sources(loaded: Load) -> None:
    minutes = "- id: minutes\n  name: {zh: 密錄, en: Minutes}\n  publisher: {zh: 甲, en: A}\n  draft: true\n"
    lines = (
        "sources: [minutes, 'https://a.example/']\n"
        "figures: [{label: {zh: 人, en: P}, value: 1, sources: [minutes]}]\n"
    )
    exchange = passed(loaded({"data/sources.yaml": minutes} | visit(lines))).exchanges["visit"]
    assert exchange.sources == ("https://a.example/",)
    assert exchange.figures[0].sources == ()


def test_of_a_withdrawn_release_the_headline_and_the_reason_pass(loaded: Load) -> None:
    more = (
        "withdrawn: {date: 2026-11-02, reason: {zh: 有誤。, en: It was wrong.}}\ncities: [jp-secret, jp-kaga]\n"
        "homes: [alpha]\ngoals: [4]\naliases: [Clandestine]\nsources: [report]\nformer_ids: [old]\n"
        "corrections: [{date: 2026-11-02, note: {zh: 密, en: Clandestine}}]\n"
    )
    files = release("news", more=more) | {"data/cities.yaml": SECRET}
    found = passed(loaded(files)).withdrawn["news"]
    assert (found.title.en, found.issuer, found.homes) == ("News news", "alpha", ("alpha",))
    assert (found.cities, found.former_ids) == (("jp-kaga",), ("old",))
    assert found.withdrawn is not None
    assert (found.lead.en, found.body.zh, found.goals, found.aliases) == ("", "", (), ())
    assert (found.sources, found.corrections, found.modified.iso) == ((), (), "2026-11-02")


def test_what_passes_whole_is_the_record_that_was_read(loaded: Load) -> None:
    rows = loaded(DRAFT | visit("homes: [alpha]\n"))
    written = {id(row.record): row.digest for row in rows.records}
    for one in public_records(rows, NOW, expired=False, sound=False):
        assert one.record is one.row.record
        assert one.digest == written[id(one.record)]


def test_an_id_that_nothing_has_is_wrong_but_not_hidden(loaded: Load) -> None:
    """It is a problem of its own; if it took records along, they would seem to be missing too."""
    rows = loaded(visit("homes: [gamma]\n") | {"data/plans/plan.yaml": PLAN})
    found = passed(rows)
    assert found.exchanges["visit"].homes == ("gamma",)
    assert list(found.plans) == ["plan"]


def test_what_is_shown_in_spite_of_it_hangs_together(loaded: Load) -> None:
    lines = "homes: [gamma, alpha]\ncities: [{city: jp-nowhere}]\nsources: [lost, 'https://a.example/']\n"
    city = "- id: xx-a\n  name: {zh: 甲, en: A}\n  level: city\n  country: XX\n"
    files = visit(lines) | {"data/plans/plan.yaml": PLAN, "data/cities.yaml": city + SECRET}
    found = build_catalog(loaded(files), NOW, sound=True)
    exchange = found.exchanges["visit"]
    assert (exchange.homes, exchange.cities) == (("alpha",), ())
    assert exchange.sources == ("https://a.example/",)
    assert (found.plans, list(found.cities)) == ({}, ["jp-kaga"])


def test_nothing_may_refer_to_a_withdrawn_release(loaded: Load) -> None:
    more = "withdrawn: {date: 2026-11-02, reason: {zh: 誤, en: Wrong}}\n"
    rows = loaded(release("wrong", more=more) | release("right"))
    names = [one.names() for one in public_records(rows, NOW, expired=False, sound=False)]
    assert ("press_releases", "right") in set().union(*names)
    assert ("press_releases", "wrong") not in set().union(*names)


def test_a_party_of_one_kind_is_not_hidden_by_one_of_another(loaded: Load) -> None:
    """Ids are unique within a kind only: an organization may have that of a draft home."""
    cities = SECRET + (
        "  partnerships:\n    - {home: alpha, kind: sister, status: active, agreements: "
        "[{title: {zh: 甲, en: A}, parties: [alpha, jp-kaga, beta]}]}\n"
    )
    files = DRAFT | {"data/cities.yaml": cities}
    shown = passed(loaded(files | {"data/organizations.yaml": NET.replace("id: net", "id: beta")}))
    assert len(shown.cities["jp-kaga"].partnerships[0].agreements) == 1
    hidden = passed(loaded(files | {"data/organizations.yaml": NET}))
    assert hidden.cities["jp-kaga"].partnerships[0].agreements == ()


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("draft: true", "2026-11-22"),
        ("public_from: 2026-11-23", "2026-11-22"),
        ("public_until: 2026-11-21", "2026-11-22"),
    ],
)
def test_every_way_of_keeping_a_record_back_takes_what_refers_to_it(
    loaded: Load, line: str, now: str
) -> None:
    files = {"data/homes.yaml": f"{HOMES}  {line}\n"} | visit("homes: [alpha, beta]\n")
    assert passed(loaded(files), Moment.parse(now)).exchanges["visit"].homes == ("alpha",)
