from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from portal.data.document import Document
from portal.model.reading.refusal import refusals
from portal.model.values.coordinates import Coordinates
from portal.model.values.strict import Count, Model
from portal.model.values.words import Text


class Tie(Model):
    """What tests are about."""

    kind: Text
    status: Count
    note: Text | None = None


TEXT = {"zh": "中文", "en": "English"}


def told(value: dict[str, Any], model: type[Model] = Tie) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(value)
    found = refusals(caught.value, model, Document("f.yaml", lambda: "{}"), ())
    return [f"{p.code} {p.found['key']} {p.found['nearest']}".rstrip() for p in found]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"knd": TEXT, "status": "1"}, ["unknown-key-near knd kind"]),
        ({"Kind": TEXT, "status": "1"}, ["unknown-key-near Kind kind"]),
        ({"sort": TEXT, "status": "1"}, ["unknown-key-near sort kind"]),
        ({"sort": "1", "kind": TEXT}, ["unknown-key-near sort status"]),
        ({"sort": "x", "kind": TEXT}, ["missing-key status", "unknown-key sort"]),
        ({"knd": TEXT, "staus": "1"}, ["unknown-key-near knd kind", "unknown-key-near staus status"]),
        ({"nte": TEXT, "status": "1"}, ["missing-key kind", "unknown-key-near nte note"]),
        ({"kind": TEXT, "kinds": TEXT, "status": "1"}, ["unknown-key-near kinds kind"]),
        ({"kind": {"zh": "中文", "english": "E"}, "status": "1"}, ["unknown-key-near english en"]),
        ({}, ["missing-keys kind, status"]),
        ({"x": "y"}, ["missing-keys kind, status"]),
        ({"note": TEXT}, ["missing-keys kind, status"]),
        ({"kind": {}, "status": "1"}, ["language-missing zh, en"]),
    ],
)  # fmt: skip
def test_a_key_under_another_name_is_told_once(value: dict[str, Any], expected: list[str]) -> None:
    assert told(value) == expected


def test_without_any_of_its_keys_a_mapping_is_told_once() -> None:
    assert told({"north": "36.3", "east": "136.3"}, Coordinates) == ["missing-keys lat, lon"]
