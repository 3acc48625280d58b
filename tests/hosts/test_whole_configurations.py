"""What ``portal headers --host`` prints can be pasted: with TLS, and with a redirect from HTTP."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import demonstration
import pytest
from commanding import run
from machine import program
from web_servers import (
    Answer,
    ask,
    free_port,
    readable_folder,
    run_apache,
    run_caddy,
    run_nginx,
)

from portal.outputs.hosts.portal_host import host
from portal.outputs.hosts.settings_of_hosts import WRITERS

pytestmark = [pytest.mark.machine, pytest.mark.xdist_group("hosts")]

NAME = "diplomacy.example.gov.tw"


@dataclass(frozen=True)
class Host:
    """A host with its two ports."""

    server: str
    plain: int
    secure: int

    def get(self, path: str) -> Answer:
        """What it answers over TLS."""
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        raw = socket.create_connection(("127.0.0.1", self.secure), timeout=30)
        connection = http.client.HTTPSConnection(NAME, timeout=30)
        connection.sock = context.wrap_socket(raw, server_hostname=NAME)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())
        finally:
            connection.close()


def certificate(folder: Path) -> None:
    """A certificate of the host, signed by itself."""
    made = [str(program("openssl")), "req", "-x509", "-newkey", "ec", "-pkeyopt"]
    made += ["ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", f"/CN={NAME}"]
    made += ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run(made, check=True, capture_output=True)


@contextmanager
def running(server: str, folder: Path, text: str, plain: int, secure: int) -> Iterator[None]:
    """The server with what was printed, but for the ports and the places of the files."""
    www = folder / "www"
    text = text.replace("/srv/www", str(www)).replace(f"/etc/letsencrypt/live/{NAME}", str(folder))
    if server == "nginx":
        certificate(folder)
        lines = [line for line in text.splitlines() if "[::]" not in line]
        text = "\n".join(lines).replace("listen 80;", f"listen 127.0.0.1:{plain};")
        text = text.replace("listen 443 ", f"listen 127.0.0.1:{secure} ")
        with run_nginx(folder, text, secure):
            yield
    elif server == "apache":
        certificate(folder)
        text = text.replace("*:80", f"127.0.0.1:{plain}").replace("*:443", f"127.0.0.1:{secure}")
        text = f"Listen 127.0.0.1:{plain}\nListen 127.0.0.1:{secure}\n{text}"
        with run_apache(folder, text, secure):
            yield
    else:
        head = f"http_port {plain}\n\thttps_port {secure}\n\tlocal_certs\n\tdefault_bind 127.0.0.1"
        with run_caddy(folder, text, secure, head):
            yield


@pytest.fixture(scope="module", params=["nginx", "apache", "caddy"])
def whole(request: pytest.FixtureRequest, site: Path) -> Iterator[Host]:
    printed = run(
        "headers", "--format", request.param, "--host", NAME, "--root", demonstration.FOLDER
    )
    assert printed.exit_code == 0, printed.output
    with readable_folder() as folder:
        shutil.copytree(site, folder / "www", copy_function=os.link)
        challenge = folder / "www" / ".well-known" / "acme-challenge" / "x"
        challenge.parent.mkdir(parents=True)
        challenge.write_text("token", encoding="ascii")
        plain, secure = free_port(), free_port()
        with running(request.param, folder, printed.output, plain, secure):
            yield Host(request.param, plain, secure)


def test_readers_are_sent_to_tls(whole: Host) -> None:
    answer = ask(whole.plain, "/en/cities/?a=1", Host=NAME)
    assert answer.status in (301, 308)
    location = answer.headers["location"].replace(f":{whole.secure}", "")
    assert location == f"https://{NAME}/en/cities/?a=1"


def test_whoever_issues_the_certificate_is_answered_without_it(whole: Host) -> None:
    if whole.server != "caddy":  # which answers by itself
        assert ask(whole.plain, "/.well-known/acme-challenge/x", Host=NAME).body == b"token"


def test_nothing_sends_back_what_a_browser_has_sent(whole: Host) -> None:
    """TRACE (RFC 9110, 9.3.8) shows scripts what they must not see."""
    answer = ask(whole.plain, "/", method="TRACE", Host=NAME, Cookie="a=secret")
    assert answer.status >= 300
    assert b"secret" not in answer.body


def test_over_tls_everything_is_there(whole: Host) -> None:
    answer = whole.get("/en/cities/")
    assert answer.status == 200
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    missing = whole.get("/en/nothing/")
    assert missing.status == 404
    assert b'<html lang="en">' in missing.body
    moved = whole.get("/cities/jp-shirasagi-shi/")
    assert moved.status == 301
    assert moved.headers["location"].endswith("/cities/jp-shirasagi/")
    assert moved.headers["strict-transport-security"] == "max-age=31536000"
    assert whole.get("/cities").headers["location"].endswith("/cities/")


MANY = 5_000


@pytest.mark.parametrize("server", ["nginx", "apache", "caddy"])
def test_thousands_of_redirects_are_no_burden(server: str, site: Path) -> None:
    moved = {f"press/2019/an-old-name-of-a-release-{n}/": f"press/2019/{n}/" for n in range(MANY)}
    lines = WRITERS[server](host("/", moved))
    with readable_folder() as folder:
        www, plain = folder / "www", free_port()
        shutil.copytree(site, www, copy_function=os.link)
        if server == "nginx":
            started = run_nginx(
                folder, f"server {{ listen 127.0.0.1:{plain}; root {www};\n{lines}\n}}", plain
            )
        elif server == "apache":
            text = (
                f'Listen 127.0.0.1:{plain}\nDocumentRoot "{www}"\n<Directory "{www}">\n'
                f"Require all granted\nOptions FollowSymLinks\nAllowOverride None\n{lines}\n</Directory>"
            )
            started = run_apache(folder, text, plain)
        else:
            started = run_caddy(
                folder,
                f"http://:{plain} {{\n\tbind 127.0.0.1\n\troot * {www}\n{lines}\n}}",
                plain,
            )
        with started:
            for number in (0, MANY // 2, MANY - 1):
                for prefix in ("/", "/en/"):
                    old = f"{prefix}press/2019/an-old-name-of-a-release-{number}/"
                    answer = ask(plain, old)
                    assert answer.status == 301
                    assert answer.headers["location"].endswith(f"{prefix}press/2019/{number}/")
            assert ask(plain, "/press/2019/an-old-name-of-a-release-x/").status == 404
            assert ask(plain, "/en/cities/").status == 200
