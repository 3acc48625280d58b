"""Scripts and styles lose their comments and white space on the way to readers, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import tree_sitter_typescript
from playwright.sync_api import Browser
from tree_sitter import Language, Node, Parser

from portal.outputs.site.minified import minified
from portal.resources import TEMPLATES, THEME

SCRIPTS = sorted((THEME / "assets").glob("*.js"))
STYLES = sorted((TEMPLATES / "styles").glob("*.css"))


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(Language(tree_sitter_typescript.language_typescript()))


def tokens(parser: Parser, script: bytes) -> list[bytes]:
    """All that a script consists of, as a parser of its language sees it."""

    def leaves(node: Node) -> Iterator[bytes]:
        if node.type == "comment":
            return
        if node.type in ("string", "template_string", "regex") or not node.children:
            yield f"{node.type} ".encode() + (node.text or b"")
        else:
            for child in node.children:
                yield from leaves(child)

    tree = parser.parse(script)
    assert not tree.root_node.has_error
    return list(leaves(tree.root_node))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_says_the_same(parser: Parser, path: Path) -> None:
    script = path.read_bytes()
    light = minified(path.name, script)
    assert len(light) < 0.85 * len(script)
    assert b"\n//" not in light
    assert tokens(parser, light) == tokens(parser, script)


RULES = """(texts) => texts.map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  // Values of custom properties and conditions are kept as they are written.
  const bare = (text) => text.replace(/([,;:({}])\\s+/g, "$1").replace(/\\s+([,;{})])/g, "$1");
  return [...sheet.cssRules].map((rule) => bare(rule.cssText));
})"""


def test_a_browser_reads_the_same_rules(browser: Browser) -> None:
    texts = [path.read_bytes() for path in STYLES]
    light = [minified(path.name, text) for path, text in zip(STYLES, texts, strict=True)]
    assert sum(map(len, light)) < 0.9 * sum(map(len, texts))
    page = browser.new_page()
    try:
        before, after = (
            page.evaluate(RULES, [text.decode() for text in some]) for some in (texts, light)
        )
    finally:
        page.close()
    assert all(before)
    for path, one, other in zip(STYLES, before, after, strict=True):
        assert other == one, path.name


@pytest.mark.parametrize(
    ("name", "given", "light"),
    [
        ("a.js", "/*! A notice. */\n// Ours.\nlet a = 1;\n", "/*! A notice. */let a=1;"),
        (
            "a.css",
            "/*! A notice. */\n/* Ours. */\na { color: red; }\n",
            "/*! A notice. */a{color:red}",
        ),
        ("a.css", "a { width: calc(1em + 2px); }", "a{width:calc(1em + 2px)}"),
        ("a.css", "@container (width > 20em) { a { b: c } }", "@container (width>20em){a{b:c}}"),
        (
            "a.js",
            "const a = /[/]  b/u; const b = `a  // b`;",
            "const a=/[/]  b/u;const b=`a  // b`;",
        ),
        ("a.svg", "<svg> <!-- a --> </svg>", "<svg> <!-- a --> </svg>"),
    ],
)
def test_notices_stay_and_what_is_between_quotes(name: str, given: str, light: str) -> None:
    assert minified(name, given.encode()).decode() == light
