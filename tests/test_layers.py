"""Imports point one way: data, model, pages, and only then MkDocs."""

from __future__ import annotations

import ast
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from mkdocs.plugins import EVENTS, PluginCollection

from portal.adapter.plugin import Plugin

HOOKS = Path(__file__).parents[1] / "hooks"
MODULES = sorted((HOOKS / "portal").rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Every module that a file names in an import, at its top or further in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "." for node in nodes if isinstance(node, ast.ImportFrom)}


def module(path: Path) -> str:
    return ".".join(path.relative_to(HOOKS).with_suffix("").parts)


@pytest.mark.parametrize(
    ("layer", "below"),
    [
        ("portal.data", ("portal.data",)),
        ("portal.model", ("portal.data", "portal.model", "portal.spread")),
        ("portal.pages", ("portal.data", "portal.model", "portal.pages")),
        (
            "portal.publish",
            (
                "portal.data",
                "portal.model",
                "portal.pages",
                "portal.edition",
                "portal.publish",
                "portal.spread",
            ),
        ),
    ],
)
def test_a_layer_imports_only_itself_and_those_below(layer: str, below: tuple[str, ...]) -> None:
    paths = [path for path in MODULES if module(path).startswith(f"{layer}.")]
    assert paths
    for path in paths:
        ours = {name for name in imports(path) if name.split(".")[0] == "portal" or name == "."}
        assert not {name for name in ours if not name.startswith(below)}, path


def test_only_the_adapter_imports_mkdocs() -> None:
    found = {module(p) for p in MODULES if any(n.split(".")[0] == "mkdocs" for n in imports(p))}
    assert {name for name in found if not name.startswith("portal.adapter.")} == set()
    assert found


def test_records_know_nothing_of_html() -> None:
    for path in MODULES:
        if module(path).startswith(("portal.data.", "portal.model.")):
            names = {name.split(".")[0] for name in imports(path)}
            assert not names & {"jinja2", "markupsafe", "pyromark"}, path


def test_events_only_hand_over() -> None:
    tree = ast.parse((HOOKS / "portal" / "adapter" / "events.py").read_text(encoding="utf-8"))
    (events,) = (node for node in tree.body if isinstance(node, ast.ClassDef))
    handlers = [node for node in events.body if isinstance(node, ast.FunctionDef)]
    assert len(handlers) > 5
    for handler in handlers:
        lines = (handler.body[-1].end_lineno or 0) - handler.body[0].lineno + 1
        assert lines <= 6, handler.name
        loops = (ast.For, ast.While, ast.comprehension, ast.Try)
        assert not [node for node in ast.walk(handler) if isinstance(node, loops)], handler.name


def test_the_hooks_of_a_checkout_are_the_events_of_the_plugin() -> None:
    spec = spec_from_file_location("mkdocs_events", HOOKS / "mkdocs_events.py")
    assert spec is not None
    assert spec.loader is not None
    hooks = module_from_spec(spec)
    spec.loader.exec_module(hooks)
    of_the_plugin = {name for name in dir(Plugin) if name.startswith("on_")}
    assert {name for name in dir(hooks) if name.startswith("on_")} == of_the_plugin
    assert {name.removeprefix("on_") for name in of_the_plugin} <= set(EVENTS)
    both: Any = PluginCollection()  # MkDocs itself puts modules among plugins
    both["hooks"], both["plugin"] = hooks, Plugin()
    for handlers in both.events.values():
        names = [(h.__name__, getattr(h, "mkdocs_priority", 0)) for h in handlers]
        assert sorted(names[::2]) == sorted(names[1::2])
