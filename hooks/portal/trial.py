"""A trial of a portal's own templates: every page is made once, because only then it shows whether it can be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from portal.model.values.locale import LOCALES
from portal.outputs.feeds.feeds_output import Feeds
from portal.pages.made_parts import ADDRESSES, made_parts
from portal.pages.render.template_failure import template_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.data.problem import Problem
    from portal.edition import Edition


def trial_problems(edition: Edition) -> list[Problem]:
    """Where the templates of a portal cannot make a page or feed, each line once; nothing for a portal that has none.

    The generator's own templates are tested with every kind of record, and need no trial.
    """
    if not any((edition.root / "templates").rglob("*.j2")):
        return []
    found: dict[tuple[Any, str], Problem] = {}
    for make in _works(edition):
        try:
            make()
        except Exception as error:
            problem = template_problem(error, edition.root)
            if problem is None:
                raise
            found.setdefault((problem.place, problem.code), problem)
    return sorted(found.values())


def _works(edition: Edition) -> Iterator[Callable[[], object]]:
    for locale in LOCALES:
        renderer = edition.renderer(locale.code)
        yield from (partial(made_parts, renderer, address) for address in ADDRESSES)
        yield from (partial(renderer.render, page) for page in edition.pages.values())
    yield from (file.make for file in edition.output(Feeds).files(edition).traced)
