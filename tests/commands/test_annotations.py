from __future__ import annotations

from portal.commands.annotations import annotation
from portal.data.problem import Place, Problem


def test_an_annotation_names_place_and_kind() -> None:
    problem = Problem(Place("data/cities.yaml", 7, 3), "tag", {"found": "!x"})
    told = annotation(problem, "en")
    assert told.startswith("::error file=data/cities.yaml,line=7,col=3,title=tag::")
    assert told.endswith(problem.message("en"))


def test_what_means_something_to_the_runner_is_escaped() -> None:
    place = Place("content/en/50%, a::b\n::error file=x::y\x1b.md")
    problem = Problem(place, "tag", {"found": "100%\r\n::warning::\u202e"})
    told = annotation(problem, "en")
    assert "\n" not in told
    assert told.startswith(
        r"::error file=content/en/50%25%2C a%3A%3Ab\n%3A%3Aerror file=x%3A%3Ay\x1b.md,line=1,col=1,title=tag::"
    )
    assert r"100%25 ::warning::\u202e" in told
