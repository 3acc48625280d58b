"""The web servers of Debian, each started on loopback with settings in a folder of its own, and stopped in the end."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from machine import program

PATIENCE = 90.0
"""Seconds until a server must answer; it takes a tenth of one."""

MODULES = Path("/usr/lib/apache2/modules")
APACHE = (
    "mpm_event", "authz_core", "alias", "autoindex", "deflate", "dir", "filter", "headers", "mime", "setenvif", "ssl",
)  # fmt: skip
"""``autoindex`` too, which Debian loads: it would list folders."""


@dataclass(frozen=True)
class Answer:
    """What a server has answered."""

    status: int
    headers: dict[str, str]
    """By name in small letters; values of the same name are joined with commas."""
    body: bytes


def _found(name: str) -> str:
    path = program(name)
    assert path is not None, f"run python tests/machine.py: no {name}"
    return str(path)


def free_port() -> int:
    """A port of loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(port: int, path: str, *, method: str = "GET", **headers: str) -> Answer:
    """Ask for exactly this path; follows nothing. ``_`` in the names of headers stands for ``-``."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Accept-Encoding": "identity"} | named)
        response = connection.getresponse()
        found: dict[str, str] = {}
        for name, value in response.getheaders():
            known = found.get(name.lower())
            found[name.lower()] = f"{known}, {value}" if known else value
        return Answer(response.status, found, response.read())
    finally:
        connection.close()


@contextmanager
def readable_folder() -> Iterator[Path]:
    """A temporary folder that servers under another user may read; those of pytest are its own."""
    folder = Path(tempfile.mkdtemp(prefix="portal-hosts-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def _running(command: list[str], folder: Path, port: int, **environment: str) -> Iterator[None]:
    """A server until the end, with all its processes."""
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        deadline = time.monotonic() + PATIENCE
        while not _answers(port):
            said = (folder / "log").read_text(encoding="utf-8", errors="replace")
            assert process.poll() is None, said
            assert time.monotonic() < deadline, said
            time.sleep(0.02)
        yield
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=60)
            return


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def nginx_file(folder: Path, blocks: str) -> Path:
    """The main file of nginx around these blocks, as Debian has it, but for the user and the paths."""
    paths = ("client_body", "fastcgi", "proxy", "scgi", "uwsgi")
    temporary = "\n".join(f"  {name}_temp_path {folder}/{name};" for name in paths)
    user = "user root;\n" if os.geteuid() == 0 else ""
    text = (
        f"{user}daemon off;\nworker_processes 1;\npid {folder}/nginx.pid;\nerror_log {folder}/errors;\nevents {{}}\n"
        f"http {{\n{temporary}\n  access_log off;\n  include /etc/nginx/mime.types;\n"
        f"  default_type application/octet-stream;\n  gzip on;\n{blocks}\n}}\n"
    )
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    return folder / "nginx.conf"


@contextmanager
def run_nginx(folder: Path, blocks: str, port: int) -> Iterator[None]:
    """Nginx with these ``server`` blocks, one of which listens at the port."""
    file = nginx_file(folder, blocks)
    command = [_found("nginx"), "-p", str(folder), "-e", str(folder / "errors"), "-c", str(file)]
    with _running(command, folder, port):
        yield
    said = (folder / "errors").read_text(encoding="utf-8")
    assert "[warn]" not in said, said


@contextmanager
def run_apache(folder: Path, lines: str, port: int) -> Iterator[None]:
    """Apache with these lines, one of which listens at the port."""
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    load = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in APACHE)
    types = Path("/etc/mime.types")
    text = (
        f'ServerRoot "{folder}"\nServerName localhost\nPidFile {folder}/apache.pid\nErrorLog {folder}/errors\n'
        f"{load}\n{user}TypesConfig {types if types.is_file() else os.devnull}\n"
        f"AddDefaultCharset ISO-8859-1\nAddLanguage en .en\n<Directory />\nRequire all denied\n</Directory>\n{lines}\n"
    )
    (folder / "apache.conf").write_text(text, encoding="utf-8")
    command = [_found("apache2"), "-D", "FOREGROUND", "-f", str(folder / "apache.conf")]
    with _running(command, folder, port):
        yield


@contextmanager
def run_caddy(
    folder: Path, blocks: str, port: int, options: str = "auto_https off"
) -> Iterator[None]:
    """Caddy with these blocks; it keeps nothing outside the folder, and asks nobody for certificates."""
    text = f"{{\n\tadmin off\n\tskip_install_trust\n\t{options}\n}}\n{blocks}\n"
    (folder / "Caddyfile").write_text(text, encoding="utf-8")
    command = [
        _found("caddy"),
        "run",
        "--config",
        str(folder / "Caddyfile"),
        "--adapter",
        "caddyfile",
    ]
    own = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    with _running(command, folder, port, **own):
        yield


def lines_for_nginx(www: Path, port: int, lines: str) -> str:
    """A ``server`` block around the lines that a portal asks for."""
    return f"server {{\n  listen 127.0.0.1:{port};\n  root {www};\n{lines}\n}}"


def lines_for_apache(www: Path, port: int, _: str) -> str:
    """A host that takes a portal's ``.htaccess``, and would list folders."""
    return (
        f'Listen 127.0.0.1:{port}\n<VirtualHost 127.0.0.1:{port}>\nDocumentRoot "{www}"\n<Directory "{www}">\n'
        "Require all granted\nAllowOverride FileInfo\nOptions Indexes FollowSymLinks\n</Directory>\n</VirtualHost>"
    )


def lines_for_caddy(www: Path, port: int, lines: str) -> str:
    """The block of a host around the lines that a portal asks for."""
    return f"http://:{port} {{\n\tbind 127.0.0.1\n\troot * {www}\n{lines}\n}}"


SERVERS: dict[str, tuple[Callable[[Path, int, str], str], Callable[..., object]]] = {
    "nginx": (lines_for_nginx, run_nginx),
    "apache": (lines_for_apache, run_apache),
    "caddy": (lines_for_caddy, run_caddy),
}
"""By name: how lines become a configuration, and how a server runs with it."""
