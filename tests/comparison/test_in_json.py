"""What is written about the data is what the data hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from building import ROOT
from comparing import Proposal
from releases import release

from portal.comparison.in_json import in_json
from portal.comparison.in_markdown import in_markdown
from portal.comparison.report import Item, Quoted, Report, Section


def names(value: object) -> Iterator[str]:
    """Every name in the data, but those of languages."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in ("zh", "en"):
                yield name
            yield from names(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from names(inner)


def test_every_name_in_the_data_is_described(portal_folder: Path) -> None:
    proposal = Proposal(portal_folder)
    proposal.put(release("gone") | {"data/labels.yaml": "skip: {zh: 跳過選單, en: Skip}\n"})
    reason = "withdrawn: {date: 2026-11-20, reason: {zh: 日期有誤。, en: The date was wrong.}}\n"
    proposal.edit(
        ("data/cities.yaml", "id: jp-kaga\n", "id: jp-kaga-shi\n  former_ids: [jp-kaga]\n"),
        ("data/homes.yaml", "en: Culture Bureau", "en: Bureau of Culture"),
        files=release("gone", more=reason)
        | release("soon", "2026-12-01")
        | {"data/labels.yaml": "skip: {zh: 跳到內容, en: Skip}\n"},
    )
    data = in_json(proposal.compared())
    pages = data["pages"]
    assert all((data["times"], data["rows"], data["labels"], data["counts"]))
    assert all((pages["changed"], pages["removed"], pages["moved"], pages["following"]))
    described = (ROOT / "docs/comparison.md").read_text(encoding="utf-8")
    words = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", described))))
    assert set(names(data)) <= words


def test_a_report_with_many_sections_keeps_to_the_least_room() -> None:
    items = [Item({}, [Quoted("長" * 500)]) for _ in range(50)]
    sections = [Section({"zh": [f"節{n}"], "en": [f"Section {n}"]}, list(items)) for n in range(12)]
    assert len(in_markdown(Report(sections=sections), largest=10_000).encode()) <= 10_000
