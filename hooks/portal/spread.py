"""Spreads the same work on many things over all processors."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
from typing import TYPE_CHECKING, Any, TypeVar

from portal.interruption import held_interruptions, leave_interruptions_to_the_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

Job = TypeVar("Job")
Result = TypeVar("Result")

WORTH_A_PROCESS = 400
"""Number of half-millisecond jobs below which a process costs more than it saves."""

BATCH = 100


class HelperLost(RuntimeError):
    """A helper process was killed, or ended without its results."""


def processors() -> int:
    """How many processes may work: ``PORTAL_PROCESSES`` if it is set, otherwise the processors of this process."""
    chosen = os.environ.get("PORTAL_PROCESSES", "")
    if chosen.isdecimal() and int(chosen):
        return int(chosen)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    jobs: Sequence[Job],
    work: Callable[[Job], Result],
    *,
    processes: int,
    weight: Callable[[Job], float] = lambda _: 1,
    worth: int = WORTH_A_PROCESS,
) -> Iterator[list[Result]]:
    """The results of all jobs, in lists, in arbitrary order.

    ``weight`` says how long a job takes relative to the others, so that all processes end at about the same time;
    ``worth`` says how many jobs justify a process.

    Forked processes see everything that this one has read. Without fork, or with too little to do, this one works
    alone. Exceptions in a process are raised here, and HelperLost if one ends without its results.
    """
    processes = min(processes, len(jobs) // worth)
    if processes < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from _batches(jobs, work)
        return
    gc.freeze()  # existing objects stay where they are, so that the processes share their memory
    context = multiprocessing.get_context("fork")
    own, *shares = _shares(jobs, processes, weight)
    helpers: list[tuple[ForkProcess, Connection, int]] = []
    try:
        for share in shares:
            receiver, sender = context.Pipe(duplex=False)
            helper = context.Process(target=_help, args=(share, work, sender))
            with held_interruptions():
                helper.start()
                helpers.append((helper, receiver, len(share)))
            sender.close()
        yield from _batches(own, work)
        for helper, receiver, jobs_given in helpers:
            found = _received(helper, receiver)
            if sum(map(len, found)) != jobs_given:
                raise HelperLost("a helper process did not tell all its results")
            yield from found
    except BaseException:
        for helper, _, _ in helpers:
            helper.terminate()  # it may wait for a reader that there will not be
        raise
    finally:
        for helper, receiver, _ in helpers:
            receiver.close()
            helper.join()


def _shares(jobs: Sequence[Job], processes: int, weight: Callable[[Job], float]) -> list[list[Job]]:
    """The jobs, dealt out from the heaviest, each to the process with the least to do (Graham 1969)."""
    shares: list[list[Job]] = [[] for _ in range(processes)]
    loads = [0.0] * processes
    for job in sorted(jobs, key=weight, reverse=True):
        least = loads.index(min(loads))
        shares[least].append(job)
        loads[least] += weight(job)
    return shares


def _batches(jobs: Sequence[Job], work: Callable[[Job], Result]) -> Iterator[list[Result]]:
    for start in range(0, len(jobs), BATCH):
        yield [work(job) for job in jobs[start : start + BATCH]]


def _help(jobs: Sequence[Any], work: Callable[[Any], Any], sender: Connection) -> None:
    """The work of a forked process: it sends all results, or its exception.

    Nothing is sent before the end: the other process reads only when its own share is done, and a full pipe would
    stop this one until then.
    """
    leave_interruptions_to_the_parent()
    answer: Any
    try:
        answer = list(_batches(jobs, work))
    except BaseException as error:
        answer = error
    try:
        message = pickle.dumps(answer, protocol=5)
    except Exception as error:
        message = pickle.dumps(HelperLost(f"a helper process cannot tell its results: {error!r}"))
    sender.send_bytes(message)
    sender.close()


def _received(helper: ForkProcess, receiver: Connection) -> list[list[Any]]:
    """All results of a process; raises what it raised, or HelperLost when it ended before it told all."""
    try:
        message = receiver.recv_bytes()
    except (EOFError, OSError):  # nothing came, or only a part
        helper.join()
        ending = f"ended with {helper.exitcode}"
        raise HelperLost(f"a helper process {ending} before it told its results") from None
    answer = pickle.loads(message)
    if isinstance(
        answer, (SystemExit, GeneratorExit)
    ):  # either would end this process as if all was well
        raise HelperLost(f"a helper process raised {answer!r}") from answer
    if isinstance(answer, BaseException):
        raise answer
    results: list[list[Any]] = answer
    return results
