from __future__ import annotations

from pathlib import Path

from lxml import etree
from outputs.terminology.tbx_judge import LANG, tbx_faults
from outputs.terminology.terms_portal import GLOSSARY, SITE, term_file, terms_portal

from portal.edition import Edition

NS = {"t": "urn:iso:std:iso:30042:ed-2"}


def entry(edition: Edition, name: str) -> etree._Element:
    root = etree.fromstring(term_file(edition, "tbx"))
    return next(one for one in root.iter(f"{{{NS['t']}}}conceptEntry") if one.get("id") == name)


def said(one: etree._Element, path: str) -> list[str]:
    """The text of the elements at a path, or an attribute of theirs after ``/@``."""
    path, _, attribute = path.partition("/@")
    found = one.iterfind(path, NS)
    return [each.get(attribute, "") if attribute else each.text or "" for each in found]


def test_a_whole_portal_is_valid_by_the_rules_of_the_dialect(edition: Edition) -> None:
    content = term_file(edition, "tbx")
    assert tbx_faults(content) == []
    assert content.count(b"<conceptEntry ") > 20


def test_the_judge_sees_what_the_dialect_forbids(portal_folder: Path) -> None:
    good = term_file(terms_portal(portal_folder), "tbx").decode()
    for old, new, fault in (
        ("preferredTerm-admn-sts", "preferred", "administrativeStatus is preferred"),
        ('target="glossary.tie"', 'target="tie"', "nothing is called tie"),
        ('type="customerSubset"', 'type="scope"', "admin of the type scope"),
        ('style="dca"', 'style="dct"', "the root is not that of TBX-Basic in the style DCA"),
        ("<term>tie</term>\n", "", "termSec does not begin with term"),
    ):
        assert old in good
        assert fault in tbx_faults(good.replace(old, new).encode())


def test_a_concept_says_what_it_means_and_how_far_to_use_each_word(portal_folder: Path) -> None:
    found = entry(terms_portal(portal_folder), "glossary.sister-city")
    assert said(found, "t:descrip[@type='subjectField']") == ["relation"]
    assert said(found, "t:ref/@target") == ["glossary.tie", "glossary.2030-agenda"]
    assert said(found, "t:ref") == [
        "broader: 關係 / tie",
        "related: 2030年永續發展議程 / 2030 Agenda",
    ]
    ways = [f"{SITE}glossary/sister-city/", "https://www.wikidata.org/wiki/Q181"]
    assert said(found, "t:xref/@target") == ways
    zh, en = found.findall("t:langSec", NS)
    assert (zh.get(LANG), en.get(LANG)) == ("zh-Hant-TW", "en")
    assert said(zh, "t:descrip[@type='definition']") == ["依書面約定往來的外地城市。"]
    assert said(zh, "t:note") == ["不等於友好城市。"]
    assert said(zh, "t:termSec/t:term") == ["姊妹市", "姐妹市", "締盟市"]
    variant, own = zh.findall("t:termSec", NS)[1:]
    assert said(variant, "t:termNote") == ["noun", "variant", "deprecatedTerm-admn-sts"]
    assert said(variant, "t:note") == [
        "正式用字為「姊」。",
        "The other character is the official one.",
    ]
    assert said(own, "t:admin[@type='customerSubset']") == ["alpha"]
    short = en.findall("t:termSec", NS)[2]
    assert said(short, "t:termNote") == ["noun", "abbreviation", "admittedTerm-admn-sts"]
    assert said(short, "t:note") == ["register: in-house"]


def test_what_has_a_record_is_there_under_its_name(portal_folder: Path) -> None:
    found = entry(terms_portal(portal_folder), "cities.jp-kaga")
    assert said(found, ".//t:term") == ["加賀", "Kaga"]
    assert said(found, "t:xref") == [f"{SITE}cities/jp-kaga/"]


def test_what_xml_would_take_for_markup_is_a_character(portal_folder: Path) -> None:
    marked = GLOSSARY.replace("Lasting relations of two", "Relations (R&D) of two")
    found = entry(terms_portal(portal_folder, marked), "glossary.tie")
    assert "Relations (R&D) of two governments." in said(found, ".//t:descrip")
