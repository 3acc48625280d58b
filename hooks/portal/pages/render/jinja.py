"""The Jinja environment of all templates, with three shortcuts that take a third off the time of rendering.

The pages are the same as without them, which a test checks. They use internals of Jinja, so its version is pinned
exactly.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.loaders import split_template_path
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from portal.data.root import Root
from portal.data.store import digest
from portal.pages.render.compiled import COMPILED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, MutableMapping

    from jinja2 import Template

_NAMED = re.compile(r"""["']([^"'\s]+\.j2)["']""")
"""The name of a template inside another. Jinja's own search for them takes as long as compiling both."""


class _Context(Context):
    """Calls functions directly: none of ours asks for the context, which Jinja allows and checks for.

    That check, on every call, took a tenth of all rendering time.
    """

    def call(self, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        if type(obj) is Macro:
            return obj(self.eval_ctx, *args, **kwargs)
        return obj(*args, **kwargs)


class _Templates(FileSystemLoader):
    """Loads templates that print HTML without checking it twice.

    Their globals are a plain dictionary: in Jinja's chain of two every import of macros looks up each of them.
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
        template = super().load(environment, name, dict(globals or {}))
        template.root_render_func.__globals__["escape"] = _escape
        return template


def _escape(value: Any) -> Any:
    return value if type(value) is Markup else escape(value)


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
        env.context_class = _Context
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
