from __future__ import annotations

import pytest

from portal.term_import.xml_tree import DEEPEST, LANG, read_xml


def test_elements_know_their_place_and_all_their_text() -> None:
    top, problems = read_xml(
        "f", '<a>\n <b xml:lang="en" n="1">x <hi>y</hi>\n z</b></a>'.encode("utf-16")
    )
    assert problems == []
    assert top is not None
    (b,) = top.all("b")
    assert (b.text, b.get(LANG), b.get("n"), str(b.place)) == ("x y z", "en", "1", "f:2:2")


BOMB = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]>\n<a>&y;</a>'


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (BOMB, "import-entity", "f:1:25"),
        (
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>',
            "import-entity",
            "f:1:52",
        ),
        ('<!DOCTYPE a SYSTEM "a.dtd">\n<a>&x;</a>', "import-entity", "f:2:4"),
        ("<a>\n<b></a>", "import-xml", "f:2:6"),
        ("<a>&x;</a>", "import-xml", "f:1:4"),
        ('<?xml version="1.0" encoding="none"?><a/>', "import-xml", "f:1:1"),
        ("<b>" * (DEEPEST + 1), "import-too-deep", f"f:1:{3 * DEEPEST + 1}"),
        ("", "import-xml", "f:1:1"),
    ],
)
def test_what_cannot_be_read_safely_is_refused(text: str, code: str, place: str) -> None:
    top, (problem,) = read_xml("f", text.encode())
    assert top is None
    assert (problem.code, str(problem.place)) == (code, place)
