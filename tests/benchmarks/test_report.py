"""Tables and plot say what was measured."""

from __future__ import annotations

import lxml.etree
import pytest

from benchmarks.plot import plot
from benchmarks.report import replaced, table
from benchmarks.results import Figure, Results, Size

RESULTS = Results(
    date="2026-11-24",
    machine={"processors": 2, "system": "Linux", "kind": "x86_64"},
    versions={"python": "3.11.7", "hugo": "0.168.0"},
    records=1000,
    runs=3,
    figures=[
        Figure("Full build", "s", [2.0, 3.0, 9.0], [4.0, 4.0, 4.0]),
        Figure("Full build: peak memory", "B", [125e6], [500e6]),
        Figure("Check", "s", [0.5]),
    ],
    preview=[Figure("First page", "s", [1.5])],
    sizes=[
        Size(200, 584, {"Ours": [1.0], "Hugo": [0.5], "MkDocs": [12.0]}),
        Size(1000, 2105, {"Ours": [2.0, 3.0, 9.0], "Hugo": [4.0, 4.0, 4.0]}),
    ],
    growth={"Ours": 0.9},
)


def test_the_ratio_is_the_median_of_the_ratios_of_each_run() -> None:
    assert Figure("", "s", [1.0, 4.0, 9.0], [1.0, 2.0, 3.0]).ratio == 2.0
    assert Figure("", "s", [1.0]).ratio is None


def test_the_table_has_medians_ratios_and_units() -> None:
    lines = table(RESULTS).splitlines()
    assert "| 1,000 records, 2,105 pages | This generator | Hugo | Ratio |" in lines
    assert "| Full build | 3.00 s | 4.00 s | 0.75 |" in lines
    assert "| Full build: peak memory | 125.0 MB | 500.0 MB | 0.25 |" in lines
    assert "| Check | 0.50 s | – | – |" in lines
    assert "| First page | 1.50 s |" in lines
    assert "| 200 | 584 | 1.00 s | 0.50 s | 12.00 s |" in lines
    assert "| Time grows as |  | N^0.90 | – | – |" in lines


def test_the_table_takes_the_place_between_the_markers() -> None:
    text = "a\n<!-- benchmark -->\nold\n<!-- /benchmark -->\nb\n"
    once = replaced(text, "new \\1")
    assert once == "a\n<!-- benchmark -->\nnew \\1\n<!-- /benchmark -->\nb\n"
    assert replaced(once, "new \\1") == once
    with pytest.raises(ValueError, match="once"):
        replaced("no markers", "new")


def test_the_plot_is_a_picture_with_a_name_and_a_description() -> None:
    root = lxml.etree.fromstring(plot(RESULTS).encode())
    names = {"s": "http://www.w3.org/2000/svg"}
    assert root.findtext("s:title", namespaces=names)
    said = root.findtext("s:desc", namespaces=names)
    assert said is not None
    assert "Ours: 1.0 s for 200, 3.0 s for 1000" in said
    assert len(root.findall("s:path", names)) == 3
    assert len(root.findall("s:circle", names)) == 5
