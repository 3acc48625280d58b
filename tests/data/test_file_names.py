from __future__ import annotations

import pytest

from portal.data.file_names import folded, is_copy, name_fault, passes_over


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "._photo.jpg",
        ".git",
        ".~lock.a.ods#",
        "Thumbs.db",
        "desktop.ini",
        "Icon\r",
        "~$plan.odt",
        "@eaDir",
    ],
)
def test_what_systems_leave_is_passed_over(name: str) -> None:
    assert passes_over(name)


@pytest.mark.parametrize("name", ["thumbs.png", "a.db", "icon", "~plan.odt", "a.ds_store"])
def test_what_editors_leave_is_not(name: str) -> None:
    assert not passes_over(name)


@pytest.mark.parametrize(
    "name", ["a.yaml~", "a.md.bak", "a.ORIG", "a.md.rej", "#a.md#", ".a.md.swp", "a.tmp"]
)
def test_copies_of_programs_are_known(name: str) -> None:
    assert is_copy(name)


@pytest.mark.parametrize("name", ["a.yaml", "backup.md", "~", "a~b.md", "original.md", "temp"])
def test_other_files_are_no_copies(name: str) -> None:
    assert not is_copy(name)


@pytest.mark.parametrize(
    ("name", "code", "found"),
    [
        ("about.md", "", ""),
        ("關於本站.md", "", ""),
        ("a b (1).md", "", ""),
        ("ශ්\u200dරී.md", "", ""),
        ("a\udcff.md", "name-not-utf-8", r"\xff"),
        ("a\nb.md", "name-invisible", "U+000A"),
        ("a\x1b[2J.md", "name-invisible", "U+001B"),
        ("a\u202egnp.md", "name-invisible", "U+202E"),
        ("a\u200b.md", "name-invisible", "U+200B"),
        ("a:b.md", "name-not-portable", ":"),
        ("what?.md", "name-not-portable", "?"),
        ("a\\b.md", "name-not-portable", "\\"),
        ("a.", "name-not-portable", "."),
        ("a.md ", "name-not-portable", " "),
        ("con.md", "name-not-portable", "con.md"),
        ("LPT1", "name-not-portable", "LPT1"),
        ("console.md", "", ""),
        ("com10.md", "", ""),
    ],
)
def test_a_name_must_fit_every_system(name: str, code: str, found: str) -> None:
    assert name_fault(name) == (code, found)


def test_names_are_folded_as_systems_do_it() -> None:
    assert folded("About.MD") == folded("about.md")
    assert folded("É.png") == folded("e\u0301.png")
    assert folded("Straße") == folded("STRASSE")
    assert folded("a.md") != folded("b.md")
