"""Programs that are not ours read what the portal exports, change it, and write what it imports."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import petl
import pytest
from lxml import etree
from term_import.importing import Importing
from translate.storage.tbx import tbxfile

from portal.outputs.terminology.tbx_file import NAMESPACE

ENTRY = "{" + NAMESPACE + "}conceptEntry"
TERM = "{" + NAMESPACE + "}term"


@pytest.mark.parametrize(
    ("divider", "encoding"), [(",", "utf-8-sig"), ("\t", "utf-16"), (";", "utf-8")]
)
def test_a_table_goes_through_another_program(
    portal_folder: Path, divider: str, encoding: str
) -> None:
    importing = Importing(portal_folder, "csv")
    table = petl.fromcsv(petl.MemorySource(importing.exported), encoding="utf-8-sig")
    table = petl.cutout(table, "status_zh", "status_en", "url_zh", "url_en")
    table = petl.sort(table, "term", reverse=True)
    petl.tocsv(table, str(importing.file), encoding=encoding, delimiter=divider)
    importing.expect()
    edited = petl.convert(
        table, "status", {"admitted": "deprecated"}, where=lambda row: row.term == "SC"
    )
    petl.tocsv(edited, str(importing.file), encoding=encoding, delimiter=divider)
    importing.expect(("{term: SC, status: admitted", "{term: SC, status: deprecated"))


def test_xml_goes_through_another_program(portal_folder: Path) -> None:
    importing = Importing(portal_folder, "tbx")
    tree = etree.parse(BytesIO(importing.exported))
    etree.indent(tree, "        ")
    tree.write(str(importing.file), encoding="utf-16", xml_declaration=True)
    importing.expect()
    (term,) = (one for one in tree.iter(TERM) if one.text == "twin town (UK)")
    term.text = "twin town"
    tree.write(str(importing.file), encoding="us-ascii")
    importing.expect(
        (
            "usage: in-house}\n",
            "usage: in-house}\n      - {term: twin town, status: deprecated}\n",
        )
    )


def test_a_translators_toolkit_writes_what_is_read(portal_folder: Path) -> None:
    """It knows version 2 alone, with one word a language."""
    importing = Importing(portal_folder, "tbx")
    store = tbxfile(sourcelanguage="en", targetlanguage="zh")
    for entry in etree.fromstring(importing.exported).iter(ENTRY):
        chinese, *_, english = [section.findtext(f".//{TERM}") for section in list(entry)[-2:]]
        unit = store.addsourceunit(english)
        unit.settarget(chinese, "zh")
        unit.setid(entry.get("id"))
    assert len(store.units) > 3
    importing.file.write_bytes(bytes(store))
    importing.expect()
    again = tbxfile.parsestring(importing.file.read_bytes())
    (unit,) = (one for one in again.units if one.source == "2030 Agenda")
    unit.source, unit.target = "Agenda 2030", "2030議程"
    importing.file.write_bytes(bytes(again))
    importing.expect(
        (
            "{term: 2030年永續發展議程, status: preferred, part_of_speech: proper-noun}]",
            "{term: 2030年永續發展議程, status: preferred, part_of_speech: proper-noun}, "
            "{term: 2030議程, status: admitted}]",
        ),
        (
            "forms: [pledged, pledging]}\n",
            "forms: [pledged, pledging]}\n      - {term: Agenda 2030, status: admitted}\n",
        ),
    )
