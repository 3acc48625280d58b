from __future__ import annotations

from portal.data.one_cause import of_one_cause
from portal.data.problem import Place, Problem


def unknown(line: int, *missing: str, code: str = "unknown-id") -> Problem:
    found = {"found": "x", "kinds": "cities", "nearest": ""}
    return Problem(Place("data/a.yaml", line), code, found, missing)


LOST = Problem(Place("published/a.txt"), "address-lost", {"found": "/x/"}, ("cities/x",))
MISFILED = Problem(Place("data/z.yaml"), "date-too-far", {}, ("cities/x",))


def test_what_misses_the_same_is_told_once() -> None:
    (told,) = of_one_cause([unknown(4, "cities/x"), unknown(2, "cities/x"), unknown(3, "cities/x")])
    assert told.line("en") == (
        "data/a.yaml:2:1: there is no x in cities; add that record or correct the id"
        " (also data/a.yaml:3:1, data/a.yaml:4:1)"
    )
    assert told.line("zh").endswith("（另見 data/a.yaml:3:1、data/a.yaml:4:1）")


def test_of_many_places_some_are_named() -> None:
    (told,) = of_one_cause([unknown(line, "cities/x") for line in range(1, 10)])
    assert told.message("en").endswith(
        "(also data/a.yaml:2:1, data/a.yaml:3:1, data/a.yaml:4:1 and 5 more)"
    )
    assert told.message("zh").endswith("data/a.yaml:4:1 等 8 處）")
    assert len(told.also) == 8


def test_the_problem_nearest_to_the_edit_is_told() -> None:
    assert [p.code for p in of_one_cause([unknown(1, "cities/x"), LOST])] == ["address-lost"]
    assert [p.code for p in of_one_cause([LOST, MISFILED])] == ["date-too-far"]


def test_one_that_can_miss_several_things_joins_any_of_them() -> None:
    (told,) = of_one_cause([unknown(1, "homes/x", "cities/x"), LOST])
    assert told.also == (Place("data/a.yaml", 1),)


def test_other_problems_stay_in_order() -> None:
    one, other = unknown(1), unknown(2)
    found = of_one_cause([other, unknown(3, "cities/x"), one, unknown(3, "cities/y")])
    assert [p.place.line for p in found] == [1, 2, 3, 3]
