"""Whatever is written in a field, the model accepts it or says in both languages what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from portal.data.document import Document, read_document
from portal.model.reading.refusal import refusals
from portal.model.records.kinds import KINDS
from portal.model.values.strict import Model
from portal.model.values.words import Prose

WRONG: list[Any] = [
    "", " x ", "加賀", "word", "Ｗ１", "-1", "1.5", "-", ".", "9" * 6000, "1e9", "http://[x", "javascript:x",
    "{{ x }}", "2014-02-30", "２０１４", "/x", "a: b", [], [""], ["word"], [[]], [{}], {}, {"x": "y"},
    {"zh": "中", "en": "E"}, {"zh": "国", "en": "中"}, {"zh": [], "en": {}}, {"": ""}, [{"id": "../x"}],
    {"110": "x"}, {"2021": "x"}, [{"zh": "中"}], None,
]  # fmt: skip
"""What a field may hold by mistake; ``None`` stands for a missing field."""


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and all that its fields hold."""
    yield model
    for field in model.model_fields.values():
        for inner in inside(field.annotation):
            yield from models(inner)


def inside(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from inside(argument)


ALL = sorted({m for kind in KINDS for m in models(kind.model)}, key=lambda model: model.__name__)
FIELDS = [(model, name) for model in ALL for name in model.model_fields]


def test_every_part_of_a_record_is_of_the_strict_sort() -> None:
    assert len(ALL) > 20
    for model in ALL:
        assert issubclass(model, Model), model


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda p: getattr(p, "__name__", p))
def test_every_refusal_is_told_in_both_languages(model: type[BaseModel], name: str) -> None:
    document = Document("f.yaml", lambda: "{}")
    for wrong in WRONG:
        value = {} if wrong is None else {name: wrong}
        with pytest.raises(ValidationError) as caught:
            model.model_validate(value | {"no_such_key": "x"})
        for problem in refusals(caught.value, model, document, ()):
            for locale in ("zh", "en"):
                sentence = problem.message(locale)
                assert sentence
                assert "pydantic" not in sentence


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
@pytest.mark.parametrize("value", ["", "word", [], ["x"]], ids=repr)
def test_every_wrong_shape_is_told_in_both_languages(model: type[BaseModel], value: object) -> None:
    document = Document("f.yaml", lambda: "", value)
    try:
        model.model_validate(value)
    except ValidationError as error:
        problems = list(refusals(error, model, document, ()))
        assert problems
        assert all(problem.line(locale) for problem in problems for locale in ("zh", "en"))
    else:
        pytest.fail(f"{model.__name__} takes {value!r}")


def told(model: type[BaseModel], text: str) -> list[str]:
    """What an editor reads about a record written so."""
    document = read_document("f.yaml", text)
    assert document.problems == []
    with pytest.raises(ValidationError) as caught:
        model.model_validate(document.value)
    return [problem.line("en") for problem in refusals(caught.value, model, document, ())]


KIND = {kind.name: kind.model for kind in KINDS}


def test_the_nearest_key_is_looked_for_where_the_wrong_one_stands() -> None:
    text = (
        "id: jp-kaga\nname: {zh: 加賀, en: Kaga}\nlevel: city\ncountry: JP\n"
        "partnerships:\n  - home: alpha\n    kind: sister\n    status: active\n"
        "    agreements:\n      - title: {zh: 甲, en: A}\n        parties: [a, b]\n        partys: [c]\n"
    )
    assert told(KIND["cities"], text) == [
        "f.yaml:12:9: there is no key partys; did you mean parties?"
    ]


def test_all_mistakes_of_a_record_are_told_at_once() -> None:
    text = "id: JP\nname: {zh: 加賀}\nlevel: towns\nnote: x\n"
    assert told(KIND["cities"], text) == [
        "f.yaml:1:5: 'JP' is not how an id is written; write jp",
        "f.yaml:2:7: name has no en; both Chinese (zh) and English (en) are required",
        "f.yaml:4:7: a mapping ('key: value') belongs here, found 'x'; write a mapping",
        "f.yaml:3:8: level cannot be 'towns'; use one of: city, "
        "special-municipality, county, prefecture, province, state, district, township, "
        "county-administered-city, region, territory, bureau",
        "f.yaml:1:1: the required key country is missing; add it",
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"zh": "第一段。\n\n第二段。", "en": "One.\n\nTwo."}, []),
        ({"zh": "The first part.\n\nThe second part of it.", "en": "第一段。\n\n第二段。"}, ["other-script-in-en"]),
        ({"zh": "第一段。\n\n第二段。", "en": "第一段。\n\n第二段。"}, ["other-script-in-en"]),
        ({"zh": "第一段。", "en": "One 第一段 and two 第二段."}, ["other-script-in-en"] * 2),
        ({"zh": "第一<b>段</b>。", "en": "One <b>part</b>."}, ["markup-in-text"] * 2),
    ],
)  # fmt: skip
def test_a_text_in_the_wrong_language_is_told_once(value: Any, expected: list[str]) -> None:
    document = Document("f.yaml", lambda: "{}")
    found: list[str] = []
    try:
        Prose.model_validate(value)
    except ValidationError as error:
        found = [problem.code for problem in refusals(error, Prose, document, ())]
    assert found == expected
