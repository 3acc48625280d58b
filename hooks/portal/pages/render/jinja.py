"""The Jinja environment of all templates, with three shortcuts that take a third off the time of rendering.

The pages are the same as without them, which a test checks. They use internals of Jinja and MarkupSafe, so both are
pinned to a version.
"""

from __future__ import annotations

import operator
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateNotFound
from jinja2.compiler import CodeGenerator
from jinja2.loaders import split_template_path
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escaped  # type: ignore[attr-defined]

from portal.data.root import Root
from portal.data.store import digest
from portal.pages.render.compiled import COMPILED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, MutableMapping

    from jinja2 import nodes
    from jinja2.compiler import Frame

_NAMED = re.compile(r"""["']([^"'\s]+\.j2)["']""")
"""The name of a template inside another. Jinja's own search for them takes as long as compiling both."""


class _Code(CodeGenerator):
    """Calls functions as Python does: none of ours asks for the context, which Jinja allows and checks for.

    That check, on every call, took a tenth of all rendering time.
    """

    def visit_Call(  # noqa: N802 (the name is Jinja's)
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        self.write("call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


class _Template(Template):
    """Has what its code calls besides Jinja's own names, and prints HTML without checking it twice."""

    @classmethod
    def _from_namespace(
        cls,
        environment: Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],
    ) -> Template:
        made = super()._from_namespace(environment, namespace, globals)
        namespace.update(escape=_escape, call=operator.call)
        return made


class _Templates(FileSystemLoader):
    """Loads templates whose globals are a plain dictionary.

    In Jinja's chain of two every import of macros looks up each of them.
    """

    def get_source(
        self, _environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template.

        One that is no file, or reached through a link, is passed over; it is told where its folder is listed.
        """
        for folder in map(Path, self.searchpath):
            path = folder.joinpath(*split_template_path(template))
            raw, problems = Root(folder).read_bytes(path)
            if not problems and not folder.is_symlink():
                text = raw.decode(self.encoding).replace("\r\n", "\n").replace("\r", "\n")
                return text, str(path), lambda: True
        raise TemplateNotFound(template)

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        return super().load(environment, name, dict(globals or {}))


def _escape(value: Any) -> str:
    """What a template prints of a value. Nobody asks later whether that is escaped, so text stays text."""
    kind = type(value)
    text: str = value if kind is Markup else escaped(value) if kind is str else escape(value)
    return text


def environment(folders: Iterable[Path], *, shortcuts: bool = True) -> Environment:
    """The Jinja environment for templates in these folders; a template in an earlier one wins."""
    loader = _Templates if shortcuts else FileSystemLoader
    env = Environment(
        loader=loader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=COMPILED if shortcuts else None,
    )
    if shortcuts:
        env.code_generator_class, env.template_class = _Code, _Template
    return env


def template_digests(env: Environment, names: Iterable[str]) -> Mapping[str, bytes]:
    """For each template the digest of its text and of all templates that it names, to include or to import them."""
    names = list(names)
    texts, uses = _read(env, names)
    return {
        name: digest("\0".join(texts[n] for n in _closure(name, uses)).encode()) for name in names
    }


def compile_ahead(env: Environment, names: Iterable[str]) -> None:
    """Compile templates and all that they name before processes are forked, each of which would compile its own."""
    assert env.loader is not None
    for name in _read(env, names)[0]:
        env.loader.load(env, name)


def _read(env: Environment, names: Iterable[str]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """The texts of templates and of all that they name, and what each names."""
    texts: dict[str, str] = {}
    uses: dict[str, set[str]] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in texts:
            assert env.loader is not None
            texts[name] = env.loader.get_source(env, name)[0]
            uses[name] = set(_NAMED.findall(texts[name]))
            waiting += uses[name]
    return texts, uses


def _closure(name: str, uses: Mapping[str, set[str]]) -> list[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        if (current := waiting.pop()) not in found:
            found.add(current)
            waiting += uses[current]
    return sorted(found)
