from __future__ import annotations

from pathlib import Path

import pytest
from outputs.terminology.terms_portal import published_portal
from term_import.importing import Importing

from portal.outputs.terminology.tbx_file import NAMESPACE


@pytest.fixture
def importing(portal_folder: Path) -> Importing:
    return Importing(portal_folder, "tbx")


DCT = f"""\
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="{NAMESPACE}" xmlns:min="http://www.tbxinfo.net/ns/min"
 xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c5">
  <min:subjectField>document</min:subjectField>
  <langSec xml:lang="zh-TW">
    <basic:definition>國家間的書面約定。</basic:definition>
    <termSec><term>條約</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec>
  <langSec xml:lang="en-US">
    <basic:definition>A written agreement of states.</basic:definition>
    <termSec><term>treaty</term><min:partOfSpeech>noun</min:partOfSpeech></termSec>
    <termSec><term>pact</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>
      <basic:context>They made a <hi>pact</hi>.</basic:context></termSec>
  </langSec>
</conceptEntry>
</body></text></tbx>
"""
MARTIF = """\
<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="17">
  <descripGrp><descrip type="subjectField">document</descrip></descripGrp>
  <langSet xml:lang="zh"><descrip type="definition">國家間的書面約定。</descrip><tig><term>條約</term></tig></langSet>
  <langSet xml:lang="en"><ntig><termGrp><term>treaty</term></termGrp></ntig>
    <tig><term>pact</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
      <descrip type="context">They made a <hi>pact</hi>.</descrip></tig>
    <descrip type="definition">A written agreement of states.</descrip></langSet>
</termEntry>
</body></text></martif>
"""
TREATY = """
- id: treaty
  subject_field: document
  definition:
    zh: 國家間的書面約定。
    en: A written agreement of states.
  terms:
    zh:
      - {term: 條約, status: preferred}
    en:
      - {term: treaty, status: preferred}
      - {term: pact, status: deprecated}
"""


def test_what_was_exported_changes_nothing(importing: Importing) -> None:
    importing.expect()
    assert importing.take().stdout == ""


def test_what_became_of_entries_comes_back_and_changes_nothing(portal_folder: Path) -> None:
    """Tools add transactions of their own; neither these nor ours are told as what no field takes."""
    importing = Importing(portal_folder, "tbx", published_portal)
    own = (
        '<transacGrp><transac type="transactionType">modification</transac><date>2020-06-01</date>'
        '<transacNote type="responsibility">Wu</transacNote><note>Checked.</note></transacGrp>'
    )
    section, term = '<langSec xml:lang="en">', "<term>tie</term>"
    importing.edit((section, section + own), (term, term + own))
    assert importing.exported.count(b"<transacGrp>") == 6
    importing.expect()
    assert importing.take().stdout == ""


@pytest.mark.parametrize("content", [DCT, MARTIF], ids=["dct", "martif"])
def test_other_styles_and_the_version_before_say_the_same(
    importing: Importing, content: str
) -> None:
    importing.file.write_text(content, encoding="utf-8")
    result = importing.take()
    assert result.exit_code == 0, result.output
    assert importing.glossary == importing.before + TREATY
    last = result.stdout.splitlines()[-1]
    assert last == "not imported, as records have no field for it: context (1)"
    importing.before = importing.glossary
    importing.expect()  # found again by its words, although the id is another


def test_edited_values_change_just_these(importing: Importing) -> None:
    importing.edit(
        (
            "A foreign city with ties that rest on a signed text.",
            "A foreign city with signed ties.",
        ),
        ("Not the same as a friendship city.", "Unlike a friendship city."),
        ('<note xml:lang="en">The word of Alpha.</note>', '<note xml:lang="en">Of Alpha.</note>'),
        ("forms: pledged; pledging", "forms: pledged"),
        (
            "register: in-house</note>",
            'register: formal</note><note xml:lang="en">until: 2016-12-31</note>',
        ),
        ('<termNote type="termType">abbreviation<', '<termNote type="termType">fullForm<'),
    )
    importing.expect(
        (
            "A foreign city with ties that rest on a signed text.",
            "A foreign city with signed ties.",
        ),
        ("Not the same as a friendship city.", "Unlike a friendship city."),
        ("en: The word of Alpha.", "en: Of Alpha."),
        ("[pledged, pledging]", "[pledged]"),
        (
            "type: abbreviation, part_of_speech: proper-noun, usage: in-house",
            'part_of_speech: proper-noun, usage: formal, until: "2016-12-31"',
        ),
    )


def test_references_among_entries_of_another_tool_follow(importing: Importing) -> None:
    text = DCT.replace(
        "<min:subjectField>",
        '<basic:crossReference target="c6">see</basic:crossReference>'
        '<basic:crossReference target="glossary.tie">broader: x</basic:crossReference><min:subjectField>',
        1,
    )
    other = """<conceptEntry id="c6"><min:subjectField>document</min:subjectField>
    <langSec xml:lang="zh"><termSec><term>約章</term></termSec></langSec>
    <langSec xml:lang="en"><termSec><term>Charter of all</term></termSec></langSec></conceptEntry></body>"""
    importing.file.write_text(text.replace("</body>", other), encoding="utf-8")
    assert importing.take().exit_code == 0
    assert importing.glossary.endswith("  broader: [tie]\n  related: [charter-of-all]\n")
    assert "\n- id: charter-of-all\n" in importing.glossary


def test_names_of_records_are_known_under_other_ids(importing: Importing) -> None:
    importing.edit(('id="cities.jp-kaga"', 'id="T-77"'))
    importing.expect()
