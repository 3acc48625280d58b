"""A portal with thirty mistakes of thirty kinds, in nineteen files: all are told in one run, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.assembly import read_portal
from portal.data.problem import Problem
from portal.edition import Edition
from portal.model.values.moment import Moment

FOLDER = Path(__file__).with_name("portals") / "thirty_mistakes"
EXPECTED = FOLDER / "expected.txt"


@pytest.fixture
def edition(now: Moment) -> Edition:
    return read_portal(FOLDER, now)


def test_exactly_the_thirty_are_told(edition: Edition, request: pytest.FixtureRequest) -> None:
    lines = [problem.line("en") for problem in edition.problems]
    if request.config.getoption("--rewrite"):
        EXPECTED.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert lines == EXPECTED.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 30


def test_they_are_of_thirty_kinds(edition: Edition) -> None:
    assert len({problem.code for problem in edition.problems}) == 30


def test_chinese_tells_the_same_thirty(edition: Edition) -> None:
    def places(problems: list[Problem], locale: str) -> list[str]:
        return [problem.line(locale).split(": ")[0] for problem in problems]

    assert places(edition.problems, "zh") == places(edition.problems, "en")
    assert len({problem.line("zh") for problem in edition.problems}) == 30


def test_nothing_of_a_wrong_portal_is_laid_out(edition: Edition) -> None:
    assert edition.pages == {}
