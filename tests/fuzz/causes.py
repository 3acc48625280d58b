"""Which slips the check of a portal tells more than once."""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from fuzz.noticing import NOW, copied
from fuzz.slips import Slip, slips
from fuzz.wrong_edits import NotApplicable
from portal.assembly import read_portal
from portal.data.problem import Problem
from portal.model.reading.memory import Memory

SEVERAL = Path(__file__).with_name("several.yaml")
"""Why it is right that some slips give several problems: by what is done and where, as regular expressions."""


def told(root: Path, chosen: Iterable[Slip]) -> Iterator[tuple[Slip, list[Problem]]]:
    """Each slip that can be made in the portal, and what its check says then."""
    memory = Memory()
    for slip in chosen:
        path = root / slip.path
        written = path.read_bytes()
        try:
            text = slip.change(written.decode())
        except (NotApplicable, KeyError, TypeError):
            continue
        try:
            path.unlink() if text is None else path.write_text(text, encoding="utf-8")
            problems = read_portal(root, NOW, memory).problems
        finally:
            path.write_bytes(written)
        yield slip, problems


def reason(slip: Slip) -> str:
    """Why a slip may give several problems, or nothing if it may not."""
    found: dict[str, dict[str, str]] = yaml.safe_load(SEVERAL.read_text(encoding="utf-8"))
    for name, places in found.items():
        for place, why in places.items():
            if re.fullmatch(name, slip.name) and re.fullmatch(place, slip.where):
                return why
    return ""


def chosen(root: Path, most: int, number: int) -> list[Slip]:
    """So many of the slips, of every pair of name and place at most one as long as there are others."""
    shuffled = random.Random(number)
    every = list(slips(root))
    every = shuffled.sample(every, len(every))
    first = {(slip.name, slip.where): slip for slip in reversed(every)}
    return shuffled.sample(list(first.values()), len(first))[:most]


def main() -> None:
    """Try a portal, and report what was told more than once."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--most", type=int, default=1000, help="how many slips")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = copied(given.root, Path(folder))
        made = list(told(root, chosen(root, given.most, given.seed)))
    counts = Counter(min(len(problems), 2) for _, problems in made)
    print(f"{len(made)} slips: {counts[0]} right, {counts[1]} told once, {counts[2]} more often")
    wrong = [(slip, problems) for slip, problems in made if len(problems) > 1 and not reason(slip)]
    for slip, problems in wrong:
        print(f"{slip.name}: {slip.where}: {slip.path}")
        for problem in problems[:5]:
            print(f"    {problem.line('en')}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
