from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from portal.model.reading.load import Loaded

Load = Callable[[Mapping[str, str]], Loaded]

UNIT = "{id: alpha-art, name: {zh: 藝術局}, level: bureau}"


@pytest.mark.parametrize(
    ("files", "ids", "kinds"),
    [
        ({"data/sources.yaml": "- {id: report, former_ids: [old]}"}, {"sources": {"report", "old"}}, set()),
        ({"data/sources.yaml": "- {id: report, former_ids: [OLD_one]}"}, {"sources": {"report", "old-one"}}, set()),
        ({"data/sources.yaml": "- {id: Report}"}, {"sources": set()}, {"sources"}),
        ({"data/sources.yaml": "- {name: x}"}, {"sources": set()}, {"sources"}),
        ({"data/sources.yaml": "- report"}, {"sources": set()}, {"sources"}),
        ({"data/sources.yaml": "\treport"}, {}, {"sources"}),
        ({"data/homes.yaml": f"- {{id: alpha, units: [{UNIT}]}}"}, {"homes": {"alpha"}, "units": {"alpha-art"}}, set()),
        ({"data/homes.yaml": f"- {{id: alpha, offices: [{UNIT}]}}"}, {"homes": {"alpha"}}, {"units"}),
        ({"data/homes.yaml": "- {id: alpha, units: x}"}, {"homes": {"alpha"}}, {"units"}),
        ({"data/homes.yaml": "- {id: alpha}"}, {"homes": {"alpha"}}, set()),
        ({"data/homes.yaml": "\tx"}, {}, {"homes", "units"}),
        ({"data/plans/plan.yaml": "id: [x]"}, {"plans": {"plan"}}, set()),
        ({"data/plans/plan.yaml": "id: other"}, {"plans": {"plan", "other"}}, set()),
        ({"data/plans/plan.yaml": "\tformer_ids: [old]"}, {"plans": {"plan", "old", "former", "ids"}}, set()),
        ({"data/tombstones.yaml": "/x/: {}"}, {"tombstones": {"/x/"}}, set()),
    ],
)  # fmt: skip
def test_what_is_still_known_of_what_cannot_be_read(
    loaded: Load, files: Mapping[str, str], ids: dict[str, Any], kinds: set[str]
) -> None:
    gaps = loaded(files).gaps
    assert gaps.ids == ids
    assert gaps.kinds == kinds
