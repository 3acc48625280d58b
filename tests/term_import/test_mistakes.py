"""Each case of ``mistakes.yaml`` is a file that nobody can take over, and what its sender reads."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from term_import.importing import Importing
from test_problem_cases import quoted

from portal.data.problem import sentences

FILE = Path(__file__).with_name("mistakes.yaml")
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
MINIMAL = Path(__file__).parents[1] / "portals" / "minimal"


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal of all cases: none of them changes it."""
    root = tmp_path_factory.mktemp("mistakes") / "portal"
    shutil.copytree(MINIMAL, root)
    return root


@pytest.fixture(scope="module")
def importing(portal: Path) -> Importing:
    return Importing(portal, "csv")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_mistake_is_told_where_it_is(
    importing: Importing, case: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    importing.file = importing.root.parent / case["file"]
    importing.file.write_text(case["text"], encoding="utf-8")
    told = {lang: importing.refused(lang) for lang in ("zh", "en")}
    if request.config.getoption("--rewrite"):
        rewrite(case["name"], told)
    else:
        assert told == case["expect"]


def rewrite(name: str, told: dict[str, list[str]]) -> None:
    lines = "".join(
        f"    {lang}:\n" + "".join(f"      - {quoted(line)}\n" for line in told[lang])
        for lang in ("zh", "en")
    )
    text = FILE.read_text(encoding="utf-8")
    head, start, rest = text.partition(f"- name: {name}\n")
    own, mark, after = rest.partition("\n- name: ")
    own = own.partition("  expect:\n")[0].rstrip("\n")
    own = f"{own}\n  expect:\n{lines}".rstrip("\n")
    FILE.write_text(f"{head}{start}{own}{mark or chr(10)}{after}", encoding="utf-8")


def test_every_sentence_on_imports_has_a_case() -> None:
    """Those on whole files are in test_term_file.py."""
    whole = {"import-workbook"}
    told = "\n".join(line for case in CASES for line in case["expect"]["en"])
    ours = {code for code in sentences() if code.startswith("import-")} - whole
    for code in ours:
        words = (
            sentences()[code]["en"].partition("{")[0] or sentences()[code]["en"].rpartition("}")[2]
        )
        assert words in told, code
