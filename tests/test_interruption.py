"""Whoever interrupts a command gets its exit code and nothing else; nothing half-written and no process is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent

import pytest
from building import TODAY, contents, small_portal

from portal.interruption import INTERRUPTED

HOOKS = Path(__file__).parents[1] / "hooks"
SIGNALS = [signal.SIGINT, signal.SIGTERM]


def start(*command: str | Path, folder: Path | None = None) -> subprocess.Popen[str]:
    """Start a program of Python in a group of its own, as a terminal does."""
    return subprocess.Popen(
        [sys.executable, *map(str, command)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        cwd=folder,
        env=os.environ | {"PORTAL_TODAY": TODAY, "PYTHONPATH": str(HOOKS)},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )


def program(text: str) -> subprocess.Popen[str]:
    """A program that says ``ready`` when it may be interrupted."""
    begin = "from portal.interruption import heed_interruptions\nheed_interruptions()\n"
    process = start("-c", begin + dedent(text))
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def is_alone(process: subprocess.Popen[str]) -> bool:
    """Whether no process of its group is left."""
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("sign", SIGNALS)
def test_what_is_begun_is_put_away(sign: signal.Signals) -> None:
    process = program("""
        import time
        try:
            print("ready", flush=True)
            time.sleep(60)
        except Exception:
            print("an error")
        finally:
            time.sleep(0.3)
            print("put away")
    """)
    process.send_signal(sign)
    time.sleep(0.1)
    process.send_signal(signal.SIGTERM)  # a parent hands on what the terminal has sent already
    out, _ = process.communicate(timeout=120)
    assert (process.returncode, out) == (INTERRUPTED, "put away\n")


def test_an_interruption_is_not_lost_where_python_drops_exceptions() -> None:
    process = program("""
        import os, signal, time, weakref

        class Thing:
            pass

        def freed(_):
            print("ready", flush=True)
            time.sleep(60)

        thing = Thing()
        held = weakref.ref(thing, freed)
        del thing
        time.sleep(60)
    """)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=120)
    assert (process.returncode, out) == (INTERRUPTED, "")


@pytest.mark.parametrize("sign", SIGNALS)
def test_helpers_end_with_the_process_that_they_help(sign: signal.Signals) -> None:
    process = program("""
        import os, time
        from portal.spread import spread

        first = os.getpid()

        def work(job):
            if os.getpid() == first:
                print("ready", flush=True)
            time.sleep(60)

        list(spread([1, 2], work, processes=2, worth=1))
    """)
    os.killpg(process.pid, sign)
    out, _ = process.communicate(timeout=120)
    assert (process.returncode, out) == (INTERRUPTED, "")
    assert is_alone(process)


def test_a_helper_ends_when_it_is_told_to_before_it_has_begun() -> None:
    process = program("""
        import os, signal
        from portal.spread import HelperLost, spread

        os.register_at_fork(after_in_child=lambda: os.kill(os.getpid(), signal.SIGTERM))
        print("ready", flush=True)
        try:
            list(spread([1, 2], str, processes=2, worth=1))
        except HelperLost as error:
            print(error)
    """)
    out, _ = process.communicate(timeout=120)
    assert out == "a helper process ended with -15 before it told its results\n"


def test_what_a_shell_wants_unheard_stays_unheard() -> None:
    """As Ctrl+C by a process in the background."""
    text = """
        import signal
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        from portal.interruption import end_at_once, heed_interruptions
        end_at_once()
        heed_interruptions()
        print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)
    """
    process = start("-c", dedent(text))
    assert process.communicate(timeout=120)[0] == "True\n"


@pytest.mark.parametrize("sign", SIGNALS)
def test_a_build_that_is_interrupted_leaves_the_last_site(
    tmp_path: Path, sign: signal.Signals
) -> None:
    folder = small_portal(tmp_path / "portal").parent
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the last one", encoding="utf-8")
    process = start("-u", "-m", "portal", "build", "--root", folder)
    assert process.stdout is not None
    assert any("Cleaning site directory" in line for line in iter(process.stdout.readline, ""))
    if sign is signal.SIGINT:
        os.killpg(process.pid, sign)
    else:
        process.send_signal(sign)
    out, _ = process.communicate(timeout=120)
    assert process.returncode == INTERRUPTED
    assert "Traceback" not in out
    assert is_alone(process)
    assert contents(folder / "site") == {"index.html": b"the last one"}


def test_a_command_that_is_still_being_loaded_ends_too() -> None:
    process = start("-X", "importtime", "-m", "portal", "check", "--root", "/")
    assert process.stdout is not None
    assert any(
        "| click" in line or line.endswith(" click\n") for line in iter(process.stdout.readline, "")
    )
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=120)
    assert process.returncode == INTERRUPTED
    assert "Traceback" not in out


@pytest.mark.parametrize("outcome", ["pass", "raise ValueError('in its wake')"])
def test_a_rebuild_of_a_preview_that_loses_it_ends_all_the_same(outcome: str) -> None:
    """Compiled code drops what is raised while it compares; a file that is closed then may raise something else."""
    process = program(f"""
        import time
        from mkdocs.livereload import LiveReloadServer
        from portal.adapter.failure import Failures
        from portal.adapter.preview import Preview
        def rebuild():
            print("ready", flush=True)
            try:
                time.sleep(60)
            except SystemExit:
                {outcome}
        server = LiveReloadServer(rebuild, "127.0.0.1", 0, ".")
        Preview(server, Failures())
        server.builder()
        print("goes on")
    """)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=120)
    assert (out, process.returncode) == ("", INTERRUPTED)
