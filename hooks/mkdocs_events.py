"""The events of MkDocs for a portal in this checkout: functions that hand over to ``portal.adapter.event_handlers``.

A portal elsewhere installs the generator and names its plugin, ``city-diplomacy``, which does the same.
"""

from __future__ import annotations

from portal.garbage import loaded_for_good

with loaded_for_good():
    from portal.adapter.event_handlers import Events

_events = Events()

globals().update({name: getattr(_events, name) for name in dir(_events) if name.startswith("on_")})
