from __future__ import annotations

import json
from pathlib import Path

import pytest
from commanding import run

from portal.commands.code_quality import finding
from portal.data.problem import Place, Problem


def test_a_finding_names_place_kind_and_cure() -> None:
    problem = Problem(Place("data/cities.yaml", 7, 3), "tag", {"found": "!x"})
    told = finding(problem, "zh")
    assert told["location"] == {"path": "data/cities.yaml", "lines": {"begin": 7}}
    assert told["check_name"] == "tag"
    assert told["severity"] == "blocker"
    assert told["description"] == problem.message("zh")


def test_advice_blocks_nothing() -> None:
    facts = {"path": "homes/", "found": "25 KB", "limit": "24 KB"}
    advice = Problem(Place("data/homes.yaml"), "page-too-heavy", facts)
    assert finding(advice, "en")["severity"] == "info"


def test_a_fingerprint_is_the_same_in_both_languages_and_for_no_other_problem() -> None:
    one = Problem(Place("data/cities.yaml", 7, 3), "tag", {"found": "!x"})
    others = [
        Problem(Place("data/cities.yaml", 8, 3), "tag", {"found": "!x"}),
        Problem(Place("data/cities.yaml", 7, 3), "tag", {"found": "!y"}),
        Problem(Place("data/homes.yaml", 7, 3), "tag", {"found": "!x"}),
    ]
    assert finding(one, "zh")["fingerprint"] == finding(one, "en")["fingerprint"]
    assert len({str(finding(each, "en")["fingerprint"]) for each in [one, *others]}) == 4


def test_nothing_in_a_path_or_a_value_steers_who_reads_it() -> None:
    problem = Problem(Place("data/\udcff.yaml"), "tag", {"found": "\x1b[31m\u202e"})
    told = finding(problem, "en")
    assert "\x1b" not in str(told["description"])
    json.dumps(told).encode()


def test_the_report_is_json_and_empty_when_all_is_well(
    environment: pytest.MonkeyPatch, portal_folder: Path
) -> None:
    result = run("check", "--root", portal_folder, "--format", "gitlab")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == []
    with (portal_folder / "data/cities.yaml").open("a", encoding="utf-8") as file:
        file.write("  populatoin: 100%\n")
    result = run("check", "--root", portal_folder, "--format", "gitlab")
    assert result.exit_code == 1
    (told,) = json.loads(result.stdout)
    assert told["location"]["path"] == "data/cities.yaml"
    assert "populatoin" in told["description"]
