"""A portal with a few words of every sort, and the files of its term base."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from editing import read

from portal.edition import Edition
from portal.outputs.open_data.changes import note_records
from portal.outputs.open_data.export import exports
from portal.outputs.terminology.terminology_output import PATHS, Terminology

SITE = "https://portal.example/"

GLOSSARY = """\
# The first comment stays.
- id: tie
  subject_field: relation
  definition: {zh: 兩地政府間的長期往來。, en: Lasting relations of two governments.}
  terms:
    zh: [{term: 關係, status: preferred}]
    en: [{term: tie, status: preferred}]
  sources: [https://example.org/tie]

- id: sister-city
  subject_field: relation
  definition: {zh: 依書面約定往來的外地城市。, en: A foreign city with ties that rest on a signed text.}
  note: {zh: 不等於友好城市。, en: Not the same as a friendship city.}
  terms:
    zh:
      - {term: 姊妹市, status: preferred}
      - term: 姐妹市
        status: deprecated
        type: variant
        note: {zh: 正式用字為「姊」。, en: The other character is the official one.}
      - {term: 締盟市, status: preferred, homes: [alpha], note: {zh: 甲市用語。, en: The word of Alpha.}}
    en:
      - {term: sister city, status: preferred}  # said of cities alone
      - {term: twin town (UK), status: deprecated}
      - {term: SC, status: admitted, type: abbreviation, part_of_speech: proper-noun, usage: in-house}
  broader: [tie]
  related: [2030-agenda]
  same_as: [https://www.wikidata.org/wiki/Q181]

- id: 2030-agenda
  subject_field: document
  terms:
    zh: [{term: 2030年永續發展議程, status: preferred, part_of_speech: proper-noun}]
    en:
      - {term: 2030 Agenda, status: preferred, part_of_speech: proper-noun}
      - {term: pledge, status: admitted, part_of_speech: verb, forms: [pledged, pledging]}
"""
CHECKED = GLOSSARY.replace(
    "- id: tie\n",
    """\
- id: tie
  verified: 2020-05-02
  updated: 2020-05-01
  corrections:
    - date: 2020-03-01T09:30
      note: {zh: 原誤作「單位」。, en: It said unit (R&D).}
""",
)
"""The same with what its records say of a history."""

HOMES = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
"""
CITIES = "- {id: jp-kaga, name: {zh: 加賀, en: Kaga}, level: city, country: JP}\n"
PORTAL = {
    "data/homes.yaml": HOMES,
    "data/cities.yaml": CITIES,
    "data/glossary.yaml": GLOSSARY,
}


def terms_portal(
    folder: Path,
    glossary: str = GLOSSARY,
    kept: Path | None = None,
    more: Mapping[str, str] | None = None,
) -> Edition:
    """The portal, with another glossary or more files if need be."""
    files = PORTAL | {"data/glossary.yaml": glossary} | dict(more or {})
    return read(folder, files, site=SITE, kept=kept)


def published(folder: Path, day: str, glossary: str, kept: Path | None = None) -> Edition:
    """Publish the portal with that glossary on a day."""
    edition = terms_portal(folder, glossary, kept)
    now = {export.table.name: export.fingerprints for export in exports(edition.catalog, "/")}
    note_records(folder, now, day)
    return edition


def published_portal(folder: Path, kept: Path | None = None) -> Edition:
    """The portal whose entries have a history: one came late, and one was there before anybody noted changes."""
    first = CHECKED.partition("- id: 2030")[0].replace("  related: [2030-agenda]\n", "")
    published(folder, "2020-01-01", first)
    published(folder, "2020-02-01", CHECKED)
    changed = CHECKED.replace("term: pledge", "term: vow")
    return published(folder, "2020-04-01", changed, kept)


def term_file(edition: Edition, name: str) -> bytes:
    """One of its files, by its name in ``PATHS``."""
    return bytes(edition.output(Terminology).files(edition).whole[PATHS[name]])
