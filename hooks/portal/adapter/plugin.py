"""The plugin ``city-diplomacy`` of MkDocs: how a portal names the generator that it has installed."""

from __future__ import annotations

from mkdocs.config.base import LegacyConfig
from mkdocs.plugins import BasePlugin

from portal.garbage import loaded_for_good

with loaded_for_good():
    from portal.adapter.event_handlers import Events


class Plugin(Events, BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """It has no options: the settings of a portal stand under ``extra``, see ``portal.adapter.settings``.

    MkDocs keeps it for all rebuilds of a preview.
    """
