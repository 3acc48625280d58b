"""Several portals on one host, with one start page: what each publishes stays its own, and their settings fit together.

The layout is that of docs/hosting/many-portals.md.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import urljoin
from xml.etree import ElementTree

import demonstration
import pytest
from building import build_once, small_portal
from commanding import run
from editing import replace_in
from playwright.sync_api import Browser
from web_servers import SERVERS, ask, free_port, readable_folder

pytestmark = [pytest.mark.machine, pytest.mark.xdist_group("hosts")]

HOST = "https://city-diplomacy.example.org"
ONE, OTHER = "/taipei/", "/hualien/"
START = """<!doctype html><html lang="zh-Hant-TW"><title>城市外交</title>
<a href="/taipei/">臺北市</a> <a href="/hualien/">花蓮市</a>"""
ROBOTS = "User-agent: *\nAllow: /\nSitemap: {host}/taipei/sitemap.xml\nSitemap: {host}/hualien/sitemap.xml\n"

AROUND = {
    "nginx": "location / {{ index index.html; charset utf-8; }}\ninclude {folder}/portals/*.conf;",
    "apache": "",
    "caddy": "import {folder}/portals/*.conf\nhandle {{\n\tfile_server\n}}",
}
"""What the host's own settings say: the start page, and where those of the portals lie."""


@dataclass(frozen=True)
class Joined:
    """A host with two portals."""

    port: int
    www: Path

    def get(self, path: str) -> bytes:
        """The content at a path, which must be there."""
        answer = ask(self.port, path)
        assert answer.status == 200, path
        return answer.body


@pytest.fixture(scope="module")
def portals(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """The folder of each portal, and its site, by its base: the demonstration, and the example."""
    one = build_once(
        shared / "demonstration-below", demonstration.CONFIG, PORTAL_URL=f"{HOST}{ONE}"
    )
    config = small_portal(tmp_path_factory.mktemp("other"))
    replace_in(config, "https://hualien-city.example.org/", f"{HOST}{OTHER}")
    other = build_once(shared / "other-below", config)
    return {ONE: (demonstration.FOLDER, one), OTHER: (config.parent, other)}


@pytest.fixture(scope="module", params=SERVERS)
def joined(
    request: pytest.FixtureRequest, portals: dict[str, tuple[Path, Path]]
) -> Iterator[Joined]:
    around, running = SERVERS[request.param]
    with readable_folder() as folder:
        www, port = folder / "www", free_port()
        www.mkdir()
        (folder / "portals").mkdir()
        (www / "index.html").write_text(START, encoding="utf-8")
        (www / "robots.txt").write_text(ROBOTS.format(host=HOST), encoding="utf-8")
        for base, (root, site) in portals.items():
            shutil.copytree(site, www / base.strip("/"), copy_function=os.link)
            printed = run("headers", "--format", request.param, "--base", base, "--root", root)
            assert printed.exit_code == 0, printed.output
            file = folder / "portals" / f"{base.strip('/')}.conf"
            file.write_text(printed.output, encoding="utf-8")
        lines = AROUND[request.param].format(folder=folder)
        started = running(folder, around(www, port, lines), port)
        with cast("AbstractContextManager[None]", started):
            yield Joined(port, www)


def test_one_start_page_leads_to_each_portal(joined: Joined) -> None:
    assert joined.get("/").decode() == START
    assert joined.get("/robots.txt").decode().count("Sitemap: ") == 2
    for base in (ONE, OTHER):
        assert f'href="{base}'.encode() not in joined.get(base)  # pages know only their own
        assert b'<html lang="zh-Hant-TW">' in joined.get(base)
        assert b'<html lang="en">' in joined.get(f"{base}en/")


def test_each_has_its_own_addresses(joined: Joined) -> None:
    for base, own in ((ONE, "cities/jp-shirasagi/"), (OTHER, "cities/us-bellevue/")):
        other = OTHER if base == ONE else ONE
        page = joined.get(f"{base}en/{own}").decode()
        assert f'<link rel="canonical" href="{HOST}{base}en/{own}">' in page
        assert ask(joined.port, f"{other}en/{own}").status == 404
        locations = ElementTree.fromstring(joined.get(f"{base}sitemap.xml")).iter(
            "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
        )
        assert {str(loc.text).startswith(f"{HOST}{base}") for loc in locations} == {True}


def test_a_renamed_record_of_one_is_none_of_the_other(joined: Joined) -> None:
    old = "en/cities/jp-shirasagi-shi/"
    answer = ask(joined.port, f"{ONE}{old}")
    assert answer.status == 301
    assert urljoin(f"{HOST}{ONE}{old}", answer.headers["location"]).endswith(
        "/taipei/en/cities/jp-shirasagi/"
    )
    assert ask(joined.port, f"{OTHER}{old}").status == 404


@pytest.mark.parametrize("base", [ONE, OTHER])
@pytest.mark.parametrize(("path", "lang"), [("nothing/", "zh-Hant-TW"), ("en/nothing/", "en")])
def test_what_is_missing_is_told_by_the_portal_it_is_missing_in(
    joined: Joined, base: str, path: str, lang: str
) -> None:
    answer = ask(joined.port, f"{base}{path}")
    assert answer.status == 404
    assert f'<html lang="{lang}">'.encode() in answer.body
    assert f'href="{base}assets/by-hash/'.encode() in answer.body
    assert answer.headers["content-security-policy"].count("default-src") == 1


def test_what_is_missing_in_no_portal_is_the_hosts_own(joined: Joined) -> None:
    answer = ask(joined.port, "/nothing/")
    assert answer.status == 404
    assert b"assets/by-hash" not in answer.body


def test_feeds_and_open_data_name_their_own_portal(joined: Joined) -> None:
    feed = ElementTree.fromstring(joined.get(f"{ONE}en/press/atom.xml"))
    atom = "{http://www.w3.org/2005/Atom}"
    ids = [str(found.text) for found in feed.iter(f"{atom}id")]
    assert len(ids) > 2
    assert all(one.startswith(f"{HOST}{ONE}en/press/") for one in ids), ids
    for base in (ONE, OTHER):
        calendar = joined.get(f"{base}en/exchanges/calendar.ics").decode().replace("\r\n ", "")
        links = [line for line in calendar.split("\r\n") if line.startswith("URL")]
        assert links
        assert all(f":{HOST}{base}en/" in line for line in links), links
        package = json.loads(joined.get(f"{base}data/datapackage.json"))
        assert package["homepage"].startswith(f"{HOST}{base}")
        answer = ask(joined.port, f"{base}data/cities.csv")
        assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    ("base", "query", "path"),
    [
        (ONE, "Shirasagi", "/taipei/en/cities/jp-shirasagi/"),
        (OTHER, "Bellevue", "/hualien/en/cities/us-bellevue/"),
    ],
)
def test_each_is_searched_by_itself(
    joined: Joined, browser: Browser, base: str, query: str, path: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"http://127.0.0.1:{joined.port}{base}en/search/?q={query}")
    page.locator("#search-list a").first.wait_for()
    links = page.eval_on_selector_all("#search-list a", "all => all.map(a => a.pathname)")
    context.close()
    assert path in links
    assert all(link.startswith(base) for link in links)
    assert all(url.split(str(joined.port))[1].startswith(base) for url in asked)


@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_a_national_portal_may_have_the_root_and_others_lie_below_it(
    server: str, site: Path, portals: dict[str, tuple[Path, Path]]
) -> None:
    around, running = SERVERS[server]
    root, below = portals[OTHER]
    with readable_folder() as folder:
        www, port = folder / "www", free_port()
        shutil.copytree(site, www, copy_function=os.link)
        shutil.copytree(below, www / "hualien", copy_function=os.link)
        lines = [
            run("headers", "--format", server, "--base", base, "--root", portal).output
            for base, portal in (("/", demonstration.FOLDER), (OTHER, root))
        ]
        started = running(folder, around(www, port, "\n".join(lines)), port)
        with cast("AbstractContextManager[None]", started):
            assert ask(port, "/cities/jp-shirasagi-shi/").status == 301
            assert ask(port, "/hualien/cities/us-bellevue/").status == 200
            for path, assets in (("/x/", "/assets/"), ("/hualien/x/", "/hualien/assets/")):
                answer = ask(port, path)
                assert answer.status == 404
                assert f'href="{assets}by-hash/'.encode() in answer.body
