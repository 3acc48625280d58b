from __future__ import annotations

from types import SimpleNamespace as Some
from typing import Any

import pytest

from portal.model.reading.known_names import KnownNames


def place(record_id: str, zh: str, en: str, *aliases: str, **fields: Any) -> Some:
    names = Some(zh=zh, en=en, local=(("ja", f"{zh}市"),))
    return Some(record=Some(id=record_id, name=names, aliases=aliases, **fields))


UNIT = Some(id="alpha-culture", name=Some(zh="文化局", en="Culture Bureau", local=()))
NAMES = KnownNames(
    {
        "cities": [
            place("jp-kaga", "加賀", "Kaga"),
            place("jp-fuchu-tokyo", "府中", "Fuchu"),
            place("jp-fuchu-hiroshima", "府中", "Fuchu"),
            place("us-austin", "奧斯汀", "Austin", "奧斯丁"),
        ],
        "homes": [
            place(
                "alpha",
                "甲市",
                "Alpha",
                full_name=Some(zh="甲市政府", en="Alpha City Government"),
                units=(UNIT,),
            ),
        ],
    }
)


@pytest.mark.parametrize(
    ("text", "kinds", "meant"),
    [
        ("加賀", "cities", "jp-kaga"),
        ("加賀市", "cities", "jp-kaga"),
        ("KAGA", "cities", "jp-kaga"),
        ("Kaga City", "cities", "jp-kaga"),
        ("JP_Kaga", "cities", "jp-kaga"),
        ("奧斯丁", "cities", "us-austin"),
        ("府中", "cities", ""),
        ("甲市", "cities", ""),
        ("甲市", "cities homes", "alpha"),
        ("Alpha City Government", "homes units", "alpha"),
        ("文化局", "units", "alpha-culture"),
        ("甲市政府文化局", "units", "alpha-culture"),
        ("Culture Bureau, Alpha City Government", "units", "alpha-culture"),
        ("乙市", "homes", ""),
        ("加", "cities", ""),
        ("kaga-city", "cities", ""),
        ("kaga", "cities", "jp-kaga"),
    ],
)
def test_a_record_is_known_by_its_names(text: str, kinds: str, meant: str) -> None:
    assert NAMES.meant(text, kinds.split()) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("加賀、奧斯汀", ["jp-kaga", "us-austin"]),
        ("jp-kaga，us-austin", ["jp-kaga", "us-austin"]),
        ("jp-kaga us-austin", ["jp-kaga", "us-austin"]),
        ("加賀、府中", []),
        ("加賀", []),
    ],
)
def test_several_in_one_text_are_parted_if_all_are_sure(text: str, meant: list[str]) -> None:
    assert NAMES.all_meant(text, ["cities"]) == meant
