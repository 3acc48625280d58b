"""A portal that ``portal init`` starts is right as it is, and holds no fact that somebody made up."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import ROOT, contents
from commanding import run

from portal.pages.written import REQUIRED

MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
TO_FILL_IN = {"zh": "待填：", "en": "[TO FILL IN: "}
BY_LAW = ("privacy", "accessibility", "open-data", "contact")


@pytest.fixture
def begun(environment: object, tmp_path: Path) -> Path:
    folder = tmp_path / "portals" / "new"
    result = run("init", folder, "--name-zh", "新竹市", "--name-en", "Hsinchu")
    assert result.exit_code == 0, result.output
    assert result.stderr == (
        f"the portal is in {folder}; {folder / 'README.md'} says what comes next\n"
    )
    return folder


def test_a_new_portal_has_no_problem(begun: Path) -> None:
    assert run("check", "--root", begun).output.startswith("no problems")


@pytest.mark.parametrize("names", [(), ("--name-zh", "甲：「乙」#", "--name-en", "A: 'b' # \"c\"")])
def test_any_name_will_do(environment: object, tmp_path: Path, names: tuple[str, ...]) -> None:
    assert run("init", tmp_path, *names).exit_code == 0
    assert run("check", "--root", tmp_path).output.startswith("no problems")
    assert run("schema", "--root", tmp_path).exit_code == 0


def test_it_has_what_a_repository_and_the_law_ask_for(begun: Path) -> None:
    found = contents(begun).keys()
    hidden = {".gitignore", ".gitattributes", ".editorconfig"}
    assert (
        hidden | {"README.md", "requirements.txt", "package-lock.json", "data/README.md"} <= found
    )
    pages = {*REQUIRED, *(f"about/{name}.md" for name in BY_LAW)}
    for locale in ("zh", "en"):
        assert {f"content/{locale}/{page}" for page in pages} <= found
    assert b"* text=auto eol=lf\n" in contents(begun)[".gitattributes"]


def test_what_only_the_city_knows_is_left_to_it_in_both_languages(begun: Path) -> None:
    for name in ("about/index", "about/contact", "about/privacy", "about/accessibility"):
        blanks = {
            locale: (begun / "content" / locale / f"{name}.md").read_text("utf-8").count(mark)
            for locale, mark in TO_FILL_IN.items()
        }
        assert blanks["zh"] == blanks["en"] > 0, name


def test_its_example_is_in_no_count(begun: Path) -> None:
    (city,) = yaml.safe_load((begun / "data" / "cities.yaml").read_text(encoding="utf-8"))
    assert "verified" not in city
    assert city["partnerships"][0]["status"] == "unknown"


def test_its_files_point_to_schemas_that_are_there(begun: Path) -> None:
    records = list((begun / "data").rglob("*.yaml"))
    assert len(records) >= 5
    for path in records:
        found = MODELINE.match(path.read_text(encoding="utf-8"))
        assert found, path
        assert (path.parent / found[1]).is_file()
    assert "| `partnerships` |" in (begun / "data" / "README.md").read_text(encoding="utf-8")


def test_it_pins_the_generator_and_the_validator_of_pages(begun: Path) -> None:
    current = run("--version").stdout.split()[-1]
    requirements = (begun / "requirements.txt").read_text(encoding="utf-8")
    assert requirements.endswith(f"\ncity-diplomacy-portal=={current}\n")
    ours = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    lock = json.loads((begun / "package-lock.json").read_text(encoding="utf-8"))
    package = json.loads((begun / "package.json").read_text(encoding="utf-8"))
    own = lock["packages"].pop("")
    theirs = {path: one for path, one in ours.items() if path.endswith("/vnu-jar")}
    assert lock["packages"] == theirs
    assert own == {name: package[name] for name in ("name", "devDependencies")}
    assert package["devDependencies"] == {"vnu-jar": ours["node_modules/vnu-jar"]["version"]}


def test_it_pins_every_package_that_the_generator_needs_as_it_is_installed(begun: Path) -> None:
    lines = (begun / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if not line.startswith("#"))
    assert list(pinned) == sorted(pinned)
    assert {name: version(name) for name in pinned} == pinned
    locked = (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
    wanted = set(re.findall(r"^([\w.-]+)==", locked, flags=re.MULTILINE))
    elsewhere = {"setuptools", "colorama"}  # builds the package; only on Windows
    assert {name.lower().replace("_", "-") for name in wanted} - elsewhere <= set(pinned)
    assert not {"pytest", "city-diplomacy-portal"} & set(pinned)


def settings_of(folder: Path) -> dict[str, Any]:
    """What ``mkdocs.yml`` says, but for what it asks of the environment."""
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", "")
    settings: dict[str, Any] = yaml.safe_load(text)
    return settings


def test_it_is_set_up_as_our_own_portal_but_by_the_plugin(begun: Path) -> None:
    ours, new = settings_of(ROOT), settings_of(begun)
    assert new["plugins"].pop("city-diplomacy") == {}
    for key in ("plugins", "theme", "docs_dir", "markdown_extensions"):
        assert new[key] == ours[key], key
    assert "hooks" not in new
    assert set(new["nav"]) == {f"about/{p.name}" for p in (begun / "content/zh/about").glob("*.md")}


def test_the_id_is_made_of_the_english_name_unless_it_is_given(
    environment: object, tmp_path: Path
) -> None:
    run("init", tmp_path / "a", "--name-en", "New Taipei City")
    assert "- id: new-taipei-city " in (tmp_path / "a/data/homes.yaml").read_text(encoding="utf-8")
    run("init", tmp_path / "b", "--name-en", "New Taipei City", "--home", "new-taipei")
    assert "- id: new-taipei " in (tmp_path / "b/data/homes.yaml").read_text(encoding="utf-8")


def test_a_folder_with_files_is_left_alone(environment: object, tmp_path: Path) -> None:
    (tmp_path / "letter.odt").touch()
    result = run("init", tmp_path)
    assert result.exit_code == 2
    assert result.output == (
        f"the folder {tmp_path} is not empty; name one that is, or one that does not exist\n"
    )
    assert "不是空的" in run("init", tmp_path, "--lang", "zh").output
    assert [path.name for path in tmp_path.iterdir()] == ["letter.odt"]


def test_a_repository_that_has_just_been_made_counts_as_empty(
    environment: object, tmp_path: Path
) -> None:
    (tmp_path / ".git").mkdir()
    assert run("init", tmp_path).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("--name-zh", "台湾"),
            "--name-zh: the text holds the Simplified characters '湾'; write the Traditional '灣'\n",
        ),
        (
            ("--name-en", "新竹", "--home", "Hsinchu"),
            "--name-en: the English text holds '新竹' in another script; write English, or move an original "
            "name to its own language key\n"
            "--home: 'Hsinchu' is not how an id is written; write hsinchu\n",
        ),
        (
            ("--name-en", "<b>", "--home", "b"),
            "--name-en: the text holds the markup '<b>', which readers would see as is; delete "
            "it or use Markdown\n",
        ),
        (
            ("--name-zh", ""),
            "--name-zh: the value is empty; fill it in or delete the key\n",
        ),
        (
            ("--name-en", "!"),
            "--name-en: '!' is only punctuation; write something, or delete the key\n"
            "--home: the id '' has the wrong form; use at most 80 lower-case letters, digits "
            "and hyphens\n",
        ),
    ],
)
def test_a_name_that_records_cannot_hold_is_told(
    environment: object, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    result = run("init", tmp_path / "new", *arguments)
    assert result.exit_code == 2
    assert result.output == told
    assert not (tmp_path / "new").exists()


def test_a_folder_below_a_file_is_told(environment: object, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run("init", tmp_path / "file" / "new")
    assert result.exit_code == 2
    assert result.output == (
        f"{tmp_path / 'file' / 'new'}: it, or a folder above it, is in fact something else (a file, a folder "
        "or a link); move that away, then run the command again\n"
    )
