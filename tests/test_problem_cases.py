"""Each file of ``problems/`` is a mistake, made in the small portal, and what an editor reads about it.

``files`` replaces or adds files, ``append`` adds text to a file, ``bytes`` gives a file in hexadecimal, ``repeat`` a
text so many times, ``links`` makes symbolic links, ``pipes`` named pipes, ``remove`` takes files and folders away.
``expect`` lists every line of the report in each language; ``pytest --rewrite`` writes it anew, to be reviewed as text.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from portal.adapter.page_settings import read_page_settings
from portal.assembly import read_portal
from portal.data.problem import OF_WORDS, Problem, sentences
from portal.model.values.moment import Moment

FOLDER = Path(__file__).with_name("problems")
MINIMAL = Path(__file__).with_name("portals") / "minimal"
CASES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


def read_case(name: str) -> dict[str, Any]:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    case: dict[str, Any] = yaml.load(text, yaml.CBaseLoader)
    unknown = case.keys() - {
        "files",
        "append",
        "bytes",
        "repeat",
        "links",
        "pipes",
        "remove",
        "expect",
    }
    assert not unknown, f"{name} has unknown keys: {unknown}"
    return case


def make(case: dict[str, Any], root: Path) -> None:
    """Change the portal as the case says."""
    for path in case.get("remove", []):
        shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink()
    content = {path: text.encode() for path, text in case.get("files", {}).items()}
    for path, text in case.get("append", {}).items():
        content[path] = (root / path).read_bytes() + text.encode()
    for path, digits in case.get("bytes", {}).items():
        content[path] = bytes.fromhex(digits)
    for path, repeat in case.get("repeat", {}).items():
        content[path] = repeat["text"].encode() * int(repeat["times"])
    for path, raw in content.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    for path, target in case.get("links", {}).items():
        (root / path).unlink(missing_ok=True)
        (root / path).symlink_to(target)
    for path in case.get("pipes", []):
        (root / path).unlink(missing_ok=True)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(root / path)


def find(root: Path, now: Moment) -> list[Problem]:
    """Every problem of the portal, and of what its settings say about written pages."""
    settings, wrong = read_page_settings(root / "mkdocs.yml")
    return sorted([*wrong, *read_portal(root, now, writing=settings).problems])


def rewrite(name: str, problems: list[Problem]) -> None:
    path = FOLDER / f"{name}.yaml"
    given = path.read_text(encoding="utf-8").partition("expect:\n")[0]
    lines = [
        f"  {locale}:\n" + "".join(f"    - {quoted(p.line(locale))}\n" for p in problems)
        for locale in ("zh", "en")
    ]
    path.write_text(f"{given}expect:\n{''.join(lines)}", encoding="utf-8")


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def test_the_small_portal_has_no_problem(portal_folder: Path, now: Moment) -> None:
    edition = read_portal(portal_folder, now)
    assert edition.problems == []
    assert "cities/jp-kaga/" in edition.pages


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told_exactly(
    name: str, portal_folder: Path, now: Moment, request: pytest.FixtureRequest
) -> None:
    case = read_case(name)
    make(case, portal_folder)
    problems = find(portal_folder, now)
    assert problems, f"nothing is wrong in {name}"
    if request.config.getoption("--rewrite"):
        rewrite(name, problems)
        case = read_case(name)
    for locale in ("zh", "en"):
        assert [problem.line(locale) for problem in problems] == case["expect"][locale]


def test_every_code_has_a_case(tmp_path: Path, now: Moment) -> None:
    shown = set()
    for name in CASES:
        root = Path(shutil.copytree(MINIMAL, tmp_path / name))
        make(read_case(name), root)
        shown |= {problem.code for problem in find(root, now)}
    # tests/publish/test_budget.py and test_search.py make what is known only of a built site.
    of_a_site = {"page-too-heavy", "assets-too-heavy"}
    # tests/adapter/test_settings.py, test_config_problems.py
    of_settings = {"unknown-setting", "setting-needed", "setting-must-be", "setting-path-missing"}
    of_settings |= {"inherits-itself", "plugin-unknown", "plugin-twice", "site-dir-unsafe"}
    # What tests/test_breakdown.py and tests/test_trial.py make:
    of_settings |= {"template-syntax", "template-missing", "template-label", "template-fails"}
    of_settings |= {"own-code-fails", "generator-fails"}
    of_a_site |= {"image-too-tall"}  # tests/model/checks/test_release_media.py
    of_the_generator = {"label-missing"}  # tests/model/checks/test_labels.py
    # tests/data/test_system_refusal.py
    of_the_system = {code for code in sentences() if code.startswith("system-")}
    # tests/model/reading/test_unreadable.py makes what no file of a case can be.
    of_the_system |= {"file-is-socket", "file-is-device", "not-permitted", "file-unreadable"}
    of_the_system |= {"name-not-utf-8"}
    # tests/term_import/
    of_words = OF_WORDS  # tests/model/lint/, tests/commands/test_lint.py
    of_imports = {code for code in sentences() if code.startswith("import-")}
    assert sentences().keys() - shown == (
        of_imports | of_words | of_a_site | of_settings | of_the_generator | of_the_system
    )
