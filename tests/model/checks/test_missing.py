from __future__ import annotations

from collections.abc import Callable, Mapping

from portal.data.problem import Place, Problem
from portal.model.checks.missing import missing_kinds
from portal.model.reading.load import Loaded

Load = Callable[[Mapping[str, str]], Loaded]


def lost(*names: str) -> list[Problem]:
    return [
        Problem(Place("a.txt", n), "address-lost", {"found": name}, (name,))
        for n, name in enumerate(names, 1)
    ]


def told(loaded: Loaded, problems: list[Problem]) -> list[str]:
    found = missing_kinds(loaded, problems)
    return [f"{p.place.path} {p.code} {' '.join(p.missing)}" for p in found]


def test_many_of_a_kind_without_records_miss_the_kind(loaded: Load) -> None:
    three = lost("plans/a", "plans/b", "plans/c")
    assert told(loaded({}), three) == [
        *["a.txt address-lost plans"] * 3,
        "data/plans records-missing plans",
    ]


def test_few_do_not(loaded: Load) -> None:
    assert told(loaded({}), lost("plans/a", "exchanges/c")) == [
        "a.txt address-lost plans/a",
        "a.txt address-lost exchanges/c",
    ]


def test_a_kind_with_records_lacks_many_at_once(loaded: Load) -> None:
    names = [f"cities/{name}" for name in "abcde"]
    assert len(told(loaded({}), lost(*names[:4]))) == 4
    assert told(loaded({}), lost(*names))[5:] == ["data/cities.yaml records-lost cities"]


def test_what_was_never_published_may_be_misspelt(loaded: Load) -> None:
    unknown = [
        Problem(Place("a.txt", n), "unknown-id", {"found": name}, (f"cities/{name}",))
        for n, name in enumerate("abcdef", 1)
    ]
    assert len(told(loaded({}), unknown)) == 6


def test_what_cannot_be_read_is_there(loaded: Load) -> None:
    found = loaded({"data/plans/a.yaml": "\tid: a"})
    assert len(told(found, lost("plans/b", "plans/c", "plans/d"))) == 3


def test_what_is_kept_back_was_not_cut_off(loaded: Load) -> None:
    city = "- id: {id}\n  name: {{zh: 甲, en: A}}\n  level: city\n  country: JP\n  draft: true\n"
    names = [f"jp-{name}" for name in ("kaga", "kobe", "nara", "nagoya", "sado")]
    rows = loaded({"data/cities.yaml": "".join(city.format(id=name) for name in names)})
    assert len(told(rows, lost(*(f"cities/{name}" for name in names)))) == 5
