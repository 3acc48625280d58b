"""The table of sentences has what the code raises, and nothing else, alike in both languages."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from portal.data.problem import SENTENCES, sentences
from portal.model.reading.refusal import CODES

HOOKS = Path(__file__).parents[1] / "hooks"
TREES = [
    ast.parse(path.read_text(encoding="utf-8")) for path in sorted((HOOKS / "portal").rglob("*.py"))
]
POSITION = {"Problem": 1, "Fault": 0, "PydanticCustomError": 0, "problem": 0, "_dead": 0}
"""Which argument of a call is a code."""


def strings(node: ast.AST) -> set[str]:
    return {
        inner.value
        for inner in ast.walk(node)
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str)
    }


def raised() -> Iterator[str]:
    """Every code that the source hands to a problem, or keeps in a variable called ``code``."""
    for node in (node for tree in TREES for node in ast.walk(tree)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            position = POSITION.get(name)
            if position is not None and len(node.args) > position:
                argument = node.args[position]
                if isinstance(argument, ast.Constant | ast.IfExp):
                    yield from strings(argument)
        elif (
            isinstance(node, ast.Assign)
            and getattr(node.targets[0], "id", "") == "code"
            and isinstance(node.value, ast.Constant | ast.IfExp)
        ):
            yield from (text for text in strings(node.value) if "-" in text)
    yield from CODES.values()


def test_no_code_has_two_sentences() -> None:
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    codes = [line.partition(":")[0] for line in lines if line and not line.startswith("#")]
    assert [code for code, count in Counter(codes).items() if count > 1] == []


def test_every_code_that_is_raised_has_a_sentence() -> None:
    codes = set(raised())
    assert len(codes) > 60
    carriers = {"text-faults"}  # brings several codes
    assert codes - sentences().keys() - carriers == set()


def test_every_sentence_is_of_a_code_that_can_be_raised() -> None:
    """A code with ``-near`` may be made from the one without."""
    words = {text for tree in TREES for text in strings(tree)} | set(CODES.values())
    unused = {code for code in sentences() if code not in words}
    assert {code for code in unused if code.removesuffix("-near") not in words} == set()
    assert {code.removesuffix("-near") for code in unused} <= sentences().keys()


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", sorted(sentences()))
def test_a_sentence_says_the_same_in_both_languages(code: str) -> None:
    sentence = sentences()[code]
    assert sentence.keys() == {"zh", "en"}
    assert placeholders(sentence["zh"]) == placeholders(sentence["en"])
    assert placeholders(sentence["en"]) <= {
        "found", "limit", "nearest", "key", "field", "choices", "reason", "first", "prefix", "cure", "kinds",
        "other", "today", "home", "city", "organization", "sum", "locale", "path", "zh", "en", "by",
    }  # fmt: skip


@pytest.mark.parametrize("code", sorted(sentences()))
def test_a_sentence_tells_what_was_found_and_then_the_cure(code: str) -> None:
    zh, en = sentences()[code]["zh"], sentences()[code]["en"]
    assert "；" in zh
    assert any(mark in en for mark in ("; ", "? "))
    assert not zh.endswith("。")
    assert not en.endswith(".")
