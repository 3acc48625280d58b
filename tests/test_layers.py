"""Imports point one way, those for types among them, and each name is one module's."""

from __future__ import annotations

import ast
from collections import Counter
from graphlib import CycleError, TopologicalSorter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from mkdocs.plugins import EVENTS, PluginCollection

from portal.adapter.plugin import Plugin

HOOKS = Path(__file__).parents[1] / "hooks"
MODULES = sorted(
    p for p in (HOOKS / "portal").rglob("*.py") if p.parent.name not in ("fonts", "land")
)

FLOORS = (
    ("portal.text",),
    (
        "portal.resources",
        "portal.garbage",
        "portal.interruption",
        "portal.spread",
        "portal.progress",
        "portal.data",
    ),
    ("portal.model",),
    ("portal.today", "portal.origin", "portal.pages", "portal.site_file"),
    ("portal.edition",),
    ("portal.outputs",),
    (
        "portal.breakdown",
        "portal.trial",
        "portal.laid_out",
        "portal.layout",
        "portal.assembly",
        "portal.comparison",
        "portal.unserved",
        "portal.publish",
        "portal.delivery",
        "portal.supply",
        "portal.term_import",
    ),
    ("portal.adapter", "portal.schema", "portal.commands", "portal.__main__"),
)
"""From the lowest up: what stands on a floor imports from it and from those below."""

ROOMS = ("values", "records", "reading", "catalog", "terminology", "statistics", "checks", "lint")
"""Of the model, in the same order."""


def imports(path: Path) -> set[str]:
    """Every module that a file names in an import, at its top or further in, for types or not."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name for name in names if name in NAMES} or {node.module or ""}
    return found


def module(path: Path) -> str:
    return ".".join(path.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")


NAMES = frozenset(map(module, MODULES))
GRAPH = {module(path): imports(path) & NAMES for path in MODULES}


def floor(name: str) -> int:
    return next(
        number
        for number, roots in enumerate(FLOORS)
        if any(name == root or name.startswith(f"{root}.") for root in roots)
    )


@pytest.mark.parametrize("name", sorted(NAMES - {"portal"}))
def test_a_module_imports_from_its_floor_and_those_below(name: str) -> None:
    assert {found for found in GRAPH[name] - {"portal"} if floor(found) > floor(name)} == set()


def test_no_imports_go_in_a_circle() -> None:
    try:
        TopologicalSorter(GRAPH).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_rooms_of_the_model_stand_one_on_the_other() -> None:
    for name, found in GRAPH.items():
        parts = name.split(".")
        if parts[:2] == ["portal", "model"] and len(parts) > 2:
            below = ROOMS[: ROOMS.index(parts[2]) + 1]
            rooms = {other.split(".")[2] for other in found if other.startswith("portal.model.")}
            assert rooms <= set(below), name


def test_outputs_stand_beside_each_other_without_a_circle() -> None:
    rooms: dict[str, set[str]] = {}
    for name, found in GRAPH.items():
        if name.startswith("portal.outputs."):
            own = name.split(".")[2]
            others = {other.split(".")[2] for other in found if other.startswith("portal.outputs.")}
            rooms.setdefault(own, set()).update(others - {own})
    TopologicalSorter(rooms).prepare()
    assert len(rooms) > 6


def test_the_publisher_knows_files_and_no_output() -> None:
    for name, found in GRAPH.items():
        if name.startswith("portal.publish."):
            assert not {other for other in found if other.startswith("portal.outputs")}, name


def test_no_two_modules_have_one_name() -> None:
    counted = Counter(path.stem for path in MODULES if not path.stem.startswith("__"))
    assert [name for name, count in counted.items() if count > 1] == []


def test_no_module_is_too_large_to_be_read_at_once() -> None:
    lengths = {module(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 260} == {}


def test_only_the_adapter_imports_mkdocs() -> None:
    found = {
        module(path)
        for path in MODULES
        if any(name.split(".")[0] == "mkdocs" for name in imports(path))
    }
    assert {name for name in found if not name.startswith("portal.adapter.")} == set()
    assert found


def test_records_know_nothing_of_html() -> None:
    for path in MODULES:
        if module(path).startswith(("portal.data.", "portal.model.")):
            names = {name.split(".")[0] for name in imports(path)}
            assert not names & {"jinja2", "markupsafe", "pyromark"}, path


def test_events_only_hand_over() -> None:
    tree = ast.parse(
        (HOOKS / "portal" / "adapter" / "event_handlers.py").read_text(encoding="utf-8")
    )
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
