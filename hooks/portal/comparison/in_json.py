"""A comparison as data, for programs; ``docs/comparison.md`` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portal.comparison.comparison import Comparison
    from portal.comparison.page_changes import PageChange
    from portal.comparison.word_changes import WordChanges

FORMAT = 1
"""Grows when something is called otherwise or is no longer there."""


def in_json(found: Comparison) -> dict[str, Any]:
    """All of it: nothing is cut but the words of a page."""
    pages = found.pages
    return {
        "format": FORMAT,
        "same": found.is_same,
        "pages": {
            "added": [_page(page) for page in pages.added],
            "changed": [_page(page) for page in pages.changed],
            "removed": [_page(page) | {"explained": page.is_explained} for page in pages.removed],
            "moved": [_page(page) | {"to": f"/{page.to}"} for page in pages.moved],
            "following": [
                {
                    "because": list(group.causes),
                    "addresses": [f"/{address}" for address in group.pages],
                    "example": _page(group.example) if group.example else None,
                }
                for group in pages.following
            ],
        },
        "times": [
            {
                "change": change.how,
                "what": change.what,
                "kind": change.kind if change.title else None,
                "title": change.title,
                "moment": change.moment and change.moment.iso,
                "before": change.before and change.before.iso,
            }
            for change in found.times.changes
        ],
        "times_as_before": found.times.same,
        "times_later": found.times.later,
        "files": [
            {"change": file.how, "address": f"/{file.address}", "bytes": file.size}
            for file in found.files
        ],
        "counts": [
            {"key": count.key, "what": count.what, "old": count.old, "new": count.new}
            for count in found.counts
        ],
        "rows": [
            {
                "table": rows.table,
                "added": rows.added,
                "changed": rows.changed,
                "removed": rows.removed,
                "columns": list(rows.columns),
            }
            for rows in found.rows
        ],
        "labels": [{"key": x.key, "old": x.old, "new": x.new} for x in found.labels],
        "settings": found.settings,
        "own_files": found.own_files,
    }


def _page(page: PageChange) -> dict[str, Any]:
    words = {locale: _words(changes) for locale, changes in page.words.items()}
    return {"address": f"/{page.address}", "title": page.title, "words": words}


def _words(changes: WordChanges) -> dict[str, Any]:
    return {
        "differences": [
            {"old": x.old, "new": x.new, "link": x.is_link} for x in changes.differences
        ],
        "more": changes.more,
        "beside": list(changes.beside),
    }
