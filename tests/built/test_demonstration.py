"""The demonstration portal has all that can be, so that what looks at it has seen every kind, field and choice."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from portal.edition import Edition
from portal.model.records.country import Country
from portal.model.records.kinds import KINDS
from portal.model.records.label import Label
from portal.model.values.walk import walk
from portal.resources import TEMPLATES

NOT_PAGES = {"atom.xml.j2", "atom_entry.xml.j2", "feed_entry.html.j2", "redirect.html.j2"}
"""Templates of files that are no pages of the edition; the feeds and redirects are looked at as files."""
PARTS = ("partials/", "front_", "about_")
"""How templates begin of which pages are put together."""

NOT_PUBLIC = {"draft", "confidential", "public_from", "public_until"}
"""Fields that keep a record out of the edition; the tests of what is not public look at those."""
ELSEWHERE = {"Indicator.counts", "FollowUp.trip_reports", "Names.reading", "ChineseTerm.until"}
"""A measure that counts nothing is a problem in samples of the portal, and there is no second report to name. How a
name is read orders lists, and until when a word was right the check of words asks: no page shows either."""
ANY_WILL_DO = {"languages", "subject_field", "unsourced"}
"""Fields of which one choice is like another."""


def models(edition: Edition) -> Iterator[BaseModel]:
    """Every record of a catalog, and each of its parts."""
    shelves = [edition.catalog.shelves[kind.name] for kind in KINDS]
    for shelf in [*shelves, edition.catalog.withdrawn]:
        for record in shelf.values():
            if not isinstance(record, Country | Label):
                yield from (model for _, model in walk(record))


def choices(annotation: Any) -> set[str]:
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return set().union(*map(choices, get_args(annotation)))


def given(value: Any) -> set[str]:
    return set(map(str, value)) if isinstance(value, tuple) else {str(value)}


def test_every_kind_has_a_record_and_every_template_a_page(edition: Edition) -> None:
    assert all(edition.catalog.shelves[kind.name] for kind in KINDS)
    used = {page.template for page in edition.pages.values()}
    known = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.j2")}
    assert {n for n in known - used if not n.startswith(PARTS)} == NOT_PAGES


def test_every_field_is_given_somewhere(edition: Edition) -> None:
    possible: set[str] = set()
    seen: set[str] = set()
    for model in models(edition):
        for name in type(model).model_fields.keys() - NOT_PUBLIC:
            declared = next(
                c for c in reversed(type(model).mro()) if name in inspect.get_annotations(c)
            )
            possible.add(f"{declared.__name__}.{name}")
            if getattr(model, name) not in (None, (), ""):
                seen.add(f"{declared.__name__}.{name}")
    assert len(possible) > 150
    assert possible - seen == ELSEWHERE


def test_every_choice_is_made_somewhere(edition: Edition) -> None:
    made: dict[frozenset[str], set[str]] = {}
    for model in models(edition):
        for name, field in type(model).model_fields.items():
            possible = choices(field.annotation)
            if possible and name not in ANY_WILL_DO:
                made.setdefault(frozenset(possible), set()).update(given(getattr(model, name)))
    assert len(made) > 12
    assert [sorted(possible - seen) for possible, seen in made.items() if possible - seen] == []
