"""Of a model goes the smallest part that must not be shown, with its words; what goes follows from the marks."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import Field

from portal.model.records.record import Evidence
from portal.model.values import pruning
from portal.model.values.field_marks import Essential, Secret
from portal.model.values.pruning import pruned
from portal.model.values.reference import CityId, HomeId, PartyId, SourceRef
from portal.model.values.strict import Flag, Model


class Guest(Model):
    """A required reference."""

    city: CityId
    words: str = "its words"


class Word(Model):
    """An optional reference without which it says something else."""

    home: Annotated[HomeId | None, Essential()] = None
    words: str = "its words"


class Team(Model):
    """An optional reference that can go alone, and a part that holds others."""

    lead: CityId | None = None
    guests: tuple[Guest, ...] = ()
    words: str = "its words"


class Pact(Model):
    """Two at least, and none of those who signed can be left out."""

    parties: tuple[PartyId, ...] = Field(min_length=2)


class Hint(Model):
    """A part that may be secret."""

    hush: Annotated[Flag, Secret()] = False
    words: str = "its words"


class Plain(Model):
    """Nothing that could ever go."""

    words: str = "its words"


class Feast(Evidence):
    """Everything together."""

    home: HomeId
    cities: tuple[CityId, ...] = ()
    patron: CityId | None = None
    guest: Guest | None = None
    guests: tuple[Guest, ...] = ()
    words: tuple[Word, ...] = ()
    team: Team | None = None
    teams: tuple[Team, ...] = ()
    pacts: tuple[Pact, ...] = ()
    hints: tuple[Hint, ...] = ()
    ties: Annotated[tuple[Guest, ...], Essential()] = ()
    pairs: Annotated[tuple[Guest, ...], Field(min_length=2)] = (Guest(city="a"), Guest(city="b"))
    texts: tuple[Plain, ...] = ()
    documents: tuple[SourceRef, ...] = ()


class Box(Model):
    """Nothing of its own that may go, and something deep inside."""

    teams: tuple[Team, ...] = ()
    inner: Box | None = None


@pytest.fixture(autouse=True)
def anew() -> None:
    """The code remembers what it found out about a model."""
    pruning._plan.cache_clear()


def left(**fields: Any) -> dict[str, Any] | None:
    """What is left of a feast with these fields, as far as it differs; records called ``x`` and ``y`` are hidden."""

    feast = Feast.model_validate({"home": "a"} | fields)
    rest = pruned(feast, lambda _, record_id: record_id in ("x", "y"))
    if rest is None:
        return None
    assert (rest is feast) == (rest == feast)
    return {
        name: getattr(rest, name)
        for name in Feast.model_fields
        if getattr(rest, name) != getattr(feast, name)
    }


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"cities": ["a", "b"], "patron": "a", "guest": {"city": "a"}},
        {"guests": [{"city": "a"}], "words": [{"home": "a"}, {}], "team": {"lead": "a"}},
        {"pacts": [{"parties": ["a", "b"]}], "hints": [{}, {"hush": "false"}]},
        {"ties": [{"city": "a"}], "texts": [{"words": "x"}], "documents": ["https://x.example/"]},
    ],
)
def test_what_may_be_shown_stays_the_same_object(fields: dict[str, Any]) -> None:
    assert left(**fields) == {}


@pytest.mark.parametrize(
    ("fields", "rest"),
    [
        ({"cities": ["x", "a", "y"]}, {"cities": ("a",)}),
        ({"cities": ["x"]}, {"cities": ()}),
        ({"patron": "x"}, {"patron": None}),
        ({"guest": {"city": "x"}}, {"guest": None}),
        ({"guests": [{"city": "x"}, {"city": "a"}]}, {"guests": (Guest(city="a"),)}),
        ({"words": [{"home": "x"}, {"words": "of all"}]}, {"words": (Word(words="of all"),)}),
        ({"team": {"lead": "x", "words": "w"}}, {"team": Team(words="w")}),
        ({"team": {"guests": [{"city": "x"}]}}, {"team": Team()}),
        (
            {"teams": [{"lead": "a"}, {"lead": "x", "guests": [{"city": "y"}, {"city": "a"}]}]},
            {"teams": (Team(lead="a"), Team(guests=(Guest(city="a"),)))},
        ),
        ({"pacts": [{"parties": ["a", "x"]}, {"parties": ["a", "b"]}]}, {"pacts": (Pact(parties=("a", "b")),)}),
        ({"pacts": [{"parties": ["a", "b", "x"]}]}, {"pacts": ()}),
        ({"hints": [{"hush": "true"}, {"words": "loud"}]}, {"hints": (Hint(words="loud"),)}),
        ({"ties": [{"city": "x"}, {"city": "a"}]}, {"ties": (Guest(city="a"),)}),
        ({"documents": ["x", "https://x.example/"]}, {"documents": ("https://x.example/",)}),
    ],
)  # fmt: skip
def test_the_smallest_part_goes(fields: dict[str, Any], rest: dict[str, Any]) -> None:
    assert left(**fields) == rest


@pytest.mark.parametrize(
    "fields",
    [
        {"home": "x"},
        {"ties": [{"city": "x"}, {"city": "y"}]},
        {"pairs": [{"city": "x"}, {"city": "a"}]},
        {"pairs": [{"city": "x"}, {"city": "y"}]},
    ],
)
def test_what_cannot_be_shown_without_it_goes_whole(fields: dict[str, Any]) -> None:
    assert left(**fields) is None


def test_more_than_is_needed_may_go_down_to_what_is_needed() -> None:
    pairs = [{"city": name} for name in ("a", "x", "b")]
    assert left(pairs=pairs) == {"pairs": (Guest(city="a"), Guest(city="b"))}


@pytest.mark.parametrize("model", [Plain, Box, Pact, Hint])
def test_it_is_known_of_which_models_something_may_go(model: type[Model]) -> None:
    assert pruning._may_lose(tuple[model, ...]) is (model is not Plain)  # type: ignore[valid-type]


def test_what_lies_deep_goes_too() -> None:
    team = {"lead": "x", "guests": [{"city": "x"}, {"city": "a"}]}
    box = Box.model_validate({"inner": {"inner": {"teams": [team]}}})
    rest = pruned(box, lambda kinds, record_id: (kinds, record_id) == (("cities",), "x"))
    assert rest == Box(inner=Box(inner=Box(teams=(Team(guests=(Guest(city="a"),)),))))


def test_a_field_that_lost_everything_is_not_called_unsourced_any_more() -> None:
    class Visit(Evidence):
        roles: tuple[CityId, ...] = ()
        place: CityId | None = None
        note: str = ""

    found = Visit.model_validate(
        {"roles": ["x", "a"], "place": "x", "note": "n", "unsourced": ["roles", "place", "note"]}
    )
    rest = pruned(found, lambda _, record_id: record_id == "x")
    assert rest is not None
    assert rest.unsourced == ("roles", "note")


def test_a_part_may_hold_parts_of_its_own_sort() -> None:
    class Tree(Model):
        root: CityId
        branches: tuple[Tree, ...] = ()

    Tree.model_rebuild(_types_namespace={"Tree": Tree})
    tree = Tree.model_validate(
        {"root": "a", "branches": [{"root": "b", "branches": [{"root": "x"}]}, {"root": "x"}]}
    )
    rest = pruned(tree, lambda _, record_id: record_id == "x")
    assert rest == Tree(root="a", branches=(Tree(root="b"),))
