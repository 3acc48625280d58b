"""What MkDocs would say in English and without a line, or fail at, is told of ``mkdocs.yml`` beforehand."""

from __future__ import annotations

from pathlib import Path

import damaged
import pytest
from mkdocs.config.defaults import MkDocsConfig

from portal.adapter.config_problems import KEYS, config_problems, site_problems
from portal.adapter.settings_problems import settings_problems

I18N = "{locale: zh, name: 中文, default: true}, {locale: en, name: English}"


def report(folder: Path, text: str, lang: str = "en") -> list[str]:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return [problem.line(lang) for problem in settings_problems(folder / "mkdocs.yml")]


def test_the_keys_are_those_of_mkdocs() -> None:
    assert {*MkDocsConfig().keys(), "INHERIT"} == KEYS


def test_a_sound_file_has_no_problem(tmp_path: Path) -> None:
    assert report(tmp_path, damaged.CONFIG) == []
    assert config_problems(tmp_path / "nothing.yml") == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "site_dir: site",
            "sitedir: site",
            "mkdocs.yml:3:1: there is no key sitedir; did you mean site_dir?",
        ),
        (
            "site_dir: site",
            "site_dir: data",
            "mkdocs.yml:3:11: the site cannot be built in data, where it would replace files of the portal; "
            "give it a folder of its own, such as site",
        ),
        (
            "docs_structure: folder",
            "docs_structure: suffix",
            "mkdocs.yml:7:21: i18n: docs_structure cannot be 'suffix'; write docs_structure: folder",
        ),
        (
            "    docs_structure: folder\n",
            "",
            "mkdocs.yml:7:5: i18n: docs_structure is missing; add docs_structure: folder",
        ),
        (
            "      - {locale: en, name: English}\n",
            "",
            f"mkdocs.yml:12:7: i18n: languages cannot be '[…]'; write languages: [{I18N}]",
        ),
        (
            "city-diplomacy: {}",
            "city-diplomacy: {}\n  frobnicate: {}",
            "mkdocs.yml:15:3: no plugin frobnicate is installed; correct the name, or install it first",
        ),
        (
            "  city-diplomacy: {}\n",
            "",
            "mkdocs.yml:5:1: plugins: city-diplomacy is missing; add city-diplomacy: {}",
        ),
        (
            "name: material",
            "name: mkdocs",
            "mkdocs.yml:4:15: theme cannot be 'mkdocs'; write theme: {name: material, font: false}",
        ),
        (
            "font: false",
            "custom_dir: own",
            "mkdocs.yml:4:37: custom_dir names own, which is not there; correct the path, or delete the entry",
        ),
        (
            "site_name: Invented",
            "site_name: 2026-13-45",
            "mkdocs.yml:1:12: text belongs here, found '2026-13-45'; write text",
        ),
        (
            "site_name: Invented",
            "INHERIT: nowhere.yml\nsite_name: Invented",
            "mkdocs.yml:1:10: INHERIT names nowhere.yml, which is not there; correct the path, or delete the entry",
        ),
        (
            "site_name: Invented",
            "INHERIT: mkdocs.yml\nsite_name: Invented",
            "mkdocs.yml:1:10: mkdocs.yml inherits from this file in turn; correct INHERIT",
        ),
        (
            "site_dir: site",
            "site_dir: site\nsite_dir: other",
            "mkdocs.yml:4:1: the key site_dir is repeated (first on line 3); delete one of them",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert old in damaged.CONFIG
    assert report(tmp_path, damaged.CONFIG.replace(old, new)) == [expected]


def test_a_mistake_is_told_in_chinese(tmp_path: Path) -> None:
    text = damaged.CONFIG.replace("  city-diplomacy: {}", "  city-diplomacy: {}\n  frobnicate: {}")
    assert report(tmp_path, text, "zh") == [
        "mkdocs.yml:15:3: 沒有安裝外掛 frobnicate；請更正名稱，或先安裝它"
    ]


def test_plugins_may_be_a_list_and_inherit_their_options(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text(damaged.CONFIG, encoding="utf-8")
    assert report(tmp_path, "INHERIT: base.yml\nsite_name: Another\n") == []
    listed = "INHERIT: base.yml\nplugins: [city-diplomacy, city-diplomacy, search]\n"
    found = [line.partition(": ")[2] for line in report(tmp_path, listed)]
    assert found == [
        "plugins: i18n is missing; add i18n: {}",
        "the plugin city-diplomacy is listed more than once; keep one of them",
    ]


def test_a_checkout_names_its_file_of_hooks(tmp_path: Path) -> None:
    (tmp_path / "mkdocs_events.py").touch()
    text = damaged.CONFIG.replace("  city-diplomacy: {}\n", "") + "hooks: [mkdocs_events.py]\n"
    assert report(tmp_path, text) == []


@pytest.mark.parametrize("inside", ["data", "content/site", "published", ".", "..", "templates/x"])
def test_no_site_takes_the_place_of_the_portal(tmp_path: Path, inside: str) -> None:
    assert site_problems(tmp_path / "portal" / inside, tmp_path / "portal")


@pytest.mark.parametrize("beside", ["site", "../site", "build/html", "data-site"])
def test_a_site_has_a_folder_of_its_own(tmp_path: Path, beside: str) -> None:
    assert site_problems(tmp_path / "portal" / beside, tmp_path / "portal") == []
