"""A record as a node says what the record holds, and nothing that is doubted."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from portal.assembly import read_portal
from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import build_relations
from portal.model.records.kinds import KINDS
from portal.model.records.press_release import PressRelease
from portal.model.values.moment import Moment
from portal.outputs.linked_data.data_block import data_block
from portal.outputs.linked_data.thing import ALWAYS, IF_VERIFIED, document, thing
from portal.outputs.linked_data.works import ABOUT
from portal.pages.render.view import View

SITE = "https://portal.example/"

Read = Callable[[Mapping[str, str]], Catalog]
Node = dict[str, Any]
NodeOf = Callable[[str, str, str], Node]

CITY = """
- id: jp-kaga
  name: {zh: 加賀, en: Kaga, ja: 加賀市}
  level: city
  country: JP
  subdivision: {zh: 石川縣, en: Ishikawa}
  coordinates: {lat: 36.3029, lon: 136.3147}
  same_as: [https://www.wikidata.org/entity/Q1]
"""

VISIT = """
id: visit
title: {zh: 來訪, en: Visit}
type: visit-received
start: 2026-11-01
end: 2026-11-03
homes: [alpha]
place: {zh: 某地, en: Somewhere}
"""

RELEASE = """
id: news
title: {zh: 新聞, en: News}
date: 2026-11-01
category: visits
lead: {zh: 一則。, en: One.}
body: {zh: 一則。, en: One.}
homes: [alpha]
exchanges: [visit]
sources: [report, "https://example.org/a"]
"""

VERIFIED = "verified: 2026-11-01\n"

EXCHANGES = "data/exchanges/2026/visit.yaml"


@pytest.fixture
def nodes(catalog: Read) -> Callable[[Mapping[str, str]], NodeOf]:
    """The node of a record of the small portal with these files, by locale, kind and id."""

    def with_files(files: Mapping[str, str]) -> NodeOf:
        found = catalog(files)
        relations = build_relations(found)

        def node(locale: str, kind: str, record_id: str) -> Node:
            return thing(
                View(found, relations, locale, site=SITE), kind, getattr(found, kind)[record_id]
            )

        return node

    return with_files


Nodes = Callable[[Mapping[str, str]], NodeOf]


def test_every_kind_with_pages_has_something_to_say() -> None:
    named = {kind.name for kind in KINDS.with_pages}
    assert named == ALWAYS.keys() | IF_VERIFIED.keys()


def test_a_release_tells_of_all_that_its_fields_can_name() -> None:
    assert list(ABOUT) == [k.name for k in KINDS.with_pages if k.name in PressRelease.model_fields]


def test_a_city_is_a_place_with_names_in_their_languages(nodes: Nodes) -> None:
    node = nodes({"data/cities.yaml": CITY + f"  {VERIFIED}"})
    assert node("en", "cities", "jp-kaga") == {
        "@type": "City",
        "@id": f"{SITE}cities/jp-kaga/",
        "name": "Kaga",
        "url": f"{SITE}en/cities/jp-kaga/",
        "address": {
            "@type": "PostalAddress",
            "addressRegion": "Ishikawa",
            "addressCountry": "JP",
        },
        "alternateName": [
            {"@language": "zh-Hant-TW", "@value": "加賀"},
            {"@language": "ja", "@value": "加賀市"},
        ],
        "geo": {"@type": "GeoCoordinates", "latitude": 36.3029, "longitude": 136.3147},
        "sameAs": "https://www.wikidata.org/entity/Q1",
    }
    zh = node("zh", "cities", "jp-kaga")
    assert (zh["@id"], zh["url"]) == (f"{SITE}cities/jp-kaga/",) * 2


def test_of_what_nobody_verified_only_name_and_page_are_told(nodes: Nodes) -> None:
    found = nodes({"data/cities.yaml": CITY})("zh", "cities", "jp-kaga")
    page = f"{SITE}cities/jp-kaga/"
    assert found == {"@type": "AdministrativeArea", "@id": page, "name": "加賀", "url": page}


def test_what_no_source_confirms_is_left_out(nodes: Nodes) -> None:
    doubtful = f"  {VERIFIED}  unsourced: [name, level, coordinates, subdivision]\n"
    found = nodes({"data/cities.yaml": CITY + doubtful})("en", "cities", "jp-kaga")
    assert found["@type"] == "AdministrativeArea"
    assert not {"geo", "alternateName"} & found.keys()
    assert found["address"] == {"@type": "PostalAddress", "addressCountry": "JP"}


@pytest.mark.parametrize(
    ("level", "expected"),
    [("city", "City"), ("state", "State"), ("prefecture", "AdministrativeArea")],
)
def test_the_level_is_the_type(nodes: Nodes, level: str, expected: str) -> None:
    text = CITY.replace("level: city", f"level: {level}") + f"  {VERIFIED}"
    assert nodes({"data/cities.yaml": text})("en", "cities", "jp-kaga")["@type"] == expected


def test_members_are_the_governments_that_are_verified_members_now(nodes: Nodes) -> None:
    memberships = {
        "member": ("member", VERIFIED),
        "unverified": ("member", ""),
        "left": ("member", VERIFIED + "until: 2020\n"),
        "host": ("host", VERIFIED),
    }
    text = "".join(
        f"- id: {name}\n  name: {{zh: 組織, en: {name}}}\n  kind: city-network\n  {VERIFIED}"
        f"  memberships:\n  - home: alpha\n    membership_class: {kind}\n"
        + "".join(f"    {line}\n" for line in more.splitlines())
        for name, (kind, more) in memberships.items()
    )
    node = nodes({"data/organizations.yaml": text})
    told = {name for name in memberships if "member" in node("en", "organizations", name)}
    assert told == {"member"}
    member = node("en", "organizations", "member")["member"]
    assert (member["@type"], member["@id"]) == ("GovernmentOrganization", f"{SITE}homes/alpha/")


def test_an_exchange_is_an_event_that_governments_attend(nodes: Nodes) -> None:
    found = nodes({EXCHANGES: VISIT + VERIFIED})("en", "exchanges", "visit")
    assert found["@id"] == f"{SITE}exchanges/2026/visit/"
    assert (found["startDate"], found["endDate"]) == ("2026-11-01", "2026-11-03")
    assert found["eventStatus"] == "https://schema.org/EventScheduled"
    where = {"@type": "Place", "name": "Somewhere", "address": "Somewhere"}
    assert found["location"] == where
    assert found["attendee"]["@id"] == f"{SITE}homes/alpha/"
    assert "organizer" not in found
    text = VISIT + VERIFIED + "unsourced: [status, start, place]\n"
    doubtful = nodes({EXCHANGES: text})("en", "exchanges", "visit")
    assert not {"eventStatus", "startDate", "location"} & doubtful.keys()


def test_days_between_which_something_happened_are_not_its_days(nodes: Nodes) -> None:
    text = VISIT + VERIFIED + "within: true\n"
    found = nodes({EXCHANGES: text})("en", "exchanges", "visit")
    assert "startDate" not in found
    assert "endDate" not in found


@pytest.mark.parametrize(
    ("start", "status", "expected"),
    [
        ("2026-12-01", "planned", "https://schema.org/EventScheduled"),
        ("2026-11-01", "planned", None),
        ("2026-11-01", "cancelled", "https://schema.org/EventCancelled"),
    ],
)
def test_of_a_plan_of_the_past_nothing_is_known(
    nodes: Nodes, start: str, status: str, expected: str | None
) -> None:
    """The day is 22 November 2026."""
    text = VISIT.replace("start: 2026-11-01", f"start: {start}\nstatus: {status}")
    text = text.replace("end: 2026-11-03\n", "") + VERIFIED
    found = nodes({EXCHANGES: text})("en", "exchanges", "visit")
    assert found.get("eventStatus") == expected


def test_a_press_release_is_an_article_in_the_language_of_its_page(nodes: Nodes) -> None:
    files = {EXCHANGES: VISIT + VERIFIED, "data/press_releases/2026/news.yaml": RELEASE}
    page = f"{SITE}en/press/2026/news/"
    found = nodes(files)("en", "press_releases", "news")
    assert found["@id"] == found["mainEntityOfPage"] == page
    assert (found["headline"], found["inLanguage"]) == ("News", "en")
    assert found["datePublished"] == "2026-11-01"
    assert found["dateModified"] == "2026-11-01"
    assert found["author"] == {"@type": "Organization", "name": "The portal’s editors"}
    assert [about["@id"] for about in found["about"]] == [
        f"{SITE}homes/alpha/",
        f"{SITE}exchanges/2026/visit/",
    ]
    report, address = found["isBasedOn"]
    assert (report["@type"], report["@id"]) == ("CreativeWork", f"{SITE}sources/#report")
    assert address == "https://example.org/a"


def test_what_was_corrected_in_a_release_is_told(nodes: Nodes) -> None:
    text = RELEASE + "corrections: [{date: 2026-11-05T10:00, note: {zh: 更正。, en: Mended.}}]\n"
    files = {EXCHANGES: VISIT, "data/press_releases/2026/news.yaml": text}
    found = nodes(files)("en", "press_releases", "news")
    assert found["dateModified"] == "2026-11-05T10:00+08:00"
    assert found["correction"] == {
        "@type": "CorrectionComment",
        "datePublished": "2026-11-05T10:00+08:00",
        "text": "Mended.",
    }


def test_who_issued_a_release_is_its_author_and_publisher(nodes: Nodes) -> None:
    text = RELEASE + "issuer: alpha\nupdated: 2026-11-05\n"
    files = {EXCHANGES: VISIT, "data/press_releases/2026/news.yaml": text}
    found = nodes(files)("zh", "press_releases", "news")
    assert found["author"] == found["publisher"]
    assert found["author"]["@id"] == f"{SITE}homes/alpha/"
    assert found["dateModified"] == "2026-11-05"


def test_terms_name_their_set_and_other_words_that_may_be_used(nodes: Nodes) -> None:
    text = (
        "- id: tie\n  subject_field: relation\n  definition: {zh: 關係。, en: A tie.}\n"
        "  terms:\n    zh: [{term: 姊妹市, status: preferred}, {term: 姐妹市, status: deprecated}]\n"
        "    en: [{term: sister city, status: preferred}, {term: twin town, status: admitted}]\n"
    )
    node = nodes({"data/glossary.yaml": text + f"  {VERIFIED}"})
    found = node("en", "glossary", "tie")
    assert (found["@type"], found["name"], found["termCode"]) == (
        "DefinedTerm",
        "sister city",
        "tie",
    )
    assert found["inDefinedTermSet"]["@id"] == f"{SITE}glossary/"
    assert found["alternateName"] == [
        {"@language": "zh-Hant-TW", "@value": "姊妹市"},
        "twin town",
    ]
    assert found["description"] == "A tie."
    doubtful = nodes({"data/glossary.yaml": text})("en", "glossary", "tie")
    assert "description" not in doubtful
    assert "alternateName" not in doubtful
    assert doubtful["inDefinedTermSet"] == found["inDefinedTermSet"]


def test_no_text_can_end_the_data_block(catalog: Read) -> None:
    found = catalog({})
    view = View(found, build_relations(found), "en", site=SITE)
    node: Node = {"@type": "City", "name": "</script><script>alert(1)</script><!--"}
    block = data_block(document(view, node))
    assert block.count("<") == 2
    text = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(text)["@graph"] == [node]


def test_pages_say_nothing_while_the_address_of_the_site_is_unknown(
    portal_folder: Path, now: Moment
) -> None:
    unknown, known = (read_portal(portal_folder, now, site=site) for site in ("", SITE))
    page = known.pages["homes/alpha/"]
    assert unknown.render(page, "zh").added["linked_data"] == ""
    assert f'"{SITE}homes/alpha/"' in known.render(page, "zh").added["linked_data"]
    assert known.render(known.pages["homes/"], "zh").added["linked_data"] == ""


def test_a_block_tells_all_however_long_it_becomes(
    catalog: Read, portal_folder: Path, now: Moment
) -> None:
    cities = "".join(
        f"- id: jp-city-{n}\n  name: {{zh: 某市, en: City {n}}}\n  level: city\n  country: JP\n"
        for n in range(155)
    )
    named = ", ".join(f"{{city: jp-city-{n}}}" for n in range(155))
    catalog({"data/cities.yaml": cities, EXCHANGES: VISIT + VERIFIED + f"cities: [{named}]\n"})
    edition = read_portal(portal_folder, now, site=SITE)
    block = edition.render(edition.pages["exchanges/2026/visit/"], "en").added["linked_data"]
    assert block.count('"AdministrativeArea"') == 155
    assert '"attendee"' in block


def test_a_government_tells_of_its_offices_and_whom_to_ask(nodes: Nodes) -> None:
    home = (
        "- id: alpha\n  name: {zh: 甲市, en: Alpha}\n  full_name: {zh: 甲市政府, en: Alpha City Government}\n"
        "  level: city\n  contact_unit: alpha-affairs\n  summary: {zh: 往來**頻繁**。, en: We *often* meet.}\n"
        "  units:\n"
        "  - {id: alpha-affairs, name: {zh: 國際處, en: International Affairs}, level: bureau}\n"
        f"  - {{id: alpha-west, name: {{zh: 西區, en: West District}}, level: district}}\n  {VERIFIED}"
    )
    node = nodes({"data/homes.yaml": home})("en", "homes", "alpha")
    assert node["description"] == "We often meet."
    assert node["department"] == {
        "@type": "GovernmentOrganization",
        "@id": f"{SITE}homes/alpha/#alpha-affairs",
        "name": "International Affairs, Alpha City Government",
    }
    assert node["subOrganization"]["@id"] == f"{SITE}homes/alpha/#alpha-west"
    assert node["contactPoint"] == {
        "@type": "ContactPoint",
        "contactType": "Office in charge of international affairs",
        "name": "International Affairs, Alpha City Government",
        "url": f"{SITE}homes/alpha/#alpha-affairs",
    }
    doubtful = nodes({"data/homes.yaml": home.replace(VERIFIED, "")})("en", "homes", "alpha")
    assert not {"department", "contactPoint", "description"} & doubtful.keys()


@pytest.mark.parametrize(
    ("membership", "is_told"),
    [
        (f"membership_class: member\n    {VERIFIED}", True),
        ("membership_class: member\n", False),
        (f"membership_class: host\n    {VERIFIED}", False),
        (f"membership_class: member\n    until: 2020\n    {VERIFIED}", False),
    ],
)
def test_a_government_tells_of_which_body_it_is_a_member(
    nodes: Nodes, membership: str, is_told: bool
) -> None:
    text = (
        f"- id: net\n  name: {{zh: 城市網, en: City Net}}\n  kind: city-network\n  {VERIFIED}"
        f"  memberships:\n  - home: alpha\n    {membership}"
    )
    node = nodes({"data/organizations.yaml": text})("en", "homes", "alpha")
    told = {"@type": "Organization", "@id": f"{SITE}organizations/net/", "name": "City Net"}
    assert node.get("memberOf") == (told if is_told else None)


def test_a_place_tells_of_its_newest_verified_exchanges_and_of_what_was_written_about_it(
    nodes: Nodes,
) -> None:
    visits = {
        f"data/exchanges/2020/visit-{n:02}.yaml": f"id: visit-{n:02}\ntitle: {{zh: 來訪, en: Visit {n}}}\n"
        f"type: visit-received\nstart: 2020-01-{n:02}\ncities: [{{city: jp-kaga}}]\n{VERIFIED if n > 2 else ''}"
        for n in range(1, 13)
    }
    news = {
        "data/press_releases/2026/news.yaml": RELEASE.replace(
            "exchanges: [visit]", "cities: [jp-kaga]"
        )
    }
    files = visits | news | {"data/cities.yaml": CITY + f"  {VERIFIED}"}
    node = nodes(files)("en", "cities", "jp-kaga")
    assert [event["@id"][-9:-1] for event in node["event"]] == [
        f"visit-{n:02}" for n in range(12, 2, -1)
    ]
    assert node["subjectOf"] == {
        "@type": "Article",
        "@id": f"{SITE}en/press/2026/news/",
        "name": "News",
    }
    doubtful = nodes(files | {"data/cities.yaml": CITY})("en", "cities", "jp-kaga")
    assert "event" not in doubtful
    assert doubtful["subjectOf"] == node["subjectOf"]


def test_an_exchange_says_what_happened_in_plain_words(nodes: Nodes) -> None:
    text = (
        VISIT + VERIFIED + "summary: {zh: '簽了[約](https://example.org/)。', en: They *signed*.}\n"
    )
    found = nodes({EXCHANGES: text})
    assert found("en", "exchanges", "visit")["description"] == "They signed."
    assert found("zh", "exchanges", "visit")["description"] == "簽了約。"
    both = r'"- one\n\n| A | B |\n|---|---|\n| 1 | 2 |"'
    listed = nodes(
        {EXCHANGES: f"{VISIT}{VERIFIED}summary: {{zh: {both.replace('one', '一')}, en: {both}}}\n"}
    )
    assert listed("en", "exchanges", "visit")["description"] == "one\nA | B\n1 | 2"
    doubtful = nodes({EXCHANGES: f"{text}unsourced: [summary]\n"})("en", "exchanges", "visit")
    assert "description" not in doubtful


def test_a_release_has_a_lead_a_category_and_an_office_that_answers(nodes: Nodes) -> None:
    text = RELEASE + (
        "issuer: alpha\ncontact: {office: alpha-culture, phone: +886-2-2720-8889 ext. 1234,"
        " url: https://alpha.example.org/ask}\n"
    )
    files = {EXCHANGES: VISIT, "data/press_releases/2026/news.yaml": text}
    found = nodes(files)("en", "press_releases", "news")
    assert (found["description"], found["articleSection"]) == ("One.", "Visits")
    assert found["publisher"]["contactPoint"] == {
        "@type": "ContactPoint",
        "name": "Culture Bureau, Alpha City Government",
        "telephone": "+886-2-2720-8889 ext. 1234",
        "url": "https://alpha.example.org/ask",
    }
    assert "contactPoint" not in found["author"]


def test_a_report_says_what_it_is_about(nodes: Nodes) -> None:
    text = (
        "id: trip\ntitle: {zh: 報告, en: A report}\nhome: alpha\ntravelers: [{zh: 科長, en: Section chief}]\n"
        "purpose: {zh: 會議, en: A meeting}\nplace: {zh: 加賀, en: Kaga}\nstart: 2026-10-01\nend: 2026-10-02\n"
        f"cities: [jp-kaga]\nexchanges: [visit]\nsummary: {{zh: 摘要。, en: A summary.}}\n{VERIFIED}"
    )
    found = nodes({EXCHANGES: VISIT, "data/trip_reports/trip.yaml": text})
    report = found("en", "trip_reports", "trip")
    assert report["description"] == "A summary."
    assert [node["@id"] for node in report["about"]] == [
        f"{SITE}cities/jp-kaga/",
        f"{SITE}exchanges/2026/visit/",
    ]
    assert found("zh", "exchanges", "visit")["subjectOf"]["name"] == "報告"


def test_addresses_in_other_scripts_are_written_in_ascii(nodes: Nodes) -> None:
    there = "https://zh.example.org/加賀市?q=%E5%B8%82"
    city = CITY.replace("https://www.wikidata.org/entity/Q1", there) + f"  {VERIFIED}"
    assert nodes({"data/cities.yaml": city})("en", "cities", "jp-kaga")["sameAs"] == (
        "https://zh.example.org/%E5%8A%A0%E8%B3%80%E5%B8%82?q=%E5%B8%82"
    )
