"""A home screen shows the site under its name in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from urllib.parse import urljoin

from portal.model.catalog.catalog import Catalog
from portal.outputs.cards.drawn_files import ICONS, icon_path
from portal.outputs.site.manifest import manifests


def test_each_language_has_a_manifest_of_its_own(
    catalog: Callable[[Mapping[str, str]], Catalog],
) -> None:
    labels = "site.name: {zh: 花蓮市城市外交, en: Hualien City Diplomacy}\n"
    found = manifests(catalog({"data/labels.yaml": labels}))
    chinese = json.loads(found["manifest.webmanifest"])
    english = json.loads(found["en/manifest.webmanifest"])
    assert (chinese["name"], chinese["lang"]) == ("花蓮市城市外交", "zh-Hant-TW")
    assert (english["name"], english["lang"]) == ("Hualien City Diplomacy", "en")
    for path, manifest in (("", chinese), ("en/", english)):
        base = f"https://example.org/portal/{path}"
        assert urljoin(base, manifest["start_url"]) == base
        icons = {urljoin(base, icon["src"]) for icon in manifest["icons"]}
        files = [icon_path(side) for side in ICONS if side != 180]
        assert icons == {f"https://example.org/portal/{f}" for f in [*files, "assets/portal.svg"]}
