"""Which licenses are allowed for which use, and that no package slips through."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import ROOT

from portal.supply.installed_python import python_packages
from portal.supply.license_rules import Decision, Rules, judge, rules_of
from portal.supply.locked_npm import npm_packages
from portal.supply.refused import Refused
from portal.supply.software import Software, Use
from portal.supply.spdx import expression, is_one_license


def fault(license_: str, use: Use = "needed", told: str = "", root: Path = Path("nowhere")) -> str:
    (one,) = judge([Software("pypi", "one", "1", license_, told, use)], rules_of(root))
    return one.fault


@pytest.mark.parametrize(
    ("license_", "shipped", "needed", "tests"),
    [
        ("MIT", True, True, True),
        ("MIT AND OFL-1.1", True, True, True),
        ("Apache-2.0", True, True, True),
        ("BSD-3-Clause", False, True, True),
        ("LGPL-2.1-or-later", False, True, True),
        ("GPL-2.0-or-later", False, False, True),
        ("GPL-2.0-or-later OR MIT", True, True, True),
        ("GPL-2.0-or-later AND MIT", False, False, True),
        ("MIT AND (GPL-2.0-or-later OR BSD-3-Clause)", False, True, True),
        ("AGPL-3.0-only", False, False, False),
        ("SSPL-1.0 OR MIT", True, True, True),
        ("GPL-2.0-or-later WITH Classpath-exception-2.0", False, False, False),
    ],
)
def test_a_license_is_allowed_for_what_it_fits(
    license_: str, shipped: bool, needed: bool, tests: bool
) -> None:
    found = {use: fault(license_, use) == "" for use in ("shipped", "needed", "tests")}
    assert found == {"shipped": shipped, "needed": needed, "tests": tests}


def test_what_nobody_knows_is_a_fault_for_every_use() -> None:
    for use in ("shipped", "needed", "tests"):
        assert fault("", use, "Own terms") == "unknown"


def test_a_decision_holds_until_the_package_says_otherwise() -> None:
    decision = Decision(package="pypi/one", told="BSD License", license="BSD-3-Clause", why="read")
    rules = Rules(allowed=rules_of(Path("nowhere")).allowed, decisions=(decision,))
    for said, license_, expected in (
        ("BSD License", "BSD-3-Clause", ""),
        ("Own terms", "", "says-otherwise"),
    ):
        (one,) = judge([Software("pypi", "one", "1", "", said, "needed")], rules)
        assert (one.license, one.fault) == (license_, expected)


def test_each_fault_names_the_package_what_it_says_and_the_cure() -> None:
    rules = rules_of(Path("nowhere"))
    given = [
        Software("npm", "@a/b", "1.2", "", "Own terms", "needed"),
        Software("pypi", "c", "3", "AGPL-3.0-only", "", "shipped"),
        Software("pypi", "jinja2", "4", "GPL-3.0-only", "", "needed"),
    ]
    first, second, third = judge(given, rules)
    assert first.sentence("en") == (
        "npm/@a/b 1.2: its license is unknown, for it says only “Own terms”; read its license and write it under "
        "decisions in requirements/licenses.yaml, as SPDX does"
    )
    assert (
        "AGPL-3.0-only is not among the licenses allowed for what is passed on"
        in second.sentence("en")
    )
    assert "it now says “GPL-3.0-only”" in third.sentence("en")
    for one in (first, second, third):
        assert one.sentence("zh") != one.sentence("en")


def test_a_portal_adds_rules_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "licenses.yaml").write_text(
        "allowed:\n- {license: EUPL-1.2, use: needed, why: our lawyers}\n"
        "decisions:\n- {package: pypi/one, told: Own terms, license: EUPL-1.2, why: read}\n",
        encoding="utf-8",
    )
    assert fault("EUPL-1.2") == "not-allowed"
    assert fault("EUPL-1.2", root=tmp_path) == "says-otherwise"
    assert fault("", told="Own terms", root=tmp_path) == ""
    assert fault("EUPL-1.2", "shipped", root=tmp_path) != ""


@pytest.mark.parametrize(
    "text",
    ["allowed: {", "allowed: [{license: BSD, use: needed, why: x}]", "alowed: []", "- a", "\0", "allowed: 3",
     "allowed: [{license: MIT, use: everything, why: x}]"],
)  # fmt: skip
def test_rules_that_cannot_be_read_are_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "licenses.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match="is not a file of rules for licenses"):
        rules_of(tmp_path)


def test_every_decision_is_about_a_package_that_we_have_and_every_license_is_met() -> None:
    rules = rules_of(ROOT)
    packages = [*python_packages(ROOT), *npm_packages(ROOT, rules.shipped)]
    keys = {one.key for one in packages}
    assert [d.package for d in rules.decisions if d.package not in keys] == []
    assert [name for name in rules.shipped if name not in keys] == []
    met = " ".join(one.license for one in judge(packages, rules))
    assert [a.license for a in rules.allowed if a.license not in met] == []


def test_expressions_are_read_as_spdx_writes_them() -> None:
    assert expression("mit or apache-2.0") == "MIT OR Apache-2.0"
    assert [expression(text) for text in ("MIT/ISC", "MIT OR", "BSD", "MIT\nISC", "")] == [""] * 5
    assert is_one_license("BSD-3-Clause")
    assert not is_one_license("GPL-2.0-only WITH Classpath-exception-2.0")
    assert not is_one_license("MIT OR ISC")
