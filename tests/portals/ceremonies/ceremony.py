"""Ceremonies: records that only a test has."""

from __future__ import annotations

from typing import Annotated, Literal

from portal.model.records.record import Titled
from portal.model.values.field_marks import Labels, Meaning
from portal.model.values.reference import CityId, HomeId, Id, Reference
from portal.model.values.tense import DateHappened
from portal.model.values.time_order import NotBefore
from portal.model.values.words import Prose

Form = Annotated[Literal["welcome", "unveiling"], Labels("ceremony.form")]

CeremonyId = Annotated[Id, Reference(("ceremonies",))]


class Ceremony(Titled):
    """A ceremony that a government held for guests."""

    form: Annotated[Form, Meaning("典禮的形式。", title=("形式", "Form"))]
    """What sort of ceremony it is."""
    start: Annotated[DateHappened, Meaning("第一天。", en="First day.")]
    """First day; its year is the folder."""
    end: Annotated[DateHappened | None, NotBefore("start"), Meaning("最後一天。")] = None
    """Last day, if not the first."""
    home: Annotated[HomeId, Meaning("主辦的地方政府。")]
    """The government that held it."""
    cities: Annotated[tuple[CityId, ...], Meaning("到訪的城市。")] = ()
    """Cities whose guests came."""
    repeats: Annotated[CeremonyId | None, Meaning("先前同一典禮的識別碼。")] = None
    """The ceremony before it in a series."""
    summary: Annotated[Prose | None, Meaning("經過。")] = None
    """What took place."""

    @property
    def has_days(self) -> bool:
        """Whether its days are known."""
        return all(date.day for date in (self.start, self.end or self.start))
