"""What is true of our records for good: rules that every record keeps, and facts of the past that no edit undoes."""

from __future__ import annotations

from typing import Any

import odfdo
import pytest
from parsed import Pages

from portal.edition import Edition
from portal.model.catalog.counts import count_ties


def record(edition: Edition, kind: str, name: str) -> Any:
    """The record of an id, whatever it is called now."""
    found = getattr(edition.catalog, kind).values()
    return next(one for one in found if name == one.id or name in one.former_ids)


def test_what_is_uncertain_is_in_no_headline_count(edition: Edition) -> None:
    for city in edition.catalog.cities.values():
        for tie in city.partnerships:
            if tie.is_headline:
                assert tie.verified
                assert tie.status in ("signed", "active")
                assert tie.kind != "agreement-only"


def test_ties_of_units_are_never_credited_to_the_home(edition: Edition) -> None:
    own = [
        [t for t in ties if t.partnership.unit] for ties in edition.relations.ties_of_home.values()
    ]
    assert any(own)
    for ties in own:
        assert sum(c.headline + c.listed + c.proposed for c in count_ties(ties)) == 0


def test_a_successor_names_the_bodies_that_signed(edition: Edition) -> None:
    district = record(edition, "cities", "de-erzgebirgskreis")
    (signers,) = [p.signed_by for p in district.partnerships if p.signed_by]
    assert signers.home.zh.startswith("高雄縣")
    assert "Annaberg" in signers.city.en


def test_an_agreement_of_three_stands_on_the_page_of_each(edition: Edition, pages: Pages) -> None:
    prefecture = record(edition, "cities", "jp-kumamoto-pref")
    city = record(edition, "cities", "jp-kumamoto")
    parties = [set(a.parties) for p in prefecture.partnerships for a in p.agreements]
    assert any(len(three) == 3 and {prefecture.id, city.id} <= three for three in parties)
    assert "Agreements signed jointly with others" in pages[f"en/cities/{city.id}/"].text_content()


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
def test_names_keep_their_own_script(
    edition: Edition, pages: Pages, city: str, tag: str, name: str
) -> None:
    address = f"cities/{record(edition, 'cities', city).id}/"
    shown = pages[address].xpath("//main//span[@lang=$tag][text()=$name]", tag=tag, name=name)
    assert shown
    assert shown[0].get("dir") == ("rtl" if tag in ("he", "ar") else None)


def test_one_city_with_two_chinese_names_is_found_by_both(edition: Edition) -> None:
    for city, names in (
        ("kn-basseterre", {"巴士地", "巴士地市"}),
        ("lk-colombo", {"可倫坡", "科倫坡"}),
    ):
        found = record(edition, "cities", city)
        assert names & {found.name.zh, *found.aliases}, city


def test_codes_are_those_of_places_and_not_of_their_states(edition: Edition) -> None:
    for city, code in (("xk-pristina", "XK"), ("gu-guam", "GU"), ("mp-saipan", "MP")):
        assert record(edition, "cities", city).country == code


def test_the_table_beside_a_release_has_the_figures_of_its_chart(edition: Edition) -> None:
    """Both show one day, which the release tells; what was counted since is another matter."""
    release = edition.catalog.press_releases.get("why-four-governments-count-differently")
    if release is None:
        return  # withdrawn with its files, or removed
    file = edition.catalog.media[f"{release.id}/{release.attachments[0].file}"]
    table = odfdo.Document(str(file.path)).body.get_table(0)
    assert table is not None
    for row in table.get_values()[1:5]:
        *kinds, headline, listed = [int(value) for value in row[2:7]]
        assert sum(kinds) == headline, row
        for locale in ("zh", "en"):
            assert str(headline) in release.images[0].alt[locale]
            assert str(listed) in release.images[0].alt[locale]
