"""Editors complete our records by JSON Schema: what is right for the portal is right for their editor too."""

from __future__ import annotations

import re

from content.portals import Portal
from schemas import kind_of, mistakes_of

MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def test_files_of_records_follow_their_schema_and_lead_editors_to_it(portal: Portal) -> None:
    data = portal.root / "data"
    for path in sorted(data.rglob("*.yaml")):
        assert mistakes_of(path, data) == [], path
        if modeline := MODELINE.match(path.read_text(encoding="utf-8")):
            schema = data / "schema" / f"{kind_of(path, data).name}.json"
            assert (path.parent / modeline[1]).resolve() == schema.resolve(), path
