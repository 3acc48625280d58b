"""The policy against texts of people who had not seen it: ``cases.jsonl``, one text a line, with a verdict and why."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from portal.model.values.names import Names
from portal.model.values.words import Prose, Text

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("cases.jsonl").read_text(encoding="utf-8").splitlines()
]

SILENT = {
    r"compat-han-(?!06).*": "Normalization Form C makes it the character that was meant",
    r"simplified-word-.*|simplified-11|simplified-46|misconverted-.*": "each character is right in other words",
    r"ids-.*": "it may describe a character that Unicode lacks",
    r"lookalike-2[345]|simplified-52": "both are characters of Japanese",
    r"combining-wrong-05": "a letter with two marks may be one of a language that we do not know",
    r"styled-letters-0[45]": "small capitals are letters of phonetic transcription, squares are pictures",
    r"md-structure-10": "links are judged when all pages are known",
    r"double-punct-21": "的的 stands in 目的的 and 的的確確",
    r"mojibake-07|mojibake-12": "too short to be sure",
    r"md-raw-40": "two backticks make code",
}
"""Which wrong texts pass, and why."""

REFUSED = {
    r"prose-sentence-25": "mail addresses belong to persons or go dead; a contact is a form",
    r"md-ok-(29|46)|en-latin-(07|25)|en-punct-02|en-sentence-35": "straight quotes and apostrophes are told",
    r"zh-punct-31": "a title too is set without a space between digits and Chinese",
    r"prose-sentence-09": "it begins with a heading of the third level, under a title of the first",
}
"""Which right texts do not pass, and why."""


def why(known: dict[str, str], case: str) -> str:
    return next((reason for ids, reason in known.items() if re.fullmatch(ids, case)), "")


def is_taken(field: str, text: str) -> bool:
    model, value = {
        "zh": (Text, {"zh": text, "en": "English"}),
        "en": (Text, {"zh": "中文", "en": text}),
        "prose-zh": (Prose, {"zh": text, "en": "English\n\n" + headings(text, "Title")}),
        "prose-en": (Prose, {"zh": "中文\n\n" + headings(text, "標題"), "en": text}),
    }.get(field, (Names, {"zh": "中文", "en": "English", field: text}))
    try:
        TypeAdapter(model).validate_python(value)
    except ValidationError as error:
        return all(detail["type"] == "headings-differ" for detail in error.errors())
    return True


def headings(text: str, title: str) -> str:
    """Headings of the levels that a text may have, since both languages need the same."""
    return "\n\n".join(f"{level} {title}" for level in re.findall(r"^##+(?= )", text, re.MULTILINE))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_right_texts_pass_and_wrong_ones_do_not(case: dict[str, str]) -> None:
    is_right = case["verdict"] == "right"
    exception = bool(why(REFUSED if is_right else SILENT, case["id"]))
    expected = is_right is not exception
    assert is_taken(case["field"], case["text"]) == expected, case["why"]
