"""What is wrong with a portal's own templates, found by reading them: whether they make a page shows when they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, TemplateSyntaxError, nodes

from portal.data.opening import Refused, read_regular
from portal.data.problem import Place, Problem
from portal.data.root import decode
from portal.pages.render.template_failure import name_in
from portal.resources import TEMPLATES, THEME

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_ENDINGS = {".j2", ".html"}
_OF_MKDOCS = ("url", "script_tag")
"""Filters that MkDocs adds for the templates of themes."""

_NAMING = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_ASKING = {"t", "plain"}
"""Names of the functions that templates ask for labels, also as parts of ``view``."""


def own_template_problems(
    root: Path, theme: Path | None, files: Iterable[Path], labels: Collection[str]
) -> Iterator[Problem]:
    """Problems of a portal's own templates: those of ``files`` that lie in ``templates/`` or in its own ``theme``."""
    wanted = [path for path in files if path.suffix in _ENDINGS]
    for own, generators in ((root / "templates", TEMPLATES), (theme, THEME)):
        inside = [path for path in wanted if own and path.is_relative_to(own)]
        if own and inside:
            judge = _Judge(root, own, generators)
            for path in inside:
                yield from judge.problems(path, labels)


class _Judge:
    """Judges the templates of a folder, which come before the generator's of the same name."""

    def __init__(self, root: Path, own: Path, generators: Path) -> None:
        self._root = root
        self._env = Environment(loader=FileSystemLoader([own, generators]), autoescape=True)
        self._env.filters |= dict.fromkeys(_OF_MKDOCS, str)

    def problems(self, path: Path, labels: Collection[str]) -> Iterator[Problem]:
        """Those of one template."""
        name = name_in(self._root, path)
        try:
            text, wrong = decode(name, read_regular(path))
        except Refused:
            return  # what cannot be read, as text or at all, is told where its folder is listed
        if text and not wrong:
            yield from self._read(name, text, labels)

    def _read(self, name: str, text: str, labels: Collection[str]) -> Iterator[Problem]:
        try:
            tree = self._env.parse(text)
            self._env.compile(tree)
        except TemplateSyntaxError as error:
            found = {"reason": error.message or ""}
            yield Problem(Place(name, error.lineno), "template-syntax", found)
            return
        except RecursionError:
            yield Problem(Place(name), "template-syntax", {"reason": "RecursionError"})
            return
        known = set(self._env.list_templates())
        for node in tree.find_all(_NAMING):
            named = getattr(node, "template", None)
            optional = getattr(node, "ignore_missing", False)
            if isinstance(named, nodes.Const) and not optional and named.value not in known:
                found = {"found": str(named.value)}
                yield Problem(Place(name, node.lineno), "template-missing", found)
        for call in tree.find_all(nodes.Call):
            key = _label(call)
            if key and key not in labels:
                yield Problem(Place(name, call.lineno), "template-label", {"found": key})


def _label(call: nodes.Call) -> str | None:
    """The label that a call asks for, if it says so in one piece."""
    asked = getattr(call.node, "name", None) or getattr(call.node, "attr", None)
    first = call.args[0] if call.args else None
    if asked in _ASKING and isinstance(first, nodes.Const) and isinstance(first.value, str):
        return first.value
    return None
