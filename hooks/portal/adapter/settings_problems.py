"""Everything that is wrong with ``mkdocs.yml``, whoever reads which part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.adapter.config_problems import config_problems
from portal.adapter.page_settings import read_page_settings
from portal.adapter.settings import read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from portal.data.problem import Problem


def settings_problems(path: Path) -> list[Problem]:
    """The problems of the file and of those that it inherits from, sorted by location."""
    return sorted([*read_settings(path)[1], *read_page_settings(path)[1], *config_problems(path)])
