"""Says what was done wrong in a text that is not YAML: the fault whose repair makes it readable."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem, shorten
from portal.data.yaml_faults.block import Block, wrong_blocks
from portal.data.yaml_faults.bracket_faults import bracket_faults, full_width_marks, missing_commas
from portal.data.yaml_faults.conflicts import conflict_problems
from portal.data.yaml_faults.line_faults import line_faults, stray_faults
from portal.data.yaml_faults.quote_faults import quote_faults
from portal.data.yaml_faults.repair import column_of, line_at
from portal.data.yaml_faults.separator_faults import joined_faults, known_keys, separator_faults
from portal.data.yaml_faults.space_faults import character_faults, depth_faults, text_below_faults
from portal.data.yaml_faults.value_faults import value_faults
from portal.data.yaml_faults.verdict import judge

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    import yaml

    from portal.data.yaml_faults.repair import Repair

MOST_BLOCKS = 20
"""Parts of one file of which the faults are told."""

_MOST_READ = 250_000
"""Characters that are read again to find the fault of one part."""

_MOST_READ_IN_ALL = 6 * _MOST_READ
"""The same for one file."""

_LONGEST_LINE = 4_000
"""Characters; in a line that is longer, no fault is looked for."""

_MOST_TOGETHER = 5
"""Faults in one part."""

_ROOTS = ("{", "[")

_FAR = frozenset(("wrong-indentation", "hyphen-missing", "hyphen-too-many", "text-not-indented"))
"""Faults of which only what is around can tell whether they were mended rightly."""


def syntax_problems(path: str, text: str, error: yaml.MarkedYAMLError) -> list[Problem]:
    """What was done wrong in a text that YAML cannot read; never empty."""
    if problems := conflict_problems(path, text) or _problems(path, text, is_read=False):
        return problems
    mark = error.problem_mark or error.context_mark
    at = mark.index if mark else 0
    return [Problem(Place.at(path, text, at), "yaml-syntax", {"found": _shown(text, at)})]


def likely_problems(path: str, text: str) -> list[Problem]:
    """What was done wrong in a text that YAML reads otherwise than it was meant; often nothing."""
    verdict = judge(text)
    is_meant = verdict.root and verdict.is_likely
    return [] if is_meant else _problems(path, text, is_read=True)


def _problems(path: str, text: str, *, is_read: bool) -> list[Problem]:
    problems: list[Problem] = []
    search = _Search(known_keys(text), is_read)
    if spaced := _other_spaces(text):
        problems.append(Problem(Place.at(path, text, spaced.at), spaced.code, spaced.found))
        text = spaced.text
        if judge(text).root:
            return problems
    for count, block in enumerate(wrong_blocks(text.split("\n"), is_read=is_read)):
        if count == MOST_BLOCKS:
            break
        for fault in search.faults(block):
            place = Place(path, block.start + fault.line + 1, fault.column + 1)
            problem = Problem(place, fault.code, fault.found)
            if not problems or not _is_told(problem, problems):
                problems.append(problem)
    return problems


def _other_spaces(text: str) -> Repair | None:
    """All lines at once without tabs and wide spaces, if more can be read then."""
    best, least = None, judge(text).unread
    for repair in character_faults(text, 0):
        verdict = judge(repair.text)
        if verdict.root and verdict.is_likely:
            return repair
        if verdict.unread < least:
            best, least = repair, verdict.unread
    return best


_RUNS = frozenset(
    ("tab-indentation", "wide-indentation", "block-not-indented", "text-not-indented")
)
"""Faults that an editor makes in many lines at once."""


def _is_told(problem: Problem, problems: list[Problem]) -> bool:
    """Whether it is the same fault as the one before."""
    before = problems[-1]
    is_run = problem.code in _RUNS and before.code == problem.code
    return is_run or any(problem.place == told.place for told in problems)


@dataclass(frozen=True, slots=True)
class _Fault:
    """A fault in a block."""

    line: int
    column: int
    code: str
    found: dict[str, str]


@dataclass(slots=True)
class _Search:
    """Looks for the faults of one file."""

    known: Collection[str]
    """Words that are keys elsewhere in the file."""
    is_read: bool
    """Whether YAML can read the file, if otherwise than meant."""
    left: int = _MOST_READ_IN_ALL
    """How many characters may still be read again."""

    def faults(self, block: Block) -> list[_Fault]:
        """What is wrong in a block, or in one that holds it; or where reading stopped."""
        for demand in (2, 1) if self.is_read else (2, 1, 0):
            around: Block | None = block
            while around is not None and _is_short(around):
                if found := self._mended(around, demand):
                    return [_shift(fault, around.start - block.start) for fault in found]
                around = around.outer
        if self.is_read:
            return []
        text = block.text
        at = len(text) - judge(text).unread
        return [_fault(text, "yaml-syntax", at, {"found": _shown(text, at)})]

    def _mended(self, block: Block, demand: int) -> list[_Fault]:
        """The faults whose repairs together make a block readable.

        ``demand`` 1: it must also look as it was meant. 2: if lines were moved or joined to a list, once must be
        enough, and what holds the block must be readable too, since many depths seem right from near by.
        """
        text = block.text
        unread = judge(text).unread
        done: list[tuple[str, Repair]] = []
        least = self.left - _MOST_READ
        while len(done) < _MOST_TOGETHER:
            best: tuple[int, Repair] | None = None
            for repair in _repairs(block, text, self.known):
                self.left -= len(text)
                if self.left < max(least, 0):
                    return []
                result = judge(repair.text)
                is_far = demand == 2 and repair.code in _FAR
                if result.root in _ROOTS or (result.root == "#" and repair.code == "comment-mark"):
                    is_likely = result.is_likely and block.may_hold(repair.text, is_far=is_far)
                    if not demand or is_likely:
                        return _faults_of([*done, (text, repair)])
                elif result.root or is_far:
                    continue
                elif best is None or result.unread < best[0]:
                    best = result.unread, repair
            if best is None or best[0] >= unread:
                break
            unread = best[0]
            done.append((text, best[1]))
            text = best[1].text
        return []


def _is_short(block: Block) -> bool:
    return len(block.text) < _MOST_READ // 4 and max(map(len, block.lines)) < _LONGEST_LINE


def _shift(fault: _Fault, lines: int) -> _Fault:
    return _Fault(fault.line + lines, fault.column, fault.code, fault.found)


def _repairs(block: Block, text: str, known: Collection[str]) -> Iterator[Repair]:
    """Every way to mend a text, the likeliest first."""
    own = block.own_offset
    return chain(
        character_faults(text, own),
        full_width_marks(text, own),
        separator_faults(text, own, known),
        joined_faults(text, own, known),
        missing_commas(text, own),
        quote_faults(text, own),
        value_faults(text, own),
        bracket_faults(text, own),
        line_faults(text, own),
        text_below_faults(text, own),
        stray_faults(text, own),
        depth_faults(text, own, 0 if block.is_item else -1, block.around),
    )


def _faults_of(done: list[tuple[str, Repair]]) -> list[_Fault]:
    """A fault for each repair, in the text as it was before the first; ``done`` has the text before each."""
    found = []
    for count, (_, repair) in enumerate(done):
        at = repair.at
        for now, before in pairwise([text for text, _ in reversed(done[: count + 1])]):
            at = _before(before, now, at)
        found.append(_fault(done[0][0], repair.code, at, dict(repair.found)))
    return found


def _before(old: str, new: str, at: int) -> int:
    """Where what stands at an offset stood before a text was changed in one place."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    if at < start:
        return at
    return at - len(new) + len(old) if at >= len(new) - end else start


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _fault(text: str, code: str, at: int, found: dict[str, str]) -> _Fault:
    return _Fault(text.count("\n", 0, at), column_of(text, at), code, found)


def _shown(text: str, at: int) -> str:
    """The line on which reading stopped, or the last one with words before it."""
    before = text[:at].rstrip()
    return shorten((line_at(text, at).strip() or before.rpartition("\n")[2]).strip()) or "…"
