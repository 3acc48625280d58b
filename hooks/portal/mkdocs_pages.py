"""The adapter: hands the portal's pages to MkDocs. The only module of the package that imports it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from pydantic_core import PydanticCustomError

from portal.generated_page import GeneratedPage
from portal.model.locale import BY_CODE, LOCALES
from portal.pages.redirects import redirects
from portal.portal import GENERATOR, Portal, read_portal
from portal.today import build_day

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from portal.data.problem import Problem
    from portal.pages.view import View

log = get_plugin_logger("portal")

SECTIONS = (
    "homes",
    "cities",
    "organizations",
    "exchanges",
    "press",
    "reports",
    "plans",
    "glossary",
)
"""Lists that stand in the navigation when the portal has them, in this order."""

UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette.")
"""Files of Material that the frame does not use: 2 MB of scripts and their maps."""


class Build:
    """What one ``mkdocs`` process knows: the portal, and the 404 page of the default locale.

    MkDocs keeps the hook module for all rebuilds of a preview, so the last good portal outlives a mistake.
    """

    def __init__(self) -> None:
        self.preview = False
        self.portal: Portal | None = None
        self.problems: list[Problem] = []
        self.not_found = ""
        self._written: list[Any] = []

    def start(self, command: str) -> None:
        """Remember whether this is a preview, which must go on in spite of problems."""
        self.preview = command == "serve"

    def read(self, config: MkDocsConfig) -> None:
        """Read and check the portal before MkDocs clears the last site; once, not for each locale.

        Raises PluginError with every problem; in a preview they are logged and shown on the pages instead.
        """
        if _i18n(config).building:
            return
        root = Path(config.config_file_path).resolve().parent
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(GENERATOR / "overrides"))
        if self.preview:
            folders = {
                r / name for r in (root, GENERATOR) for name in ("data", "templates", "overrides")
            }
            config.watch.extend(str(folder) for folder in sorted(folders) if folder.is_dir())
        self._written = config.nav or []
        try:
            portal = read_portal(root, build_day())
        except PydanticCustomError:
            raise PluginError("PORTAL_TODAY is not a date; write it as 2026-11-22") from None
        self.problems = portal.problems
        if not portal.problems:
            self.portal = portal
            return
        text = "\n".join(f"{p.line('zh')}\n    {p.message('en')}" for p in portal.problems)
        if not self.preview or not portal.catalog.labels:
            raise PluginError(f"{len(portal.problems)} problem(s):\n{text}")
        log.error("%s", text)
        self.portal = self.portal or portal

    def localize(self, config: MkDocsConfig) -> None:
        """Name and navigation of the site in the locale that is being built."""
        view = self._view(config)
        config.site_name = str(view.t("site.name"))
        config.site_description = str(view.t("site.description"))
        sections = [
            f"{name}/index.md"
            for name in SECTIONS
            if f"{view.locale}/{name}/index.md" in self._portal.pages
        ]
        config.nav = ["index.md", *sections, {str(view.t("nav.about")): self._written}]
        # Its own sitemap template names languages by folder; ours is in overrides/.
        config.theme.dirs[:] = [
            d for d in config.theme.dirs if not d.endswith("custom_i18n_sitemap")
        ]

    def declare(self, files: Files, config: MkDocsConfig) -> None:
        """Name every generated page, so that the i18n plugin pairs it; it re-creates each File."""
        for src_uri in self._portal.pages:
            files.append(
                File(
                    src_uri,
                    config.docs_dir,
                    config.site_dir,
                    config.use_directory_urls,
                    inclusion=InclusionLevel.NOT_IN_NAV,
                )
            )

    def fill(self, files: Files, config: MkDocsConfig) -> None:
        """Give the pages of this locale their content; leave out what of the theme no page uses."""
        for file in list(files):
            if file.src_uri.startswith(UNUSED):
                files.remove(file)
        for file in files.documentation_pages():
            if page := self._portal.pages.get(file.src_uri):
                file.content_string = ""
                GeneratedPage(page, self._portal, file, config)

    def complete(self, html: str, page: Page) -> str:
        """Add to a written front page what is made from records."""
        locale, _, path = page.file.src_uri.partition("/")
        if path != "index.md":
            return html
        view = self._portal.view(locale)
        return html + self._portal.render_part("front.html.j2", view)

    def frame(self, config: MkDocsConfig) -> dict[str, Any]:
        """What the frame around every page needs, error pages among them."""
        view = self._view(config)
        return {
            "view": view,
            "t": view.t,
            "lang": view.lang,
            "locales": LOCALES,
            "publishers": self._portal.catalog.publishers,
            "problems": [problem.line(view.locale) for problem in self.problems],
            "prefix": BY_CODE[view.locale].prefix,
            "stylesheet": _stylesheet(config),
        }

    def page_frame(self, page: Page, config: MkDocsConfig) -> dict[str, Any]:
        """What the frame needs besides: the same page in each locale, and the way to it."""
        source = page.source if isinstance(page, GeneratedPage) else None
        return self.frame(config) | {"alternates": _alternates(page.file, config), "source": source}

    def sitemap(self, config: MkDocsConfig) -> dict[str, Any]:
        """Every page of the locales built so far, with the same page in each locale."""
        entries = []
        for files in _i18n(config).i18n_files_per_language.values():
            for file in files:
                source = getattr(file.page, "source", None)
                record = next(iter(source.params.values()), None) if source else None
                entries.append(
                    {
                        "loc": file.page.canonical_url,
                        "alternates": _alternates(file, config),
                        "verified": getattr(record, "verified", None),
                    }
                )
        return {"sitemap": sorted(entries, key=lambda entry: str(entry["loc"]))}

    def place_template(self, output: str, name: str, config: MkDocsConfig) -> str:
        """Keep the error page of each locale: MkDocs writes them all to one address."""
        if name != "404.html":
            return output
        locale = BY_CODE[self._view(config).locale]
        if not locale.prefix:
            self.not_found = output
            return output
        path = Path(config.site_dir, locale.prefix, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(output, encoding="utf-8")
        return self.not_found

    def finish(self, config: MkDocsConfig) -> None:
        """Write what belongs to the whole site, after the last locale."""
        if _i18n(config).building:
            return
        for path, html in redirects(self._portal.catalog, self._portal.env):
            file = Path(config.site_dir, path, "index.html")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(html, encoding="utf-8")

    @property
    def _portal(self) -> Portal:
        assert self.portal is not None, "on_config comes before every other event"
        return self.portal

    def _view(self, config: MkDocsConfig) -> View:
        return self._portal.view(_i18n(config).current_language)


def _alternates(file: Any, config: MkDocsConfig) -> list[dict[str, Any]]:
    """The same page in each locale, the default locale first."""
    found = [
        {
            "locale": BY_CODE[code],
            "url": other.url,
            "canonical": urljoin(config.site_url or "", other.url.removeprefix("./")),
        }
        for code, other in file.alternates.items()
    ]
    return sorted(found, key=lambda alternate: LOCALES.index(alternate["locale"]))


def _stylesheet(config: MkDocsConfig) -> str:
    """Material's main style sheet, whose name changes with its content."""
    name = "assets/stylesheets/main.*.min.css"
    found = (path for folder in config.theme.dirs for path in Path(folder).glob(name))
    return f"assets/stylesheets/{next(found).name}"


def _i18n(config: MkDocsConfig) -> Any:
    """The mkdocs-static-i18n plugin; raises PluginError when it is not configured."""
    try:
        return config.plugins["i18n"]
    except KeyError:
        raise PluginError("mkdocs.yml must configure the plugin i18n") from None
