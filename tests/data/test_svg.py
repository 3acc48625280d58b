from __future__ import annotations

import pytest

from portal.data.svg import svg_fault
from portal.resources import THEME

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def found(inner: str) -> str:
    fault = svg_fault(f"{HEAD}\n{inner}\n</svg>".encode())
    return "" if fault is None else f"{fault[0]}:{fault[1]}: {fault[2]}: {fault[3]}"


@pytest.mark.parametrize(
    "inner",
    [
        '<rect width="1" height="1" fill="url(#a)" style="stroke: url( \'#b\' )"/>',
        '<use xlink:href="#a"/><use href="#a"/>',
        '<a xlink:href="https://example.org/"><text>甲市 &amp; more</text></a>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<style>.a { fill: url(#b); background: url('data:image/png;base64,AA') }</style>",
        '<animate attributeName="x" to="1" onceUsed="no"/>'.replace(' onceUsed="no"', ""),
        '<i:view xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:zoom="1"/>',
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
        "<!-- <script>only words</script> -->",
    ],
)
def test_what_only_draws_is_right(inner: str) -> None:
    assert found(inner) == ""


@pytest.mark.parametrize(
    ("inner", "what"),
    [
        ("<script/>", "<script>"),
        ('<script href="#a"/>', "<script>"),
        ("<SCRIPT/>", "<SCRIPT>"),
        ("<foreignObject><p/></foreignObject>", "<foreignObject>"),
        ('<p xmlns="http://www.w3.org/1999/xhtml"/>', "<p>"),
        ('<h:iframe xmlns:h="http://www.w3.org/1999/xhtml"/>', "<iframe>"),
        ('<g onclick="x()"/>', "onclick"),
        ('<g ONLOAD="x()"/>', "ONLOAD"),
        ('<a href="javascript:x()"/>', "href='javascript:x()'"),
        ('<a xlink:href=" java&#10;script:x()"/>', "href=' java\\nscript:x()'"),
        ('<image href="//example.org/a.png"/>', "href='//example.org/a.png'"),
        ('<image href="data:image/svg+xml,x"/>', "href='data:image/svg+xml,x'"),
        ('<use href="other.svg#a"/>', "href='other.svg#a'"),
        ('<rect fill="url(https://example.org/a)"/>', "fill: url("),
        ('<style>a{}@IMPORT "x.css"</style>', "<style>: @IMPORT"),
        ('<style>a{src:url("x.woff")}</style>', "<style>: url("),
        ('<set attributeName="href" to="javascript:x()"/>', "attributeName='href'"),
        ('<set attributeName="xlink:href" to="x"/>', "attributeName='xlink:href'"),
    ],
)
def test_what_runs_or_loads_is_told_with_its_line(inner: str, what: str) -> None:
    line, _, told = found(inner).partition(":")
    assert line == "2"
    assert told.partition(": ")[2] == f"svg-with-programs: {what}"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b'<?xml-stylesheet href="a.css"?>' + HEAD.encode() + b"</svg>", "svg-with-programs"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + HEAD.encode() + b"</svg>", "svg-with-programs"),
        (b"<html/>", "content-unknown"),
        (b"<svg/>", "content-unknown"),
        (HEAD.encode(), "image-unreadable"),
        (b"", "image-unreadable"),
        (b"\x89PNG", "image-unreadable"),
        (b'<?xml version="1.0" encoding="big5-nonsense"?><svg/>', "image-unreadable"),
        (b"\xef\xbb\xbf<!DOCTYPE svg PUBLIC 'a' 'b'>\n" + HEAD.encode() + b"</svg>", ""),
        ((HEAD + "</svg>").encode("utf-16"), ""),
    ],
)
def test_a_file_is_a_whole_drawing(raw: bytes, code: str) -> None:
    fault = svg_fault(raw)
    assert (fault[2] if fault else "") == code


def test_our_own_drawings_are_right() -> None:
    drawings = sorted(THEME.rglob("*.svg"))
    assert drawings
    assert [path for path in drawings if svg_fault(path.read_bytes())] == []
