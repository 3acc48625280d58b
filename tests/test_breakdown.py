"""What nobody foresaw is told as one problem, at the line that somebody can mend."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from portal.breakdown import ending
from portal.data.document import Document
from portal.data.problem import sentences

FAILS = "the template cannot make a page on this line"
WRONG = "the template has a syntax error"


def caught(work: Callable[[], object]) -> Exception:
    with pytest.raises(Exception) as told:  # noqa: PT011 - whatever it is
        work()
    return told.value


def render(root: Path, text: str) -> Exception:
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates" / "page.html.j2").write_text(text, encoding="utf-8")
    env = Environment(
        loader=FileSystemLoader(root / "templates"), undefined=StrictUndefined, autoescape=True
    )
    return caught(lambda: env.get_template("page.html.j2").render())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n{{ b }}", f"2:1: {FAILS} (UndefinedError: 'b' is undefined); correct it"),
        ("a\n\n{% if %}", f"3:1: {WRONG} (Expected an expression, got 'end of statement block'); correct this line"),
        ("a\n{% include 'b.j2' %}", "2:1: there is no template b.j2; correct the name, or put it into templates/"),
        ("{{ {}['b'] }}", f"1:1: {FAILS} (UndefinedError: 'dict object' has no attribute 'b'); correct it"),
    ],
)  # fmt: skip
def test_a_template_is_told_with_its_line(tmp_path: Path, text: str, line: str) -> None:
    found = ending(render(tmp_path, text), tmp_path)
    assert found.exit_code == 1
    assert found.sentences["en"] == f"templates/page.html.j2:{line}"
    assert "範本" in found.sentences["zh"]


def test_code_of_the_portal_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "own.py"
    code = compile("def late():\n    raise ValueError('x')\n", str(path), "exec")
    names: dict[str, Callable[[], object]] = {}
    exec(code, names)
    found = ending(caught(names["late"]), tmp_path)
    assert found.exit_code == 1
    assert found.sentences["en"] == (
        "own.py:2:1: this code has failed (ValueError: x); correct it, or take it out of mkdocs.yml"
    )


def test_a_fault_of_the_generator_is_told_as_one(tmp_path: Path) -> None:
    def text() -> str:
        raise KeyError("x")

    found = ending(caught(lambda: Document("a", text).place(("b",))), tmp_path)
    assert found.exit_code == 2
    assert found.sentences["en"].startswith("portal/data/document.py:")
    assert (
        "the generator itself has failed (KeyError: 'x'); report this line" in found.sentences["en"]
    )


def test_what_the_system_refuses_has_no_line(tmp_path: Path) -> None:
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/srv/a")
    assert ending(error, tmp_path).exit_code == 2
    assert ending(error, tmp_path).sentences["en"].startswith("/srv/a: the disk is full")


def test_every_sentence_of_a_breakdown_is_told_above() -> None:
    codes = {
        "template-syntax",
        "template-missing",
        "template-fails",
        "own-code-fails",
        "generator-fails",
    }
    assert codes <= sentences().keys()
