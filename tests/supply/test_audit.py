"""What advisories, acceptances and failed look-ups lead to."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from portal.supply.advisory_answers import Advisory, Answer, answers
from portal.supply.advisory_waivers import Waiver, waivers_of
from portal.supply.audit import conclude
from portal.supply.refused import Refused

TODAY = date(2026, 11, 30)
PILLOW = {
    "dependencies": [
        {"name": "click", "version": "8.5.1", "vulns": []},
        {
            "name": "pillow",
            "version": "13.0.0",
            "vulns": [
                {"id": "PYSEC-2026-7", "fix_versions": ["13.0.1"], "aliases": ["CVE-2026-1"], "description": "x"}
            ],
        },
    ],
    "fixes": [],
}  # fmt: skip
"""As pip-audit 2.10 writes it."""

NPM: dict[str, Any] = {
    "auditReportVersion": 2,
    "vulnerabilities": {
        "search": {
            "name": "search", "severity": "high", "isDirect": True, "range": "<2.0.0", "nodes": ["node_modules/search"],
            "via": [{"source": 7, "name": "search", "title": "t", "url": "https://github.com/advisories/GHSA-aaaa",
                     "severity": "high", "range": "<2.0.0"}, "words"],
            "effects": [], "fixAvailable": {"name": "search", "version": "2.0.0", "isSemVerMajor": True},
        },
        "words": {"name": "words", "via": ["search"], "range": "*", "nodes": [], "fixAvailable": True},
    },
    "metadata": {},
}  # fmt: skip
"""As npm 11 writes it."""


def put(folder: Path, name: str, answer: object, log: str = "") -> None:
    folder.mkdir(exist_ok=True)
    text = answer if isinstance(answer, str) else json.dumps(answer)
    (folder / f"{name}.json").write_text(text, encoding="utf-8")
    (folder / f"{name}.log").write_text(log, encoding="utf-8")


def test_what_is_known_is_read_from_both_registries(tmp_path: Path) -> None:
    put(tmp_path, "python-site", PILLOW, "Found 1 known vulnerability in 1 package\n")
    put(tmp_path, "npm-audit", NPM)
    put(tmp_path, "npm-signatures", {"invalid": [], "missing": [{"name": "x", "version": "1"}]})
    npm, signatures, python = answers(tmp_path)
    assert npm.advisories == (
        Advisory(
            "npm/search", "<2.0.0", "GHSA-aaaa", (), ("search 2.0.0",), "https://github.com/advisories/GHSA-aaaa"
        ),
    )  # fmt: skip
    assert signatures.advisories == (Advisory("npm/x", "1", "missing-signature"),)
    assert python.advisories == (
        Advisory(
            "pypi/pillow", "13.0.0", "PYSEC-2026-7", ("CVE-2026-1",), ("13.0.1",),
            "https://osv.dev/vulnerability/PYSEC-2026-7",
        ),
    )  # fmt: skip
    assert not npm.fault + signatures.fault + python.fault


@pytest.mark.parametrize(
    ("name", "answer", "log", "fault"),
    [
        ("python-site", "", "ERROR:pip_audit._cli:x: Dependency not found on PyPI\n\n", "not found on PyPI"),
        ("python-site", {"dependencies": []}, "", "no package was looked up"),
        ("python-site", {"dependencies": [{"name": "a", "skip_reason": "not on PyPI"}]}, "", "a: not on PyPI"),
        ("python-site", {"dependencies": [{"name": "a"}]}, "odd", "odd"),
        ("python-site", "[1]", "no", "no"),
        ("npm-audit", {"message": "503 Service Unavailable", "error": {"summary": "x"}}, "", "503 Service"),
        ("npm-audit", {"statusCode": 405, "error": {"summary": "", "detail": ""}}, "", "405"),
        ("npm-audit", {"auditReportVersion": 1}, "", "–"),
        ("npm-signatures", {"error": {"code": "ENOTFOUND", "summary": "getaddrinfo"}}, "", "getaddrinfo ENOTFOUND"),
        ("npm-audit", "<html>", "", "–"),
        ("npm-audit", "[" * 100_000, "deep", "deep"),
        ("other", {"dependencies": []}, "what", "what"),
        ("python-site", "", "cannot reach https://user:secret@pypi.example/simple", "https://…@pypi.example"),
    ],
)  # fmt: skip
def test_no_answer_is_told_from_a_good_one(
    tmp_path: Path, name: str, answer: object, log: str, fault: str
) -> None:
    put(tmp_path, name, answer, log)
    (found,) = answers(tmp_path)
    assert fault in found.fault
    assert "secret" not in found.fault
    lines, code = conclude([found], [], TODAY)
    assert code == 3
    assert [line.level for line in lines] == ["warning"]
    assert lines[0].en.startswith(f"could not look: {name}")


def test_one_package_that_was_skipped_does_not_hide_another_that_is_known(tmp_path: Path) -> None:
    told = {"dependencies": [*PILLOW["dependencies"], {"name": "own", "skip_reason": "local"}]}
    put(tmp_path, "python-site", told)
    lines, code = conclude(answers(tmp_path), [], TODAY)
    assert code == 1
    assert [line.level for line in lines] == ["error", "warning"]


def waiver(**other: str) -> Waiver:
    given = {"id": "cve-2026-1", "package": "pypi/pillow", "reason": "no TIFF is read",
             "accepted": "2026-11-01", "until": "2026-11-30"}  # fmt: skip
    return Waiver.model_validate(given | other)


KNOWN = Answer("python-site", (Advisory("pypi/pillow", "13.0.0", "PYSEC-2026-7", ("CVE-2026-1",)),))


@pytest.mark.parametrize(
    ("changed", "day", "code"),
    [
        ({}, "2026-11-30", 0),
        ({}, "2026-12-01", 1),
        ({}, "2026-10-31", 1),
        ({"id": "PYSEC-2026-7"}, "2026-11-30", 0),
        ({"id": "PYSEC-2026-8"}, "2026-11-30", 1),
        ({"package": "pypi/other"}, "2026-11-30", 1),
    ],
)
def test_an_acceptance_holds_for_one_advisory_of_one_package_until_its_day(
    changed: dict[str, str], day: str, code: int
) -> None:
    lines, found = conclude([KNOWN], [waiver(**changed)], date.fromisoformat(day))
    assert found == code
    if not changed:
        words = {
            0: "accepted until 2026-11-30: no TIFF is read",
            1: "it was accepted until 2026-11-30",
        }
        assert words[code] in lines[0].en


def test_an_acceptance_that_is_needed_no_more_is_told_but_only_if_all_was_looked_up() -> None:
    lines, code = conclude([Answer("python-site")], [waiver()], TODAY)
    assert code == 0
    assert (
        lines[0].en == "pypi/pillow cve-2026-1 was accepted, and is known no more: delete the entry"
    )
    lines, code = conclude([Answer("python-site", fault="x")], [waiver()], TODAY)
    assert (len(lines), code) == (1, 3)


@pytest.mark.parametrize(
    ("fixed", "told"), [(("13.0.1", "12.9.9"), "upgrade to 13.0.1, 12.9.9"), ((), "no version")]
)
def test_the_cure_is_told_in_both_languages(fixed: tuple[str, ...], told: str) -> None:
    one = Advisory(
        "pypi/pillow", "13.0.0", "PYSEC-2026-7", ("CVE-2026-1",), fixed, "https://osv.dev/x"
    )
    ((line,), _) = conclude([Answer("python-site", (one,))], [], TODAY)
    assert told in line.en
    assert line.en.endswith("https://osv.dev/x")
    assert line.zh.startswith("pypi/pillow 13.0.0: PYSEC-2026-7 (CVE-2026-1)；")


def test_accepted_advisories_are_read_from_the_portal(tmp_path: Path) -> None:
    assert waivers_of(tmp_path) == []
    (tmp_path / "requirements").mkdir()
    path = tmp_path / "requirements" / "advisories.yaml"
    path.write_text("# nothing\n", encoding="utf-8")
    assert waivers_of(tmp_path) == []
    path.write_text(
        "- id: GHSA-x\n  package: npm/search\n  reason: 未使用\n  accepted: 2026-11-30\n  until: 2027-02-28\n",
        encoding="utf-8",
    )
    (one,) = waivers_of(tmp_path)
    assert (one.until, one.reason) == (date(2027, 2, 28), "未使用")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- {id: a, package: b, reason: c, accepted: 2026-11-30}", "#1 until Field required"),
        ("- {id: a, package: b, reason: c, accepted: 2026-11-30, until: 2028-11-30}", "within a year"),
        ("- {id: a, package: b, reason: c, accepted: 2026-11-30, until: 2026-11-29}", "within a year"),
        ("- {id: a, package: b, reason: ' ', accepted: 2026-11-30, until: 2026-12-29}", "a reason is missing"),
        ("- {id: a, package: b, reason: c, accepted: 2026-11-30, until: 30 Feb}", "#1 until"),
        ("- {id: a, why: b}", "#1 "),
        ("id: a", "list"),
        ("- [", "cannot be read"),
        ("\0", "cannot be read"),
    ],
)  # fmt: skip
def test_acceptances_that_cannot_be_read_are_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "advisories.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        waivers_of(tmp_path)
    assert told in refused.value.en
    assert "無法讀取" in refused.value.zh
