"""What the lock file of npm says, and lock files that say nothing."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
from supply.environment import lock

from portal.supply.locked_npm import npm_needs, npm_packages
from portal.supply.refused import Refused

SHA = base64.b64encode(bytes(range(64))).decode()
PACKAGES: dict[str, Any] = {
    "": {"name": "city", "dependencies": {"search": "1.0.0"}, "devDependencies": {"linter": "2.0.0"}},
    "node_modules/search": {
        "version": "1.0.0", "license": "MIT", "integrity": f"sha512-{SHA}",
        "dependencies": {"words": "^1"}, "optionalDependencies": {"@search/linux": "1.0.0", "@search/beos": "1.0.0"},
    },
    "node_modules/@search/linux": {"version": "1.0.0", "license": "MIT", "optional": True, "os": ["linux"]},
    "node_modules/search/node_modules/words": {"version": "1.5.0", "license": "ISC", "dependencies": {"inner": "1"}},
    "node_modules/words": {"version": "9.0.0", "license": "ISC", "dev": True},
    "node_modules/inner": {"version": "1.0.0", "license": "SEE LICENSE IN LICENSE"},
    "node_modules/linter": {"version": "2.0.0", "dev": True, "license": {"type": "old"}},
    "node_modules/own": {"resolved": "own", "link": True},
}  # fmt: skip


def test_each_package_has_its_version_license_digest_and_use(tmp_path: Path) -> None:
    lock(tmp_path, PACKAGES)
    known = {one.purl: one for one in npm_packages(tmp_path, {"npm/search"})}
    assert {purl: one.use for purl, one in known.items()} == {
        "pkg:npm/search@1.0.0": "shipped",
        "pkg:npm/%40search/linux@1.0.0": "needed",
        "pkg:npm/words@1.5.0": "needed",
        "pkg:npm/words@9.0.0": "tests",
        "pkg:npm/inner@1.0.0": "needed",
        "pkg:npm/linter@2.0.0": "tests",
    }
    assert known["pkg:npm/search@1.0.0"].digests == (("SHA-512", bytes(range(64)).hex()),)
    assert known["pkg:npm/%40search/linux@1.0.0"].is_optional
    assert (known["pkg:npm/inner@1.0.0"].license, known["pkg:npm/inner@1.0.0"].told) == (
        "",
        "SEE LICENSE IN LICENSE",
    )
    assert known["pkg:npm/linter@2.0.0"].license == ""


def test_what_a_package_needs_is_found_as_node_finds_it(tmp_path: Path) -> None:
    lock(tmp_path, PACKAGES)
    known = {one.purl: one for one in npm_packages(tmp_path)}
    assert known["pkg:npm/search@1.0.0"].requires == (
        "pkg:npm/%40search/linux@1.0.0",
        "pkg:npm/words@1.5.0",
    )
    assert known["pkg:npm/words@1.5.0"].requires == ("pkg:npm/inner@1.0.0",)
    assert npm_needs(tmp_path) == ["pkg:npm/search@1.0.0"]


def test_a_portal_without_a_search_has_no_packages_of_npm(tmp_path: Path) -> None:
    assert npm_packages(tmp_path) == []
    assert npm_needs(tmp_path) == []


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"lockfileVersion": 1, "dependencies": {}}', '{"packages": []}',
     '{"packages": {"node_modules/a": 1}}', '{"packages": {"node_modules/a": {"version": 2}}}', "[" * 100_000],
)  # fmt: skip
def test_a_file_that_is_no_lock_file_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "package-lock.json").write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match="is not a lock file of npm 7 or newer") as refused:
        npm_packages(tmp_path)
    assert "鎖定檔" in refused.value.zh
