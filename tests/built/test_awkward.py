"""What is awkward in the real world stays right on the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import contents
from parsed import Pages
from playwright.sync_api import Browser

from portal.edition import Edition
from portal.model.catalog.counts import count_ties


def text(pages: Pages, path: str) -> str:
    return " ".join(str(pages[path].find(".//main").text_content()).split())


def test_ties_of_units_are_never_credited_to_the_home(edition: Edition) -> None:
    ties = edition.relations.ties_of_home["qingling-county"]
    own = [tie for tie in ties if tie.partnership.unit == "qingling-county-shuimei"]
    assert len(own) == 1
    assert sum(count.headline + count.listed + count.proposed for count in count_ties(own)) == 0


def test_only_what_is_verified_and_in_force_is_in_headline_counts(edition: Edition) -> None:
    counts = {c.kind: c for c in count_ties(edition.relations.ties_of_home["hongwan"])}
    assert {kind: count.headline for kind, count in counts.items()} == {
        "sister": 4,
        "friendship": 1,
        "partner": 1,
        "agreement-only": 0,
    }
    assert counts["sister"].listed == 8


def test_one_city_may_have_many_homes(pages: Pages) -> None:
    shown = text(pages, "en/cities/gu-puntan-lumot/")
    assert "Hongwan City" in shown
    assert "Qingling County" in shown


def test_a_successor_names_the_bodies_that_signed(pages: Pages) -> None:
    assert "Landkreis Oberes Silbertal" in text(pages, "en/cities/de-silbertal/")
    assert "青嶺鎮" in text(pages, "cities/de-silbertal/")


def test_an_agreement_of_three_stands_on_the_page_of_each_city(pages: Pages) -> None:
    for city in ("jp-chinami-pref", "jp-shirasagi"):
        shown = text(pages, f"en/cities/{city}/")
        assert "Memorandum on exchange of three sides" in shown
    assert "Agreements signed jointly with others" in text(pages, "en/cities/jp-shirasagi/")


@pytest.mark.parametrize(
    ("city", "tag", "direction", "name"),
    [
        ("il-nahal-zahav", "he", "rtl", "נחל זהב"),
        ("sa-wahat-al-nakhil", "ar", "rtl", "واحة النخيل"),
        ("mn-altangol", "mn", None, "Алтангол"),
        ("kr-saebit", "ko", None, "새빛광역시"),
        ("jp-chinami-pref", "ja", None, "千波県"),
        ("cr-san-aurelio", "es", None, "San Aurelió"),
    ],
)
def test_names_keep_their_own_script(
    pages: Pages, city: str, tag: str, direction: str | None, name: str
) -> None:
    for prefix in ("", "en/"):
        page = pages[f"{prefix}cities/{city}/"]
        spans = page.xpath("//main//span[@lang=$tag][text()=$name]", tag=tag, name=name)
        assert {span.get("dir") for span in spans} == {direction}


def test_codes_of_countries_stay_what_they_are(edition: Edition, pages: Pages) -> None:
    assert edition.catalog.cities["no-fjordvik"].country == "NO"
    assert "cities/countries/no/" in pages
    assert "cities/countries/xk/" in pages


def test_a_lapsed_tie_keeps_its_history(pages: Pages) -> None:
    shown = text(pages, "en/cities/cr-san-aurelio/")
    assert "dormant" in shown
    assert "The tie was signed." in shown
    assert "The last visit" in text(pages, "en/cities/cr-san-aurelio/hongwan/")


def test_a_name_that_others_share_has_its_note(pages: Pages) -> None:
    assert "Not to be confused" in text(pages, "en/cities/cr-san-aurelio/")


def test_counts_that_disagree_stand_beside_each_other(pages: Pages) -> None:
    shown = text(pages, "en/homes/hongwan/")
    assert "end of 2024" in shown
    assert "A news report, date not given" in shown


def test_the_totals_of_a_budget_are_ours_and_the_printed_ones_are_shown(pages: Pages) -> None:
    plan = "plans/qingling-exchange-2024-2027/"
    assert "-1000" in text(pages, plan)
    assert "合計（照錄原文）" in text(pages, plan)
    assert "3.891" in text(pages, plan)


def test_who_was_invited_and_did_not_come_is_told(pages: Pages) -> None:
    festival = pages["en/exchanges/2016/2016-shirasagi-festival/"]
    assert festival.xpath("//main//li[contains(., 'Chinami')][contains(., 'not represented')]")
    assert not festival.xpath(
        "//main//li[contains(., 'Shirasagi')][contains(., 'not represented')]"
    )


def test_what_is_removed_or_withdrawn_says_why(pages: Pages) -> None:
    assert "took a harbor for a city" in text(pages, "en/cities/jp-old-harbor/")
    assert "The sum was wrong" in text(pages, "en/press/2025/harbor-budget-misprinted/")


def test_what_is_not_public_is_in_no_file(site: Path) -> None:
    everything = b"\n".join(contents(site).values()).lower()
    for secret in (
        "clandestine", "密訪", "密訊", "密約", "密件", "密瀑", "secret falls", "song ngan", "銀江", "sông ngân",
        "nine million", "next-years-secret", "limited-offer", "2026-draft-visit",
    ):  # fmt: skip
        assert secret.encode() not in everything, secret


@pytest.mark.machine
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_long_line_of_code_does_not_widen_a_page(
    browser: Browser, served: str, prefix: str
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{served}{prefix}press/2025/office-moves/")
    assert page.locator("pre").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.close()
