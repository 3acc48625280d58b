"""What authors write and paste, on pages of its own: ``fragments.yaml``, written before the rules were looked at.

Right ones pass; of wrong ones each problem is told, by line and column of the fragment.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from written import SETTINGS, page, problems

FILE = Path(__file__).with_name("fragments.yaml")
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n'
BEFORE = page("").rstrip("\n").count("\n") + 2
"""Lines of a page before its text."""

HEADING = re.compile(r"^(##+) .*(\{ #[\w-]+ \})$|^[^\n]*(\{ #[\w-]+ \})\n-+$", re.MULTILINE)


def counterpart(case: dict[str, Any], text: str, title: str) -> str:
    """The page in the other language, with the same headings."""
    found = HEADING.findall(case["text"])
    ids = [f"{level or '##'} {title} {first or second}" for level, first, second in found]
    return page("\n\n".join([text, *ids]), title)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """What is said of each fragment, all of them on pages of one portal."""
    minimal = Path(__file__).parents[2] / "portals" / "minimal"
    folder = Path(shutil.copytree(minimal, tmp_path_factory.mktemp("fragments") / "portal"))
    files = {"content/assets/map.svg": PICTURE}
    for case in CASES:
        own, other = (case["in"], "en" if case["in"] == "zh" else "zh")
        titles = {"zh": "一頁", "en": "A page"}
        files[f"content/{own}/{case['id']}.md"] = page(case["text"], titles[own])
        text = "文字。" if other == "zh" else "Text."
        files[f"content/{other}/{case['id']}.md"] = counterpart(case, text, titles[other])
    entries = "".join(f"  - {case['id']}.md\n" for case in CASES)
    files["mkdocs.yml"] = f"{SETTINGS}nav:\n{entries}"
    found: dict[str, list[str]] = defaultdict(list)
    for problem in problems(folder, files):
        place = problem.place
        assert place.line is not None
        found[Path(place.path).stem].append(f"{place.line - BEFORE}:{place.column} {problem.code}")
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_right_fragments_pass_and_wrong_ones_are_told(
    told: Mapping[str, list[str]], case: dict[str, Any]
) -> None:
    assert told.get(case["id"], []) == case.get("told", [])


def test_the_fragments_are_of_both_kinds_and_languages() -> None:
    def count(lang: str, *, right: bool) -> int:
        return sum(case["in"] == lang and ("told" not in case) is right for case in CASES)

    assert len({case["id"] for case in CASES}) == len(CASES)
    assert min(count(lang, right=right) for lang in ("zh", "en") for right in (True, False)) > 30
