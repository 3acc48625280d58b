"""a11y-moda: the rules of Taiwan's Web Accessibility Guidelines (115.11) that a program can check."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version as version_of
from pathlib import Path
from tempfile import TemporaryDirectory

from accessibility.finding import Finding

PROGRAM = Path(__file__).with_name("moda_styled.py")
OPTIONS = ["--allow-file", "--level", "AAA", "--spec", "115.11", "--freego-only", "--workers", "2"]
ALL_PAGES = "1000000"


def version() -> str:
    """The installed version."""
    return version_of("a11y-moda")


def judge(folder: Path) -> list[Finding]:
    """Look at every HTML file below a folder; raises AssertionError when one was left out."""
    command = [
        sys.executable,
        str(PROGRAM),
        "site",
        str(folder),
        *OPTIONS,
        "--max-pages",
        ALL_PAGES,
    ]
    # Told of a language model, by the environment or a file .env, it would send the pages there.
    with TemporaryDirectory() as empty:
        done = subprocess.run(
            [*command, "--format", "json"],
            cwd=empty,
            env={"HOME": empty, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    assert done.stdout, done.stderr
    pages = json.loads(done.stdout)["pages"]
    assert len(pages) == len(list(folder.rglob("*.html"))), done.stderr
    assert not [page["url"] for page in pages if page["fetch_error"]], done.stderr
    return [
        Finding(
            Path(page["url"].removeprefix("file://")).relative_to(folder).as_posix(),
            issue["rule_id"],
            f"{issue['message']} {issue['snippet'][:140]}",
        )
        for page in pages
        for issue in page["issues"]
        if issue["status"] == "fail"
    ]
