"""The files that hosts take from the site, and what none of them may do; servers judge the rest in tests/hosts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portal.model.values.locale import LOCALES
from portal.outputs.hosts.caching import cache_control
from portal.outputs.hosts.hosts_output import host_files
from portal.outputs.hosts.portal_host import Host, host
from portal.outputs.hosts.settings_of_hosts import WHOLE, WRITERS
from portal.outputs.site.security import headers

MOVED = {
    "homes/old/": "homes/new/",
    "homes/old/units/": "homes/new/#units",
    "cities/a/": "cities/b/",
}
TAIPEI = host("/taipei/", MOVED)


@pytest.mark.parametrize("form", WRITERS)
def test_every_format_has_every_header_and_every_redirect(form: str) -> None:
    text = WRITERS[form](TAIPEI)
    for name, value in headers().items():
        assert name in text
        assert value in text
    for old, new in MOVED.items():
        for locale in LOCALES:
            line = re.compile(
                rf"\S*/taipei/{locale.prefix}{old}\W.*/taipei/{locale.prefix}{new.partition('#')[0]}"
            )
            assert line.search(text), (form, old)
    assert "#units" in text


def test_the_site_holds_the_files_that_hosts_look_for_in_it(site: Path) -> None:
    files = host_files(Host())
    assert files["_headers"].startswith(b"/*\n  Content-Security-Policy: default-src 'none';")
    assert b"ErrorDocument 404 /404.html\n" in files[".htaccess"]
    assert "_redirects" not in files
    lines = (site / "_redirects").read_text(encoding="utf-8").splitlines()
    assert "/cities/jp-shirasagi-shi/ /cities/jp-shirasagi/ 301" in lines
    assert "/en/cities/jp-shirasagi-shi/ /en/cities/jp-shirasagi/ 301" in lines
    assert "/en/homes/hongwan/units/ /en/homes/hongwan/#units 301" in lines
    for line in lines:  # other hosts are led on by pages
        assert (site / line.split()[0].removeprefix("/") / "index.html").is_file()


def test_no_two_rules_for_netlify_say_the_same_header_of_a_file() -> None:
    """It would join the values: https://docs.netlify.com/routing/headers."""
    text = host_files(TAIPEI)["_headers"].decode()
    rules = {block.split("\n")[0]: block.split("\n")[1:] for block in text.strip().split("\n\n")}
    paths = ["", "x.csv", "data/x.csv", "data/x.jsonld", "assets/by-hash/0/a.css", "a.webp"]
    paths += ["search-index/en/words/x.piece", "x.geojson"]
    for path in paths:
        told = [
            line.partition(":")[0]
            for pattern, lines in rules.items()
            if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), f"/taipei/{path}")
            for line in lines
        ]
        assert len(told) == len(set(told)), path
        assert told


def test_apache_takes_the_longest_address_first() -> None:
    """Its ``Redirect`` fits all addresses below the one that it names, too."""
    lines = [line for line in WRITERS["apache"](TAIPEI).splitlines() if 'Redirect 301 "/' in line]
    old = [line.split('"')[1] for line in lines]
    assert len(old) == 2 * len(MOVED)
    for number, address in enumerate(old):
        assert not [later for later in old[number + 1 :] if later.startswith(address)]


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_nothing_of_two_portals_has_the_same_name(name: str) -> None:
    one, two = (WRITERS[name](host(base, MOVED)) for base in ("/taipei/", "/taipei-city/"))
    named = re.compile(r"^location .*\{$|^handle .*\{$|\{portal_moved_\w+\} \{$", re.MULTILINE)
    assert named.search(one)
    assert not set(named.findall(one)) & set(named.findall(two))


@pytest.mark.parametrize("form", WRITERS)
def test_settings_grow_by_a_line_for_each_redirect(form: str) -> None:
    lengths = [
        len(WRITERS[form](host("/", {f"a/{n}/": f"b/{n}/" for n in range(many)})).splitlines())
        for many in (100, 200, 400)
    ]
    assert lengths[2] - lengths[1] == 2 * (lengths[1] - lengths[0]) == 400


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("index.html", False),
        ("assets/portal.svg", False),
        ("assets/by-hash/0123456789/portal.css", True),
        ("en/assets/by-hash/x.css", False),
        ("search-index/en/directory.piece", False),
        ("search-index/en/words/1234567.piece", True),
        ("search-index/zh-Hant-TW/facets/1234567.piece", True),
        ("search-index/en/names/1234567.piece", True),
        ("data/x.pf_meta", False),
    ],
)
def test_only_what_changes_its_name_is_kept(path: str, kept: bool) -> None:
    assert cache_control(path) == ("public, max-age=31536000, immutable" if kept else "no-cache")


@pytest.mark.parametrize("form", WHOLE)
def test_a_whole_configuration_names_the_host_and_the_folder(form: str) -> None:
    text = WHOLE[form](TAIPEI, "diplomacy.example.gov.tw")
    assert re.search(
        r"^\s*(server_name |ServerName )?diplomacy\.example\.gov\.tw(;| \{)?$", text, re.MULTILINE
    )
    assert "/srv/www/taipei/" in text
