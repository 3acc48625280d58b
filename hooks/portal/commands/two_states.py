"""A portal as it was and as it is proposed, both read at one moment, for a comparison."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from portal.adapter.config_file import Configuration
from portal.adapter.page_settings import read_page_settings
from portal.adapter.settings import CONFIG
from portal.assembly import read_portal
from portal.commands.reading import moment, need_folder, read
from portal.comparison.side import Side
from portal.model.reading.memory import Memory
from portal.resources import DISTRIBUTION

if TYPE_CHECKING:
    from portal.data.problem import Problem
    from portal.edition import Edition
    from portal.model.values.moment import Moment

PARTS = (CONFIG, "data", "content")
"""What a portal consists of: a folder that has none of these holds no portal."""

_UNKNOWN = "https://portal.invalid/"
"""The address of a site that has none yet (RFC 2606)."""

_PINNED = re.compile(rf"^{re.escape(DISTRIBUTION)}\s*==\s*(\S+)", re.MULTILINE)
_CODE = Path("hooks", "portal")


@dataclass(frozen=True)
class States:
    """Both states, and what stands in the way of comparing them."""

    now: Moment
    old: Side
    """An empty portal if there was none, or if it cannot be compared with."""
    new: Side
    is_first: bool
    """Whether there was none."""
    old_problems: list[Problem]
    new_problems: list[Problem]
    has_other_generator: bool
    """Whether they are made by different versions of the generator; both are compared as this one makes them."""


def read_states(base: Path, root: Path, lang: str) -> States:
    """Read both; ends without a folder. What is wrong in either is told, not raised."""
    for folder in (base, root):
        need_folder(folder, lang)
    now, memory, kept = moment(lang), Memory(), root / ".site"
    url = Configuration(root / CONFIG).section("site_url")
    site = f"{url.rstrip('/')}/" if isinstance(url, str) and url else _UNKNOWN
    is_first = not any((base / name).exists() for name in PARTS)
    before: list[Problem] = []
    old: Side | None = None
    if not is_first:
        edition, before = read(base, lang, now=now, memory=memory, site=site, kept=kept)
        old = Side(edition, *_around(base))
        memory.save()  # what both have is parsed once
    edition, after = read(root, lang, now=now, memory=memory, site=site, kept=kept)
    new = Side(edition, *_around(root))
    if old is None or before:
        old = replace(new, edition=_nothing(now, site))
    return States(now, old, new, is_first, before, after, _generator(base) != _generator(root))


def _around(root: Path) -> tuple[dict[str, object], Path | None]:
    config = Configuration(root / CONFIG)
    values = {key: config.section(key) for file in config.files for key in file.value}
    return values, read_page_settings(root / CONFIG)[0].own_theme


def _nothing(now: Moment, site: str) -> Edition:
    """A portal in which there is nothing."""
    with tempfile.TemporaryDirectory() as folder:
        return read_portal(Path(folder), now, site=site)


def _generator(root: Path) -> object:
    """What tells one version of the generator from another: its code if it lies there, or which one is pinned."""
    code = root / _CODE
    if code.is_dir():
        files = (p for p in code.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        return {path.relative_to(code): path.read_bytes() for path in files}
    try:
        found = _PINNED.search((root / "requirements.txt").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
    return found and found[1]
