"""A portal whose texts use a few concepts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import lxml.html
from editing import read

from portal.edition import Edition

GLOSSARY = """\
- id: bureau
  subject_field: diplomacy
  definition: {zh: 依約定照顧姊妹市的局處。, en: The bureau that looks after a sister city.}
  terms: {zh: [{term: 認養局處, status: preferred}], en: [{term: adopting bureau, status: preferred}]}
- id: sister-city
  subject_field: relation
  definition: {zh: 長期往來的外地城市。, en: A foreign city with lasting ties.}
  terms:
    zh: [{term: 姊妹市, status: preferred}, {term: 姐妹市, status: deprecated}]
    en: [{term: sister city, status: preferred}]
- id: unit
  subject_field: administration
  definition: {zh: 機關內部的組織。, en: A part of an agency.}
  terms: {zh: [{term: 單位, status: preferred}], en: [{term: administrative unit, status: preferred}]}
"""

CITIES = """\
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
  partnerships:
    - home: alpha
      kind: sister
      status: active
      signed: 2014-07-11
      note: {zh: 甲市稱姊妹市為盟市。, en: Alpha calls a sister city an ally.}
"""


def exchange(name: str, zh: str, en: str, *, year: int = 2020, more: str = "") -> dict[str, str]:
    """An exchange with this summary, titled with its name."""
    body = "".join(
        f"  {code}: |-\n" + "".join(f"    {line}\n" for line in text.split("\n"))
        for code, text in (("zh", zh), ("en", en))
    )
    text = f"""\
id: {year}-{name}
type: meeting
status: held
start: {year}-05-01
homes: [alpha]
cities: [{{city: jp-kaga}}]
title: {{zh: 往來{name}, en: Exchange {name}}}
{more}summary:
{body}"""
    return {f"data/exchanges/{year}/{year}-{name}.yaml": text}


def used_portal(
    folder: Path, *files: Mapping[str, str], glossary: str = GLOSSARY, kept: Path | None = None
) -> Edition:
    """The small portal with these words, a tie, and files of exchanges."""
    own = {"data/glossary.yaml": glossary, "data/cities.yaml": CITIES}
    for one in files:
        own |= one
    return read(folder, own, kept=kept)


def concept_page(edition: Edition, concept: str, locale: str = "zh") -> lxml.html.HtmlElement:
    """The page of a concept."""
    html = edition.render(edition.pages[f"glossary/{concept}/"], locale).content
    return lxml.html.fromstring(f"<main>{html}</main>")
