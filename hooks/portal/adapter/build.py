"""One run of MkDocs: read the portal, let MkDocs render the written pages, publish everything."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.plugins import get_plugin_logger

from portal.adapter import error_pages
from portal.adapter.badge import valid_badge
from portal.adapter.build_log import say_published
from portal.adapter.config_problems import config_problems, site_problems
from portal.adapter.context import common_context, written_context, written_path
from portal.adapter.failure import Failures
from portal.adapter.frames import Theme, use_own_theme
from portal.adapter.menu_files import menu_files
from portal.adapter.page_settings import read_page_settings
from portal.adapter.preview import Preview
from portal.adapter.record_file import RecordFile
from portal.adapter.run import (
    has_warned,
    i18n,
    inputs,
    leave_links_to_the_portal,
    moment,
    watched,
)
from portal.adapter.seen_files import SeenFiles, is_led_astray
from portal.adapter.settings import Settings, read_settings
from portal.adapter.site_files import site_files
from portal.adapter.stamping import made_context, origin_of, stamp_of
from portal.assembly import read_portal
from portal.data.media_facts import DECODED
from portal.model.values.locale import BY_CODE, other
from portal.origin import Origin
from portal.outputs.site.security import policy
from portal.pages.render.renderer import Shown
from portal.pages.writing.page_terms import explained
from portal.pages.writing.shown_page import shown
from portal.publish.frame import frame_key
from portal.publish.lock import hold
from portal.publish.publisher import Publisher, state_of
from portal.spread import processors
from portal.text.visible import visible

if TYPE_CHECKING:
    from io import FileIO

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from portal.adapter.settings import Badge
    from portal.data.problem import Problem
    from portal.edition import Edition
    from portal.pages.render.view import View

log = get_plugin_logger("portal")


class Build:
    """What one ``mkdocs`` process knows: the portal, the folder it is published in, and the frames of its pages.

    MkDocs keeps the hook module for all rebuilds of a preview, so the last good portal outlives a mistake.
    """

    def __init__(self) -> None:
        self.theme, self.seen, self.failures = Theme(), SeenFiles(), Failures()
        self._preview = False
        self._companion: Preview | None = None
        self._known_edition: Edition | None = None
        self._known_publisher: Publisher | None = None
        self._lock: FileIO | None = None
        self._settings = Settings()
        self._badge: Badge | None = None
        self._problems: list[Problem] = []
        self._inputs, self._origin = b"", Origin()
        self._error_pages = error_pages.ErrorPages()
        self._written_nav: list[Any] = []

    def start(self, command: str) -> None:
        """Remember whether this is a preview, which must go on in spite of problems."""
        self._preview = command == "serve"

    def stop(self) -> None:
        """Clean up after a preview, and let the next build of the site begin."""
        if self._lock is not None:
            self._lock.close()
        if self._companion is not None:
            self._companion.stop()
        if self._preview and self._known_publisher is not None:
            self._known_publisher.discard()

    def accompany(self, server: LiveReloadServer) -> None:
        """Keep a preview going in spite of what editors break meanwhile."""
        self._companion = Preview(server, self.failures)

    def read(self, config: MkDocsConfig) -> None:
        """Read and check the portal before anything is written; once, not for each locale.

        Raises PluginError with every problem; in a preview they are logged and shown on the pages instead.
        Ends the process if the site was already made from the same inputs: there is no other way to stop MkDocs.
        """
        if i18n(config).building:
            return
        self.failures.config_file = config.config_file_path
        root = Path(config.config_file_path).resolve().parent
        self._written_nav = config.nav or []
        use_own_theme(config.theme)
        leave_links_to_the_portal(config)
        if self._preview:
            config.watch.extend(watched(root, config))
        now = moment()
        self._settings, wrong = read_settings(Path(config.config_file_path))
        writing, of_writing = read_page_settings(Path(config.config_file_path))
        self._badge = valid_badge(self._settings.accessibility_badge, now.day)
        search = self._settings.search
        wrong += config_problems(Path(config.config_file_path))
        self.failures.refuse(site_problems(Path(config.site_dir), root), can_go_on=False)
        publisher = self._open(Path(config.site_dir).resolve())
        self._origin = origin_of(Path(config.config_file_path).resolve(), publisher)
        if not self._preview:
            self._inputs = inputs(root, config, now.day.iso)
            if publisher.is_current(self._inputs, now):
                changed = "but the commit " * publisher.restamp(self._origin)
                where = visible(config.site_dir)
                log.info("Nothing %shas changed: %s is up to date", changed, where)
                raise SystemExit(0)
        edition = read_portal(
            root,
            now,
            publisher.memory,
            processes=processors(),
            site=config.site_url or "",
            search=search,
            quiet_years=self._settings.quiet_years,
            preview=self._preview,
            kept=publisher.state,
            writing=writing,
            decoded=publisher.state / DECODED,
        )
        self._take(edition, [*wrong, *of_writing])
        if not self._preview:
            gc.freeze()  # records live until the end, so there are no cycles to find
        config.site_dir = str(publisher.staging)

    def _open(self, folder: Path) -> Publisher:
        if self._known_publisher is None or self._known_publisher.folder != folder:
            if not self._preview:
                said = f"Another build of {visible(str(folder))} is running: waiting for it"
                self._lock = hold(state_of(folder), wait=lambda: log.info(said))
            self._known_publisher = Publisher(folder, in_place=self._preview)
        return self._known_publisher

    def _take(self, edition: Edition, wrong: list[Problem]) -> None:
        """Use a portal that has been read, if it can be published and nothing is wrong with its settings."""
        self._problems = [*wrong, *edition.problems]
        self.seen.published = edition.own_files
        if not self._problems:
            self._known_edition = edition
            return
        can_show = bool(edition.catalog.labels) and not is_led_astray(self._problems)
        self.failures.refuse(self._problems, can_go_on=self._preview and can_show)
        self._known_edition = self._known_edition or edition

    def localize(self, config: MkDocsConfig) -> None:
        """Name and navigation of the site in the locale that is being built."""
        view = self._view(config)
        config.site_name = view.plain("site.name")
        config.site_description = view.plain("site.description")
        about = [{view.plain("nav.about"): self._written_nav}] if self._written_nav else []
        config.nav = ["index.md", *menu_files(self._edition.pages), *about]
        config.theme.static_templates.discard("sitemap.xml")  # ours has the pages of all locales

    def fill(self, files: Files, config: MkDocsConfig) -> None:
        """Register the generated pages of this locale that are in the menu."""
        view = self._view(config)
        named = {name for name in self._written_nav if isinstance(name, str)}
        menu = {f"{view.locale}/{name}" for name in {*named, *menu_files(self._edition.pages)}}
        for page in self._edition.pages.values():
            if page.src_uri(view.locale) in menu:
                title = page.head(self._edition.view(view.locale, page.path)).title
                files.append(RecordFile(page, view.locale, title, config))

    def furnish(self, env: Environment) -> None:
        """Take the theme's environment for this locale."""
        self.theme.furnish(env, self._edition)

    def frame(self, config: MkDocsConfig) -> dict[str, Any]:
        """What the frame of every page needs, including error pages."""
        allowed = "" if self._preview else policy(in_page=True)
        common = common_context(self._view(config), self._problems)
        return common | {"policy": allowed, "badge": self._badge, "search": self._settings.search}

    def page_html(self, html: str, page: Page, config: MkDocsConfig) -> str:
        """The HTML of a written page, with links that find their way and terms that are explained."""
        view = self._view(config)
        path = written_path(page, view)
        html = shown(html, path, view.prefix, self._edition.files)
        view = self._edition.view(view.locale, path)
        return explained(
            html, view, self._edition.written.pages.get((other(view.locale).code, path))
        )

    def page_frame(self, page: Page, config: MkDocsConfig) -> dict[str, Any]:
        """What the frame of a written page needs."""
        view = self._view(config)
        context = self.frame(config) | written_context(page, view, config)
        added = self._edition.renderer(view.locale).added(view, Shown(context["path"]))
        context |= {name: Markup(value) for name, value in added.items()}
        return context | made_context(self._edition, view, context["path"])

    def keep_frames(self, config: MkDocsConfig) -> None:
        """Render the frames of the locale that has just been built, while the theme is set up for it."""
        locale = BY_CODE[self._view(config).locale]
        keys = {frame_key(path) for path in self._edition.pages}
        slots = [name for output in self._edition.outputs for name in output.SLOTS]
        self.theme.render_frames(keys, slots, locale, config, self.frame(config))

    def place_template(self, output: str, name: str, config: MkDocsConfig) -> str:
        """What MkDocs shall write for a template of the theme that is not of a page."""
        if name != error_pages.NAME:
            return output
        locale = BY_CODE[self._view(config).locale]
        return self._error_pages.place(output, locale, config.site_dir)

    def finish(self, config: MkDocsConfig) -> None:
        """Publish, after the last locale, unless MkDocs is about to abort because of a warning."""
        if i18n(config).building:
            return
        publisher = self._publisher
        # What runs after the build, as `mkdocs gh-deploy`, looks for the site there.
        config.site_dir = str(publisher.folder)
        if config.strict and has_warned():
            return
        files = site_files(self._edition, self.theme.frame_of, publisher.staging)
        self.failures.refuse(files.problems, can_go_on=self._preview)

        stamp = stamp_of(self._edition, files, self._origin, config)
        facts, schedule = self._edition.facts, self._edition.schedule
        report = publisher.publish(files, facts, schedule, self._inputs, stamp)
        say_published(self._edition, report, publisher.folder)

    @property
    def _publisher(self) -> Publisher:
        assert self._known_publisher is not None, "on_config comes before every other event"
        return self._known_publisher

    @property
    def _edition(self) -> Edition:
        assert self._known_edition is not None, "on_config comes before every other event"
        return self._known_edition

    def _view(self, config: MkDocsConfig) -> View:
        return self._edition.view(i18n(config).current_language)
