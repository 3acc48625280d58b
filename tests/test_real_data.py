"""What is awkward in the real world stays right in the data of this portal."""

from __future__ import annotations

from collections import Counter

import odfdo
import pytest
from building import ROOT, TODAY

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.catalog.catalog import Catalog
from portal.model.catalog.counts import count_ties
from portal.model.records.partnership import Partnership
from portal.model.values.moment import Moment


@pytest.fixture(scope="module")
def edition() -> Edition:
    found = read_portal(ROOT, Moment.parse(TODAY))
    assert not found.problems, [problem.line("en") for problem in found.problems]
    return found


@pytest.fixture(scope="module")
def catalog(edition: Edition) -> Catalog:
    return edition.catalog


def _tie(catalog: Catalog, city: str, home: str) -> Partnership:
    (found,) = [p for p in catalog.cities[city].partnerships if p.home == home and not p.unit]
    return found


def test_all_known_ties_are_there_and_those_of_units_are_not_the_homes(catalog: Catalog) -> None:
    ties = [p for city in catalog.cities.values() for p in city.partnerships]
    own = Counter(p.home for p in ties if p.unit is None)
    least = {"taipei": 65, "kaohsiung": 55, "taichung": 48, "hualien-county": 9}
    assert all(own[home] >= number for home, number in least.items()), own
    assert sum(p.unit is not None for p in ties) >= 25


def test_ties_of_hualien_city_are_never_credited_to_the_county(edition: Edition) -> None:
    ties = edition.relations.ties_of_home["hualien-county"]
    city_ties = [t for t in ties if t.partnership.unit == "hualien-county-hualien-city"]
    assert len(city_ties) >= 10
    counted = sum(c.headline + c.listed + c.proposed for c in count_ties(city_ties))
    assert counted == 0


def test_one_city_with_two_chinese_names_is_one_record(catalog: Catalog) -> None:
    basseterre = catalog.cities["kn-basseterre"]
    assert {p.home for p in basseterre.partnerships} == {"taipei", "kaohsiung"}
    assert "巴士地市" in (basseterre.name.zh, *basseterre.aliases)
    assert "科倫坡" in catalog.cities["lk-colombo"].aliases


def test_one_city_may_have_many_homes(catalog: Catalog) -> None:
    homes = {p.home for p in catalog.cities["gu-guam"].partnerships}
    assert homes == {"taipei", "kaohsiung", "taichung"}
    assert [p.unit for p in catalog.cities["jp-kaga"].partnerships] == [None, "kaohsiung-gushan"]


def test_a_successor_names_the_bodies_that_signed(catalog: Catalog) -> None:
    signers = _tie(catalog, "de-erzgebirgskreis", "kaohsiung").signed_by
    assert signers is not None
    assert signers.home is not None
    assert signers.city is not None
    assert signers.home.zh.startswith("高雄縣")
    assert "Annaberg" in signers.city.en


def test_a_lapsed_tie_keeps_its_history(catalog: Catalog) -> None:
    tie = _tie(catalog, "us-king-county", "kaohsiung")
    assert tie.status == "dormant"
    assert any(stage.date and stage.date.year == 2014 for stage in tie.history)
    assert not tie.is_headline


def test_ties_that_changed_say_so(catalog: Catalog) -> None:
    assert _tie(catalog, "jp-hachioji", "kaohsiung").kind == "friendship"
    for city, home in (("jp-matsuyama", "taipei"), ("us-cupertino", "taichung")):
        assert _tie(catalog, city, home).history, city
    shared = catalog.cities["jp-kumamoto-pref"].partnerships[0].agreements[0]
    assert set(shared.parties) == {"kaohsiung", "jp-kumamoto-pref", "jp-kumamoto"}


def test_an_agreement_of_three_stands_on_the_page_of_each_city(edition: Edition) -> None:
    page = edition.pages["cities/jp-kumamoto/"]
    assert "Agreements signed jointly with others" in edition.render(page, "en").content


@pytest.mark.parametrize(
    "city", ["cr-san-jose", "nz-auckland", "sn-dakar", "us-columbus-ga", "us-marshall"]
)
def test_a_name_that_others_share_has_a_note(catalog: Catalog, city: str) -> None:
    assert catalog.cities[city].note is not None


def test_codes_stay_what_they_are(catalog: Catalog) -> None:
    assert catalog.countries["NO"].name.en == "Norway"
    assert catalog.cities["xk-pristina"].country == "XK"
    assert catalog.cities["gu-guam"].country == "GU"
    assert catalog.cities["mp-saipan"].country == "MP"
    assert catalog.cities["sz-mbabane"].country == "SZ"


@pytest.mark.parametrize(
    ("city", "tag", "name"),
    [
        ("il-petah-tikva", "he", "פתח תקווה"),
        ("sa-jeddah", "ar", "جدة"),
        ("us-hawaii-county", "haw", "Mokupuni o Hawaiʻi"),
        ("vn-da-nang", "vi", "Đà Nẵng"),
        ("mn-ulaanbaatar", "mn", "Улаанбаатар"),
        ("jp-mutsu", "ja", "むつ市"),
        ("jp-komagane", "ja", "駒ヶ根市"),
    ],
)
def test_names_keep_their_own_script(edition: Edition, city: str, tag: str, name: str) -> None:
    assert (tag, name) in edition.catalog.cities[city].name.local
    direction = ' dir="rtl"' if tag in ("he", "ar") else ""
    html = edition.render(edition.pages[f"cities/{city}/"], "zh").content
    assert f'<span lang="{tag}"{direction}>{name}</span>' in html


def test_counts_that_disagree_stand_beside_each_other(catalog: Catalog) -> None:
    stated = {count.sister for count in catalog.homes["taipei"].stated_counts}
    assert {47, 49} <= stated
    assert catalog.cities["us-san-diego"].discrepancies


def test_what_is_uncertain_is_in_no_headline_count(catalog: Catalog) -> None:
    for city in catalog.cities.values():
        for tie in city.partnerships:
            if tie.is_headline:
                assert tie.verified
                assert tie.status in ("signed", "active")
                assert tie.kind != "agreement-only"


def test_ten_partners_gave_books_and_seven_came(catalog: Catalog) -> None:
    opening = catalog.exchanges["2014-main-library-opening"]
    assert len(opening.cities) == 10
    assert sum(part.attended for part in opening.cities) == 7


def test_the_totals_of_the_budget_are_ours_and_the_printed_ones_are_shown(edition: Edition) -> None:
    plan = "plans/hualien-county-2020-2023/"
    assert "-1000" in edition.render(edition.pages[plan], "zh").content
    html = edition.render(edition.pages[f"{plan}budget/"], "zh").content
    assert "11.564" in html
    assert "原文「合計」列所印的各格" in html


def test_the_table_beside_a_release_has_the_figures_of_the_portal(edition: Edition) -> None:
    """Its chart is drawn from the same figures by charts/ties_counted.py, and its words quote them."""
    release = edition.catalog.press_releases["why-four-governments-count-differently"]
    file = edition.catalog.media[f"{release.id}/{release.attachments[0].file}"]
    table = odfdo.Document(str(file.path)).body.get_table(0)
    assert table is not None
    rows = table.get_values()
    counted = {row[1]: [int(value) for value in row[2:7]] for row in rows[1:5]}
    for home in edition.catalog.publishers:
        counts = count_ties(edition.relations.ties_of_home[home.id])[:3]
        headline = [count.headline for count in counts]
        listed = sum(count.listed for count in counts)
        assert counted[home.name.en] == [*headline, sum(headline), listed], home.id
        for locale in ("zh", "en"):
            assert str(sum(headline)) in release.images[0].alt[locale]
            assert str(listed) in release.images[0].alt[locale]
