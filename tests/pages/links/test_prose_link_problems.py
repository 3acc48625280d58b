"""Links in records are told where they are written: in the file, not only at the field."""

from __future__ import annotations

from pathlib import Path

import pytest
from releases import release
from written import SETTINGS, codes, page, problems

from portal.assembly import read_portal
from portal.model.values.moment import Moment


def homes(folder: Path, summary: str) -> list[str]:
    """What is wrong with a field that is added to the end of a record, whose lines begin on line 13."""
    path = folder / "data/homes.yaml"
    text = path.read_text(encoding="utf-8")
    found = codes(folder, {"data/homes.yaml": f"{text}  summary:\n{summary}\n"})
    return [line.removeprefix("data/homes.yaml:") for line in found]


@pytest.mark.parametrize(
    "text",
    [
        "[a](/cities/jp-kaga/), [b](/), [c](/about/counting/#page), [d](/cities/jp-kaga/#partnerships)",
        "[a][b], [c][], [d]\n\n[b]: /cities/\n[c]: /sources/\n[d]: https://example.org/",
        "[a](/data/cities.csv), [b](/sitemap.xml), [c](/open-data/cities/)",
        "`[a](/xyzzy/)` and\n\n    [a](/xyzzy/)\n\n```\n[a](/xyzzy/)\n```",
        "no link [1], [sic]",
        "[unused]",
    ],
)
def test_right_links(portal_folder: Path, text: str) -> None:
    lines = "\n".join(f"      {line}".rstrip() for line in text.split("\n"))
    assert homes(portal_folder, f"    zh: 摘要\n    en: |\n{lines}") == []


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("    {zh: 摘要, en: 'See [it](/xyzzy/)'}", ["14:28: dead-link"]),
        ('    {zh: 摘要, en: "See [it](/xyzzy/)"}', ["14:28: dead-link"]),
        ("    zh: 摘要\n    en: See [it](/xyzzy/) now", ["15:18: dead-link"]),
        ("    zh: 摘要\n    en: |\n      One.\n\n      See [it](/xyzzy/).", ["18:16: dead-link"]),
        (
            "    zh: 摘要\n    en: >-\n      One\n      [it](/xyzzy/)\n      two",
            ["17:12: dead-link"],
        ),
        (
            "    zh: '[它](/xyzzy/)'\n    en: '[it](/xyzzy/)'",
            ["14:14: dead-link"],  # which names 15:15 too
        ),
        ("    zh: 摘要\n    en: '`/xyzzy/` [it](/xyzzy/)'", ["15:25: dead-link"]),
        (
            "    zh: 摘要\n    en: '[a](/xyzzy/) [b](/xyzzy/)'",
            ["15:14: dead-link"],
        ),
        (
            "    zh: 摘要\n    en: |\n      [a][b] [c][b]\n\n      [b]: /xyzzy/",
            ["18:12: dead-link"],
        ),
        ("    zh: 摘要\n    en: |\n      [a]\n\n      [A]: /xyzzy/", ["18:12: dead-link"]),
        ("    zh: 摘要\n    en: 'a [b][c] d'", ["15:12: reference-undefined"]),
        ("    zh: 摘要\n    en: 'a [b][] d'", ["15:12: reference-undefined"]),
        ("    zh: 摘要\n    en: '[a](../cities/jp-kaga.md)'", ["15:14: link-not-from-root"]),
        ("    zh: 摘要\n    en: '[a](/cities/jp-kaga.md)'", ["15:14: link-not-from-root"]),
        ("    zh: 摘要\n    en: '[a](example.org)'", ["15:14: link-without-scheme"]),
        ("    zh: 摘要\n    en: '[a]()'", ["15:9: link-form"]),
        ("    zh: 摘要\n    en: '[a](/cities/jp-kaga/#tie)'", ["15:14: dead-fragment"]),
        ("    zh: 摘要\n    en: '[a](#page)'", ["15:14: dead-fragment"]),
        ("    zh: 摘要\n    en: '[a](java&#115;cript&colon;x)'", ["15:10: unsafe-link"]),
        ("    zh: 摘要\n    en: '[a](java&#115;cript:x)'", ["15:10: unsafe-link"]),
    ],
)
def test_wrong_links(portal_folder: Path, summary: str, expected: list[str]) -> None:
    assert homes(portal_folder, summary) == expected


def test_headings_of_the_text_itself_can_be_named(portal_folder: Path) -> None:
    text = (
        "body:\n  zh: |\n    ## 一\n\n    [a](#section-1)\n"
        "  en: |\n    ## One\n\n    [a](#section-1) [b](#section-2)\n"
    )
    files = release("news")
    (path,) = files
    files[path] = files[path].replace("body: {zh: 內文。, en: A text.}\n", text)
    (line,) = codes(portal_folder, files)
    assert line.endswith("15:25: dead-fragment")


@pytest.mark.parametrize(
    ("target", "mark", "expected"),
    [
        ("/press/2027/twin/", "public_from: 2027-01-02\n", []),
        ("/press/2027/twin/#xyzzy", "public_from: 2027-01-02\n", ["dead-fragment"]),
        ("/press/2027/twins/", "public_from: 2027-01-02\n", ["dead-link-near"]),
        ("/press/2027/twins/", "draft: true\n", []),
        ("/press/2027/twin/", "", ["link-not-public"]),
        ("../press/2027/twin.md", "", ["link-not-public"]),
    ],
)
def test_what_is_still_to_come_may_link_to_what_else_is(
    portal_folder: Path, target: str, mark: str, expected: list[str]
) -> None:
    date = "2027-01-02" if "public_from" in mark else "2026-11-01"
    files = release("twin", "2027-01-02") | release("linking", date, mark)
    linked = {
        path: text.replace("A text.", f'"See [it]({target})."') if "linking" in path else text
        for path, text in files.items()
    }
    assert [problem.code for problem in problems(portal_folder, linked)] == expected


def test_a_page_that_is_not_public_is_not_told_more_about(portal_folder: Path) -> None:
    files = release("twin", "2027-01-02")
    files["content/en/index.md"] = page("[a](/press/2027/twin/)")
    (problem,) = problems(portal_folder, files)
    assert problem.line("en") == (
        "content/en/index.md:7:5: the page /press/2027/twin/ is not public now; "
        "delete the link, and add it when the page is public"
    )
    now = Moment.parse("2027-01-02")
    assert read_portal(portal_folder, now).problems == []


@pytest.mark.parametrize("damage", ["\t- x", "  kind: [", "- id: jp-new\n  level: cit\n"])
def test_what_follows_from_another_problem_is_not_told(portal_folder: Path, damage: str) -> None:
    path = portal_folder / "data/cities.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + damage + "\n", encoding="utf-8")
    links = "[a](/cities/jp-new/) [b](/cities/jp-new/partnerships/)"
    found = codes(portal_folder, {"content/en/index.md": page(links)})
    assert found
    assert not [line for line in found if "link" in line]


def test_a_file_that_all_languages_share_is_found_from_each(portal_folder: Path) -> None:
    path = portal_folder / "data/homes.yaml"
    text = path.read_text(encoding="utf-8")
    link = "'[a](/data/cities.csv) [b](/cities/)'"
    assert (
        codes(portal_folder, {"data/homes.yaml": f"{text}  summary: {{zh: {link}, en: {link}}}\n"})
        == []
    )
    edition = read_portal(portal_folder, Moment.parse("2026-11-22"))
    html = {
        code: edition.render(edition.pages["homes/alpha/"], code).content for code in ("zh", "en")
    }
    assert '<a href="../../data/cities.csv">' in html["zh"]
    assert '<a href="../../../data/cities.csv">' in html["en"]
    assert all('<a href="../../cities/">' in text for text in html.values())


def test_settings_change_nothing_about_records(portal_folder: Path) -> None:
    assert codes(portal_folder, {"mkdocs.yml": f"{SETTINGS}nav: []\n"}) == []
