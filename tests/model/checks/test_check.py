"""No rule between records is left out, and none stops another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

Report = Callable[[Mapping[str, str]], list[str]]

FILES = {
    "data/cities.yaml": """\
- id: kr-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
  verified: 2026-11-23
  partnerships: [{home: alpha, kind: sister, status: proposed, signed: 2014}]
""",
    "data/organizations.yaml": """\
- id: net
  name: {zh: 城市網, en: City Net}
  kind: city-network
  headcounts: [{date: 2025, full: 5, total: 8}]
  memberships: [{home: alhpa, membership_class: full}]
""",
    "data/glossary.yaml": """\
- id: sister-city
  subject_field: relation
  terms:
    zh: [{term: 姊妹市, status: preferred}]
    en: [{term: sister city, status: admitted}]
""",
    "data/press_releases/2026/news.yaml": """\
id: news
title: {zh: 新聞, en: News}
date: 2026-05-04
category: visits
lead: {zh: 導言, en: A lead}
body: {zh: 內文, en: A text}
""",
    "data/labels.yaml": "my.key: {zh: '{count}個', en: many}\n",
}


def test_every_rule_has_its_say(mistakes: Report, portal_folder: Path) -> None:
    (portal_folder / "data/press_releases/2026/news").mkdir(parents=True)
    (portal_folder / "data/press_releases/2026/news/a.pdf").touch()
    assert mistakes(FILES) == [
        "data/cities.yaml:1:7: id-of-other-country",
        "data/cities.yaml:5:13: verified-in-future",
        "data/cities.yaml:6:54: proposed-but-signed",
        "data/glossary.yaml:5:9: no-preferred",
        "data/labels.yaml:1:9: placeholders-differ",
        "data/organizations.yaml:4:45: sum-differs",
        "data/organizations.yaml:5:24: unknown-id-near",
        "data/press_releases/2026/news.yaml:1:5: release-without-source",
        "data/press_releases/2026/news/a.pdf:1:1: media-unnamed",
    ]
