"""Runs readers on inputs that Hypothesis makes, and makes small again where one fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, seed, settings

if TYPE_CHECKING:
    from fuzz.readers import Reader


def run(reader: Reader, *, examples: int, number: int | None = None) -> None:
    """Give a reader so many inputs; another ``number`` gives others. Raises what the reader raises."""

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(reader.given)
    def check(value: Any) -> None:
        reader.check(value)

    (check if number is None else seed(number)(check))()
