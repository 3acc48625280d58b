"""``portal compare`` on folders as CI makes them: right, wrong, empty, missing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from commanding import run
from editing import put, replace_in

from portal.comparison.in_json import FORMAT

NOTHING = "公開網站沒有任何變更。 · Nothing changes on the public site.\n"


@pytest.fixture
def base(environment: pytest.MonkeyPatch, portal_folder: Path) -> Path:
    """The state before; ``portal_folder`` is the proposed one."""
    return Path(shutil.copytree(portal_folder, portal_folder.with_name("base")))


def test_nothing_has_changed(base: Path, portal_folder: Path) -> None:
    result = run("compare", base, "--root", portal_folder, "--format", "markdown")
    assert result.exit_code == 0
    assert result.output.endswith(f"\n\n{NOTHING}")
    assert run("compare", base, "--root", portal_folder).output == (
        "Nothing changes on the public site.\n"
    )


def test_the_base_is_only_read(base: Path, portal_folder: Path) -> None:
    before = set(base.rglob("*"))
    assert run("compare", base, "--root", portal_folder).exit_code == 0
    assert set(base.rglob("*")) == before


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_terminal_shows_one_language(base: Path, portal_folder: Path, lang: str) -> None:
    replace_in(portal_folder / "data/cities.yaml", "en: Kaga,", "en: Kaga City,")
    told = run("compare", base, "--root", portal_folder, "--lang", lang).output
    here, other = ("修改的頁面（1）", "Pages changed (1)")[:: 1 if lang == "zh" else -1]
    assert here in told
    assert other not in told
    assert "/cities/jp-kaga/" in told


def test_json_has_all(base: Path, portal_folder: Path) -> None:
    replace_in(portal_folder / "data/cities.yaml", "en: Kaga,", "en: Kaga City,")
    found = json.loads(run("compare", base, "--root", portal_folder, "--format", "json").output)
    assert (found["format"], found["state"], found["same"]) == (FORMAT, "compared", False)
    assert found["moment"] == "2026-11-22"
    (page,) = found["pages"]["changed"]
    assert page["address"] == "/cities/jp-kaga/"
    assert page["title"] == {"zh": "加賀", "en": "Kaga City"}
    assert page["words"]["en"]["differences"] == [
        {"old": "Kaga", "new": "Kaga City", "link": False}
    ]
    (group,) = found["pages"]["following"]
    assert group["because"] == [{"zh": "加賀", "en": "Kaga City"}]
    assert "/cities/countries/jp/" in group["addresses"]


@pytest.mark.parametrize("form", ["markdown", "text", "json"])
def test_a_wrong_proposal_is_told_and_fails(base: Path, wrong_folder: Path, form: str) -> None:
    result = run("compare", base, "--root", wrong_folder, "--format", form)
    assert result.exit_code == 1
    assert "data/cities.yaml" in result.stdout
    assert "populatoin" in result.stdout
    assert "Pages changed" not in result.stdout


def test_a_proposal_that_mends_is_not_held_up(base: Path, portal_folder: Path) -> None:
    with (base / "data/cities.yaml").open("a", encoding="utf-8") as file:
        file.write("  populatoin: 100%\n")
    result = run("compare", base, "--root", portal_folder, "--format", "markdown")
    assert result.exit_code == 0
    assert "The old state has problems (1), so nothing can be compared with it" in result.output
    assert "### 原有狀態的問題（1） · Problems of the old state (1)\n" in result.output
    assert "- 加賀 · Kaga `/cities/jp-kaga/`\n" in result.output


@pytest.mark.parametrize("files", [{}, {"README.md": "# Portal\n", ".gitignore": "site/\n"}])
def test_everything_is_new_at_first(
    base: Path, portal_folder: Path, tmp_path: Path, files: dict[str, str]
) -> None:
    (tmp_path / "empty").mkdir()
    put(tmp_path / "empty", files)
    result = run("compare", tmp_path / "empty", "--root", portal_folder, "--format", "markdown")
    assert result.exit_code == 0
    assert "this counts as the first publication" in result.output
    assert "- 加賀 · Kaga `/cities/jp-kaga/`\n" in result.output
    assert "Pages removed" not in result.output


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_base_that_is_not_there_is_told(base: Path, portal_folder: Path, lang: str) -> None:
    for missing in (base / "nowhere", base / "data/cities.yaml"):
        result = run("compare", missing, "--root", portal_folder, "--lang", lang)
        assert result.exit_code == 2
        sentence = {"zh": f"找不到資料夾 {missing}\n", "en": f"there is no folder {missing}\n"}
        assert result.output == sentence[lang]


@pytest.mark.parametrize(
    "url", ["https://user:secret@city.example.org/", "javascript:alert(1)", "city.example.org", "https://a.example/?key=secret"]
)  # fmt: skip
def test_a_url_that_is_none_is_refused_and_not_printed(
    base: Path, portal_folder: Path, url: str
) -> None:
    result = run("compare", base, "--root", portal_folder, "--url", url)
    assert result.exit_code == 2
    assert "secret" not in result.output
    assert result.output.startswith("--url takes an address that begins with https://")


def test_settings_are_named_without_their_values(base: Path, portal_folder: Path) -> None:
    config = "site_name: A\ntheme: {name: material, font: false}\n" + (
        "plugins:\n  i18n:\n    docs_structure: folder\n    fallback_to_default: false\n"
        "    reconfigure_material: false\n    reconfigure_search: false\n"
        "    languages:\n      - {locale: zh, name: 中文, default: true}\n"
        "      - {locale: en, name: English}\n  city-diplomacy: {}\n"
        "markdown_extensions: [attr_list]\n"
    )
    put(base, {"mkdocs.yml": config})
    put(portal_folder, {"mkdocs.yml": f"{config}copyright: hush\nextra: {{search: false}}\n"})
    result = run("compare", base, "--root", portal_folder, "--format", "markdown")
    assert result.exit_code == 0, result.output
    assert "Settings of mkdocs.yml change: `copyright`, `extra`; look at the preview.\n" in (
        result.output
    )
    assert "hush" not in result.output


def test_another_version_of_the_generator_is_told(base: Path, portal_folder: Path) -> None:
    put(base, {"requirements.txt": "city-diplomacy-portal==0.1.0\n"})
    put(portal_folder, {"requirements.txt": "city-diplomacy-portal==0.2.0\n"})
    told = run("compare", base, "--root", portal_folder, "--format", "markdown").output
    assert "The generator itself has changed" in told
    assert NOTHING.strip() in told
