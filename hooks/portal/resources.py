"""Resources in this package besides code: templates, theme, font, labels."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

PACKAGE = Path(str(files("portal")))
"""The package itself, as it is installed: in a checkout, or in an environment."""

TEMPLATES = PACKAGE / "templates"
"""Jinja2 templates of pages and feeds, and the parts of the style sheet; a portal's ``templates/`` override them."""

THEME = PACKAGE / "theme"
"""The frame around every page, as MkDocs looks for it, and the files that pages load."""

FONT = PACKAGE / "fonts" / "NotoSansTC-Bold.otf"
"""The font of the cards."""

LAND = PACKAGE / "land" / "land.txt"
"""The outlines of all land, for maps."""

BASE = PACKAGE / "base"
"""A portal without records: ``data/`` with the labels and countries that every portal starts from and may replace."""


SKELETON = PACKAGE / "skeleton"
"""The files of a new portal, which ``portal init`` writes."""

DISTRIBUTION = "city-diplomacy-portal"
"""The name under which the package is installed; its version is that of the distribution."""
