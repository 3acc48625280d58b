"""What became of the entries of the glossary, in words of both languages, for files that other tools read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.values.locale import BY_CODE
from portal.outputs.open_data.changes import BEGUN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from portal.model.catalog.catalog import Catalog
    from portal.outputs.terminology.concept_history import ConceptHistories, Step


@dataclass(frozen=True, slots=True)
class ToldStep:
    """Something that became of an entry, as its page tells it."""

    date: str
    """The day in ISO 8601."""
    what: str
    """As in ``Step``."""
    columns: tuple[str, ...]
    """As in ``Step``."""
    words: Mapping[str, str]
    """What the page says of it, by language."""

    @property
    def is_known(self) -> bool:
        """Whether it happened on that day, and was not only noted then for the first time."""
        return self.what != BEGUN


def told_histories(
    catalog: Catalog, histories: ConceptHistories
) -> dict[str, tuple[ToldStep, ...]]:
    """Of each concept, by its id, what is known of its entry, the oldest first."""
    return {
        concept.id: tuple(_told(catalog, histories, one) for one in reversed(steps))
        for concept in catalog.glossary.values()
        if (steps := histories.of(concept))
    }


def _told(catalog: Catalog, histories: ConceptHistories, step: Step) -> ToldStep:
    pattern, joint = (
        catalog.labels[f"concept.history.{step.what}"],
        catalog.labels["list.separator"],
    )
    words = {
        code: pattern[code].format(
            columns=joint[code].join(histories.columns(step, code)),
            note=step.note[code] if step.note else "",
        )
        for code in BY_CODE
    }
    return ToldStep(str(step.on.day), step.what, step.columns, words)
