"""One convention for links, in records and in written pages: an address from the root, without language and file."""

from __future__ import annotations

import pytest

from portal.pages.links.link_address import Origin, Wrong
from portal.pages.links.link_targets import LinkTargets

PAGES = {
    "", "cities/", "cities/jp-kaga/", "cities/jp-takachiho/", "about/", "about/counting/", "open-data/",
    "press/2026/sado/", "exchanges/2014/", "homes/taipei/units/",
}  # fmt: skip
FILES = {
    "data/cities.csv",
    "press/atom.xml",
    "en/press/atom.xml",
    "assets/a.png",
    "en/b.png",
    "zh-only.png",
}
HIDDEN = {"press/2027/secret/", "cities/jp-draft/"}
TARGETS = LinkTargets(
    pages=PAGES,
    files=lambda: FILES,
    moved={"cities/jp-sado/": "press/2026/sado/"},
    untold=lambda page: page.startswith("plans/"),
    hidden=lambda: HIDDEN,
    ids=lambda page, locale: {"page", "ties", f"only-{locale}"} if page else None,
)
PAGE = Origin("en", "about/counting/", "about/")
PROSE = Origin("en", "homes/taipei/", None, ("homes/taipei/units/",))
ORIGINS = pytest.mark.parametrize("origin", [PAGE, PROSE], ids=["page", "prose"])


@ORIGINS
@pytest.mark.parametrize(
    "link",
    [
        "/", "/cities/", "/cities/jp-kaga/", "/cities/jp-kaga/#ties", "/cities/jp-kaga/#only-en", "/cities/?q=a#ties",
        "/cities/jp%2Dkaga/", "/#anything", "/cities/#", "/cities/#top", "/cities/#:~:text=Kaga", "#ties", "#", "#top",
        "/data/cities.csv", "/press/atom.xml", "/assets/a.png#x", "/b.png", "/plans/unread/",
        "https://example.org/", "http://example.org/a?b#c",
    ],
)  # fmt: skip
def test_right_links(link: str, origin: Origin) -> None:
    assert TARGETS.judge(link, origin) is None


@ORIGINS
@pytest.mark.parametrize(
    ("link", "code", "cure"),
    [
        ("/cities/jp-kagga/", "dead-link-near", "/cities/jp-kaga/"),
        ("/cities/jp-kaga", "dead-link-near", "/cities/jp-kaga/"),
        ("/cities/jp-kaga/index.html", "dead-link-near", "/cities/jp-kaga/"),
        ("/en/cities/jp-kaga/", "dead-link-near", "/cities/jp-kaga/"),
        ("/zh/", "dead-link-near", "/"),
        ("/../cities/", "dead-link-near", "/cities/"),
        ("//cities/", "dead-link-near", "/cities/"),
        ("/cities/jp-sado/", "dead-link-near", "/press/2026/sado/"),
        ("/cities/jp-hachioji/", "dead-link", ""),
        ("/exchanges/2031/", "dead-link", ""),
        ("/xyzzy/", "dead-link", ""),
        ("/en/press/atom.xml", "dead-link", ""),
        ("/press/2027/secret/", "link-not-public", ""),
        ("/press/2027/secret", "link-not-public", ""),
        ("/cities/jp-draft/#ties", "link-not-public", ""),
        ("/cities/jp-kaga.md", "link-not-from-root", "/cities/jp-kaga/"),
        ("/cities/jp-kaga.md?a#ties", "link-not-from-root", "/cities/jp-kaga/?a#ties"),
        ("/cities/index.md", "link-not-from-root", "/cities/"),
        ("/cities/jp-kaga/#tie", "dead-fragment-near", "#ties"),
        ("/cities/jp-kaga/#only-zh", "dead-fragment-near", "#only-en"),
        ("/cities/jp-kaga/#xyzzy", "dead-fragment", ""),
        ("#xyzzy", "dead-fragment", ""),
        ("//example.org/a", "link-without-scheme", "https://example.org/a"),
        ("www.example.org", "link-without-scheme", "https://www.example.org"),
        ("example.org/a?b", "link-without-scheme", "https://example.org/a?b"),
        ("", "link-form", ""),
        ("xyzzy", "link-form", ""),
        ("</cities/>", "link-form", ""),
        ("https:///a", "url-host", ""),
        ("http://", "url-host", ""),
    ],
)
def test_wrong_links(link: str, code: str, cure: str, origin: Origin) -> None:
    found = TARGETS.judge(link, origin)
    assert found is not None
    assert found[0] == code
    assert found[1]["found"] == link
    assert found[1].get("cure", found[1].get("nearest", "")) == cure


@pytest.mark.parametrize(
    ("link", "origin", "cure"),
    [
        ("index.md", PAGE, "/about/"),
        ("counting.md#page", PAGE, "/about/counting/#page"),
        ("../cities/jp-kaga.md", PAGE, "/cities/jp-kaga/"),
        ("../open-data/index.md", PAGE, "/open-data/"),
        ("../cities/index.md?q=a", PAGE, "/cities/?q=a"),
        ("../../cities/jp-kaga/", PAGE, "/cities/jp-kaga/"),
        ("../cities/", PAGE, "/cities/"),
        ("./", PAGE, "/about/counting/"),
        ("../", PAGE, "/about/"),
        ("?q=a", PAGE, "/about/counting/?q=a"),
        ("../assets/a.png", PAGE, "/assets/a.png"),
        ("../../data/cities.csv", PAGE, "/data/cities.csv"),
        ("cities/jp-kaga.md", PROSE, "/cities/jp-kaga/"),
        ("cities/jp-kaga/", PROSE, "/cities/jp-kaga/"),
        ("../../cities/jp-kaga/#ties", PROSE, "/cities/jp-kaga/#ties"),
    ],
)
def test_the_other_convention_is_told_with_its_cure(link: str, origin: Origin, cure: str) -> None:
    assert TARGETS.judge(link, origin) == Wrong("link-not-from-root", {"found": link, "cure": cure})


def test_it_says_so_too_of_pages_that_are_not_public() -> None:
    assert TARGETS.judge("../press/2027/secret.md", PAGE) == Wrong(
        "link-not-public",
        {"found": "../press/2027/secret.md"},
    )


def test_nothing_secret_is_offered() -> None:
    found = TARGETS.judge("/press/2027/secre/", PAGE)
    assert found == Wrong("dead-link", {"found": "/press/2027/secre/"}, ("press_releases/secre",))


def test_mail_is_written_on_pages_only() -> None:
    assert TARGETS.judge("mailto:office@example.org", PAGE) is None
    assert TARGETS.judge("tel:+886-2-2720-8889", PAGE) is None
    on_page, in_prose = (TARGETS.judge("office@example.org", origin) for origin in (PAGE, PROSE))
    found = {"found": "office@example.org"}
    assert on_page == Wrong("link-without-scheme", {**found, "cure": "mailto:office@example.org"})
    assert in_prose == Wrong("link-form", found)


@pytest.mark.parametrize(
    ("source", "code", "cure"),
    [
        ("/assets/a.png", "", ""),
        ("/b.png", "", ""),
        ("/zh-only.png", "", ""),
        ("../assets/a.png", "link-not-from-root", "/assets/a.png"),
        ("../../assets/a.png", "link-not-from-root", "/assets/a.png"),
        ("/assets/b.png", "image-missing-near", "/assets/a.png"),
        ("/xyzzy.jpg", "image-missing", ""),
        ("", "image-missing", ""),
        ("/cities/", "image-missing", ""),
        ("https://example.org/a.png", "image-elsewhere", ""),
        ("//example.org/a.png", "image-elsewhere", ""),
        ("data:image/png;base64,x", "image-elsewhere", ""),
    ],
)
def test_images_are_files_of_the_portal(source: str, code: str, cure: str) -> None:
    found = TARGETS.judge_image(source, PAGE)
    if not code:
        assert found is None
    else:
        assert found is not None
        assert found[0] == code
        assert found[1].get("cure", found[1].get("nearest", "")) == cure


def test_part_of_a_text_can_be_shown_below_its_page() -> None:
    targets = LinkTargets(
        pages=PAGES, ids=lambda page, _: {"deep"} if page == "homes/taipei/units/" else {"page"}
    )
    assert targets.judge("#deep", PROSE) is None
    assert targets.judge("#deep", PAGE) is not None
    assert targets.below("homes/taipei/") == ("homes/taipei/units/",)


def test_only_so_many_suggestions_are_looked_for() -> None:
    targets = LinkTargets(pages={f"cities/city-{number}/" for number in range(300)})
    found = [targets.judge(f"/cities/citi-{number}/", PAGE) for number in range(300)]
    assert [wrong[0] for wrong in found if wrong].count("dead-link") >= 100
