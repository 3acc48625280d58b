"""Where prose explains a term, and where it leaves the words alone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import MINIMAL
from editing import put

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment
from portal.model.values.words import Prose, Text
from portal.pages.render.view import View

ViewIn = Callable[[str], View]
"""The view of a page of the small portal in a locale."""

HOMES = """\
- id: alpha
  name: {zh: 甲市, en: Alpha City}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  units: [{id: alpha-affairs, name: {zh: 國際事務科, en: International Affairs Division}, level: bureau}]
"""

GLOSSARY = """\
- id: bureau
  subject_field: diplomacy
  definition: {zh: 依約定照顧某一城市的局處。, en: The bureau that looks after a city & its people.}
  terms: {zh: [{term: 認養局處, status: preferred}], en: [{term: adopting bureau, status: preferred}]}
- id: affairs
  subject_field: diplomacy
  definition: {zh: 與外國往來的事務。, en: Dealings with other countries.}
  terms: {zh: [{term: 國際事務, status: preferred}], en: [{term: international affairs, status: preferred}]}
- id: order
  subject_field: protocol
  definition: {zh: 授予的榮典。, en: An honor that is given.}
  terms: {zh: [{term: 勳章, status: preferred}], en: [{term: order, status: preferred}]}
- id: treaty
  subject_field: document
  definition: {zh: 國家間的書面約定。, en: A written agreement between states.}
  terms: {zh: [{term: 國際條約, status: preferred}], en: [{term: treaty text, status: preferred}]}
- id: charter
  subject_field: document
  definition: {zh: 說明友誼的文件。, en: A document about friendship.}
  terms: {zh: [{term: 友誼憲章, status: preferred}], en: [{term: friendship charter, status: preferred}]}
- id: envoy
  subject_field: diplomacy
  definition: {zh: 代表政府的人。, en: Who speaks for a government.}
  terms: {zh: [{term: 親善使節, status: preferred}], en: [{term: goodwill envoy, status: preferred}]}
"""

GLOSSARY += "".join(
    f"""\
- id: kind-{letter}
  subject_field: document
  definition: {{zh: 一類文書。, en: Papers of a kind.}}
  terms: {{zh: [{{term: 第{number}類文書, status: preferred}}], en: [{{term: papers {letter}, status: preferred}}]}}
"""
    for letter, number in zip("abcdefghij", "一二三四五六七八九十", strict=True)
)

_BUTTON = re.compile(r'<span class="defined">([^<]*)<button [^>]*popovertarget="term-([a-z-]+)"')
NEUTRAL = "無關的文字。"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = Path(shutil.copytree(MINIMAL, tmp_path_factory.mktemp("terms") / "portal"))
    put(folder, {"data/homes.yaml": HOMES, "data/glossary.yaml": GLOSSARY})
    found = read_portal(folder, Moment.parse("2026-11-22"))
    assert found.problems == []
    return found


@pytest.fixture
def view_in(edition: Edition) -> ViewIn:
    return lambda locale: edition.view(locale, "press/2026/news/")


def shown(view: View, zh: str = NEUTRAL, en: str = "Other text.") -> list[tuple[str, str]]:
    """The words with a button, and which definitions these open."""
    return _BUTTON.findall(view.prose(Prose.model_construct(zh=zh, en=en)))


def test_a_term_opens_its_definition_and_that_leads_to_the_entry(view_in: ViewIn) -> None:
    view = view_in("zh")
    html = view.prose(
        Prose.model_construct(zh="民政局是認養局處。", en="It is the adopting bureau.")
    )
    assert "民政局是<span" in html
    assert re.sub("<[^>]*>", "", html).strip() == "民政局是認養局處。"
    assert 'aria-label="「認養局處」的定義"' in html
    said = view.definitions()
    assert '<div class="definition" id="term-bureau" popover>' in said
    assert "依約定照顧某一城市的局處。" in said
    assert '<span lang="en">adopting bureau</span>' in said
    assert 'href="../../../glossary/bureau/"' in said


def test_english_definitions_are_escaped(view_in: ViewIn) -> None:
    view = view_in("en")
    assert shown(view, en="Two adopting bureaus’ work.") == [("adopting bureaus", "bureau")]
    assert "a city &amp; its people" in view.definitions()


def test_what_a_concept_means_is_told_with_the_meaning_of_other_concepts_alone(
    view_in: ViewIn,
) -> None:
    text = Text(
        zh="認養局處辦理國際事務（1 < 2）。", en="The adopting bureau’s international affairs."
    )
    html = view_in("zh").defining(text, "bureau")
    assert _BUTTON.findall(html) == [("國際事務", "affairs")]
    assert html.startswith("認養局處辦理<span")
    assert html.endswith("（1 &lt; 2）。")
    assert _BUTTON.findall(view_in("en").defining(text, "order")) == [
        ("international affairs", "affairs")
    ]


def test_a_page_without_terms_has_no_definitions(view_in: ViewIn) -> None:
    view = view_in("en")
    assert shown(view) == []
    assert view.definitions() == ""


@pytest.mark.parametrize(
    "text",
    [
        "## 認養局處",
        "[認養局處](/cities/)",
        "[認養局處](#)",
        "`認養局處`",
        "    認養局處",
        "> 認養局處",
        "推動「認養局處」",
        "依《認養局處要點》",
        "**認養**局處",
        "| 認養局處 |\n|---|\n| 甲 |",
        "國際事務科",
    ],
)
def test_where_nothing_is_explained(view_in: ViewIn, text: str) -> None:
    assert shown(view_in("zh"), zh=f"{text}\n") == []


def test_what_is_silenced_stays_as_plain_words(view_in: ViewIn) -> None:
    text = Prose.model_construct(zh="他是[認養局處](#)。", en="It is the [adopting bureau](#).")
    assert view_in("zh").prose(text) == "<p>他是認養局處。</p>\n"


@pytest.mark.parametrize(
    "text", ["**認養局處**", "- 認養局處", "| 甲 |\n|---|\n| 認養局處 |", "1 & <2>：認養局處"]
)
def test_where_a_term_is_explained(view_in: ViewIn, text: str) -> None:
    assert shown(view_in("zh"), zh=text) == [("認養局處", "bureau")]


def test_other_text_in_the_same_line_stays_escaped(view_in: ViewIn) -> None:
    html = view_in("en").prose(
        Prose.model_construct(zh=NEUTRAL, en='1 & <b>: the adopting bureau, "2 > 1".')
    )
    assert html.startswith("<p>1 &amp; &lt;b>: the <span") or "1 &amp; &lt;b&gt;: the <span" in html
    assert "<b>" not in html


def test_the_first_in_each_section_is_explained(view_in: ViewIn) -> None:
    text = "認養局處一。認養局處二。\n\n認養局處三。\n\n## 節\n\n認養局處四。"
    html = view_in("zh").prose(Prose.model_construct(zh=text, en="."))
    assert len(_BUTTON.findall(html)) == 2
    assert "</span>一" in html
    assert "</span>四" in html


def test_a_lead_and_what_follows_are_one_section(view_in: ViewIn) -> None:
    lead, more = view_in("zh").lead(Prose.model_construct(zh="認養局處。\n\n認養局處。", en="."))
    assert (len(_BUTTON.findall(lead)), len(_BUTTON.findall(more))) == (1, 0)


def test_of_a_sentence_the_longest_is_explained(view_in: ViewIn) -> None:
    text = "The treaty text and the friendship charter. The treaty text."
    assert shown(view_in("en"), en=text) == [
        ("friendship charter", "charter"),
        ("treaty text", "treaty"),
    ]


def test_a_paragraph_has_three_at_most(view_in: ViewIn) -> None:
    text = "認養局處。國際事務。國際條約。友誼憲章。親善使節。"
    assert [word for word, _ in shown(view_in("zh"), zh=text)] == [
        "認養局處",
        "國際事務",
        "國際條約",
    ]


def test_a_page_explains_twelve_concepts_at_most_each_once_in_a_section(view_in: ViewIn) -> None:
    numbers = "一二三四五六七八九十"
    text = "\n\n".join(f"第{number}類文書。認養局處。" for number in numbers)
    text += "\n\n國際事務。\n\n國際條約。\n\n## 節\n\n友誼憲章。\n\n認養局處。"
    found = [concept for _, concept in shown(view_in("zh"), zh=text)]
    assert len(set(found)) == 12
    assert "charter" not in found
    assert found.count("bureau") == 2
    assert found[-1] == "bureau"


def test_a_short_word_is_explained_where_both_languages_have_it(view_in: ViewIn) -> None:
    assert shown(view_in("en"), zh="依簽署次序。", en="In the order of signing.") == []
    assert shown(view_in("en"), zh="獲頒勳章。", en="He was given an order.") == [
        ("order", "order")
    ]
    assert shown(view_in("zh"), zh="獲頒勳章。", en="He was given an order.") == [("勳章", "order")]
