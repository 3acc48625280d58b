"""What a page says about itself: known keys with text in them, and nothing of it shown on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from written import SETTINGS, codes

from portal.pages.writing.front_matter import meta, part

TEXT = "\n# Front page { #page }\n"


def of_front_page(folder: Path, text: str) -> list[str]:
    found = codes(folder, {"content/en/index.md": text})
    return [line.removeprefix("index.md:") for line in found]


@pytest.mark.parametrize(
    "front",
    [
        "title: Front page",
        "title: 'Handbook: reception'",
        "title: Front page\ndescription: What it is.",
        "title: Front page\ntemplate: main.html",
        "# a comment\ntitle: Front page  # another",
        "title: >-\n  Front\n  page",
        "{title: Front page}",
    ],
)
def test_right_front_matter(portal_folder: Path, front: str) -> None:
    zh = (
        front.replace("Front page", "首頁")
        .replace("Front\n  page", "首頁")
        .replace("What it is.", "簡介。")
    )
    zh = zh.replace("Handbook: reception", "手冊: 接待".replace(": ", "："))
    codes(
        portal_folder,
        {"content/zh/index.md": f"---\n{zh}\n---\n{TEXT.replace('Front page', '首頁')}"},
    )
    assert of_front_page(portal_folder, f"---\n{front}\n---\n{TEXT}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, ["1:1: front-matter-missing"]),
        (f"title: Front page\n{TEXT}", ["1:1: front-matter-missing"]),
        (f"\n\n---\ntitle: Front page\n---\n{TEXT}", ["1:1: front-matter-late"]),
        (f"---\ntitle: Front page\n{TEXT}", ["1:1: front-matter-open"]),
        (f"---\n---\n{TEXT}", ["1:1: missing-key"]),
        (f"---\n# nothing\n---\n{TEXT}", ["1:1: missing-key"]),
        (f"---\ndescription: x\n---\n{TEXT}", ["2:1: missing-key"]),
        (f"---\ntitle:\n---\n{TEXT}", ["2:7: empty-text"]),
        (f"---\ntitle: ' '\n---\n{TEXT}", ["2:8: empty-text"]),
        (f"---\ntitle: [Front, page]\n---\n{TEXT}", ["2:8: not-text"]),
        (f"---\ntitle: <b>Front</b>\n---\n{TEXT}", ["2:8: markup-in-text"]),
        (f"---\ntitle: Front，page\n---\n{TEXT}", ["2:13: full-width-in-english"]),
        (f"---\ntitle: The 首頁\n---\n{TEXT}", ["2:12: other-script-in-title"]),
        (f"---\ntitle: Fr\u00adont\n---\n{TEXT}", ["2:10: invisible-character"]),
        (f"---\ntitle: A\ndescription: TODO\n---\n{TEXT}", ["3:14: placeholder-on-page"]),
        (f"---\ntitel: Front page\n---\n{TEXT}", ["2:1: unknown-key-near"]),
        (f"---\nTitle: Front page\n---\n{TEXT}", ["2:1: unknown-key-near"]),
        (f"---\ntitle: A\nhide: [toc]\n---\n{TEXT}", ["3:1: unknown-front-matter"]),
        (f"---\ntitle: A\ntitle: B\n---\n{TEXT}", ["3:1: repeated-key"]),
        (f"---\ntitle: Handbook: reception\n---\n{TEXT}", ["2:16: colon-in-value"]),
        (f"---\ntitle: A\n\tdescription: B\n---\n{TEXT}", ["3:1: tab-indentation"]),
        (f"---\ntitle: &a A\n---\n{TEXT}", ["2:8: anchor"]),
        (f"---\n- title\n---\n{TEXT}", ["2:1: not-a-mapping"]),
        (f"---\nFront page\n---\n{TEXT}", ["2:1: not-a-mapping"]),
        (f"---\ntitle: A\ntemplate: ../../x\n---\n{TEXT}", ["3:11: not-a-choice"]),
        (f"---\ntitle: A\ntemplate: 404.html\n---\n{TEXT}", ["3:11: not-a-choice"]),
        (f"---\ntitle: A\ntemplate: hoem.html\n---\n{TEXT}", ["3:11: not-a-choice-near"]),
    ],
)
def test_wrong_front_matter_is_told_once(
    portal_folder: Path, text: str, expected: list[str]
) -> None:
    assert of_front_page(portal_folder, text) == expected


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("[How", "bracket-not-closed"),
        ('"How', "quote-not-closed"),
        ("{How", "value-start"),
        ("@how", "value-start"),
        ("%how", "value-start"),
    ],
)
def test_broken_yaml_is_told_at_its_line_of_the_front_matter(
    portal_folder: Path, title: str, code: str
) -> None:
    told = of_front_page(portal_folder, f"---\ntitle: {title}\n---\n{TEXT}")
    assert told == [f"2:8: {code}"]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("titel: A\ntemplate: home.html\n", "2:1: unknown-key-near"),
        ("title: A\nhide: b\ntemplate: home.html\n", "3:1: unknown-front-matter"),
        ("title: A: B\ntemplate: home.html\n", "2:9: colon-in-value"),
    ],
)
def test_what_follows_from_wrong_front_matter_is_not_told(
    portal_folder: Path, front: str, expected: str
) -> None:
    text = f"---\n{front}---\n\nText without a heading.\n"
    assert of_front_page(portal_folder, text) == [expected]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("title: 首页", "2:9: simplified-chinese"),
        ("title: 広島與臺北", "2:8: japanese-form-in-title"),
        ("title: 首頁(總覽)", "2:10: wrong-width-in-chinese"),
        ("title: 부산", "2:8: other-script-in-title"),
        ("title: About this portal", "2:8: untranslated"),
        ("title: 首頁\ndescription: Reports and releases", "3:14: untranslated"),
        ("title: 首頁\ndescription: '說明，'", "3:17: stray-punctuation"),
    ],
)
def test_the_front_matter_of_a_chinese_page_is_chinese(
    portal_folder: Path, front: str, expected: str
) -> None:
    files = {"content/zh/index.md": f"---\n{front}\n---\n# 首頁 {{ #page }}\n"}
    assert codes(portal_folder, files) == [f"content/zh/index.md:{expected}"]


def test_both_languages_have_one_template(portal_folder: Path) -> None:
    text = "---\ntitle: Front page\ntemplate: home.html\n---\n\nText.\n"
    assert of_front_page(portal_folder, text) == ["6:1: template-differs"]
    files = {"content/zh/index.md": text.replace("Front page", "首頁").replace("Text.", "文字。")}
    assert codes(portal_folder, files) == []


def test_a_portal_can_have_templates_of_its_own(portal_folder: Path) -> None:
    files = {
        "mkdocs.yml": f"{SETTINGS}theme: {{name: material, custom_dir: overrides}}\nnav: []\n",
        "overrides/poster.html": "{% extends 'base.html' %}",
    }
    for locale, title in (("zh", "首頁"), ("en", "Front page")):
        front = f"---\ntitle: {title}\ntemplate: poster.html\n---\n"
        files[f"content/{locale}/index.md"] = f"{front}# {title} {{ #page }}\n"
    assert codes(portal_folder, files) == []


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\na: b\n---\nText", "Text", 4),
        ("---\na: b\n---\n\n\nText", "Text", 6),
        ("--- \na: b\n...\nText", "Text", 4),
        ("---\na: b\n---", "", 3),
        ("Text", "Text", 1),
    ],
)
def test_the_text_begins_after_the_front_matter(text: str, body: str, line: int) -> None:
    assert (part(text).body, part(text).line) == (body, line)


def test_the_build_takes_values_as_text() -> None:
    assert meta("---\ntitle: NO\ndescription: 2026-11-22\n---\n\nText") == (
        {"title": "NO", "description": "2026-11-22"},
        "Text",
    )
    assert meta("---\ntitle: [\n---\nText") == ({}, "Text")
