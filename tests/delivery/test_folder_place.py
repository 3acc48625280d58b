"""A folder that a web server serves: whenever a deployment ends, readers find the old site or the new one."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from building import contents
from click.testing import Result
from commanding import run
from delivery.crawling import faults, served_elsewhere
from delivery.killing import killed
from delivery.sites import NEW, OLD, page, put_site

from portal.delivery.delivered import STATE

MEMORY = Path("/dev/shm")
"""Where files cost no disk, on Linux: a hundred sites are put there and deleted."""


@pytest.fixture(scope="module")
def host() -> Iterator[tuple[Path, str]]:
    """A folder that is served, and its address."""
    quick = MEMORY if os.access(MEMORY, os.W_OK) else None
    with TemporaryDirectory(dir=quick) as name, served_elsewhere(Path(name)) as address:
        yield Path(name), address


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return put_site(tmp_path / "old", OLD)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return put_site(tmp_path / "new", NEW)


def deploy(site: Path, target: object, *options: str) -> Result:
    return run(
        "deploy",
        "--lang",
        "en",
        "--root",
        site.parent,
        "--site-dir",
        site,
        *options,
        "--",
        str(target),
    )


def delivered(site: Path, target: object, *options: str) -> Result:
    done = deploy(site, target, *options)
    assert done.exit_code == 0, done.output
    return done


def public(target: Path) -> dict[str, bytes]:
    """What is there but for the notes of deployments."""
    return {k: v for k, v in contents(target).items() if not k.startswith(f"{STATE}/")}


def test_whenever_it_is_killed_every_page_leads_only_to_what_is_there(
    host: tuple[Path, str], old: Path, new: Path
) -> None:
    folder, address = host
    first = folder / "first"
    delivered(old, first)
    put_site(first, {".well-known/security.txt": b"owner", "folds-too/own.txt": b"owner"})
    assert faults(f"{address}first/", OLD, OLD) == []
    at, states = 0, list[dict[str, bytes]]()
    while True:
        at += 1
        target = Path(shutil.copytree(first, folder / str(at)))
        was_killed = killed(at, lambda target=target: deploy(new, target))  # type: ignore[misc]
        states.append(public(target))
        if states[-1] not in states[:-1]:
            assert faults(f"{address}{at}/", OLD, NEW) == [], at
        delivered(new, target)
        owner = {".well-known/security.txt": b"owner", "folds-too/own.txt": b"owner"}
        assert public(target) == NEW | owner, at
        assert not list((target / STATE / "tmp").iterdir()), at
        if not was_killed:
            break
        shutil.rmtree(target)
    assert at > 2 * len(NEW)


def test_a_first_deployment_that_was_killed_is_finished_by_the_next(
    tmp_path: Path, new: Path
) -> None:
    for at in (3, 10, 40, 70):
        target = tmp_path / str(at)
        assert killed(at, lambda target=target: deploy(new, target))  # type: ignore[misc]
        delivered(new, target)
        assert public(target) == NEW


def test_what_a_killed_deployment_had_put_there_goes_with_the_next_site(
    tmp_path: Path, old: Path, new: Path
) -> None:
    target = tmp_path / "target"
    delivered(old, target)
    assert killed(60, lambda: deploy(new, target))
    assert public(target) != OLD
    delivered(old, target)
    assert public(target) == OLD


def test_a_full_disk_leaves_no_half_file_and_is_told(tmp_path: Path, old: Path, new: Path) -> None:
    target = tmp_path / "target"
    put_site(old, {"en/index.html": page("../", words="old" * 9000)})
    put_site(new, {"en/index.html": page("../", words="new" * 9000)})
    delivered(old, target)
    before = public(target)
    command = ["deploy", "--lang", "en", "--root", tmp_path, "--site-dir", new, target]
    done = subprocess.run(
        [sys.executable, "-m", "portal", *map(str, command)],
        env=os.environ | {"PYTHONPATH": "hooks"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9999, 9999)),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "run it again" in done.stderr
    assert public(target)["en/index.html"] == before["en/index.html"]
    delivered(new, target)
    assert public(target) == contents(new)


def test_files_that_do_not_differ_are_not_touched(tmp_path: Path, old: Path, new: Path) -> None:
    target = tmp_path / "target"
    delivered(old, target)
    kept = [p for p in OLD if NEW.get(p) == OLD[p]]
    states = {path: (target / path).stat() for path in kept}
    for path in new.rglob("*"):
        os.utime(path, (1, 1))
    said = delivered(new, target).output
    assert f"{len(kept)} unchanged" in said
    assert {path: (target / path).stat().st_ino for path in kept} == {
        p: s.st_ino for p, s in states.items()
    }
    assert {path: (target / path).stat().st_mtime_ns for path in kept} == {
        path: state.st_mtime_ns for path, state in states.items()
    }


def test_nothing_is_written_when_nothing_differs(tmp_path: Path, old: Path) -> None:
    target = tmp_path / "target"
    delivered(old, target)
    note = (target / STATE / "deployed.json").stat()
    assert "0 new files, 0 changed, 0 deleted" in delivered(old, target).output
    assert (target / STATE / "deployed.json").stat().st_ino == note.st_ino


def test_a_file_that_somebody_has_changed_at_the_target_is_mended(
    tmp_path: Path, old: Path
) -> None:
    target = tmp_path / "target"
    delivered(old, target)
    (target / "kept" / "index.html").write_bytes(OLD["kept/index.html"].swapcase())
    (target / "atom.xml").unlink()
    (target / "en" / "index.html").chmod(0o600)
    assert "1 new files, 2 changed" in delivered(old, target).output
    assert public(target) == OLD


def test_a_web_server_may_read_all_of_it_whatever_the_mask(
    tmp_path: Path, old: Path, new: Path
) -> None:
    target, before = tmp_path / "target", os.umask(0o077)
    try:
        put_site(old, {"deep/er/index.html": b"<!doctype html>"})
        delivered(old, target)
        delivered(new, target)
    finally:
        os.umask(before)
    for path in (target, *target.rglob("*")):
        if STATE not in path.parts:
            assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


def test_pages_that_readers_have_open_keep_their_style_until_the_next_change(
    tmp_path: Path,
) -> None:
    target = tmp_path / "target"
    small = {"index.html": b"1", "404.html": b"2"}

    def styles(name: str, *others: str) -> list[str]:
        site = tmp_path / name
        more = {f"assets/by-hash/{name}/portal.css": b"", **dict.fromkeys(others, b"")}
        delivered(put_site(site, small | more), target)
        return sorted(path.split("/")[2] for path in public(target) if path.startswith("assets/"))

    assert styles("a", "search-index/zh/words/1.piece") == ["a"]
    assert styles("b") == ["a", "b"]
    assert not (
        target / "search-index"
    ).exists()  # holds words of records, which may have been withdrawn
    assert styles("b") == ["a", "b"]
    assert styles("b", "cities/jp-a/index.html") == ["a", "b"]
    assert styles("c") == ["b", "c"]
    assert styles("b") == ["b", "c"]
    assert styles("d") == ["b", "d"]


def test_folders_that_are_left_empty_go(tmp_path: Path, old: Path, new: Path) -> None:
    target = tmp_path / "target"
    delivered(old, target)
    delivered(new, target)
    assert not (target / "cities" / "jp-gone").exists()


def test_a_target_that_somebody_else_has_filled_is_refused_and_may_be_adopted(
    tmp_path: Path, new: Path
) -> None:
    target = put_site(tmp_path / "target", {"index.html": b"theirs", "wp-login.php": b"theirs"})
    done = deploy(new, target)
    assert done.exit_code == 2
    assert "index.html, wp-login.php" in done.output
    assert "--adopt" in done.output
    assert public(target) == {"index.html": b"theirs", "wp-login.php": b"theirs"}
    assert "wp-login.php" in delivered(new, target, "--adopt").output
    assert public(target) == NEW | {"wp-login.php": b"theirs"}
    delivered(put_site(tmp_path / "small", {"index.html": b"1", "404.html": b"2"}), target)
    assert public(target) == {"index.html": b"1", "404.html": b"2", "wp-login.php": b"theirs"}


def test_hidden_files_of_the_owner_are_no_reason_to_ask(tmp_path: Path, new: Path) -> None:
    target = put_site(tmp_path / "target", {".well-known/acme": b"theirs", ".user.ini": b"theirs"})
    delivered(new, target)
    assert public(target) == NEW | {".well-known/acme": b"theirs", ".user.ini": b"theirs"}


def test_a_file_of_the_owner_with_a_name_of_the_sites_is_not_replaced_unasked(
    tmp_path: Path, old: Path, new: Path
) -> None:
    target = tmp_path / "target"
    delivered(old, target)
    put_site(target, {"cities/jp-new/photo.webp": b"theirs"})
    done = deploy(new, target)
    assert done.exit_code == 2
    assert "cities/jp-new/photo.webp" in done.output
    assert public(target) == OLD | {"cities/jp-new/photo.webp": b"theirs"}
    delivered(new, target, "--adopt")
    assert public(target) == NEW


def test_a_folder_with_files_of_the_owner_is_not_replaced_by_a_file(
    tmp_path: Path, old: Path, new: Path
) -> None:
    target = tmp_path / "target"
    delivered(old, target)
    put_site(target, {"folds/theirs.txt": b"theirs"})
    done = deploy(new, target, "--adopt")
    assert done.exit_code == 2
    assert "folds" in done.output
    assert public(target) == OLD | {"folds/theirs.txt": b"theirs"}


def test_links_are_never_followed(tmp_path: Path, old: Path, new: Path) -> None:
    target, elsewhere = tmp_path / "target", put_site(tmp_path / "elsewhere", {"index.html": b"1"})
    delivered(old, target)
    shutil.rmtree(target / "cities")
    (target / "cities").symlink_to(elsewhere)
    done = deploy(new, target)
    assert done.exit_code == 2
    assert "cities" in done.output
    assert contents(elsewhere) == {"index.html": b"1"}
    (target / "cities").unlink()
    (target / "kept" / "index.html").unlink()
    (target / "kept" / "index.html").symlink_to(elsewhere / "index.html")
    delivered(new, target)
    assert contents(elsewhere) == {"index.html": b"1"}
    assert public(target) == NEW


def test_the_target_itself_may_be_a_link(tmp_path: Path, new: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    delivered(new, tmp_path / "link")
    assert public(tmp_path / "real") == NEW


@pytest.mark.parametrize(
    "name", ["two words", "姊妹市", 'it\'s "quoted"', "-rf", "$(touch x)", "100%25", "a:b/c"]
)
def test_any_name_of_a_folder_will_do(
    tmp_path: Path, new: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x y").mkdir()
    if "/" in name:
        (tmp_path / "a:b").mkdir()
    delivered(new, tmp_path / name if "/" in name else name)
    assert public(tmp_path / name) == NEW


def test_a_file_url_is_a_folder(tmp_path: Path, new: Path) -> None:
    delivered(new, (tmp_path / "兩個 字").as_uri())
    assert public(tmp_path / "兩個 字") == NEW


def test_who_comes_second_is_told_and_waits(tmp_path: Path, new: Path) -> None:
    import fcntl

    target = tmp_path / "target"
    delivered(new, target)
    with (target / STATE / "lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        command = ["deploy", "--lang", "en", "--root", tmp_path, "--site-dir", new, target]
        process = subprocess.Popen(
            [sys.executable, "-m", "portal", *map(str, command)],
            env=os.environ | {"PYTHONPATH": "hooks"}, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert process.stderr is not None
        assert "another deployment to this target is under way" in process.stderr.readline()
        assert process.poll() is None
    assert process.wait() == 0
    process.stderr.close()


@pytest.mark.parametrize("path", ["../../victim", "/victim", "a/../../victim", ".portal/lock", ""])
def test_a_forged_note_deletes_nothing(tmp_path: Path, new: Path, path: str) -> None:
    target = tmp_path / "inner" / "target"
    target.parent.mkdir()
    delivered(new, target)
    put_site(tmp_path, {"victim": b"1"})
    note = target / STATE / "deployed.json"
    forged = json.loads(note.read_text("utf-8"))
    forged["files"][path] = {}
    note.write_text(json.dumps(forged), "utf-8")
    done = deploy(new, target)
    assert done.exit_code == 2
    assert "deployed.json" in done.output
    assert (tmp_path / "victim").exists()


def test_a_dry_run_tells_and_changes_nothing(tmp_path: Path, old: Path, new: Path) -> None:
    target = tmp_path / "target"
    done = delivered(new, target, "--dry-run")
    assert "+ cities/jp-new/index.html\n" in done.output
    assert not target.exists()
    delivered(old, target)
    before = contents(target)
    done = delivered(new, target, "--dry-run")
    assert {"+ cities/jp-new/index.html", "~ index.html", "- atom.xml"} & {
        *done.output.splitlines()
    } == {
        "+ cities/jp-new/index.html",
        "~ index.html",
    }
    assert "- cities/jp-gone/photo.webp\n" in done.output
    assert contents(target) == before
