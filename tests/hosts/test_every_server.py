"""One table for nginx, Apache and Caddy, at the root of a host and below a path: what a reader's browser is told.

The media types are those that IANA has registered; the RFCs behind other expectations are named where they stand.
"""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import cast
from urllib.parse import urljoin

import demonstration
import pytest
from building import build_once
from commanding import run
from web_servers import SERVERS, Answer, ask, free_port, readable_folder

pytestmark = [pytest.mark.machine, pytest.mark.xdist_group("hosts")]

BASES = ("/", "/taipei/")

TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "ics": "text/calendar; charset=utf-8",
    "csv": "text/csv; charset=utf-8; header=present",
    "jsonld": "application/ld+json",
    "geojson": "application/geo+json",
    "ttl": "text/turtle; charset=utf-8",
    "tbx": "application/xml",
    "tmx": "application/xml",
    "yml": "application/yaml",
    "dic": "application/octet-stream",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/vnd.microsoft.icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "piece": "application/octet-stream",
}
PACKED = frozenset(
    [
        "png",
        "jpg",
        "jpeg",
        "gif",
        "webp",
        "avif",
        "ico",
        "woff2",
        "pdf",
        "odt",
        "ods",
        "odp",
        "piece",
        "dic",
    ]
)
"""What no server may compress once more: the search unpacks its pieces itself, and they would arrive unpacked."""

SAMPLES = "samples/"
"""Where a file of each ending lies besides those of the site."""

MOVED = {
    "cities/jp-shirasagi-shi/": "cities/jp-shirasagi/",
    "homes/hongwan/units/": "homes/hongwan/#units",
    "plans/qingling-exchange-2024-2027/budget/": "plans/qingling-exchange-2024-2027/#budget",
}
"""A renamed id, and former chapters, as the demonstration has them."""


@dataclass(frozen=True)
class Web:
    """A running server with the demonstration."""

    server: str
    base: str
    port: int
    folder: Path
    """Of the site."""

    def get(self, path: str, **headers: str) -> Answer:
        """What it answers for a path below its base."""
        return ask(self.port, f"{self.base}{path}", **headers)

    def first(self, pattern: str) -> str:
        """The path of a file of the site."""
        return min(self.folder.glob(pattern)).relative_to(self.folder).as_posix()


def prepared(site: Path, folder: Path) -> None:
    """A copy of a site, with a file of every ending, and with what nobody may see."""
    shutil.copytree(site, folder, copy_function=os.link)
    for ending in TYPES:
        file = folder / SAMPLES / f"x.{ending}"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"<p>A text that gets smaller.</p>\n" * 40)
    for name in (".git/config", "en/.git/config", "cities/.secret"):
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text("for no reader", encoding="utf-8")
    (folder / ".well-known").mkdir()
    (folder / ".well-known" / "security.txt").write_text("Contact: here", encoding="utf-8")
    (folder / ".htpasswd").write_text("for no reader", encoding="utf-8")


@pytest.fixture(scope="module")
def sites(site: Path, shared: Path) -> dict[str, Path]:
    """The demonstration as it is built for each base."""
    address = f"https://city-diplomacy.example.org{BASES[1]}"
    below = build_once(shared / "demonstration-below", demonstration.CONFIG, PORTAL_URL=address)
    return dict(zip(BASES, (site, below), strict=True))


@pytest.fixture(
    scope="module", params=[f"{name} {base}" for name in SERVERS for base in BASES], ids=str
)
def web(request: pytest.FixtureRequest, sites: dict[str, Path]) -> Iterator[Web]:
    server, base = request.param.split()
    around, running = SERVERS[server]
    printed = run("headers", "--format", server, "--base", base, "--root", demonstration.FOLDER)
    assert printed.exit_code == 0, printed.output
    with readable_folder() as folder:
        www, port = folder / "www", free_port()
        target = www / base.strip("/")
        target.parent.mkdir(exist_ok=True)
        prepared(sites[base], target)
        started = running(folder, around(www, port, printed.output), port)
        with cast("AbstractContextManager[None]", started):
            yield Web(server, base, port, target)


@pytest.mark.parametrize("ending", TYPES)
def test_every_file_has_its_media_type(web: Web, ending: str) -> None:
    answer = web.get(f"{SAMPLES}x.{ending}")
    assert answer.status == 200
    assert answer.headers["content-type"] == TYPES[ending]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_every_file_of_the_site_has_a_type_that_this_table_knows(web: Web) -> None:
    files = [path for path in web.folder.rglob("*") if path.is_file() and path.suffix]
    endings = {path.suffix[1:] for path in files if not path.name.startswith(".")}
    assert endings - TYPES.keys() == set()
    assert web.get("data/SHA256SUMS").headers["content-type"] == "text/plain; charset=utf-8"
    assert web.get("cities/").headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("ending", TYPES)
def test_what_gets_smaller_is_compressed_and_nothing_else(web: Web, ending: str) -> None:
    answer = web.get(f"{SAMPLES}x.{ending}", Accept_Encoding="gzip")
    content = (web.folder / SAMPLES / f"x.{ending}").read_bytes()
    if ending in PACKED:
        assert "content-encoding" not in answer.headers
        assert answer.body == content
    else:
        assert answer.headers["content-encoding"] == "gzip"
        assert "accept-encoding" in answer.headers["vary"].lower()  # RFC 9110, 12.5.5
        assert gzip.decompress(answer.body) == content
        assert len(answer.body) < len(content) / 4


def test_the_pieces_of_the_search_arrive_as_they_are(web: Web) -> None:
    path = web.first("search-index/en/documents/*.piece")
    answer = web.get(path, Accept_Encoding="gzip, br, zstd")
    assert "content-encoding" not in answer.headers
    assert answer.body == (web.folder / path).read_bytes()
    assert gzip.decompress(answer.body).startswith(b'{"path":')


@pytest.mark.parametrize(
    "pattern",
    [
        "assets/by-hash/*/portal.css",
        "assets/by-hash/*/search.js",
        "search-index/en/words/*",
        "search-index/zh-Hant-TW/words/*",
        "search-index/zh-Hant-TW/facets/*",
    ],
)
def test_what_changes_its_name_with_its_content_is_kept_for_good(web: Web, pattern: str) -> None:
    answer = web.get(web.first(pattern))
    assert answer.status == 200
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"  # RFC 8246


@pytest.mark.parametrize(
    "path",
    [
        "",
        "en/cities/jp-shirasagi/",
        "data/cities.csv",
        "assets/portal.svg",
        "assets/portal-180.png",
        "assets/feed.css",
        "search-index/en/directory.piece",
        "press/atom.xml",
    ],
)
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_all_else_is_kept_only_as_long_as_it_is_the_same(
    web: Web, path: str, encoding: str
) -> None:
    first = web.get(path, Accept_Encoding=encoding)
    assert first.status == 200
    assert first.headers["cache-control"] == "no-cache"  # RFC 9111, 5.2.2.4
    assert "expires" not in first.headers
    parsedate_to_datetime(first.headers["last-modified"])
    again = web.get(path, Accept_Encoding=encoding, If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["cache-control"] == "no-cache"
    again = web.get(path, If_Modified_Since=first.headers["last-modified"])
    assert again.status == 304
    other = web.get(path, Accept_Encoding=encoding, If_None_Match='"another"')
    assert (other.status, other.body) == (200, first.body)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("", 200),
        ("data/cities.csv", 200),
        ("nothing/", 404),
        ("en/nothing.css", 404),
        ("cities", 301),
        ("cities/jp-shirasagi-shi/", 301),
        (".git/config", 404),
    ],
)
def test_every_answer_has_the_headers_for_safety_once(web: Web, path: str, status: int) -> None:
    answer = web.get(path)
    assert answer.status == status or (status, answer.status) == (301, 308)
    found = answer.headers
    rules = found["content-security-policy"]
    assert rules.startswith("default-src 'none'; script-src 'self'")
    assert rules.count("default-src") == 1
    assert "frame-ancestors 'none'" in rules
    assert found["x-content-type-options"] == "nosniff"
    assert found["referrer-policy"] == "strict-origin-when-cross-origin"
    assert found["cross-origin-opener-policy"] == "same-origin"
    assert found["permissions-policy"].count("geolocation=()") == 1
    assert found["cache-control"] == "no-cache"
    assert "strict-transport-security" not in found  # RFC 6797, 7.2
    behind = web.get(path, X_Forwarded_Proto="https").headers
    assert behind["strict-transport-security"] == "max-age=31536000"


@pytest.mark.parametrize(
    ("path", "lang"),
    [
        ("nothing", "zh-Hant-TW"),
        ("cities/nothing/", "zh-Hant-TW"),
        ("english/", "zh-Hant-TW"),
        ("data/nothing.csv", "zh-Hant-TW"),
        ("assets/by-hash/0123456789/portal.css", "zh-Hant-TW"),
        ("en/nothing", "en"),
        ("en/cities/nothing/", "en"),
        ("en/nothing/x.json", "en"),
        ("en/.git/config", "en"),
    ],
)
def test_what_is_missing_is_told_in_the_language_of_the_address(
    web: Web, path: str, lang: str
) -> None:
    answer = web.get(path, Accept_Encoding="gzip")
    assert answer.status == 404
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    packed = answer.headers.get("content-encoding") == "gzip"  # Apache compresses no error pages
    text = gzip.decompress(answer.body) if packed else answer.body
    assert f'<html lang="{lang}">'.encode() in text
    assert f'href="{web.base}assets/by-hash/'.encode() in web.get(path).body


HOST = "diplomacy.example.gov.tw"


@pytest.mark.parametrize("path", ["cities", "en", "en/cities/jp-shirasagi"])
def test_a_missing_slash_is_added_on_the_scheme_and_host_of_the_reader(web: Web, path: str) -> None:
    answer = web.get(path, Host=HOST, X_Forwarded_Proto="https")
    assert answer.status in (301, 308)
    asked = f"https://{HOST}{web.base}{path}"
    assert urljoin(asked, answer.headers["location"]) == f"{asked}/"


def test_a_missing_slash_leaves_the_question_as_it_was(web: Web) -> None:
    question = "?q=%E9%87%9C%E5%B1%B1+1&country=KR"
    answer = web.get(f"en/search{question}", Host=HOST, X_Forwarded_Proto="https")
    assert answer.status in (301, 308)
    asked = f"https://{HOST}{web.base}en/search"
    assert urljoin(asked, answer.headers["location"]) == f"{asked}/{question}"


@pytest.mark.parametrize(
    "path", ["//cities", "//en", "///en/cities", "/.//cities", "//taipei", "//en/search?q=x"]
)
def test_no_redirect_leads_to_another_host(web: Web, path: str) -> None:
    for asked in (path, f"{web.base.rstrip('/')}{path}"):
        answer = ask(web.port, asked, Host=HOST, X_Forwarded_Proto="https")
        location = urljoin(f"https://{HOST}/", answer.headers.get("location", "/"))
        assert location.startswith(f"https://{HOST}/"), (asked, answer.headers["location"])


def test_the_base_itself_may_be_asked_for_without_its_slash(web: Web) -> None:
    if web.base != "/":
        asked = f"https://{HOST}{web.base.rstrip('/')}"
        answer = ask(web.port, web.base.rstrip("/"), Host=HOST, X_Forwarded_Proto="https")
        assert answer.status in (301, 308)
        assert urljoin(asked, answer.headers["location"]) == f"{asked}/"
    assert web.get("", Host=HOST).status == 200


@pytest.mark.parametrize("old", MOVED)
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_former_address_leads_to_the_present_one(web: Web, prefix: str, old: str) -> None:
    answer = web.get(f"{prefix}{old}", Host=HOST, X_Forwarded_Proto="https")
    assert answer.status == 301
    root = f"https://{HOST}{web.base}{prefix}"
    assert urljoin(f"{root}{old}", answer.headers["location"]) == f"{root}{MOVED[old]}"
    assert web.get(f"{prefix}{MOVED[old].partition('#')[0]}").status == 200


@pytest.mark.parametrize("path", ["assets/", "data/", "search-index/", "en/assets/", "samples/"])
def test_no_folder_is_listed(web: Web, path: str) -> None:
    (web.folder / "en" / "assets").mkdir(exist_ok=True)
    answer = web.get(path)
    assert answer.status == 404
    assert b"Index of" not in answer.body
    assert b"<html lang=" in answer.body


@pytest.mark.parametrize(
    "path", [".git/config", "en/.git/config", "cities/.secret", ".htaccess", ".htpasswd", ".git/"]
)
def test_what_is_hidden_stays_hidden(web: Web, path: str) -> None:
    answer = web.get(path)
    assert answer.status == 404
    assert b"for no reader" not in answer.body
    assert b"ErrorDocument" not in answer.body


def test_what_others_look_for_in_well_known_is_there(web: Web) -> None:
    assert web.get(".well-known/security.txt").body == b"Contact: here"


def test_scripts_of_every_site_may_read_the_open_data_and_nothing_else(web: Web) -> None:
    for name in ("data/cities.csv", "data/cities.json", "data/SHA256SUMS"):
        assert web.get(name).headers["access-control-allow-origin"] == "*"
    for name in ("", "en/cities/", "assets/portal.svg"):
        assert "access-control-allow-origin" not in web.get(name).headers


def test_nobody_can_leave_the_folder(web: Web) -> None:
    secret = web.folder.parent / "beside.txt" if web.base != "/" else web.folder.parent / "log"
    secret.write_text("beside", encoding="utf-8")
    for path in (f"../{secret.name}", f"%2e%2e/{secret.name}", f"cities/..%2f..%2f{secret.name}"):
        answer = web.get(path)
        if web.base == "/":
            assert b"beside" not in answer.body, path
        assert answer.status in (200, 400, 404), path


def test_other_methods_change_nothing(web: Web) -> None:
    assert ask(web.port, f"{web.base}cities/", method="HEAD").body == b""
    assert ask(web.port, f"{web.base}cities/", method="DELETE").status in (403, 404, 405)
    assert web.get("cities/").status == 200


def test_verification_finds_the_site_as_it_was_built(web: Web, sites: dict[str, Path]) -> None:
    done = run(
        "verify",
        f"http://127.0.0.1:{web.port}{web.base}",
        "--root",
        demonstration.FOLDER,
        "--site-dir",
        sites[web.base],
        "--lang",
        "en",
    )
    assert done.exit_code == 0, done.output
