"""Another city's portal is checked and published by the same steps as ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import ROOT

from portal.resources import SKELETON

OURS_ALONE = {
    ".ci/run", ".ci/test", ".ci/wheel", ".github/workflows/generator.yml", ".gitlab/generator.yml",
}  # fmt: skip
"""What tests and packs the generator."""

THEIRS_DIFFER = {".ci/setup", ".gitlab-ci.yml"}
"""The generator is a checkout here and a package there."""


def files(root: Path, dot: str) -> dict[str, bytes]:
    """What the forges run, by path."""
    found = [root / f"{dot}gitlab-ci.yml"]
    for folder in ("ci", "github/workflows", "gitlab"):
        found += sorted((root / f"{dot}{folder}").glob("*" if folder == "ci" else "*.yml"))
    return {
        f".{path.relative_to(root).as_posix().removeprefix(dot)}": path.read_bytes()
        for path in found
    }


def test_a_new_portal_has_our_steps_byte_for_byte() -> None:
    ours, theirs = files(ROOT, "."), files(SKELETON, "dot-")
    assert ours.keys() - theirs.keys() == OURS_ALONE
    assert not theirs.keys() - ours.keys()
    assert {path for path in theirs if theirs[path] != ours[path]} == THEIRS_DIFFER


@pytest.mark.parametrize("name", ["setup", "programs", "validators"])
def test_what_is_installed_is_asked_for_in_the_same_words(name: str) -> None:
    for folder in (ROOT / ".ci", SKELETON / "dot-ci"):
        assert name in (folder / "setup").read_text(encoding="utf-8") + name * (name == "setup")
