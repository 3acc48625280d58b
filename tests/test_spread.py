"""Work on several processes gives what one process gives, and ends when something goes wrong."""

from __future__ import annotations

import multiprocessing
import os
import signal
import struct
from collections.abc import Callable

import pytest

from portal.spread import HelperLost, _received, spread


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_processes_share_the_work_and_tell_what_went_wrong(processes: int) -> None:
    jobs = list(range(2000))
    found = [n for batch in spread(jobs, lambda n: n * 2, processes=processes) for n in batch]
    assert sorted(found) == [n * 2 for n in jobs]
    with pytest.raises(ZeroDivisionError):
        list(spread(jobs, lambda n: 1 // (n - 1001), processes=processes))


def test_heavy_jobs_are_dealt_out_first() -> None:
    def share(job: int) -> tuple[int, int]:
        return os.getpid(), job

    jobs = [1] * 1000 + [1000]
    shares: dict[int, int] = {}
    for batch in spread(jobs, share, processes=2, weight=lambda job: job):
        for process, job in batch:
            shares[process] = shares.get(process, 0) + job
    assert sorted(shares.values()) == [1000, 1000]


def test_a_mistake_here_does_not_wait_for_what_another_process_has_to_say() -> None:
    here = os.getpid()

    def work(job: int) -> str:
        if os.getpid() == here:
            raise KeyError(job)
        return "more than fits into a pipe" * 100

    with pytest.raises(KeyError):
        list(spread(range(2000), work, processes=2))


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _leave() -> None:
    raise SystemExit(0)


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (lambda: os._exit(0), "a helper process ended with 0 before it told its results"),
        (lambda: os._exit(3), "a helper process ended with 3 before it told its results"),
        (_kill, "a helper process ended with -9 before it told its results"),
        (_leave, "a helper process raised SystemExit(0)"),
    ],
    ids=["exit-0", "exit-3", "killed", "system-exit"],
)
def test_a_process_that_ends_without_its_results_is_no_silent_end(
    end: Callable[[], None], said: str
) -> None:
    here = os.getpid()

    def work(job: int) -> int:
        if os.getpid() != here and job > 1900:
            end()
        return job

    with pytest.raises(HelperLost) as raised:
        list(spread(range(2000), work, processes=2))
    assert str(raised.value) == said


def test_a_process_that_was_killed_while_it_told_its_results_is_no_silent_end() -> None:
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    helper = context.Process(target=_kill)
    helper.start()
    os.write(sender.fileno(), struct.pack("!i", 100) + b"only a part")
    sender.close()
    with pytest.raises(HelperLost, match="ended with -9"):
        _received(helper, receiver)
    receiver.close()


def test_results_that_cannot_be_told_are_named() -> None:
    here = os.getpid()

    def work(job: int) -> object:
        return job if os.getpid() == here else (lambda: job)

    with pytest.raises(HelperLost, match=r"cannot tell its results: .*lambda"):
        list(spread(range(2000), work, processes=2))
