"""Jinja2 templates turn page sources into HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.meta import find_referenced_templates

from portal.data.store import digest
from portal.pages.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from jinja2.bccache import Bucket

    from portal.model.catalog import Catalog
    from portal.model.relations import Relations
    from portal.pages.page import Head, PageSource
    from portal.pages.trace import Fact


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page in one locale, without the frame around it."""

    head: Head
    content: str
    """HTML."""
    facts: frozenset[Fact]
    """What it showed besides what its source holds."""


class _Compiled(BytecodeCache):
    """Compiled templates, shared by the locales' environments."""

    def __init__(self) -> None:
        self._code: dict[str, Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.code


class Renderer:
    """Renders pages in one locale, one after the other.

    Templates find the view's helpers as globals, so that macros are made once and not for each page. Text is
    escaped unless a helper made the HTML; an unknown name stops the build.
    """

    def __init__(
        self, env: Environment, catalog: Catalog, relations: Relations, locale: str
    ) -> None:
        self.view = view = View(catalog, relations, locale)
        self._env = env.overlay(cache_size=400)
        helpers = {"view": view, "t": view.t, "link": view.link, "url": view.url, "locale": locale}
        self._env.globals = env.globals | helpers

    def render(self, page: PageSource) -> Rendered:
        """The page, and all that it showed."""
        self.view.stand_at(page.path)
        head = page.head(self.view)
        template = self._env.get_template(page.template)
        content = template.render({"title": head.title, **page.params})
        return Rendered(head, content, self.view.facts())

    def render_part(self, template: str, **params: Any) -> str:
        """The HTML of a template that is part of a written page at the root."""
        self.view.stand_at("")
        return self._env.get_template(template).render(params)


def environment(folders: Iterable[Path]) -> Environment:
    """The Jinja environment for templates in these folders; a template in an earlier one wins."""
    return Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_Compiled(),
    )


def template_digests(env: Environment, names: Iterable[str]) -> Mapping[str, bytes]:
    """For each template the digest of its text and of all templates that it includes or imports."""
    texts: dict[str, str] = {}
    uses: dict[str, set[str]] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in texts:
            assert env.loader is not None
            texts[name] = env.loader.get_source(env, name)[0]
            uses[name] = set(filter(None, find_referenced_templates(env.parse(texts[name]))))
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
