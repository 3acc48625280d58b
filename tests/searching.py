"""Asks the search of a site in a browser, as its own page does."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Page

FIRST = 3
"""Results among which the expected page has to be."""

FIND = """async (asked) => {
  const own = document.querySelector("script[type=module]").src;
  const { find } = await import(own.replace("search.js", "search-find.js"));
  const found = {};
  for (const query of asked) {
    const { results } = await find(query);
    found[query] = await Promise.all(results.slice(0, 10).map(async (one) => {
      const { path, title, text } = await one.data();
      return [path, title, text];
    }));
  }
  return found;
}"""

Found = dict[str, list[tuple[str, str, str]]]
"""By query: address, title and text of the first results."""


@dataclass(frozen=True)
class Query:
    """What somebody types, and the pages of which one has to be among the first results."""

    ask: str
    find: tuple[str, ...]


def page_of(path: str) -> str:
    """The page of an address that may lead to a section of it, or to a list that is narrowed."""
    return re.split(r"[#?]", path)[0]


def queries(file: Path, locale: str) -> list[Query]:
    """Those of a file that are asked in a locale."""
    rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [
        Query(
            str(row["ask"]), (row["find"],) if isinstance(row["find"], str) else tuple(row["find"])
        )
        for row in rows
        if locale in row.get("in", ("zh", "en"))
    ]


def find(page: Page, asked: Collection[str]) -> Found:
    """The first ten results of each query, on an open page of the search."""
    found: Found = page.evaluate(FIND, list(asked))
    return found


def missed(found: Found, asked: Collection[Query]) -> dict[str, list[str]]:
    """The queries whose page is not among the first results, each with what is."""
    return {
        query.ask: [path for path, _, _ in found[query.ask]][:5]
        for query in asked
        if not {path for path, _, _ in found[query.ask][:FIRST]} & set(query.find)
    }
