"""The settings of a portal: what stands under ``extra`` in ``mkdocs.yml``. A key that nobody reads is a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, ValidationError, model_validator

from portal.adapter.config_file import Configuration
from portal.data.problem import Problem
from portal.model.catalog.quiet_ties import QUIET_YEARS
from portal.model.reading.refusal import refusals
from portal.model.values.partial_date import FullDate
from portal.model.values.strict import Count, Flag, Model
from portal.model.values.url import Url
from portal.model.values.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONFIG = "mkdocs.yml"
"""The file, in the root of a portal."""


class Badge(Model):
    """The accessibility badge of a portal that was awarded one (無障礙標章, Ministry of Digital Affairs)."""

    number: Words
    """As the ministry gave it."""
    level: Literal["A", "AA", "AAA"]
    """Of the guidelines."""
    expires: FullDate
    """The last day on which it may be shown, three years after it was awarded."""
    image: Words
    """Path of the unaltered picture below `content/`, 88 × 31 pixels."""
    url: Url
    """The ministry's page about this badge."""


class Settings(Model):
    """What may stand under ``extra``."""

    search: Flag = True
    """`false`: the site has no search."""
    quiet_years: Annotated[Count, Field(ge=1, le=100)] = QUIET_YEARS
    """After how many years without activity on record a tie in force is pointed out, to editors and on its page."""
    accessibility_badge: Badge | None = None
    """The badge to show, if the portal was awarded one."""

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: Any) -> Any:
        """A key with nothing after it says nothing."""
        if not isinstance(given, dict):
            return given
        return {k: v for k, v in given.items() if v is not None or k not in cls.model_fields}


def read_settings(path: Path) -> tuple[Settings, list[Problem]]:
    """The settings in a file ``mkdocs.yml`` and those it inherits from, and every problem in them.

    While there is any, the settings are those of a portal that has none. A portal may also have no such file.
    """
    config = Configuration(path)
    given = config.section("extra")
    try:
        return Settings.model_validate({} if given is None else given), config.problems
    except ValidationError as error:
        return Settings(), sorted([*config.problems, *_problems(error, config)])


def _problems(error: ValidationError, config: Configuration) -> Iterator[Problem]:
    for problem in refusals(error, Settings, config, ("extra",)):
        if problem.code == "unknown-key":  # whose sentence leads to the dictionary of the records
            yield Problem(problem.place, "unknown-setting", problem.found)
        else:
            yield problem
