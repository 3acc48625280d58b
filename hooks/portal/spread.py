"""The same work on many things, on all processors at once."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

Job = TypeVar("Job")
Result = TypeVar("Result")

WORTH_A_PROCESS = 400
"""Jobs of about half a millisecond: for fewer, a process costs more than it saves."""

BATCH = 100


class HelperLost(RuntimeError):
    """A helper process was killed, or ended without its results."""


def processors() -> int:
    """How many processes may work: ``PORTAL_PROCESSES`` if it is set, else the processors of this process."""
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
    """The results of all jobs, in lists, in no order that means anything.

    ``weight`` says how long a job takes beside the others, so that all processes end at about the same time;
    ``worth`` how many jobs are worth a process.

    Forked processes see all that this one has read. Where there is no fork, or too little to do, this one works
    alone. What a process raises is raised here, and HelperLost when one ends without telling its results.
    """
    processes = min(processes, len(jobs) // worth)
    if processes < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from _batches(jobs, work)
        return
    gc.freeze()  # what exists now stays where it is, so that the processes share its memory
    context = multiprocessing.get_context("fork")
    own, *shares = _shares(jobs, processes, weight)
    helpers: list[tuple[ForkProcess, Connection, int]] = []
    try:
        for share in shares:
            receiver, sender = context.Pipe(duplex=False)
            helper = context.Process(target=_help, args=(share, work, sender))
            helper.start()
            sender.close()
            helpers.append((helper, receiver, len(share)))
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
    """The jobs dealt out, the heaviest first, each to who has least to do (Graham 1969)."""
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
    """What a forked process does: send all results, or what went wrong.

    Nothing is sent before the end: the other process reads only when its own share is done, and a full pipe would
    stop this one until then.
    """
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
