"""``portal verify`` before a host that tells the truth, and one that lies in every way that hosts do."""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from commanding import run
from delivery.lying import Host, Told, hosted
from delivery.sites import page, put_site

from portal.delivery import asking, verification
from portal.delivery.deviations import SENTENCES

SITE = {
    "index.html": page("cities/", "en/", words='<link rel="canonical" href="https://example.org/">'),
    "404.html": page(words="沒有這一頁"),
    "en/index.html": page("../"),
    "en/404.html": page(words="no such page"),
    "cities/index.html": page("jp-a/"),
    "cities/jp-a/index.html": page("../", "../../assets/style.css"),
    "cities/jp-was/index.html": b'<!doctype html><meta http-equiv="refresh" content="0; url=../jp-a/#top">',
    "cities/jp-a/%7e 城 & 市.webp": b"\0" * 5000,
    "assets/style.css": b"a{}",
    "assets/script.js": b"1",
    "data/cities.csv": "城市\n".encode(),
    "data/cities.json": b"{}",
    "sitemap.xml": b"<urlset/>",
    "llms.txt": "# 城市".encode(),
    ".htaccess": b"",
    "_headers": b"",
    ".well-known/security.txt": b"Contact:",
    "build.json": json.dumps({"commit": "a" * 40, "day": "2026-11-30"}).encode(),
}  # fmt: skip


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for nothing longer than a test may."""
    monkeypatch.setattr(asking, "_LONGEST_PAUSE", 0.01)
    monkeypatch.setattr(asking, "_PAUSE", 0.01)
    monkeypatch.setattr(verification, "_FIRST_PAUSE", 0.01)
    monkeypatch.setattr(verification, "_LONGEST_PAUSE", 0.05)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put_site(tmp_path / "site", SITE)


@pytest.fixture
def host() -> Host:
    return Host(dict(SITE))


def verify(folder: Path, url: str, *options: str, lang: str = "en") -> Result:
    return run(
        "verify", "--lang", lang, "--root", folder.parent, "--site-dir", folder, url, *options
    )


def found(folder: Path, host: Host, *options: str) -> list[str]:
    """What is said to be wrong with a host, or nothing."""
    with hosted(host) as address:
        done = verify(folder, address, *options)
    lines = done.stdout.replace(address, "HOST/").splitlines()
    serious = [line for line in lines if not line.startswith(("notice:", " "))]
    assert done.exit_code == bool(serious), done.output
    return lines


@pytest.mark.parametrize("base", ["/", "/a/portal/"])
def test_a_truthful_host_is_found_so(folder: Path, host: Host, base: str) -> None:
    home = f"https://example.org{base}".encode()
    put_site(folder, {"index.html": SITE["index.html"].replace(b"https://example.org/", home)})
    host.files["index.html"] = (folder / "index.html").read_bytes()
    host.base = base
    assert found(folder, host) == []
    for path in SITE:
        if path not in {".htaccess", "_headers"} and not path.endswith("404.html"):
            shown = path.removesuffix("index.html").replace("%", "%25").replace(" ", "%20")
            assert (
                base + shown.replace("城", "%E5%9F%8E").replace("市", "%E5%B8%82") in host.asked
            ), path
    assert not [path for path in host.asked if path.endswith((".htaccess", "_headers"))]
    assert host.connections < len(host.asked)


def test_what_expired_and_is_still_served_is_told(folder: Path, host: Host) -> None:
    listed = "/\n/cities/\n/press/2026/old/\n/press/2026/old/files/a.ods\n"
    (folder.parent / "published").mkdir()
    (folder.parent / "published/addresses.txt").write_text(listed, encoding="utf-8")
    assert found(folder, host) == []
    host.files["en/press/2026/old/index.html"] = b"an offer until November"
    host.files["press/2026/old/files/a.ods"] = b"a list of names"
    sentence = "no longer public, but still served; delete it on the host, and purge the CDN"
    assert found(folder, host) == [
        f"2 addresses: {sentence}", "  en/press/2026/old/", "  press/2026/old/files/a.ods",
    ]  # fmt: skip


def lie(**changes: object) -> Callable[[Told], Told]:
    return lambda told: replace(told, **changes)  # type: ignore[arg-type]


def typed(kind: str) -> Callable[[Told], Told]:
    return lambda told: replace(told, headers={**told.headers, "Content-Type": kind})


def to(address: str, status: int = 301) -> Callable[[Told], Told]:
    return lie(status=status, headers={"Location": address})


LIES: dict[str, tuple[str, Callable[[Told], Told], str]] = {
    "gone": ("cities/", lie(status=404), "cities/: not found (404)"),
    "withdrawn": ("llms.txt", lie(status=410), "llms.txt: not found (410)"),
    "locked": ("cities/", lie(status=403), "cities/: the host answers 403"),
    "broken": ("cities/", lie(status=500), "cities/: the host answers 500"),
    "busy": (
        "cities/",
        lie(status=503, headers={"Retry-After": "86400"}),
        "cities/: the host answers 503",
    ),
    "busy for ever": (
        "cities/",
        lie(status=429, headers={"Retry-After": "x"}),
        "cities/: the host answers 429",
    ),
    "old": ("cities/", lie(body=b"old"), "cities/: not what was built (3 bytes, not "),
    "half": (
        "cities/",
        lambda told: replace(told, body=told.body[:50]),
        "cities/: not what was built (50 bytes",
    ),
    "more": (
        "cities/",
        lambda told: replace(told, body=told.body + b"<script>"),
        "cities/: not what was built",
    ),
    "endless": ("cities/", lie(body=b"\0" * 10**7), "cities/: not what was built"),
    "cut off": ("cities/", lie(length=9999), "cities/: the connection ended in the middle"),
    "hung up": ("cities/", lie(status=0), "cities/: the connection ended in the middle"),
    "not packed": (
        "cities/",
        lie(headers={"Content-Encoding": "gzip"}),
        "cities/: the body is not what its Content-Encoding says",
    ),
    "page as text": (
        "cities/",
        typed("text/plain"),
        "cities/: sent as text/plain instead of text/html",
    ),
    "page without type": ("cities/", lie(headers={}), "cities/: sent as – instead of text/html"),
    "style as text": (
        "assets/style.css",
        typed("text/plain"),
        "assets/style.css: sent as text/plain instead of",
    ),
    "table as file": (
        "data/cities.csv",
        typed("application/octet-stream"),
        "data/cities.csv: sent as application/oct",
    ),
    "json as page": (
        "data/cities.json",
        typed("text/html"),
        "data/cities.json: sent as text/html instead of",
    ),
    "Big5": (
        "cities/",
        typed("text/html; charset=Big5"),
        "cities/: said to be big5 instead of utf-8",
    ),
    "no charset": ("llms.txt", typed("text/plain"), "notice: llms.txt: without charset=utf-8"),
    "elsewhere": (
        "cities/",
        to("/other/", 302),
        "cities/: redirected to HOST/other/ instead of being served",
    ),
    "loop": (
        "cities/",
        to("/cities/"),
        "cities/: redirected to HOST/cities/ instead of being served",
    ),
    "moved wrongly": (
        "cities/jp-was/",
        to("/cities/"),
        "redirected to HOST/cities/ instead of HOST/cities/jp-a/",
    ),
    "no slash": ("cities", lie(status=404), "the address does not lead to HOST/cities/ (404)"),
    "slash elsewhere": (
        "cities",
        to("http://inner:8080/cities/"),
        "cities: without its last slash, the address does",
    ),
    "listed": ("assets/", lie(status=200, body=b"Index of /assets"), "assets/: lists the folder"),
    "awkward": ("cities/jp-a/%7e 城 & 市.webp", lie(status=404), "not found (404)"),
}


@pytest.mark.parametrize("name", LIES)
def test_every_lie_is_told_and_nothing_else(folder: Path, host: Host, name: str) -> None:
    path, told, words = LIES[name]
    host.lies[path] = told
    lines = found(folder, host)
    assert len(lines) == 1, lines
    assert words in lines[0]


def test_hosts_may_redirect_what_has_moved(folder: Path, host: Host) -> None:
    for status in (301, 302, 308):
        for address in ("/cities/jp-a/", "../jp-a/", "../jp-a/#top"):
            host.lies["cities/jp-was/"] = to(address, status)
            assert found(folder, host) == []


def test_redirects_may_also_answer_without_a_slash_what_is_there(folder: Path, host: Host) -> None:
    host.lies["cities"] = lie(status=200, body=SITE["cities/index.html"])
    assert found(folder, host) == []


def test_a_host_that_answers_200_for_everything_is_told_once_per_language(
    folder: Path, host: Host
) -> None:
    host.every = lambda path, told: replace(told, status=200) if told.status == 404 else told
    assert found(folder, host) == [
        "2 addresses: an address that does not exist is answered with 200 instead of 404", "  en/…/", "  …/"
    ]  # fmt: skip


def test_a_host_that_shows_the_front_page_for_everything_hides_no_missing_page(
    folder: Path, host: Host
) -> None:
    del host.files["cities/jp-a/index.html"]
    host.every = lambda path, told: (
        Told(200, SITE["index.html"], {"Content-Type": "text/html"}) if told.status == 404 else told
    )
    lines = found(folder, host)
    assert [line for line in lines if line.startswith("cities/jp-a/: not what was built")]
    assert [line for line in lines if "200 instead of 404" in line]


def test_a_host_with_error_pages_of_its_own_is_told(folder: Path, host: Host) -> None:
    host.every = lambda path, told: replace(told, body=b"nginx") if told.status == 404 else told
    assert found(folder, host) == [
        "en/…/: for an address that does not exist, the host does not show the site's en/404.html",
        "…/: for an address that does not exist, the host does not show the site's 404.html",
    ]


def test_a_host_that_knows_one_error_page_only_is_noticed(folder: Path, host: Host) -> None:
    host.every = lambda path, told: (
        replace(told, body=SITE["404.html"]) if told.status == 404 else told
    )
    assert found(folder, host) == [
        "notice: en/…/: the error page is 404.html instead of en/404.html, in the language of the address"
    ]


def test_another_build_is_one_cause(folder: Path, host: Host) -> None:
    old = {"commit": "b" * 40, "day": "2026-11-29"}
    host.files = {path: content + b" " for path, content in SITE.items()} | {
        "build.json": json.dumps(old).encode()
    }
    host.files |= {path: SITE[path] for path in ("404.html", "en/404.html")}
    del host.files["cities/jp-a/index.html"]
    host.lies["assets/script.js"] = typed("text/plain")
    assert found(folder, host) == [
        "assets/script.js: sent as text/plain instead of text/javascript",
        "/: the host serves another build: bbbbbbbbbbbb 2026-11-29, not aaaaaaaaaaaa 2026-11-30; "
        "publish this one, or purge the CDN (--patience waits)",
    ]


def test_hundreds_of_one_fault_are_told_together(folder: Path, host: Host) -> None:
    many = {f"cities/x-{number}/index.html": page() for number in range(300)}
    put_site(folder, many)
    lines = found(folder, host)
    assert lines[0] == "300 addresses: not found (404)"
    assert lines[-1] == "  … and 290 more"
    assert len(lines) == 12


def test_a_host_that_is_down_is_one_sentence(folder: Path, host: Host) -> None:
    with hosted(host) as address:
        pass
    done = verify(folder, address)
    assert done.exit_code == 1
    assert (
        done.stdout
        == "/: the host cannot be reached (Connection refused); check the address, DNS and the server\n"
    )


def test_a_host_that_goes_down_is_not_asked_for_ever(folder: Path, host: Host) -> None:
    put_site(folder, {f"cities/x-{number}/index.html": page() for number in range(300)})
    host.every = lambda path, told: told if path == "/" else replace(told, status=0)
    lines = found(folder, host)
    assert [
        line for line in lines if "not asked for: the host had failed too often in a row" in line
    ]
    assert len(host.asked) < 100


def test_the_wrong_address_is_one_cause(folder: Path, host: Host) -> None:
    with hosted(host) as address:
        for wrong, words in (
            (
                "no/such/place/",
                "/: nothing of the site is below this address; it was built for https://example.org/\n",
            ),
            (
                "en/",
                "/: this address shows en/index.html of the site; give that of its front page\n",
            ),
        ):
            done = verify(folder, address + wrong)
            assert done.exit_code == 1
            assert done.stdout == words


def test_a_site_that_was_built_for_another_path_is_noticed(folder: Path, host: Host) -> None:
    host.base = "/preview/"
    assert found(folder, host) == [
        "notice: /: the site was built for https://example.org/, which has another path; absolute links lead there"
    ]


def test_a_site_that_is_redirected_is_one_cause(folder: Path, host: Host) -> None:
    host.lies[""] = to("https://www.example.org/")
    assert found(folder, host) == [
        "/: the host redirects the site to https://www.example.org/; verify that address, or correct the host"
    ]
    assert len(host.asked) == 1
    host.lies[""] = to("/")
    assert found(folder, host) == ["/: redirects lead in a circle"]


def test_a_host_without_a_valid_certificate_is_told(folder: Path, host: Host) -> None:
    with hosted(host) as address:
        done = verify(folder, address.replace("http:", "https:"))
    assert done.exit_code == 1
    assert "the TLS certificate does not hold" in done.stdout
    assert ssl.OPENSSL_VERSION


def test_a_host_that_drips_is_given_up(
    folder: Path, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "_WHOLE", 0.5)
    host.lies["cities/"] = lie(
        drip=0.05, body=b"\0" * 5000, headers={"Content-Encoding": "identity"}
    )
    assert found(folder, host) == ["cities/: the answer takes too long to arrive"]


def test_a_host_that_says_nothing_is_given_up(
    folder: Path, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "_READ", 0.2)

    def sleep(told: Told) -> Told:
        time.sleep(1)
        return told

    host.lies["cities/"] = sleep
    assert found(folder, host) == ["cities/: the answer takes too long to arrive"]


def test_patience_waits_for_a_cdn(folder: Path, host: Host) -> None:
    old = {"build.json": b'{"commit": "b"}', "cities/index.html": b"old", "llms.txt": b"old"}
    host.files |= old
    rounds = 0

    def fresher(path: str, told: Told) -> Told:
        nonlocal rounds
        if path == "/build.json":
            rounds += 1
            if rounds == 3:
                host.files |= {"build.json": SITE["build.json"]}
        if path == "/cities/" and rounds > 4:
            host.files |= {path: SITE[path] for path in old}
        return told

    host.every = fresher
    assert found(folder, host, "--patience", "60") == []
    assert host.asked.count("/assets/style.css") == 1


def test_patience_ends(folder: Path, host: Host) -> None:
    host.lies["cities/"] = lie(status=404)
    assert found(folder, host, "--patience", "2") == ["cities/: not found (404)"]
    assert host.asked.count("/cities/") > 2


@pytest.mark.parametrize(
    "url",
    ["", "example.org", "ftp://example.org/", "https://", "/srv", "https://h:x/", "https://h/?a"],
)
def test_what_is_no_address_is_refused(folder: Path, url: str) -> None:
    assert verify(folder, url).exit_code == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_password_is_refused_and_never_said(folder: Path, lang: str) -> None:
    done = verify(folder, "https://user:pa55word@example.org/", lang=lang)
    assert done.exit_code == 2
    assert "pa55word" not in done.output
    assert ".netrc" in done.output


def test_a_name_and_a_password_come_from_netrc(
    folder: Path, host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login user password pa55word\n")
    (tmp_path / "netrc").chmod(0o600)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    asker = asking.Asker("http://127.0.0.1:1/")
    assert "dXNlcjpwYTU1d29yZA==" in str(asker.headers)
    assert "dXNlcjpwYTU1d29yZA==" not in str(asking.Asker("http://example.org/").headers)


def test_no_site_no_verification(tmp_path: Path) -> None:
    assert run("verify", "--root", tmp_path, "https://example.org/").exit_code == 2


def test_every_fault_has_words_in_both_languages() -> None:
    for code, (zh, en) in SENTENCES.items():
        names = [{part.partition("}")[0] for part in text.split("{")[1:]} for text in (zh, en)]
        assert names[0] == names[1], code
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in en), code
