from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from samples import drawing

from portal.model.catalog.catalog import Catalog, build_catalog
from portal.model.reading.load import Loaded
from portal.model.records.kinds import CITIES
from portal.model.values.moment import Moment

Load = Callable[[Mapping[str, str]], Loaded]
Build = Callable[[Mapping[str, str]], Catalog]

CITY = """\
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
"""
TIES = """\
  partnerships:
    - {home: alpha, kind: sister, status: proposed, confidential: true}
    - {home: alpha, unit: alpha-culture, kind: friendship, status: signed}
"""

TWO_HOMES = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
- id: beta
  name: {zh: 乙市, en: Beta}
  full_name: {zh: 乙市政府, en: Beta City Government}
  level: city
"""
"""A test may add fields to the second."""


def test_the_catalog_holds_every_record_by_its_id(catalog: Build) -> None:
    found = catalog({})
    assert list(found.homes) == ["alpha"]
    assert list(found.cities) == ["jp-kaga"]
    assert list(found.sources) == ["report"]
    assert found.units["alpha-culture"].name.en == "Culture Bureau"
    assert found.home_of_unit["alpha-culture"].id == "alpha"
    assert str(found.places["cities", "jp-kaga"]) == "data/cities.yaml:1:3"


def test_a_draft_is_in_no_catalog(catalog: Build) -> None:
    found = catalog({"data/cities.yaml": f"{CITY}  draft: true\n"})
    assert found.cities == {}
    assert ("cities", "jp-kaga") not in found.places


@pytest.mark.parametrize(
    ("now", "public"), [("2026-11-21", False), ("2026-11-22", True), ("2027-01-01", True)]
)
def test_a_record_is_public_from_its_day_on(loaded: Load, now: str, public: bool) -> None:
    rows = loaded({"data/cities.yaml": f"{CITY}  public_from: 2026-11-22\n"})
    found = build_catalog(rows, Moment.parse(now))
    assert ("jp-kaga" in found.cities) is public
    assert (("cities", "jp-kaga") in found.places) is public


def test_a_draft_stays_out_after_its_day_too(catalog: Build) -> None:
    assert (
        catalog({"data/cities.yaml": f"{CITY}  public_from: 2020-01-01\n  draft: true\n"}).cities
        == {}
    )


def test_a_confidential_tie_is_in_no_catalog(catalog: Build) -> None:
    city = catalog({"data/cities.yaml": CITY + TIES}).cities["jp-kaga"]
    assert [(tie.kind, tie.confidential) for tie in city.partnerships] == [("friendship", False)]


def test_a_tie_of_a_home_that_is_not_public_is_in_no_catalog(catalog: Build) -> None:
    beta = """\
  draft: true
  units: [{id: beta-culture, name: {zh: 文化局, en: Culture}, level: bureau}]
"""
    ties = """\
  partnerships:
    - {home: beta, kind: sister, status: active}
    - {home: alpha, kind: sister, status: active}
"""
    found = catalog({"data/homes.yaml": TWO_HOMES + beta, "data/cities.yaml": CITY + ties})
    assert [tie.home for tie in found.cities["jp-kaga"].partnerships] == ["alpha"]
    assert found.units == {}


def test_a_home_that_records_only_mention_does_not_publish(catalog: Build) -> None:
    found = catalog({"data/homes.yaml": f"{TWO_HOMES}  publishes: false\n"})
    assert list(found.homes) == ["alpha", "beta"]
    assert [home.id for home in found.publishers] == ["alpha"]


def test_a_portals_own_country_replaces_the_generators(catalog: Build) -> None:
    text = "- id: JP\n  name: {zh: 日本國, en: Nippon}\n  continent: asia\n"
    found = catalog({"data/countries.yaml": text})
    assert found.countries["JP"].name.en == "Nippon"
    assert found.countries["KR"].name.en == "South Korea"


RELEASE = """\
id: news
title: {zh: 新聞, en: News}
date: 2026-11-01
category: visits
issuer: alpha
lead: {zh: 導言, en: A lead}
body: {zh: 內文, en: A text}
images: [{file: a.png, alt: {zh: 市長, en: Mayors}, caption: {zh: 簽署, en: The signing}}]
attachments: [{file: b.pdf, title: {zh: 協定, en: Agreement}, languages: [en]}]
"""
NEWS = "data/press_releases/2026/news.yaml"


@pytest.fixture
def beside(portal_folder: Path) -> Path:
    """The folder of the release, with the files that it names and one that it does not."""
    folder = portal_folder / "data/press_releases/2026/news"
    folder.mkdir(parents=True)
    (folder / "a.png").write_bytes(drawing())
    (folder / "b.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    (folder / "c.pdf").write_bytes(b"%PDF-1.6\n%%EOF\n")
    return folder


def test_files_beside_a_release_are_known_by_its_id(loaded: Load, beside: Path) -> None:
    now = Moment.parse("2026-11-22")
    found = build_catalog(loaded({NEWS: RELEASE}), now)
    assert {key: file.path for key, file in found.media.items()} == {
        "news/a.png": beside / "a.png",
        "news/b.pdf": beside / "b.pdf",
    }
    (beside / "a.png").write_bytes(drawing(900))
    (beside / "b.pdf").unlink()
    other = build_catalog(loaded({}), now)
    assert list(other.media) == ["news/a.png"]
    assert found.digests["media", "news/a.png"] != other.digests["media", "news/a.png"]
    assert found.digests["press_releases", "news"] == other.digests["press_releases", "news"]


def test_a_withdrawn_release_stands_by_itself_without_its_files(loaded: Load, beside: Path) -> None:
    change = "withdrawn: {date: 2026-11-02, reason: {zh: 有誤。, en: Wrong.}}\n"
    found = build_catalog(loaded({NEWS: RELEASE + change}), Moment.parse("2026-11-22"))
    assert (list(found.press_releases), list(found.withdrawn)) == ([], ["news"])
    assert found.media == {}
    assert found.places["press_releases", "news"].path == NEWS
    assert (
        found.digests["withdrawn", "news"]
        == found.digests["press_releases", "news"]
        != found.digests["cities", "jp-kaga"]
    )


def test_what_is_over_is_found_only_by_those_who_ask_for_it(loaded: Load) -> None:
    rows = loaded({NEWS: RELEASE + "public_until: 2026-11-20\n"})
    now = Moment.parse("2026-11-22")
    assert list(build_catalog(rows, now).press_releases) == []
    assert list(build_catalog(rows, now, expired=True).press_releases) == ["news"]
    assert list(build_catalog(rows, Moment.parse("2026-10-31"), expired=True).press_releases) == []
    draft = loaded({NEWS: RELEASE + "public_until: 2026-11-20\ndraft: true\n"})
    assert list(build_catalog(draft, now, expired=True).press_releases) == []


def test_a_city_whose_ties_are_all_kept_back_is_in_no_catalog(loaded: Load) -> None:
    tie = "  partnerships: [{home: alpha, kind: sister, status: active, confidential: true}]\n"
    found = build_catalog(loaded({"data/cities.yaml": CITY + tie}), Moment.parse("2026-11-22"))
    assert found.cities == {}
    assert ("cities", "jp-kaga") not in found.places.keys() | found.digests.keys()


def test_a_city_of_an_unknown_country_is_in_no_catalog(loaded: Load) -> None:
    city = CITY.replace("JP", "XX")
    found = build_catalog(loaded({"data/cities.yaml": city}), Moment.parse("2026-11-22"))
    assert found.cities == {}


def test_a_city_is_another_one_when_another_of_its_ties_is_shown(loaded: Load) -> None:
    """Though not a letter of its record changed: its home became public."""
    home = """\
- id: {id}
  name: {{zh: 甲市, en: Alpha}}
  full_name: {{zh: 甲市政府, en: Alpha City Government}}
  level: city
"""
    ties = (
        "  partnerships:\n    - {home: alpha, kind: sister, status: active}\n"
        "    - {home: beta, kind: sister, status: active}\n"
        "    - {home: gamma, kind: sister, status: active}\n"
    )
    digests = set()
    for hidden in (["beta"], ["gamma"], ["beta", "gamma"], []):
        homes = "".join(
            home.format(id=name) + "  draft: true\n" * (name in hidden)
            for name in ("alpha", "beta", "gamma")
        )
        rows = loaded({"data/homes.yaml": homes, "data/cities.yaml": CITY + ties})
        found = build_catalog(rows, Moment.parse("2026-11-22"))
        shown = [tie.home for tie in found.cities["jp-kaga"].partnerships]
        assert shown == [name for name in ("alpha", "beta", "gamma") if name not in hidden]
        digests.add(found.digests["cities", "jp-kaga"])
    assert len(digests) == 4


def test_what_has_no_id_is_known_by_its_key(catalog: Build) -> None:
    tombstones = (
        "/press/2025/old/: {removed: 2026-01-05, reason: {zh: 已撤下, en: It was taken down}}\n"
    )
    found = catalog(
        {"data/tombstones.yaml": tombstones, "data/labels.yaml": "my.key: {zh: 字, en: Word}\n"}
    )
    assert list(found.tombstones) == ["/press/2025/old/"]
    assert str(found.places["tombstones", "/press/2025/old/"]).startswith("data/tombstones.yaml:1:")
    assert found.labels["my.key"].en == "Word"
    assert ("labels", "my.key") in found.digests
    assert ("labels", "my.key") not in found.places
    assert ("countries", "JP") in found.places


def test_records_are_found_by_their_kind(catalog: Build) -> None:
    found = catalog({})
    assert found.of("cities") == found.of(CITIES) == found.cities
    assert str(found.today) == "2026-11-22"


def test_an_edit_changes_the_digest_also_of_what_is_shown_in_part(catalog: Build) -> None:
    digests = set()
    for name in ("Kaga", "Caga"):
        city = CITY.replace("Kaga", name)
        for ties in ("", TIES):
            digests.add(catalog({"data/cities.yaml": city + ties}).digests["cities", "jp-kaga"])
    assert len(digests) == 4


def test_an_edited_label_has_another_digest(catalog: Build) -> None:
    first, second = (
        catalog({"data/labels.yaml": f"my.key: {{zh: 字, en: {word}}}\n"}).digests[
            "labels", "my.key"
        ]
        for word in ("Word", "Term")
    )
    assert first != second
