"""The exponent says how a time grows."""

from __future__ import annotations

import pytest

from benchmarks.growth import growth, growth_exponent
from benchmarks.results import Size


@pytest.mark.parametrize("exponent", [0.5, 1.0, 2.0])
def test_the_exponent_of_a_power_is_its_exponent(exponent: float) -> None:
    times = {size: 0.003 * size**exponent for size in (500, 1000, 2000, 5000)}
    assert growth_exponent(times) == pytest.approx(exponent)


def test_noise_changes_the_exponent_little() -> None:
    times = {500: 1.02, 1000: 1.95, 2000: 4.1, 5000: 9.9}
    assert growth_exponent(times) == pytest.approx(1.0, abs=0.03)


def test_one_size_has_no_exponent() -> None:
    assert growth_exponent({500: 1.0}) is None


def test_small_sizes_count_only_for_the_slow_ones() -> None:
    sizes = [
        Size(100, 400, {"A": [1.0], "B": [2.0]}),
        Size(200, 600, {"A": [1.0], "B": [8.0]}),
        Size(500, 1200, {"A": [2.0]}),
        Size(1000, 2200, {"A": [4.0, 9.0, 3.0]}),
    ]
    assert growth(sizes, own={"A"}, large={500, 1000}) == {
        "A": pytest.approx(1.0),
        "B": pytest.approx(2.0),
    }
