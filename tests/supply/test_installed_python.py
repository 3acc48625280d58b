"""Which installed packages make the site, what they need, and what they say of their licenses."""

from __future__ import annotations

from pathlib import Path

import pytest
from supply.environment import found, install

from portal.supply.installed_python import python_packages
from portal.supply.software import Software

GENERATOR = "city-diplomacy-portal"


def packages(environment: Path, root: Path) -> dict[str, Software]:
    return {one.name: one for one in python_packages(root, found(environment))}


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    folder = tmp_path / "site-packages"
    install(
        folder, GENERATOR, "1.0", "License-Expression: MIT AND OFL-1.1",
        "Requires-Dist: Paper_Mill>=1", "Requires-Dist: folder[fast]",
        'Requires-Dist: nowhere; sys_platform == "beos"', 'Requires-Dist: extra-of-ours; extra == "x"',
    )  # fmt: skip
    install(folder, "Paper.Mill", "2.0", "License-Expression: mit")
    install(folder, "folder", "3.0", 'Requires-Dist: quick; extra == "fast"', "License: ISC")
    install(folder, "quick", "4.0")
    for name in ("nowhere", "extra-of-ours", "judge", "pip"):
        install(folder, name, "5.0")
    return folder


def test_what_the_generator_needs_makes_the_site_and_the_rest_does_not(
    environment: Path, tmp_path: Path
) -> None:
    uses = {name: one.use for name, one in packages(environment, tmp_path).items()}
    assert uses == {
        GENERATOR: "shipped",
        "paper.mill": "needed",
        "folder": "needed",
        "quick": "needed",
        "nowhere": "tests",
        "extra-of-ours": "tests",
        "judge": "tests",
    }


def test_what_a_portal_names_itself_makes_its_site_too(environment: Path, tmp_path: Path) -> None:
    named = f"# ours\n{GENERATOR}==1.0\nJudge>=1  # a plugin\n./dist/other.whl\n-r more.txt\n"
    (tmp_path / "requirements.txt").write_text(named, encoding="utf-8")
    assert packages(environment, tmp_path)["judge"].use == "needed"


def test_each_names_what_it_needs_on_this_system(environment: Path, tmp_path: Path) -> None:
    known = packages(environment, tmp_path)
    assert known[GENERATOR].requires == ("pkg:pypi/folder@3.0", "pkg:pypi/paper.mill@2.0")
    assert known["folder"].requires == ("pkg:pypi/quick@4.0",)
    assert known["judge"].requires == ()


def test_the_digests_are_those_that_the_lock_accepts_for_this_version(
    environment: Path, tmp_path: Path
) -> None:
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "site.txt").write_text(
        f"folder==3.0 ; python_version >= '3' \\\n    --hash=sha256:{'b' * 64} \\\n"
        f"    --hash=sha256:{'a' * 64}\n    # via something\nquick==4.1 \\\n    --hash=sha256:{'c' * 64}\n",
        encoding="utf-8",
    )
    known = packages(environment, tmp_path)
    assert known["folder"].digests == (("SHA-256", "a" * 64), ("SHA-256", "b" * 64))
    assert known["folder"].files == 2
    assert known["quick"].digests == ()  # another version than the one that is installed


@pytest.mark.parametrize(
    ("headers", "license_", "told"),
    [
        (["License-Expression: MIT OR Apache-2.0"], "MIT OR Apache-2.0", ""),
        (["License: BSD-3-Clause", "Classifier: License :: OSI Approved :: BSD License"], "BSD-3-Clause", ""),
        (["Classifier: License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)"], "MPL-2.0", ""),
        (["Classifier: License :: OSI Approved :: BSD License"], "", "BSD License"),
        (["License: Permission is hereby granted,", "        free of charge"], "", "Permission is hereby granted,"),
        (["License: MIT OR"], "", "MIT OR"),
        (["License: UNKNOWN"], "", "UNKNOWN"),
        (["License-Expression: LicenseRef-Own"], "", "LicenseRef-Own"),
        ([], "", ""),
    ],
)  # fmt: skip
def test_a_license_is_known_only_if_spdx_names_it(
    tmp_path: Path, headers: list[str], license_: str, told: str
) -> None:
    install(tmp_path / "env", "one", "1", *headers)
    (one,) = python_packages(tmp_path, found(tmp_path / "env"))
    assert (one.license, one.told) == (license_, told)


def test_half_of_a_package_is_left_out(tmp_path: Path) -> None:
    install(tmp_path / "env", "whole", "1")
    (tmp_path / "env" / "half-1.dist-info").mkdir()
    assert [one.name for one in python_packages(tmp_path, found(tmp_path / "env"))] == ["whole"]
