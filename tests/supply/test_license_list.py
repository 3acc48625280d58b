"""The lists of licenses, and that the one in the documents is true."""

from __future__ import annotations

import re

from building import ROOT
from packaging.utils import canonicalize_name

from portal.supply.installed_python import python_packages
from portal.supply.license_list import as_lines, as_markdown, row
from portal.supply.license_rules import judge, rules_of
from portal.supply.locked_npm import npm_packages
from portal.supply.software import Software

DOCUMENT = ROOT / "docs" / "licenses.md"


def normal(key: str) -> str:
    """The name of a Python package as the lock writes it."""
    return canonicalize_name(key.removeprefix("pypi/"))


def test_one_line_a_package_those_that_are_passed_on_first() -> None:
    given = [
        Software("pypi", "judge", "10", "GPL-2.0-or-later", "", "tests"),
        Software("npm", "search", "1.0.0", "MIT", "", "shipped"),
        Software("pypi", "one", "2", "", "Own", "needed"),
    ]
    assert as_lines(judge(given, rules_of(ROOT))) == (
        "shipped  npm/search  1.0.0  MIT\n"
        "needed   pypi/one    2      ?\n"
        "tests    pypi/judge  10     GPL-2.0-or-later\n"
    )
    assert as_lines([]) == ""


def test_the_document_is_what_is_installed() -> None:
    """Packages of other systems and versions of Python may be in the document or not."""
    rules = rules_of(ROOT)
    judged = judge(
        [*python_packages(ROOT, shipped=rules.shipped), *npm_packages(ROOT, rules.shipped)], rules
    )
    lock = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    elsewhere = set(re.findall(r"^([\w.-]+)==\S+ ;", lock, re.MULTILINE))
    locked = set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)) | {"city-diplomacy-portal"}
    judged = [j for j in judged if j.software.registry == "npm" or normal(j.software.key) in locked]
    written = DOCUMENT.read_text(encoding="utf-8").splitlines(keepends=True)
    now = as_markdown(judged, rules).splitlines(keepends=True)
    assert {line for line in now if line not in written} <= {
        row(one) for one in judged if normal(one.software.key) in elsewhere
    }
    extra = [line for line in written if line not in now]
    assert {normal(line.split("|")[1].strip()) for line in extra} <= elsewhere
    assert len(written) > 200
