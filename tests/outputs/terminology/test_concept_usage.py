from __future__ import annotations

from pathlib import Path

import pytest
from editing import read
from outputs.terminology.used_terms import CITIES, GLOSSARY, concept_page, exchange, used_portal

from portal.edition import Edition
from portal.outputs.terminology.concept_usage import EXAMPLES, LISTED, NAMED
from portal.outputs.terminology.terminology_output import Terminology

BUREAU = exchange(
    "a", "會談。民政局是認養局處。", "They talked. Civil Affairs was the adopting bureau."
)


def key(edition: Edition, concept: str) -> bytes:
    return edition.output(Terminology).key(edition.pages[f"glossary/{concept}/"])


@pytest.mark.parametrize(("locale", "order"), [("zh", (0, 1)), ("en", (1, 0))])
def test_an_example_stands_beside_its_translation_and_leads_to_its_page(
    portal_folder: Path, locale: str, order: tuple[int, int]
) -> None:
    page = concept_page(used_portal(portal_folder, BUREAU), "bureau", locale)
    (item,) = page.xpath('//section[h2/@id="examples"]//li')
    texts = [p.text_content() for p in item.iter("p")]
    both = ("民政局是認養局處。", "Civil Affairs was the adopting bureau.")
    assert texts[:2] == [both[order[0]], both[order[1]]]
    words = ("認養局處", "adopting bureau")
    assert [mark.text for mark in item.iter("mark")] == [words[order[0]], words[order[1]]]
    assert item[1].get("lang") == {"zh": "en", "en": "zh-Hant-TW"}[locale]
    (link,) = item.iter("a")
    assert link.get("href").endswith("exchanges/2020/2020-a/")


def test_examples_are_of_different_records_and_few(portal_folder: Path) -> None:
    many = [
        exchange(
            f"n{number}",
            f"第{number}次會談。民政局在第{number}次是認養局處。認養局處來了{number}人。",
            f"Talk {number}. In talk {number} it was the adopting bureau. "
            f"The adopting bureau sent {number}.",
        )
        for number in range(1, EXAMPLES + 4)
    ]
    page = concept_page(used_portal(portal_folder, *many), "bureau")
    links = [a.get("href") for a in page.xpath('//section[h2/@id="examples"]//a')]
    assert len(links) == len(set(links)) == EXAMPLES


def test_pages_are_named_by_kind_the_newest_first_and_the_others_when_asked_for(
    portal_folder: Path,
) -> None:
    many = [
        exchange("a", "民政局是認養局處。", "It was the adopting bureau.", year=2000 + number)
        for number in range(NAMED + 2)
    ]
    page = concept_page(used_portal(portal_folder, *many), "bureau", "en")
    (section,) = page.xpath('//section[h2/@id="uses"]//section')
    assert section[0].text_content().split() == ["Exchanges", str(NAMED + 2), "pages"]
    named = section.xpath("./ul//a/@href")
    assert named[0].endswith(f"{2000 + NAMED + 1}-a/")
    assert len(named) == NAMED
    assert len(section.xpath("./details//li")) == 2


def test_beyond_a_number_the_search_has_the_rest(portal_folder: Path) -> None:
    many = [
        exchange("a", "那是認養局處。", "It was the adopting bureau.", year=1940 + number)
        for number in range(LISTED + 1)
    ]
    page = concept_page(used_portal(portal_folder, *many), "bureau", "en")
    links = page.xpath('//section[h2/@id="uses"]//a/@href')
    assert len(links) == LISTED + 1
    assert links[-1] == "../../search/?q=adopting%20bureau"


def test_a_tie_is_called_by_both_sides(portal_folder: Path) -> None:
    page = concept_page(used_portal(portal_folder), "sister-city", "en")
    found = {a.text: a.get("href") for a in page.xpath('//section[h2/@id="uses"]//a')}
    tie = next(text for text, href in found.items() if href.endswith("cities/jp-kaga/alpha/"))
    assert "Kaga" in tie
    assert "Alpha" in tie


def test_a_concept_that_nothing_uses_has_no_empty_lists(portal_folder: Path) -> None:
    page = concept_page(used_portal(portal_folder), "unit")
    assert page.xpath('//*[@id="examples" or @id="uses"]') == []


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("是認養局處", "就是認養局處", {"bureau"}),  # the example
        ("會談。", "長談。", set()),  # another sentence of the same text
        ("往來a", "會面", {"bureau"}),  # what its page is called
        ("會談。", "會談姊妹市。", {"sister-city"}),  # one more use, in one language
    ],
)
def test_only_pages_that_show_what_changed_are_made_again(
    portal_folder: Path, old: str, new: str, changed: set[str]
) -> None:
    before = used_portal(portal_folder, BUREAU)
    ((path, text),) = BUREAU.items()
    assert old in text
    after = used_portal(portal_folder, {path: text.replace(old, new)})
    concepts = {"bureau", "sister-city", "unit"}
    assert {one for one in concepts if key(before, one) != key(after, one)} == changed


@pytest.mark.parametrize(
    ("old", "new", "is_shown"),
    [("2014-07-11", "2014-07-12", False), ("en: Kaga}", "en: Kaga City}", True)],
)
def test_a_page_is_made_again_only_for_what_it_shows_of_a_tie(
    portal_folder: Path, old: str, new: str, *, is_shown: bool
) -> None:
    before = used_portal(portal_folder)
    assert old in CITIES
    after = read(portal_folder, {"data/cities.yaml": CITIES.replace(old, new)})
    assert (key(before, "sister-city") != key(after, "sister-city")) is is_shown


def test_a_page_reads_no_record_besides_what_its_key_has(portal_folder: Path) -> None:
    edition = used_portal(portal_folder, BUREAU)
    for concept in ("bureau", "sister-city"):
        facts = edition.render(edition.pages[f"glossary/{concept}/"], "zh").facts
        assert not {fact for fact in facts if fact[0] in ("exchanges", "cities", "homes")}


def test_a_word_to_avoid_names_the_one_to_use_and_the_reason_beside_it(portal_folder: Path) -> None:
    words = GLOSSARY.replace(
        "status: deprecated}",
        "status: deprecated, note: {zh: 正式用字為「姊」。, en: The other is official.}}",
    )
    edition = used_portal(portal_folder, glossary=words)
    page = concept_page(edition, "sister-city", "zh")
    (avoided,) = page.xpath('//li[@class="avoid"]')
    assert avoided.xpath("string(.//strong)") == "姐妹市"
    assert avoided.xpath('string(.//*[@class="quiet"])') == "請用「姊妹市」。正式用字為「姊」。"
    assert not avoided.xpath('.//*[@class="copied"]')
    (elsewhere,) = concept_page(edition, "sister-city", "en").xpath('//li[@class="avoid"]')
    (instead,) = elsewhere.xpath('.//*[@class="instead"]/span')
    assert instead.text == "姊妹市"
    assert instead.get("lang") == "zh-Hant-TW"


def test_other_words_say_how_they_are_read_and_which_part_of_speech_they_are(
    portal_folder: Path,
) -> None:
    words = GLOSSARY.replace(
        "{term: 姐妹市, status: deprecated}", "{term: 姊妹城市, status: admitted}"
    )
    page = concept_page(used_portal(portal_folder, glossary=words), "sister-city", "en")
    other = page.xpath('//section[h2/@id="terms-zh"]//li')[1]
    assert other.xpath('string(.//*[@lang="zh-Latn-pinyin"])') == "jiě mèi chéng shì"
    assert other.xpath("string(./span[@class='quiet'])") == "noun"
