"""What a command takes is told of that command alone."""

from __future__ import annotations

import sys

import pytest

from benchmarks.process import CommandFailed, run

MEGABYTE = 1_000_000


def test_memory_of_the_measuring_process_is_not_counted() -> None:
    ballast = bytearray(300 * MEGABYTE)
    usage = run([sys.executable, "-c", "pass"])
    assert len(ballast) > 0
    assert usage.peak < 100 * MEGABYTE


def test_processor_time_of_children_is_counted() -> None:
    child = "import time\nwhile time.process_time() < 0.3: pass"
    usage = run(
        [
            sys.executable,
            "-c",
            f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])",
        ]
    )
    assert usage.cpu > 0.3
    assert usage.wall > 0.3


@pytest.mark.skipif(sys.platform != "linux", reason="memory is sampled from /proc")
def test_memory_of_all_processes_together_is_sampled() -> None:
    child = f"import time; held = bytearray({100 * MEGABYTE}); time.sleep(0.5)"
    parent = (
        "import subprocess, sys\n"
        f"command = [sys.executable, '-c', {child!r}]\n"
        "for process in [subprocess.Popen(command) for _ in range(2)]: process.wait()"
    )
    usage = run([sys.executable, "-c", parent], sampled=True)
    assert 100 * MEGABYTE < usage.peak < 200 * MEGABYTE < usage.together


def test_a_command_that_fails_is_told_with_what_it_said() -> None:
    with pytest.raises(CommandFailed, match="no such record"):
        run([sys.executable, "-c", "raise SystemExit('no such record')"])
