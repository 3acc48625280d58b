from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from portal.model.records.city import City
from portal.model.records.exchange import Exchange
from portal.model.records.home import Home
from portal.model.records.organization import Organization
from portal.model.values.reference import LONGEST_ID, check_id, references


@pytest.mark.parametrize("text", ["taipei", "jp-hachioji", "2014-visit", "a", "x" * LONGEST_ID])
def test_ids_are_lower_case_words_with_hyphens(text: str) -> None:
    assert check_id(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "Taipei", "taipei city", "taipei_city", "-taipei", "taipei-", "a--b", "臺北", "a/b", "../a",
        "a\n", "ａ", "a.b", "x" * (LONGEST_ID + 1),
    ],
)  # fmt: skip
def test_no_other_id_can_become_a_folder(text: str) -> None:
    with pytest.raises(PydanticCustomError, match=r"bad-id|id-form"):
        check_id(text)


def text(word: str) -> dict[str, str]:
    return {"zh": "名", "en": word}


def test_every_id_is_found_however_deep_it_stands() -> None:
    city = City.model_validate(
        {
            "id": "jp-kaga",
            "name": text("Kaga"),
            "level": "city",
            "country": "JP",
            "sources": ["report", "https://example.org/"],
            "partnerships": [
                {
                    "home": "alpha",
                    "unit": "alpha-culture",
                    "adopting_units": ["alpha-civil", "alpha-fire"],
                    "kind": "sister",
                    "status": "active",
                    "agreements": [
                        {"title": text("A"), "parties": ["alpha", "net"], "sources": ["act"]}
                    ],
                }
            ],
        }
    )
    parties = ("homes", "units", "cities", "organizations")
    assert sorted(references(city), key=str) == sorted(
        [
            (("sources", 0), ("sources",), "report"),
            (("country",), ("countries",), "JP"),
            (("partnerships", 0, "home"), ("homes",), "alpha"),
            (("partnerships", 0, "unit"), ("units",), "alpha-culture"),
            (("partnerships", 0, "adopting_units", 0), ("units",), "alpha-civil"),
            (("partnerships", 0, "adopting_units", 1), ("units",), "alpha-fire"),
            (("partnerships", 0, "agreements", 0, "parties", 0), parties, "alpha"),
            (("partnerships", 0, "agreements", 0, "parties", 1), parties, "net"),
            (("partnerships", 0, "agreements", 0, "sources", 0), ("sources",), "act"),
        ],
        key=str,
    )


def test_a_records_own_id_is_no_reference() -> None:
    home = Home.model_validate(
        {
            "id": "alpha",
            "former_ids": ["old"],
            "name": text("A"),
            "full_name": text("A"),
            "level": "city",
        }
    )
    assert list(references(home)) == []


@pytest.mark.parametrize(
    ("model", "field", "value", "kind"),
    [
        (Exchange, "homes", ["x"], "homes"),
        (Exchange, "units", ["x"], "units"),
        (Exchange, "cities", [{"city": "x"}], "cities"),
        (Exchange, "organizations", ["x"], "organizations"),
        (Exchange, "countries", ["x"], "countries"),
        (Organization, "seat_country", "x", "countries"),
        (Organization, "memberships", [{"city": "x", "membership_class": "full"}], "cities"),
        (Organization, "groups", [{"id": "g", "name": text("G"), "lead": "x"}], "cities"),
        (
            Organization,
            "terms",
            {"zh": [{"term": "名", "status": "admitted", "homes": ["x"]}]},
            "homes",
        ),
        (Home, "contact_unit", "x", "units"),
    ],
)
def test_each_field_names_its_kind(
    model: type[Exchange | Organization | Home], field: str, value: object, kind: str
) -> None:
    base = {"id": "r", "title": text("T"), "type": "visit-made", "start": "2014"}
    if model is not Exchange:
        base = {"id": "r", "name": text("N"), "kind": "agency"}
    if model is Home:
        base = {"id": "r", "name": text("N"), "full_name": text("N"), "level": "city"}
    record = model.model_validate(base | {field: value})
    assert [(kinds, found) for _, kinds, found in references(record)] == [((kind,), "x")]
