"""Jinja2 templates turn page sources into HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from portal.data.store import digest
from portal.outputs.cards.cards import shared_card
from portal.outputs.linked_data.data_block import linked_data
from portal.outputs.media.shown_media import Media
from portal.pages.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableMapping
    from pathlib import Path

    from jinja2 import Template
    from jinja2.bccache import Bucket

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.pages.page import PageSource
    from portal.pages.render.head import Head, SharedPicture
    from portal.pages.render.trace import Fact

_NAMED = re.compile(r"""["']([^"'\s]+\.j2)["']""")
"""The name of a template inside another. Jinja's own search for them takes as long as compiling both."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page in one locale, without the frame around it."""

    head: Head
    content: str
    """HTML."""
    card: SharedPicture
    """What networks show beside a link to it: a picture of its own, or the card of its kind."""
    linked_data: str
    """The element of its head that says the same to machines; empty on lists and chapters."""
    facts: frozenset[Fact]
    """What it showed besides what its source holds."""


class _Compiled(BytecodeCache):
    """Compiled templates, shared by the locales' environments, and in a preview by one rebuild with the next."""

    def __init__(self) -> None:
        self._code: dict[str, tuple[str, Any]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        text, code = self._code.get(bucket.key, ("", None))
        if text == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.checksum, bucket.code


_COMPILED = _Compiled()


class _Context(Context):
    """Calls what a template calls as it is: no function here asks for the context, as Jinja allows and looks for.

    That look, for every call, took a tenth of all rendering.
    """

    def call(self, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        if type(obj) is Macro:
            return obj(self.eval_ctx, *args, **kwargs)
        return obj(*args, **kwargs)


class _Templates(FileSystemLoader):
    """Loads templates that print what is HTML already without asking it twice.

    Their globals are a plain dictionary: in Jinja's chain of two every import of macros looks up each of them.
    """

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        template = super().load(environment, name, dict(globals or {}))
        template.root_render_func.__globals__["escape"] = _escape
        return template


def _escape(value: Any) -> Any:
    return value if type(value) is Markup else escape(value)


class Renderer:
    """Renders pages in one locale, one after the other.

    Templates find the view's helpers as globals, so that macros are made once and not for each page. Text is
    escaped unless a helper made the HTML; an unknown name stops the build.
    """

    def __init__(
        self,
        env: Environment,
        catalog: Catalog,
        relations: Relations,
        locale: str,
        site: str = "",
    ) -> None:
        self.view = view = View(catalog, relations, locale, site)
        self._env = env.overlay(cache_size=400)
        helpers = {"view": view, "t": view.t, "link": view.link, "url": view.url, "locale": locale}
        helpers["media"] = Media(view)
        self._globals = self._env.globals = env.globals | helpers

    def render(self, page: PageSource) -> Rendered:
        """The page, and all that it showed."""
        self.view.stand_at(page.path)
        head = page.head(self.view)
        card = head.picture or shared_card(self.view, page.path.partition("/")[0])
        content = self.fill(page.template, title=head.title, **page.params)
        linked = linked_data(self.view, page, head, content)
        return Rendered(head, content, card, linked, self.view.facts())

    def render_part(self, template: str, **params: Any) -> str:
        """The HTML of a template that is part of a written page at the root, or a file of its own."""
        self.view.stand_at("")
        return self.fill(template, **params)

    def fill(self, name: str, /, **params: Any) -> str:
        """The text of a template where the view stands; what it shows is added to the trace.

        What ``Template.render`` does, with the globals of all templates put together once.
        """
        template = self._env.get_template(name)
        context = template.new_context({**self._globals, **params}, shared=True)
        try:
            return "".join(template.root_render_func(context))
        except Exception:
            self._env.handle_exception()  # raises it anew, with the template's lines in its traceback


def environment(folders: Iterable[Path]) -> Environment:
    """The Jinja environment for templates in these folders; a template in an earlier one wins."""
    env = Environment(
        loader=_Templates([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    env.context_class = _Context
    return env


def template_digests(env: Environment, names: Iterable[str]) -> Mapping[str, bytes]:
    """For each template the digest of its text and of all templates that it names, to include or to import them."""
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
    return {
        name: digest("\0".join(texts[n] for n in _closure(name, uses)).encode()) for name in names
    }


def _closure(name: str, uses: Mapping[str, set[str]]) -> list[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        if (current := waiting.pop()) not in found:
            found.add(current)
            waiting += uses[current]
    return sorted(found)
