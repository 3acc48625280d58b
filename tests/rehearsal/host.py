"""The host of a rehearsal: the real nginx, serving a folder with the settings that ``portal headers`` prints."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from pipelines.forge import settings

NGINX = """
daemon off; master_process off; pid {here}/pid; error_log {here}/errors;
events {{}}
http {{
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path {here}/a; proxy_temp_path {here}/b; fastcgi_temp_path {here}/c;
  uwsgi_temp_path {here}/d; scgi_temp_path {here}/e;
  server {{ listen 127.0.0.1:{port}; root {site}; absolute_redirect off; include {here}/portal.conf; }}
}}
"""


@contextmanager
def host(here: Path, site: Path) -> Iterator[str]:
    """Serve a folder, which may be made later; the address ends in a slash."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "portal", "headers", "--format", "nginx"]
    printed = subprocess.run(command, env=settings(), capture_output=True, text=True, check=True)
    (here / "portal.conf").write_text(printed.stdout, encoding="utf-8")
    text = NGINX.format(here=here, port=port, site=site)
    (here / "nginx.conf").write_text(text, encoding="utf-8")
    with subprocess.Popen(
        ["nginx", "-p", here, "-c", here / "nginx.conf", "-e", here / "errors"]
    ) as server:
        try:
            while server.poll() is None:  # until it answers
                try:
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                except ConnectionRefusedError:
                    continue
            assert server.poll() is None, (here / "errors").read_text()
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def get(address: str) -> tuple[int, str]:
    """The status and the text that a reader gets."""
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(errors="replace")


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        for name in ("href", "src"):
            value = held.get(name)
            if value and held.get("rel") not in ("canonical", "alternate"):
                self.found.append(value)


def broken(front: str) -> list[str]:
    """What a reader who follows every link from the front page cannot open, and from where it was linked."""
    seen, waiting, missing = {front}, [(front, "")], []
    while waiting:
        address, linked_from = waiting.pop()
        status, text = get(address)
        if status != 200:
            missing.append(f"{address} ({status}), linked from {linked_from}")
        elif re.search(r"<html", text[:200]):
            links = _Links()
            links.feed(text)
            for link in links.found:
                whole = urldefrag(urljoin(address, link)).url
                if whole.startswith(front) and whole not in seen:
                    seen.add(whole)
                    waiting.append((whole, address))
    return missing
