"""Compiled templates are kept beside the code, and taken up again only if they are those of the same text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from portal.pages.render.compiled import Compiled


@pytest.fixture(autouse=True)
def keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python keeps bytecode, whatever the tests are run with."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def package(folder: Path, text: str = "{{ 20 + 3 }}") -> Path:
    """A package with one template."""
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    (folder / "templates" / "page.html.j2").write_text(text, encoding="utf-8")
    return folder


def shown(package: Path, folder: Path, *, compiling: bool = True) -> str:
    """What the template of a folder shows in a process that has compiled nothing yet."""
    env = Environment(
        loader=FileSystemLoader(folder), bytecode_cache=Compiled(package), autoescape=True
    )
    if not compiling:
        env.compile = refuse  # type: ignore[assignment, method-assign]
    return env.get_template("page.html.j2").render()


def refuse(*_: object) -> None:
    raise AssertionError("it was compiled again")


def kept(package: Path) -> list[Path]:
    return sorted(package.rglob("*.j2c"))


def test_what_one_process_compiled_another_only_loads(tmp_path: Path) -> None:
    package(tmp_path)
    assert shown(tmp_path, tmp_path / "templates") == "23"
    assert [path.parent for path in kept(tmp_path)] == [tmp_path / "__pycache__"]
    assert shown(tmp_path, tmp_path / "templates", compiling=False) == "23"


def test_a_changed_template_is_compiled_again(tmp_path: Path) -> None:
    shown(package(tmp_path), tmp_path / "templates")
    shown(package(tmp_path, "{{ 7 * 6 }}"), tmp_path / "templates")
    assert shown(tmp_path, tmp_path / "templates", compiling=False) == "42"
    assert len(kept(tmp_path)) == 1


@pytest.mark.parametrize("damage", [b"", b"portal", b"\0" * 400])
def test_a_broken_file_is_made_again(tmp_path: Path, damage: bytes) -> None:
    shown(package(tmp_path), tmp_path / "templates")
    (path,) = kept(tmp_path)
    whole = path.read_bytes()
    for broken in (damage, whole[: -1 - len(damage)], whole[:-1] + bytes([whole[-1] ^ 1])):
        path.write_bytes(broken)
        assert shown(tmp_path, tmp_path / "templates") == "23"
        assert path.read_bytes() == whole


def test_the_code_of_another_template_is_not_taken(tmp_path: Path) -> None:
    one, other = package(tmp_path / "one"), package(tmp_path / "other", "other")
    shown(one, one / "templates")
    shown(other, other / "templates")
    kept(one)[0].write_bytes(kept(other)[0].read_bytes())
    assert shown(one, one / "templates") == "23"


def test_templates_of_a_portal_are_not_kept(tmp_path: Path) -> None:
    own = package(tmp_path / "portal")
    assert shown(tmp_path / "package", own / "templates") == "23"
    assert not list(tmp_path.rglob("__pycache__"))


def test_nothing_is_kept_if_python_shall_write_no_bytecode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shown(package(tmp_path), tmp_path / "templates") == "23"
    assert not kept(tmp_path)


def test_a_package_that_cannot_be_written_to_is_used_all_the_same(tmp_path: Path) -> None:
    package(tmp_path)
    (tmp_path / "__pycache__").write_text("in the way", encoding="utf-8")
    assert shown(tmp_path, tmp_path / "templates") == "23"
