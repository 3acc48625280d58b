"""A folder of another machine, by the real rsync and a real sshd: readers notice nothing of a dead line."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from building import contents
from click.testing import Result
from commanding import run
from delivery.crawling import faults, served_elsewhere
from delivery.sites import NEW, OLD, put_site
from delivery.sshd import Sshd, ssh_server

from portal.delivery import lease, rsync
from portal.delivery.delivered import STATE

pytestmark = pytest.mark.machine

MEMORY = Path("/dev/shm")

SMALL = {"index.html": b"<!doctype html>1", "404.html": b"<!doctype html>2"}


@pytest.fixture(scope="module")
def server() -> Iterator[Sshd]:
    with TemporaryDirectory() as name, ssh_server(Path(name)) as server:
        yield server


@pytest.fixture
def host() -> Iterator[Path]:
    """The folder below which the other machine has its sites."""
    with TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as name:
        yield Path(name)


@pytest.fixture(autouse=True)
def calling(server: Sshd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RSYNC_RSH", server.client())
    monkeypatch.setattr(lease, "PERIOD", 0.5)


@pytest.fixture
def deploy(server: Sshd, tmp_path: Path) -> Callable[..., Result]:
    """Publish a site with these files to a folder."""

    def deploy(files: dict[str, bytes], target: Path, *options: str) -> Result:
        folder = tmp_path / "site"
        shutil.rmtree(folder, ignore_errors=True)
        put_site(folder, files)
        words = ["deploy", "--lang", "en", "--root", str(tmp_path), "--site-dir", str(folder)]
        return run(*words, *options, f"{server.account}:{target}")

    return deploy


def public(target: Path) -> dict[str, bytes]:
    return {k: v for k, v in contents(target).items() if not k.startswith(f"{STATE}/")}


def in_place_of_rsync(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a script of the shell before each call of rsync."""
    folder.mkdir()
    program = folder / "rsync"
    program.write_text(
        f'#!/bin/sh\n{script}\nexec {shutil.which("rsync")} "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


CHANGING = (
    'case "$*" in *--temp-dir*|*--delete-missing-args*) n=$(ls {counted} | wc -l); {then};; esac'
)


def test_between_all_steps_every_page_leads_only_to_what_is_there(
    deploy: Callable[..., Result], host: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, states = host / 'it\'s "my" 城 市', host / "states"
    assert deploy(OLD, target).exit_code == 0
    put_site(target, {".well-known/acme": b"owner"})
    states.mkdir()
    copy = f"cp -a {shlex.quote(str(target))} {states}/$n"
    in_place_of_rsync(tmp_path / "bin", CHANGING.format(counted=states, then=copy), monkeypatch)
    assert deploy(NEW, target).exit_code == 0
    assert public(target) == NEW | {".well-known/acme": b"owner"}
    assert not (target / "cities" / "jp-gone").exists()
    assert not (target / STATE / "lock").exists()
    seen = list[dict[str, bytes]]()
    with served_elsewhere(states) as address:
        for state in sorted(states.iterdir()):
            if public(state) not in seen:
                seen.append(public(state))
                assert faults(f"{address}{state.name}/", OLD, NEW) == [], state.name
    assert len(seen) > 7


def test_what_was_killed_is_finished_by_the_next(
    deploy: Callable[..., Result], host: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, counted = host / "www", host / "counted"
    later = SMALL | {
        "index.html": b"<!doctype html>3",
        "new/index.html": b"<!doctype html>4",
        "a.css": b"",
    }
    assert deploy(SMALL | {"gone/index.html": b"<!doctype html>5"}, target).exit_code == 0
    counted.mkdir()
    then = f"touch {counted}/$n; test $n = 2 && kill -9 $PPID"
    in_place_of_rsync(tmp_path / "bin", CHANGING.format(counted=counted, then=then), monkeypatch)
    child = os.fork()
    if not child:
        deploy(later, target)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    assert public(target).keys() == later.keys() | {"gone/index.html"}
    done = deploy(later, target)
    assert done.exit_code == 0
    assert "another deployment to this target is under way" in done.output  # as it seems
    assert public(target) == later


def test_a_line_that_goes_dead_leaves_no_half_file_and_is_told(
    server: Sshd,
    deploy: Callable[..., Result],
    host: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = host / "www"
    big = {"index.html": b"<!doctype html>" + os.urandom(200_000)}
    assert deploy(SMALL, target).exit_code == 0
    shell = tmp_path / "shell"
    # what goes there is cut after 90 kB, in the middle of the page
    shell.write_text(f'#!/bin/sh\nhead -c 90000 | {server.client()} "$@"\n', encoding="utf-8")
    shell.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(shell))
    monkeypatch.setattr(rsync, "SILENCE", 5)
    done = deploy(SMALL | big, target)
    assert done.exit_code == 2
    assert "run it again" in done.output
    assert public(target) == SMALL
    monkeypatch.setenv("RSYNC_RSH", server.client())
    assert deploy(SMALL | big, target).exit_code == 0
    assert public(target) == SMALL | big
    assert not list((target / STATE / "tmp").iterdir())


def test_what_does_not_differ_is_not_sent(deploy: Callable[..., Result], host: Path) -> None:
    target, before = host / "www", os.umask(0o077)
    try:
        assert deploy(SMALL, target).exit_code == 0
    finally:
        os.umask(before)
    states = {path: (target / path).stat() for path in SMALL}
    assert {state.st_mode & 0o777 for state in states.values()} == {0o644}
    (target / "404.html").chmod(0o600)
    done = deploy(SMALL | {"sitemap.xml": b"new"}, target)
    assert "1 new files, 1 changed, 0 deleted, 1 unchanged" in done.output
    assert (target / "index.html").stat().st_mtime_ns == states["index.html"].st_mtime_ns
    assert (target / "404.html").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("forged", ["known", "forged", "user"])
def test_keys_are_never_skipped(
    forged: str,
    server: Sshd,
    deploy: Callable[..., Result],
    host: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = server.client(known=forged != "forged", key="stranger" if forged == "user" else "user")
    if forged == "known":
        client = client.replace(str(server.folder / "known"), "/dev/null")
    monkeypatch.setenv("RSYNC_RSH", client)
    done = deploy(SMALL, host / "www")
    assert done.exit_code == 2
    words = "does not accept the ssh key" if forged == "user" else "the host key of"
    assert words in done.output
    assert not (host / "www").exists()


def test_what_cannot_be_reached_is_told(
    server: Sshd,
    deploy: Callable[..., Result],
    host: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done = deploy(SMALL, host / "no" / "such")
    assert done.exit_code == 2
    assert "no/such" in done.output
    monkeypatch.setenv("RSYNC_RSH", server.client().replace(f"-p {server.port}", "-p 1"))
    done = deploy(SMALL, host / "www")
    assert done.exit_code == 2
    assert f"ssh does not reach {server.account}" in done.output
    monkeypatch.setenv("PATH", str(tmp_path))
    done = deploy(SMALL, host / "www")
    assert done.exit_code == 2
    assert "this machine has no rsync" in done.output


def test_files_of_the_owner_are_neither_replaced_nor_deleted_unasked(
    deploy: Callable[..., Result], host: Path
) -> None:
    target = put_site(
        host / "www", {"index.html": b"theirs", "wp/login": b"theirs", ".htpasswd": b"theirs"}
    )
    done = deploy(SMALL, target)
    assert done.exit_code == 2
    assert "index.html, wp" in done.output
    assert public(target)["index.html"] == b"theirs"
    assert deploy(SMALL, target, "--adopt").exit_code == 0
    theirs = {"wp/login": b"theirs", ".htpasswd": b"theirs"}
    assert public(target) == SMALL | theirs
    for files, blocked in (
        ({"wp": b""}, "wp"),
        ({".htpasswd/x.html": b""}, ".htpasswd"),
        ({"wp/login/x": b""}, "wp/login"),
    ):
        done = deploy(SMALL | files, target, "--adopt")
        assert done.exit_code == 2, files
        assert f"in the way of the site's files: {blocked};" in done.output
        assert public(target) == SMALL | theirs


def test_a_dry_run_changes_nothing(deploy: Callable[..., Result], host: Path) -> None:
    done = deploy(SMALL, host / "www", "--dry-run")
    assert done.exit_code == 0
    assert done.stdout == "+ 404.html\n+ index.html\n"
    assert not (host / "www").exists()
