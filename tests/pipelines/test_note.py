"""What is published is noted on the branch, whoever else pushes at the same time."""

from __future__ import annotations

import base64
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from pipelines.forge import Forge, done, git, settings, step

LIST = "published/addresses.txt"


def test_a_note_is_one_commit_of_the_published_folder_that_starts_no_pipeline(
    forge: Forge, job: Path
) -> None:
    done(job, "note")
    assert "/press/" in forge.shown(LIST)
    changed = git(forge.bare, "diff", "--name-only", "main~1", "main").split("\n")
    assert {path.split("/")[0] for path in changed} == {"published"}
    assert "[skip ci]" in git(forge.bare, "log", "-1", "--format=%B", "main")


def test_when_nothing_is_new_nothing_is_committed(forge: Forge, job: Path) -> None:
    done(job, "note")
    before = git(forge.bare, "rev-parse", "main")
    git(job, "reset", "--quiet", "--hard", before)
    done(job, "newest")
    done(job, "release")
    assert "nothing new" in done(job, "note")
    assert git(forge.bare, "rev-parse", "main") == before


def test_a_push_while_the_site_was_published_stays_and_the_note_is_put_on_top(
    forge: Forge, job: Path, tmp_path: Path
) -> None:
    editor = forge.clone(tmp_path / "editor")
    (editor / "README.md").write_text("Newer\n", encoding="utf-8")
    pushed = forge.push(editor, "Correct a word")
    done(job, "note")
    assert git(forge.bare, "rev-parse", "main~1") == pushed
    assert forge.shown("README.md") == "Newer"
    assert "/press/" in forge.shown(LIST)


def test_a_push_at_the_very_moment_makes_the_note_try_again(
    forge: Forge, job: Path, tmp_path: Path
) -> None:
    editor = forge.clone(tmp_path / "editor")
    (editor / "README.md").write_text("Newer\n", encoding="utf-8")
    git(editor, "commit", "--quiet", "--all", "--message", "Correct a word")
    git(editor, "push", "--quiet", "origin", "HEAD:refs/heads/other")
    hook = forge.bare / "hooks/pre-receive"
    hook.write_text(
        "#!/bin/sh\n[ -e tried ] && exit 0\ntouch tried\n"
        "unset GIT_QUARANTINE_PATH\ngit update-ref refs/heads/main refs/heads/other\n",
        encoding="utf-8",
    )
    hook.chmod(0o755)
    done(job, "note")
    assert (forge.bare / "tried").exists()
    assert forge.shown("README.md") == "Newer"
    assert "/press/" in forge.shown(LIST)


def test_what_somebody_else_has_noted_meanwhile_is_left_alone(
    forge: Forge, job: Path, tmp_path: Path
) -> None:
    other = forge.clone(tmp_path / "other")
    subprocess.run([".venv/bin/portal", "snapshot"], cwd=other, env=settings(), check=True)
    pushed = forge.push(other, "Note by hand")
    assert "in the meantime" in done(job, "note")
    assert git(forge.bare, "rev-parse", "main") == pushed


def test_a_note_touches_nothing_but_the_published_folder(forge: Forge, job: Path) -> None:
    note = job / "note.patch"
    more = (
        "diff --git a/README.md b/README.md\nnew file mode 100644\n--- /dev/null\n+++ b/EVIL.md\n"
    )
    foreign = more.replace("README", "EVIL") + "@@ -0,0 +1 @@\n+evil\n"
    note.write_text(foreign + note.read_text(encoding="utf-8"), encoding="utf-8")
    done(job, "note")
    assert "/press/" in forge.shown(LIST)
    assert "EVIL.md" not in git(forge.bare, "ls-tree", "--name-only", "main").split("\n")


def test_a_branch_that_lets_nobody_write_is_told(forge: Forge, job: Path) -> None:
    hook = forge.bare / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho protected\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    script = job / ".ci/note"
    script.write_text(
        script.read_text(encoding="utf-8").replace("0 2 5 10 20", "0 0"), encoding="utf-8"
    )
    found = step(job, "note")
    assert found.returncode == 1
    assert "let this job write to the branch" in found.stderr
    assert git(job, "worktree", "list").count("\n") == 0


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A server that wants to know who it is, and what it was told."""
    told: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.append(self.headers.get("Authorization", ""))
            self.send_response(401 if told == [""] else 404)
            self.send_header("WWW-Authenticate", 'Basic realm="forge"')
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/portal.git", told
    server.shutdown()
    server.server_close()


def test_the_token_goes_to_the_forge_and_nowhere_else(
    job: Path, asked: tuple[str, list[str]]
) -> None:
    address, told = asked
    known = {"PORTAL_PUSH_USER": "x-access-token", "PORTAL_PUSH_TOKEN": "s3cret-of-the-job"}
    found = step(job, "note", PORTAL_PUSH_URL=address, **known)
    assert found.returncode != 0
    expected = base64.b64encode(b"x-access-token:s3cret-of-the-job").decode()
    assert told[:2] == ["", f"Basic {expected}"]
    assert "s3cret" not in found.stdout + found.stderr
    assert "s3cret" not in (job / ".git/config").read_text(encoding="utf-8")
