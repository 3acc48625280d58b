"""What passes the check builds, strictly; what does not stops the build: pages, links, the menu."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.html
import pytest
from building import ROOT, build
from editing import put
from lxml.html import HtmlElement
from samples import drawing
from written import both, page, problems

GLOSSARY = """\
- id: bureau
  subject_field: diplomacy
  definition: {zh: 照顧某一城市的局處。, en: The bureau that looks after a city.}
  terms: {zh: [{term: 認養局處, status: preferred}], en: [{term: adopting bureau, status: preferred}]}
"""

SETTINGS = f"""\
INHERIT: {ROOT}/mkdocs.yml
site_name: Pages
hooks: [{ROOT}/hooks/mkdocs_events.py]
extra: {{search: false}}
nav:
  - about/counting.md
  - about/no.md
  - needs-verification.md
"""

TEXT = """\
[city](/cities/jp-kaga/), [its ties](/cities/jp-kaga/#partnerships), [page](/about/hidden/#page), [self](#columns),
[front](/), [filter](/cities/?q=a), [data](/data/cities.csv), [map](/sitemap.xml), [feed][], <https://example.org/>,
<a class="raw" href='/sources/'>raw</a>, ![logo](/assets/portal.svg){ width=20 } and ![picture](/assets/a.png).

## Columns { #columns }

| left { scope=col } | right { scope=col } |
|:--|--:|
| 1 | **2** |

!!! note "Note"
    Text with \\*asterisks\\* and `**code**`.

<details markdown="1"><summary>More</summary>

- *item*

</details>

[feed]: /open-data/ "The data"
"""

IN_CHINESE = TEXT.replace("[city]", "這一段有各種連結：[city]").replace(
    "Text with", "內文有Text with"
)
"""The same, in the words that a Chinese page needs."""

FILES = {
    "mkdocs.yml": SETTINGS,
    **both("about/counting.md", IN_CHINESE, TEXT),
    **both(
        "about/hidden.md",
        "民政局是認養局處。",
        "It is the adopting bureau, not [an adopting bureau](#).",
    ),
    "data/glossary.yaml": GLOSSARY,
    "content/zh/about/no.md": page("文字", "2026", "description: 2026-11-22\n"),
    "content/en/about/no.md": page("Text", "NO", "description: on\n"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal with pages of every right kind, built strictly."""
    folder = tmp_path_factory.mktemp("written")
    portal = Path(shutil.copytree(ROOT / "tests/portals/minimal", folder / "portal"))
    put(portal, FILES)
    (portal / "content" / "assets").mkdir()
    (portal / "content" / "assets" / "a.png").write_bytes(drawing())
    assert problems(portal) == []
    done = build(portal / "mkdocs.yml", folder / "site")
    assert done.code == 0, done.output
    assert "WARNING" not in done.output
    return folder / "site"


def read(built: Path, path: str) -> HtmlElement:
    return lxml.html.fromstring((built / path / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_every_link_of_a_written_page_leads_somewhere(built: Path, prefix: str) -> None:
    path = f"{prefix}about/counting/"
    targets = read(built, path).xpath("//main//a/@href | //main//img/@src")
    assert len(targets) > 15
    for target in targets:
        url = urlsplit(urljoin(f"http://portal/{path}", target))
        if url.netloc == "portal":
            file = built / url.path.lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            assert file.is_file(), target
            if url.fragment:
                html = lxml.html.fromstring(file.read_text(encoding="utf-8"))
                assert html.xpath(f"//*[@id='{url.fragment}']"), target


def test_links_stay_in_their_language(built: Path) -> None:
    hrefs = read(built, "en/about/counting/").xpath("//main//p/a/@href")
    assert hrefs[0] == "../../cities/jp-kaga/"
    assert "../../../data/cities.csv" in hrefs
    assert "../../sources/" in hrefs


def test_columns_are_aligned_without_inline_styles(built: Path) -> None:
    html = read(built, "about/counting/")
    assert html.xpath("//td/@class") == ["left", "right"]
    assert not html.xpath("//@style")


def test_pages_outside_the_menu_are_published(built: Path) -> None:
    assert read(built, "about/hidden/").xpath("//h1/text()") == ["一頁"]


def test_the_menu_can_name_generated_pages(built: Path) -> None:
    listed = read(built, "en/about/no/").xpath("//footer//li/a/text()")
    assert listed[:3] == ["A page", "NO", "Needs verification"]


@pytest.mark.parametrize(
    ("prefix", "word", "meaning"),
    [("", "認養局處", "照顧某一城市的局處。"), ("en/", "adopting bureau", "The bureau that looks")],
)
def test_terms_are_explained(built: Path, prefix: str, word: str, meaning: str) -> None:
    html = read(built, f"{prefix}about/hidden/")
    (button,) = html.xpath("//main//span[@class='defined']/button")
    assert button.getparent().text == word
    (definition,) = html.xpath(f"//main//*[@id='{button.get('popovertarget')}'][@popover]")
    assert meaning in definition.text_content()
    assert definition.xpath(".//a/@href") == ["../../glossary/bureau/"]
    assert not html.xpath("//main//a[@href='#']")


def test_a_changed_definition_changes_only_the_pages_that_show_it(tmp_path: Path) -> None:
    portal = Path(shutil.copytree(ROOT / "tests/portals/minimal", tmp_path / "portal"))
    put(
        portal,
        FILES | both("about/counting.md", "[文字](/about/hidden/)", "[Text](/about/hidden/)"),
    )
    site = tmp_path / "site"

    def pages() -> dict[str, str]:
        done = build(portal / "mkdocs.yml", site)
        assert done.code == 0, done.output
        files = sorted(site.glob("**/about/*/index.html"))
        return {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in files}

    before = pages()
    put(portal, {"data/glossary.yaml": GLOSSARY.replace("The bureau that", "The office that")})
    after = pages()
    assert {path for path in after if after[path] != before[path]} == {"en/about/hidden/index.html"}
    assert "The office that" in after["en/about/hidden/index.html"]


def test_front_matter_is_text(built: Path) -> None:
    html = read(built, "en/about/no/")
    assert html.xpath("//title/text()")[0].startswith("NO – ")
    assert html.xpath("//meta[@name='description']/@content") == ["on"]


@pytest.mark.parametrize(
    "files",
    [
        {"content/en/about/counting.md": page("[a](/xyzzy/)", "A page")},
        {"content/en/index.md": "---\ntitle: [How\n---\n\n# How { #page }\n"},
        {"mkdocs.yml": f"{SETTINGS}  - about/privacy.md\n"},
        both("about/lonely.md", "Text", "Text"),
    ],
)
def test_what_the_check_tells_stops_the_build(tmp_path: Path, files: dict[str, str]) -> None:
    portal = Path(shutil.copytree(ROOT / "tests/portals/minimal", tmp_path / "portal"))
    put(portal, {**FILES, **files})
    found = problems(portal)
    assert found
    done = build(portal / "mkdocs.yml", tmp_path / "site")
    assert done.code == 1
    for problem in found:
        assert problem.line("zh") in done.output
    assert not (tmp_path / "site").exists()
    assert "Traceback" not in done.output
