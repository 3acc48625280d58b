"""``mkdocs.yml`` as text with places: what MkDocs makes of it no longer knows on which line a value stood."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from portal.data.document import Document, read_document
from portal.data.opening import Refused, read_regular
from portal.data.problem import Place, Problem
from portal.data.root import decode
from portal.data.yaml_faults.diagnosis import syntax_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.values.walk import Loc

_VARIABLES = re.compile(r"!ENV\s+(?:\[([^\]]*)\]|(\w+))")
_NOTHING = "tag:yaml.org,2002:null"
_PYTHON = "tag:yaml.org,2002:python/name:"
_MOST_INHERITED = 20
"""Files that inherit from one another: more of them are a circle, which MkDocs refuses."""


class PythonName(str):
    """What extensions of Markdown are given as ``!!python/name:package.function``."""

    __slots__ = ()


@dataclass(frozen=True)
class ConfigFile:
    """One file of the configuration: the portal's own, or one that it inherits from."""

    text: str
    value: dict[str, Any]
    """All scalars are text, ``!ENV`` has given way to the variable, other tags mean nothing."""
    document: Document

    def depth(self, loc: Loc) -> int:
        """How far the way to a value exists in this file."""
        value: Any = self.value
        for step, part in enumerate(loc):
            if not isinstance(value, dict) or part not in value:
                return step
            value = value[part]
        return len(loc)


class Configuration:
    """The configuration of a portal: its file first, then those that it inherits from."""

    def __init__(self, path: Path) -> None:
        self.problems: list[Problem] = []
        """Why a file cannot be read."""
        self.files = list(self._read(path, path.parent))

    def section(self, name: str) -> Any:
        """The values under a key: mappings are joined as MkDocs joins them, all else is replaced."""
        found: Any = None
        for file in reversed(self.files):
            if name in file.value:
                found = _joined(found, file.value[name])
        return found

    def place(self, loc: Loc = (), *, key: bool = False) -> Place:
        """Where a value (or key) stands: in the first file that has most of the way to it."""
        file = max(self.files, key=lambda file: file.depth(loc))  # of equals the first
        return file.document.place(loc, key=key)

    def place_within(self, loc: Loc, value: str, at: int, words: str) -> Place:
        """Where words stand in the text at ``loc``."""
        file = max(self.files, key=lambda file: file.depth(loc))
        return file.document.place_within(loc, value, at, words)

    def variables(self) -> Iterator[str]:
        """The names of all environment variables that the files ask for."""
        for file in self.files:
            for listed, single in _VARIABLES.findall(file.text):
                yield from (name.strip() for name in (listed or single).split(","))

    def _read(self, path: Path, root: Path) -> Iterator[ConfigFile]:
        for _ in range(_MOST_INHERITED):
            name = Path(os.path.relpath(path, root)).as_posix()
            try:
                text, problems = decode(name, read_regular(path))
            except Refused as error:
                if error.found.get("found") not in ("ENOENT", "ENOTDIR"):  # MkDocs says so
                    self.problems.append(Problem(Place(name), error.code, error.found))
                return
            self.problems += problems
            try:
                value = _plain(yaml.compose(text, yaml.SafeLoader))
            except yaml.MarkedYAMLError as error:
                self.problems += syntax_problems(name, text, error)
                return
            except (
                yaml.YAMLError,
                RecursionError,
            ):  # the stricter reader of records says what is wrong
                self.problems += read_document(name, text).problems[-1:]
                return
            if not isinstance(value, dict):
                return
            yield ConfigFile(text, value, Document(name, text.__str__))
            if not isinstance(inherited := value.get("INHERIT"), str):
                return
            path = path.parent / inherited


def _plain(node: yaml.Node | None) -> Any:
    """The value of a node: mappings, lists and text, or None for nothing."""
    if node is not None and node.tag == "!ENV":
        return _variable(node)
    if node is not None and node.tag.startswith(_PYTHON):
        return PythonName(node.tag.removeprefix(_PYTHON))
    if isinstance(node, yaml.MappingNode):
        yaml.SafeLoader("").flatten_mapping(node)  # puts in what `<<` names
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return None if node is None or node.tag == _NOTHING else node.value


def _variable(node: yaml.Node) -> str | None:
    """What pyyaml-env-tag gives MkDocs for ``!ENV NAME`` and ``!ENV [NAME, OTHER_NAME, default]``, as text."""
    parts = [_plain(part) for part in node.value] if isinstance(node.value, list) else [node.value]
    names, default = (parts[:-1], parts[-1]) if len(parts) > 1 else (parts, None)
    given = (os.environ.get(name) for name in names if isinstance(name, str))
    return next((value for value in given if value is not None), default)


def _joined(below: Any, above: Any) -> Any:
    if isinstance(below, dict) and isinstance(above, dict):
        return below | {key: _joined(below.get(key), value) for key, value in above.items()}
    return above
