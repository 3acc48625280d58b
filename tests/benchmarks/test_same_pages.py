"""What is compared in speed is compared in content first."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.builders import Builder, Ours, StockMkDocs, find_hugo
from benchmarks.contest import Contest
from benchmarks.same_pages import PagesDiffer, require_same_pages

FRAME = (
    "<html><head><link hreflang=en href=/></head><body>"
    "<header>{header}</header><main><article class='inner md-typeset'>{article}</article></main>"
    "</body></html>"
)


def _site(folder: Path, header: str = "Portal", **articles: str) -> Path:
    for address, article in articles.items():
        path = folder / address / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(FRAME.format(header=header, article=article), encoding="utf-8")
    return folder


def test_the_same_text_in_other_tags_and_spaces_is_the_same(tmp_path: Path) -> None:
    one = _site(tmp_path / "one", a="<h1>A</h1><p>佐渡市  is</p>\n<p>a city</p>", b="")
    two = _site(tmp_path / "two", a="<h1>A</h1><div>佐渡市 is</div><p>a\ncity</p>", b="")
    assert require_same_pages(one, two, whole=True) == 2


def test_where_a_line_may_break_is_no_difference_in_text(tmp_path: Path) -> None:
    one = _site(tmp_path / "one", a="<h2>合作<wbr>內容</h2>")
    two = _site(tmp_path / "two", a="<h2>合作內容</h2>")
    assert require_same_pages(one, two, whole=True) == 1


def test_a_page_that_differs_is_named_with_the_difference(tmp_path: Path) -> None:
    one = _site(tmp_path / "one", a="same", b="<p>signed in 2023</p>")
    two = _site(tmp_path / "two", a="same", b="<p>signed in 2024</p>")
    with pytest.raises(PagesDiffer, match=r"1 of 2 pages differ; b/ says .*2023… or .*2024…"):
        require_same_pages(one, two, whole=False)


def test_a_page_on_one_side_only_is_named(tmp_path: Path) -> None:
    one, two = _site(tmp_path / "one", a="", b=""), _site(tmp_path / "two", a="")
    with pytest.raises(PagesDiffer, match="as b/"):
        require_same_pages(one, two, whole=False)


def test_the_frame_counts_only_for_whole_pages(tmp_path: Path) -> None:
    one, two = _site(tmp_path / "one", a="x"), _site(tmp_path / "two", "Other", a="x")
    assert require_same_pages(one, two, whole=False) == 1
    with pytest.raises(PagesDiffer, match="Portal"):
        require_same_pages(one, two, whole=True)


def test_a_link_that_is_missing_is_counted(tmp_path: Path) -> None:
    one, two = _site(tmp_path / "one", a="<a href=b>x</a>"), _site(tmp_path / "two", a="<a>x</a>")
    with pytest.raises(PagesDiffer, match="1 links or 0"):
        require_same_pages(one, two, whole=True)


def test_a_link_that_leads_elsewhere_is_named(tmp_path: Path) -> None:
    one = _site(tmp_path / "one", a="<a href=../b/#in-ㄉ>x</a>")
    same = _site(tmp_path / "same", a="<a href=/b/#in-%E3%84%89>x</a>")
    other = _site(tmp_path / "other", a="<a href=/c/>x</a>")
    assert require_same_pages(one, same, whole=True) == 1
    with pytest.raises(PagesDiffer, match=r"among its links .*/b/.* or .*/c/"):
        require_same_pages(one, other, whole=True)


def test_error_pages_are_compared_when_whole_pages_are(tmp_path: Path) -> None:
    one, two = _site(tmp_path / "one", a="x"), _site(tmp_path / "two", a="x")
    for site in (one, two):
        text = FRAME.format(header="Portal", article=f"Not found by {site.name}")
        (site / "404.html").write_text(text, encoding="utf-8")
    assert require_same_pages(one, two, whole=False) == 1
    with pytest.raises(PagesDiffer, match=r"404\.html says"):
        require_same_pages(one, two, whole=True)


def test_what_our_frame_says_inside_main_is_not_the_pages(tmp_path: Path) -> None:
    article = "<p class=tagline>{0}</p><h1>{0}</h1><p>same</p><p class=edit>{0}</p>"
    one = _site(tmp_path / "one", a=article.format("frame"))
    two = _site(tmp_path / "two", a="<h1>frame</h1><p>same</p>")
    assert require_same_pages(one, two, whole=False) == 1


def test_all_generators_make_the_same_pages_of_a_small_corpus(tmp_path: Path) -> None:
    hugo = find_hugo()
    builders: list[Builder] = [Ours(), *([hugo] if hugo else []), StockMkDocs(search=False)]
    rehearsal = Contest(tmp_path, 20, builders).rehearse()
    assert rehearsal.pages > 60
    assert min(rehearsal.html.values()) > 0
    if hugo:
        assert rehearsal.html[hugo.name] == pytest.approx(rehearsal.html[Ours().name], rel=0.03)
