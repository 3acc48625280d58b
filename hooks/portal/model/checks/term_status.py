"""What is called how: one preferred word in each language, for everyone or for one government, and no word twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.concept import Concept
from portal.model.records.kinds import KINDS
from portal.model.records.term import OtherTerms
from portal.model.values.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.term import ChineseTerm
    from portal.model.values.strict import Model
    from portal.model.values.walk import Loc

EVERYWHERE = ("",)
"""The scope of a status that applies to every government."""


def term_problems(loaded: Loaded) -> Iterator[Problem]:
    """Words that are repeated, a second preferred word for the same readers, and concepts without one."""
    for kind in KINDS:
        if not _has_terms(kind.model):
            continue
        for row in loaded.of(kind):
            for loc, model in walk(row.record):
                terms = getattr(model, "terms", None)
                if isinstance(terms, OtherTerms):
                    yield from _of_owner(row, loc, model, terms)


def _has_terms(model: type[Model]) -> bool:
    return "terms" in model.model_fields


def _of_owner(row: Row[Model], loc: Loc, owner: BaseModel, terms: OtherTerms) -> Iterator[Problem]:
    names = getattr(owner, "name", None)
    for locale in ("zh", "en"):
        words: Sequence[ChineseTerm] = getattr(terms, locale)
        name = names[locale] if names else ""
        yield from _in_language(row, (*loc, "terms", locale), words, name)
        if isinstance(owner, Concept) and not any(word.status == "preferred" for word in words):
            found = {"found": owner.id, "locale": locale}
            yield Problem(row.place((*loc, "terms", locale)), "no-preferred", found)


def _in_language(
    row: Row[Model], loc: Loc, words: Sequence[ChineseTerm], name: str
) -> Iterator[Problem]:
    """``name`` is preferred everywhere; empty if there is none."""
    said = {(name, scope) for scope in EVERYWHERE if name}
    preferred = {scope for scope in EVERYWHERE if name}
    for index, word in enumerate(words):
        scopes = set(word.homes or EVERYWHERE)
        if said & {(word.term, scope) for scope in scopes}:
            yield Problem(row.place((*loc, index)), "repeated-term", {"found": word.term})
            continue
        said |= {(word.term, scope) for scope in scopes}
        if word.status == "preferred":
            if preferred & scopes:
                yield Problem(row.place((*loc, index)), "two-preferred", {"found": word.term})
            preferred |= scopes
