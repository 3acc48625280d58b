"""Which wrong edits the check of a portal notices."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from fuzz.wrong_edits import NotApplicable, WrongEdit, read, sample, wrong_edits
from portal.assembly import read_portal
from portal.model.reading.memory import Memory
from portal.model.values.moment import Moment

SILENT = Path(__file__).with_name("silent.yaml")
"""Why it is right that some wrong edits pass: by what is done and where, as regular expressions."""

NOW = Moment.parse("2026-11-29")


def outcomes(root: Path, edits: Iterable[WrongEdit]) -> Iterator[tuple[WrongEdit, bool]]:
    """Each edit that can be made in the portal, and whether its check has more to say than before."""
    memory = Memory()
    before = {str(problem) for problem in read_portal(root, NOW, memory).problems}
    for edit in edits:
        path = root / edit.path
        written = path.read_bytes()
        try:
            path.write_text(edit.text(read(path)), encoding="utf-8")
        except (NotApplicable, KeyError, TypeError):
            continue
        try:
            problems = read_portal(root, NOW, memory).problems
        finally:
            path.write_bytes(written)
        yield edit, any(str(problem) not in before for problem in problems)


def reason(edit: WrongEdit) -> str:
    """Why an edit may pass, or nothing if it may not."""
    found: dict[str, dict[str, str]] = yaml.safe_load(SILENT.read_text(encoding="utf-8"))
    for name, places in found.items():
        for place, why in places.items():
            if re.fullmatch(name, edit.name) and re.fullmatch(place, edit.where):
                return why
    return ""


def copied(root: Path, folder: Path) -> Path:
    """A copy of a portal's own files, which may be changed."""
    for name in ("data", "content", "published", "templates"):
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name)
    return folder


def main() -> None:
    """Try a portal, and report what passed."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--most", type=int, default=2000, help="how many edits")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = copied(given.root, Path(folder))
        edits = sample(list(wrong_edits(root)), given.most, given.seed)
        made = list(outcomes(root, edits))
    silent = [edit for edit, noticed in made if not noticed]
    explained = Counter(why for edit in silent if (why := reason(edit)))
    unexplained = Counter((edit.name, edit.where) for edit in silent if not reason(edit))
    print(f"{len(made)} wrong edits: {len(made) - len(silent)} noticed, {len(silent)} silent")
    for why, count in explained.most_common():
        print(f"{count:5}  right: {why}")
    for (name, where), count in unexplained.most_common():
        print(f"{count:5}  not noticed: {name}: {where}")
    sys.exit(bool(unexplained))


if __name__ == "__main__":
    main()
