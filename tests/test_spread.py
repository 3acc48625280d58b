"""Work on several processes gives what one process gives, and ends when something goes wrong."""

from __future__ import annotations

import os

import pytest

from portal.spread import spread


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
