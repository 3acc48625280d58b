"""How a time grows with the number of records."""

from __future__ import annotations

from math import log
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from benchmarks.results import Size


def growth_exponent(times: Mapping[int, float]) -> float | None:
    """The k in ``time ∝ N^k``: least-squares slope of log time over log N; None for fewer than two sizes.

    >>> round(growth_exponent({100: 1.0, 200: 4.0}), 3)
    2.0
    """
    if len(times) < 2:
        return None
    xs, ys = [log(size) for size in times], [log(time) for time in times.values()]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    covariance = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    return covariance / sum((x - x_mean) ** 2 for x in xs)


def growth(sizes: Sequence[Size], own: Collection[str], large: Collection[int]) -> dict[str, float]:
    """The exponent of each generator: for those in ``own`` over the large sizes, for others over all sizes.

    In a small corpus, the start of the process hides the growth; the others are slow enough to show it.
    """
    times: dict[str, dict[int, float]] = {}
    for size in sizes:
        for name, seconds in size.seconds.items():
            if size.records in large or name not in own:
                times.setdefault(name, {})[size.records] = median(seconds)
    exponents = {name: growth_exponent(found) for name, found in times.items()}
    return {name: exponent for name, exponent in exponents.items() if exponent is not None}
