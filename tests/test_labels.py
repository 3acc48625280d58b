"""Every word of the interface comes from labels.yaml, and every label is used."""

from __future__ import annotations

import re
from typing import get_args

import pytest
import yaml
from building import ROOT

from portal.model.records.concept import SubjectField, TermStatus
from portal.model.records.country import CONTINENTS
from portal.model.records.exchange import ExchangeStatus, ExchangeType
from portal.model.records.home import Level
from portal.model.records.organization import MembershipClass, OrganizationKind
from portal.model.records.partnership import PartnershipKind, Status
from portal.model.records.plan import Financing
from portal.model.records.record import Recallable
from portal.model.records.trip_report import FollowUp
from portal.model.values.text import HAN
from portal.resources import BASE, TEMPLATES, THEME

LABELS = yaml.load((BASE / "data/labels.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
CHOICES = {
    "kind": get_args(PartnershipKind),
    "status": get_args(Status),
    "level": get_args(Level),
    "continent": CONTINENTS,
    "organization.kind": get_args(OrganizationKind),
    "membership": get_args(MembershipClass),
    "exchange.type": get_args(ExchangeType),
    "exchange.status": get_args(ExchangeStatus),
    "follow_up": get_args(FollowUp),
    "financing": get_args(Financing),
    "term": get_args(TermStatus),
    "subject_field": get_args(SubjectField),
    "field": get_args(Recallable),
}
"""What stands before the last dot of labels that name the choices of a field."""

PAGES = [*TEMPLATES.rglob("*.j2"), *THEME.rglob("*.html")]
SOURCES = [*PAGES, *(ROOT / "hooks/portal").rglob("*.py")]


@pytest.mark.parametrize("prefix", CHOICES)
def test_every_choice_of_a_field_has_a_label(prefix: str) -> None:
    missing = [choice for choice in CHOICES[prefix] if f"{prefix}.{choice}" not in LABELS]
    assert not missing


def test_every_label_that_a_page_asks_for_exists() -> None:
    for path in SOURCES:
        for key in re.findall(
            r"""\bt\(["']([a-z_.-]+)["'][,)]""", path.read_text(encoding="utf-8")
        ):
            assert key in LABELS, f"{path.name}: {key}"


def test_every_label_is_used() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCES).replace("'", '"')
    quoted = set(re.findall(r'"([a-z][a-z0-9_.-]*)"', text))
    tails = set(re.findall(r'"(\.[a-z_.]+)"', text)) | set(re.findall(r'\}(\.[a-z_.]+)"', text))
    heads = set(re.findall(r'"([a-z_.-]+\.)" ?~', text)) | set(
        re.findall(r'f"([a-z_.-]+\.)\{', text)
    )
    for key in LABELS:
        plain = key.removesuffix(".one")
        used = (
            plain in quoted
            or any(plain.startswith(head) for head in heads)
            or any(plain.endswith(tail) for tail in tails)
        )
        assert used, key


def test_no_template_holds_words_of_its_own() -> None:
    for path in PAGES:
        visible = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>",
            " ",
            path.read_text("utf-8"),
            flags=re.DOTALL,
        )
        words = [w for w in re.findall(r"[A-Za-z]{3,}", visible) if w not in ("DOCTYPE", "doctype")]
        assert not HAN.search(visible), path.name
        assert not words or path.name == "sitemap.xml", f"{path.name}: {words}"
