from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import demonstration

from portal.model.reading.load import load
from portal.model.records.city import City
from portal.model.records.kinds import KINDS
from portal.model.records.label import Label
from portal.model.records.press_release import PressRelease
from portal.model.values.texts import texts
from portal.model.values.walk import Loc
from portal.resources import BASE

CITY: dict[str, Any] = {
    "id": "jp-kaga",
    "aliases": ["Kaga", "加賀"],
    "same_as": ["https://www.wikidata.org/wiki/Q1"],
    "name": {"zh": "加賀", "en": "Kaga", "ja": "加賀市"},
    "level": "city",
    "country": "JP",
    "coordinates": {"lat": "36.3", "lon": "136.3"},
    "partnerships": [
        {
            "home": "alpha",
            "kind": "sister",
            "status": "active",
            "signed": "2014-07-08",
            "verified": "2026-01-05",
            "agreements": [
                {
                    "title": {"zh": "協定", "en": "Agreement"},
                    "as_signed": {"ja": "協定書"},
                    "parties": ["alpha", "jp-kaga"],
                }
            ],
        }
    ],
}


def test_every_text_has_its_path() -> None:
    tie, agreement = ("partnerships", 0), ("partnerships", 0, "agreements", 0)
    assert dict(texts(City.model_validate(CITY))) == {
        ("id",): "jp-kaga",
        ("aliases", 0): "Kaga",
        ("aliases", 1): "加賀",
        ("same_as", 0): "https://www.wikidata.org/wiki/Q1",
        ("name", "zh"): "加賀",
        ("name", "en"): "Kaga",
        ("name", "ja"): "加賀市",
        ("country",): "JP",
        (*tie, "home"): "alpha",
        (*agreement, "title", "zh"): "協定",
        (*agreement, "title", "en"): "Agreement",
        (*agreement, "as_signed", "ja"): "協定書",
        (*agreement, "parties", 0): "alpha",
        (*agreement, "parties", 1): "jp-kaga",
    }


def test_names_of_files_are_texts_and_choices_are_not() -> None:
    both = {"zh": "字", "en": "Words"}
    release = PressRelease.model_validate(
        {
            "id": "news", "title": both, "lead": both, "body": both, "date": "2026-05-04",
            "category": "visits", "issuer": "alpha", "goals": ["3"],
            "attachments": [{"file": "a.pdf", "title": both, "languages": ["en"]}],
        }
    )  # fmt: skip
    found = dict(texts(release))
    assert found["attachments", 0, "file"] == "a.pdf"
    assert not {loc[0] for loc in found} & {"category", "audience", "goals", "date", "draft"}
    assert ("attachments", 0, "languages", 0) not in found


def test_a_label_has_two_texts() -> None:
    label = Label.model_validate({"zh": "城市", "en": "City"})
    assert list(texts(label)) == [(("zh",), "城市"), (("en",), "City")]


def leaves(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text in what pydantic writes out."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*loc, key))
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from leaves(one, (*loc, index))


def test_only_choices_and_hours_are_left_out() -> None:
    loaded = load(demonstration.FOLDER, BASE)
    left_out = set()
    for row in (row for kind in KINDS for row in loaded.of(kind)):
        found, written = (
            dict(texts(row.record)),
            dict(leaves(row.record.model_dump(warnings=False))),
        )
        assert found.items() <= written.items()
        left_out |= {
            str([part for part in loc if isinstance(part, str)][-1])
            for loc in written.keys() - found.keys()
        }
    assert left_out <= {
        "audience", "category", "continent", "counted", "direction", "financing", "kind", "kinds", "languages", "level",
        "membership_class", "part_of_speech", "precision", "printed_from", "records", "role", "stated_by", "status",
        "subject_field", "total_of",
        "type", "types", "unsourced", "time", "usage", "who",
    }  # fmt: skip
    assert len(left_out) > 9
