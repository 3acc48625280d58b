"""The term base as a table for a spreadsheet (one row a word, both languages beside each other), and as JSON."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

from portal.model.values.locale import LOCALES
from portal.outputs.open_data.cell import cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.model.catalog.catalog import Catalog
    from portal.model.terminology.term_entry import EntryTerm
    from portal.outputs.terminology.shared_entry import SharedEntry
    from portal.outputs.terminology.told_history import ToldStep

MARK = "\ufeff"
"""Tells spreadsheets that a file is UTF-8."""

COLUMNS = (
    "kind", "id", "preferred_zh", "preferred_en", "language", "term", "status", "status_zh", "status_en",
    "homes", "homes_zh", "homes_en", "type", "part_of_speech", "usage", "forms", "until", "note_zh", "note_en",
    "subject_field", "subject_field_zh", "subject_field_en", "definition_zh", "definition_en",
    "entry_note_zh", "entry_note_en", "broader", "related", "sources", "same_as", "url_zh", "url_en",
)  # fmt: skip
"""Of the table. Those that begin as another and end in a language say its code in words."""

KEY = ("kind", "id", "language", "term")
"""The columns that tell one row from all others."""


def write_table(catalog: Catalog, entries: Sequence[SharedEntry], root: str) -> bytes:
    """As CSV (RFC 4180)."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for shared in entries:
        about = _about(catalog, shared, root)
        for term in shared.entry.terms:
            row = about | _of_term(catalog, term)
            writer.writerow([cell(row[name]) for name in COLUMNS])
    return f"{MARK}{text.getvalue()}".encode()


def _about(catalog: Catalog, shared: SharedEntry, root: str) -> dict[str, Any]:
    """What all rows of an entry say."""
    own, labels = shared.entry, catalog.labels
    found: dict[str, Any] = {
        "kind": own.kind,
        "id": own.id,
        "subject_field": own.subject_field,
        "broader": list(shared.broader),
        "related": list(shared.related),
        "sources": list(shared.sources),
        "same_as": list(shared.same_as),
    }
    for lo in LOCALES:
        found[f"preferred_{lo.code}"] = own.preferred(lo.code)
        found[f"subject_field_{lo.code}"] = labels[f"subject_field.{own.subject_field}"][lo.code]
        found[f"definition_{lo.code}"] = own.definition and own.definition[lo.code]
        found[f"entry_note_{lo.code}"] = shared.note and shared.note[lo.code]
        found[f"url_{lo.code}"] = f"{root}{lo.prefix}{shared.path}"
    return found


def _of_term(catalog: Catalog, term: EntryTerm) -> dict[str, Any]:
    found: dict[str, Any] = {
        "language": term.language,
        "term": term.text,
        "status": term.status,
        "homes": list(term.homes),
        "type": term.type,
        "part_of_speech": term.part_of_speech,
        "usage": term.usage,
        "forms": list(term.forms),
        "until": str(term.until) if term.until else None,
    }
    for lo in LOCALES:
        found[f"status_{lo.code}"] = catalog.labels[f"term.{term.status}"][lo.code]
        found[f"homes_{lo.code}"] = [catalog.homes[home].name[lo.code] for home in term.homes]
        found[f"note_{lo.code}"] = term.note and term.note[lo.code]
    return found


def write_json(entries: Sequence[SharedEntry], root: str) -> bytes:
    """As JSON: a list of entries, each with its words; what is not known is left out."""
    content = [dict(_entry(shared, root)) for shared in entries]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in content)
    return f"[\n{lines}\n]\n".encode()


def _entry(shared: SharedEntry, root: str) -> Iterator[tuple[str, Any]]:
    own = shared.entry
    yield from (("kind", own.kind), ("id", own.id), ("subject_field", own.subject_field))
    yield "url", {lo.code: f"{root}{lo.prefix}{shared.path}" for lo in LOCALES}
    for name, words in (("definition", own.definition), ("note", shared.note)):
        if words:
            yield name, {lo.code: words[lo.code] for lo in LOCALES}
    yield "terms", [dict(_term(term)) for term in own.terms]
    for name in ("broader", "related", "sources", "same_as", "updated"):
        if value := getattr(shared, name):
            yield name, value
    if shared.history:
        yield "history", [dict(_step(step)) for step in shared.history]


def _step(step: ToldStep) -> Iterator[tuple[str, Any]]:
    yield from (("date", step.date), ("change", step.what))
    if step.columns:
        yield "columns", step.columns
    yield "words", {lo.code: step.words[lo.code] for lo in LOCALES}


def _term(term: EntryTerm) -> Iterator[tuple[str, Any]]:
    yield from (("language", term.language), ("term", term.text), ("status", term.status))
    for name in ("homes", "type", "part_of_speech", "usage", "forms"):
        if value := getattr(term, name):
            yield name, value
    if term.until:
        yield "until", str(term.until)
    if term.note:
        yield "note", {lo.code: term.note[lo.code] for lo in LOCALES}
