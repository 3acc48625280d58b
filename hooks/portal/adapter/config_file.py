"""``mkdocs.yml`` as text with places: what MkDocs makes of it no longer knows on which line a value stood."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from portal.adapter.config_nodes import node_problems
from portal.data.document import Document, read_document
from portal.data.opening import Refused, read_regular
from portal.data.problem import Place, Problem
from portal.data.root import decode
from portal.data.yaml_faults.diagnosis import syntax_problems
from portal.model.reading.refusal import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.values.walk import Loc

_VARIABLES = re.compile(r"!ENV\s+(?:\[([^\]]*)\]|(\w+))")
_NOTHING = "tag:yaml.org,2002:null"
_PYTHON = "tag:yaml.org,2002:python/name:"
_INHERIT = "INHERIT"


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
        """The file, and those that it inherits from."""
        asked: Place | None = None
        read: set[Path] = set()
        while (text := self._text(path, root, asked)) is not None:
            name = _name(path, root)
            value = self._value(name, text)
            if not isinstance(value, dict):
                return
            yield (file := ConfigFile(text, value, Document(name, text.__str__)))
            if _INHERIT not in value:
                return
            read.add(path.resolve())
            inherited, asked = value[_INHERIT], file.document.place((_INHERIT,))
            if not isinstance(inherited, str):
                self.problems.append(Problem(asked, "not-text", {"found": shown(inherited)}))
                return
            path = path.parent / inherited
            if path.resolve() in read:
                self.problems.append(Problem(asked, "inherits-itself", {"found": inherited}))
                return

    def _text(self, path: Path, root: Path, asked: Place | None) -> str | None:
        """The text of a file; None if it is not there, which is a problem if another file asked for it."""
        name = _name(path, root)
        try:
            text, problems = decode(name, read_regular(path))
        except Refused as error:
            if error.found.get("found") not in ("ENOENT", "ENOTDIR"):
                named = error.found if error.found.get("found") else {"found": name}
                self.problems.append(Problem(Place(name), error.code, named))
            elif asked:
                found = {"key": _INHERIT, "found": name}
                self.problems.append(Problem(asked, "setting-path-missing", found))
            return None
        self.problems += problems
        return text

    def _value(self, name: str, text: str) -> Any:
        """The value of a file, which must be a mapping; None with a problem if it is none."""
        try:
            top = yaml.compose(text, yaml.SafeLoader)
            self.problems += node_problems(name, top)
            value = _plain(top)
        except yaml.MarkedYAMLError as error:
            self.problems += syntax_problems(name, text, error)
            return None
        except (
            yaml.YAMLError,
            RecursionError,
        ):  # the stricter reader of records knows what is wrong
            self.problems += read_document(name, text).problems[-1:]
            return None
        if text and not isinstance(value, dict):
            found = {"found": "null" if value is None else shown(value)}
            self.problems.append(Problem(Place(name), "not-a-mapping", found))
        return value


def _name(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


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
    given = node.value if isinstance(node, yaml.SequenceNode) else [node]
    parts = [part.value if isinstance(part, yaml.ScalarNode) else None for part in given]
    names, default = (parts[:-1], parts[-1]) if len(parts) > 1 else (parts, None)
    given = (os.environ.get(name) for name in names if isinstance(name, str))
    return next((value for value in given if value is not None), default)


def _joined(below: Any, above: Any) -> Any:
    if isinstance(below, dict) and isinstance(above, dict):
        return below | {key: _joined(below.get(key), value) for key, value in above.items()}
    return above
