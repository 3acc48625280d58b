"""From each page a link finds its way, in its own language, to files of all languages too."""

from __future__ import annotations

import pytest

from portal.pages.links.link_way import link_way

FILES = {"data/cities.csv", "press/atom.xml", "en/press/atom.xml"}


@pytest.mark.parametrize(
    ("target", "page", "prefix", "base", "way"),
    [
        ("cities/jp-kaga/", "", "", "", "cities/jp-kaga/"),
        ("cities/jp-kaga/#ties", "exchanges/2014/", "en/", "", "../../cities/jp-kaga/#ties"),
        ("", "about/", "en/", "", "../"),
        ("", "", "en/", "", "./"),
        ("#numbers", "about/", "en/", "", "../#numbers"),
        ("?a=b", "", "", "", "./?a=b"),
        ("press/atom.xml", "about/", "en/", "", "../press/atom.xml"),
        ("data/cities.csv", "about/", "", "", "../data/cities.csv"),
        ("data/cities.csv", "about/", "en/", "", "../../data/cities.csv"),
        ("data/cities.csv?a#b", "", "en/", "", "../data/cities.csv?a#b"),
        ("cities/", "about/", "en/", "https://a.org/en/", "https://a.org/en/cities/"),
        ("data/cities.csv", "about/", "en/", "https://a.org/en/", "https://a.org/data/cities.csv"),
        ("data/cities.csv", "about/", "", "https://a.org/", "https://a.org/data/cities.csv"),
    ],
)
def test_the_way(target: str, page: str, prefix: str, base: str, way: str) -> None:
    assert link_way(target, page, prefix=prefix, base=base, files=lambda: FILES) == way
