from __future__ import annotations

from pathlib import Path

import pytest
from term_import.importing import Importing

HEAD = "id,language,term,status,subject_field\n"
TREATY = "treaty,zh,條約,preferred,document\r\ntreaty,en,treaty,preferred,document\r\n"


@pytest.fixture
def importing(portal_folder: Path) -> Importing:
    return Importing(portal_folder, "csv")


def test_what_was_exported_changes_nothing(importing: Importing) -> None:
    importing.expect()
    assert importing.take().stderr == (
        "0 new concepts, 0 changed, 3 left alone; "
        "0 words not in the file and 0 names of records untouched (nothing written)\n"
    )


@pytest.mark.parametrize(
    ("divider", "mark", "encoding"),
    [
        (";", "\ufeff", "utf-8"),
        (";", "", "utf-8"),
        ("\t", "\ufeff", "utf-16-le"),
        ("\t", "\ufeff", "utf-16-be"),
        (";", "sep=;\n", "utf-8"),
    ],
)
def test_spreadsheets_save_it_in_many_ways(
    importing: Importing, divider: str, mark: str, encoding: str
) -> None:
    rows = f"{HEAD}{TREATY}".replace(",", divider)
    importing.file.write_bytes(f"{mark}{rows}".encode(encoding))
    assert importing.take().exit_code == 0
    assert importing.glossary.startswith(importing.before.rstrip("\n"))
    assert importing.glossary.endswith(
        "\n- id: treaty\n  subject_field: document\n  terms:\n"
        "    zh:\n      - {term: 條約, status: preferred}\n"
        "    en:\n      - {term: treaty, status: preferred}\n"
    )


def edit_row(importing: Importing, word: str, *changes: tuple[str, str]) -> None:
    """Change the row of a word."""
    lines = importing.file.read_bytes().decode().split("\r\n")
    (at,) = (n for n, line in enumerate(lines) if f",{word}," in line and "twin" in line)
    for old, new in changes:
        assert lines[at].count(old) == 1, lines[at]
        lines[at] = lines[at].replace(old, new)
    importing.file.write_bytes("\r\n".join(lines).encode())


def test_edited_cells_change_just_these_values(importing: Importing) -> None:
    """The definition of a concept stands in all its rows; one that is changed will do."""
    edit_row(
        importing,
        "twin town (UK)",
        ("rest on a signed text.", "rest on a text: signed."),
        ("deprecated,不宜使用,avoid", "admitted,,"),
        ("wiki/Q181,", "wiki/Q181|https://example.org/twins,"),
    )
    importing.edit(("pledged|pledging", "pledged|pledging|pledges"))
    importing.expect(
        ("ties that rest on a signed text.}", 'ties that rest on a text: signed."}'),
        ("en: A foreign city with", 'en: "A foreign city with'),
        ("{term: twin town (UK), status: deprecated}", "{term: twin town (UK), status: admitted}"),
        ("[pledged, pledging]", "[pledged, pledging, pledges]"),
        (
            "[https://www.wikidata.org/wiki/Q181]",
            "[https://www.wikidata.org/wiki/Q181, https://example.org/twins]",
        ),
    )


def test_new_words_and_concepts_stand_where_an_editor_would_put_them(importing: Importing) -> None:
    """Words at the end of their language, concepts among those of their field."""
    rows = [
        "id,language,term,status,homes,type,note_zh,note_en,subject_field,definition_zh,definition_en,related,until",
        "sister-city,en,sibling city,deprecated,alpha,,無人使用。,Nobody says so.,,,,2030-agenda,2016-12-31",
        "partner-city,zh-TW,夥伴城市,preferred,,,,,relation,合作的城市。,A city with which one works.,tie,",
        "partner-city,en-US,partner city,,,,,,,,,,",
        "partner-city,en,PC,,,abbreviation,,,,,,,",
        "1949-pact,zh,公約,,,,,,document,,,,",
        "1949-pact,en,pact,,,,,,document,,,,",
    ]
    importing.file.write_text("\n".join(rows), encoding="utf-8")
    importing.expect(
        (
            "usage: in-house}\n",
            "usage: in-house}\n      - {term: sibling city, status: deprecated, homes: [alpha], "
            'until: "2016-12-31", '
            "note: {zh: 無人使用。, en: Nobody says so.}}\n",
        ),
        (
            "Q181]\n\n",
            "Q181]\n\n- id: partner-city\n  subject_field: relation\n  definition:\n    zh: 合作的城市。\n"
            "    en: A city with which one works.\n  terms:\n"
            "    zh:\n      - {term: 夥伴城市, status: preferred}\n"
            "    en:\n      - {term: partner city, status: preferred}\n"
            "      - {term: PC, status: admitted, type: abbreviation}\n"
            "  related: [tie]\n\n"
            "- id: 1949-pact\n  subject_field: document\n  terms:\n"
            "    zh:\n      - {term: 公約, status: preferred}\n"
            "    en:\n      - {term: pact, status: preferred}\n\n",
        ),
    )


def test_a_file_from_before_a_concept_was_renamed_still_fits(importing: Importing) -> None:
    text = importing.before.replace("- id: tie\n", "- id: bond\n  former_ids: [tie]\n")
    importing.before = text.replace("broader: [tie]", "broader: [bond]")
    (importing.root / "data" / "glossary.yaml").write_text(importing.before, encoding="utf-8")
    importing.file.write_text("id,language,term,status\ntie,en,tie,preferred\n", encoding="utf-8")
    importing.expect()


def test_lines_end_as_they_did(importing: Importing) -> None:
    path = importing.root / "data" / "glossary.yaml"
    path.write_bytes(importing.before.replace("\n", "\r\n").encode())
    importing.edit(("pledged|pledging", "pledged"))
    assert importing.take().exit_code == 0
    meant = importing.before.replace("pledged, pledging", "pledged").replace("\n", "\r\n")
    assert path.read_bytes() == meant.encode()
