"""Settings that nobody reads, and values that do not fit, are told with their place."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from building import ROOT, build, small_portal
from commanding import run
from pydantic import BaseModel

from portal.adapter.settings import Badge, Settings, read_settings

Case = tuple[str, str, str]
"""What stands in ``mkdocs.yml``, and what is told of it in Chinese and English."""

WRONG: dict[str, Case] = {
    "misspelt key": (
        "extra:\n  serach: false\n",
        "mkdocs.yml:2:3: 沒有 serach 這個鍵；是否應為 search？",
        "mkdocs.yml:2:3: there is no key serach; did you mean search?",
    ),
    "unknown key": (
        "extra: {analytics: {provider: x}}\n",
        "mkdocs.yml:1:9: 沒有 analytics 這項設定；可用的設定：search, quiet_years, accessibility_badge",
        "mkdocs.yml:1:9: there is no setting analytics; use one of: search, quiet_years, accessibility_badge",
    ),
    "key of a badge": (
        "extra:\n  accessibility_badge: {number: '1', level: A, expires: 2029-11-29, image: a.png,\n"
        "    url: https://example.org/, colour: red}\n",
        "mkdocs.yml:3:32: 沒有 colour 這項設定；可用的設定：number, level, expires, image, url",
        "mkdocs.yml:3:32: there is no setting colour; use one of: number, level, expires, image, url",
    ),
    "no truth value": (
        "extra:\n  search: off\n",
        "mkdocs.yml:2:11: 「off」不是 true 或 false；請改為 false",
        "mkdocs.yml:2:11: 'off' is neither true nor false; write false",
    ),
    "no years": (
        "extra:\n  quiet_years: 0\n",
        "mkdocs.yml:2:16: quiet_years 是 0，不可小於 1；請核對",
        "mkdocs.yml:2:16: quiet_years is 0 and must not be below 1; check it",
    ),
    "years in words": (
        "extra:\n  quiet_years: ten\n",
        "mkdocs.yml:2:16: 數字不寫成「ten」；請改為 10",
        "mkdocs.yml:2:16: 'ten' is not how numbers are written here; write 10",
    ),
    "text": (
        "extra: search\n",
        "mkdocs.yml:1:8: 這裡應為「鍵: 值」的對照，卻是「search」；請改成對照",
        "mkdocs.yml:1:8: a mapping ('key: value') belongs here, found 'search'; write a mapping",
    ),
    "a tab": (
        "extra:\n\tsearch: false\n",
        "mkdocs.yml:2:1: 縮排用了定位字元（Tab）；請改用空格",
        "mkdocs.yml:2:1: the line is indented with a tab; use spaces",
    ),
    "an open bracket": (
        "extra: {search: false\nsite_name: x\n",
        "mkdocs.yml:1:8: 「{」沒有相配的結尾括號；"
        "請寫成 {search: false}，真要這個符號，就把整個值放進引號",
        "mkdocs.yml:1:8: '{' has no matching bracket; "
        "write {search: false} or, if the bracket belongs to the words, put the whole value into quotes",
    ),
    "deep nesting": (
        "extra: " + "[" * 3000,
        "mkdocs.yml:1:32: 巢狀超過 24 層；請減少層數",
        "mkdocs.yml:1:32: values are nested more than 24 levels deep; use fewer levels",
    ),
    "a circle": (
        "extra: &a [*a]\n",
        "mkdocs.yml:1:12: 使用了 YAML 別名 *a；請直接寫出內容",
        "mkdocs.yml:1:12: the YAML alias *a is used; write the value out",
    ),
    "nothing": (
        "\n",
        "mkdocs.yml:1:1: 檔案是空的；請填入紀錄，或刪除此檔",
        "mkdocs.yml:1:1: the file is empty; write records into it or delete it",
    ),
}

RIGHT = {
    "nothing under extra": ("site_name: x\n", True),
    "empty": ("extra:\n", True),
    "no search": ("extra:\n  search: false\n", False),
    "an empty value": ("extra:\n  search:\n", True),
    "a variable": ("extra: {search: !ENV SEARCH}\n", False),
    "the first of two variables": ("extra: {search: !ENV [OTHER, SEARCH, true]}\n", False),
    "the default of a variable": ("extra: {search: !ENV [OTHER, true]}\n", True),
    "a variable that nobody set": ("extra: {search: !ENV OTHER}\n", True),
    "tags that make Python objects": (
        "markdown_extensions:\n  - x: {f: !!python/name:os.remove , g: !!python/object/apply:os.abort []}\n"
        "hook: !relative $config_dir\nextra: {search: false}\n",
        False,
    ),
    "a part that is named twice": ("a: &a {search: false}\nextra:\n  <<: *a\n", False),
}


def config(folder: Path, text: str) -> Path:
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    text, zh, en = WRONG[name]
    settings, problems = read_settings(config(tmp_path, text))
    assert [problem.line("zh") for problem in problems] == [zh]
    assert [problem.line("en") for problem in problems] == [en]
    assert settings == Settings()


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_read_as_mkdocs_reads_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEARCH", "false")
    monkeypatch.delenv("OTHER", raising=False)
    text, search = RIGHT[name]
    settings, problems = read_settings(config(tmp_path, text))
    assert problems == []
    assert settings.search is search


def test_a_folder_without_settings_has_the_usual_ones(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "mkdocs.yml") == (Settings(), [])


def test_what_is_inherited_is_told_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text(
        "site_name: x\nextra:\n  serach: true\n  accessibility_badge: {level: AA, number: '1'}\n",
        encoding="utf-8",
    )
    own = "INHERIT: ../base.yml\nextra:\n  accessibility_badge: {level: B, image: badge.png}\n"
    (tmp_path / "portal").mkdir()
    _, problems = read_settings(config(tmp_path / "portal", own))
    assert [problem.line("en") for problem in problems] == [
        "../base.yml:3:3: there is no key serach; did you mean search?",
        "mkdocs.yml:3:24: the required key expires is missing; add it",
        "mkdocs.yml:3:24: the required key url is missing; add it",
        "mkdocs.yml:3:32: level cannot be 'B'; use one of: A, AA, AAA",
    ]


def test_what_is_inherited_holds_until_the_portal_says_otherwise(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("extra: {search: false}\n", encoding="utf-8")
    assert read_settings(config(tmp_path, "INHERIT: base.yml\n"))[0].search is False
    own = "INHERIT: base.yml\nextra: {search: true}\n"
    assert read_settings(config(tmp_path, own))[0].search is True


@pytest.mark.parametrize(
    ("inherited", "code"),
    [
        ("nowhere.yml", "setting-path-missing"),
        ("mkdocs.yml", "inherits-itself"),
        ("[a]", "not-text"),
    ],
)
def test_a_file_that_cannot_be_inherited_ends_the_reading(
    inherited: str, code: str, tmp_path: Path
) -> None:
    own = f"INHERIT: {inherited}\nextra: {{search: false}}\n"
    settings, problems = read_settings(config(tmp_path, own))
    assert (settings.search, [problem.code for problem in problems]) == (False, [code])


def test_check_and_build_tell_the_same_beside_what_is_wrong_with_records(tmp_path: Path) -> None:
    path = small_portal(tmp_path)
    with path.open("a", encoding="utf-8") as file:
        file.write("extra:\n  serach: false\n")
    line = len(path.read_text(encoding="utf-8").splitlines())
    (tmp_path / "data" / "notes.txt").touch()
    told = {
        "zh": f"mkdocs.yml:{line}:3: 沒有 serach 這個鍵；是否應為 search？\n",
        "en": f"mkdocs.yml:{line}:3: there is no key serach; did you mean search?\n",
    }
    for lang, sentence in told.items():
        checked = run("check", "--root", tmp_path, "--lang", lang)
        assert checked.exit_code == 1
        assert sentence in checked.stdout
        assert "data/notes.txt:1:1: " in checked.stdout
    built = build(path, tmp_path / "site")
    assert built.code == 1
    assert "2 problem(s):\n" in built.output
    assert told["zh"] in built.output
    assert "there is no key serach; did you mean search?" in built.output
    assert not (tmp_path / "site").exists()


def test_every_setting_is_documented_in_the_words_of_the_model() -> None:
    documented = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `extra\.(\S+)` \| [^|]+ \| (.*) \|$", documented, re.MULTILINE))
    assert rows == described(Settings, "") | described(Badge, "accessibility_badge.")


def described(model: type[BaseModel], prefix: str) -> dict[str, str | None]:
    return {f"{prefix}{name}": field.description for name, field in model.model_fields.items()}


def test_the_events_of_a_portal_are_handled_once(tmp_path: Path) -> None:
    path = small_portal(tmp_path)
    with path.open("a", encoding="utf-8") as file:
        file.write("plugins: {city-diplomacy: {}}\n")
    built = build(path, tmp_path / "site")
    assert built.code == 1
    assert "the generator is configured twice; delete city-diplomacy from plugins" in built.output
    assert "產生器設定了兩次" in built.output
    assert "Traceback" not in built.output


def test_settings_that_are_no_file_are_told(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    assert read_settings(path) == (Settings(), [])
    os.mkfifo(path)
    (problem,) = read_settings(path)[1]
    assert problem.line("en") == (
        "mkdocs.yml:1:1: this is a named pipe (FIFO) and not a file; delete it"
    )
    path.unlink()
    path.symlink_to("/etc/passwd")
    (problem,) = read_settings(path)[1]
    assert (str(problem.place), problem.code) == ("mkdocs.yml:1:1", "file-is-link")
    path.unlink()
    path.write_text("INHERIT: other.yml\n", encoding="utf-8")
    (tmp_path / "other.yml").mkdir()
    (problem,) = read_settings(path)[1]
    assert (str(problem.place), problem.code) == ("other.yml:1:1", "folder-named-as-file")
