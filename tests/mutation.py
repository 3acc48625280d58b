"""Changes the code in small ways, one at a time, and names the changes that no test notices.

mutmut makes and judges these mutants. It knows modules by their names only below a folder ``src``, never copies anew
what is no Python, and judges a mutant again only when its function changed. So each part of the code gets a folder in
``.mutants/``, where ``src`` and ``tests`` lead to ours, and what is out of date there is taken away.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code

ROOT = Path(__file__).parents[1]
WORK = ROOT / ".mutants"


@dataclass(frozen=True)
class Part:
    """Modules, and the tests that have to notice what is changed in them: quick ones, which mirror them."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


PARTS = {
    "data": Part(("data/*",), ("data", "test_problem_cases.py")),
    "checks": Part(("model/checks/*",), ("model/checks", "test_problem_cases.py")),
    "catalog": Part(("model/catalog/*",), ("model/catalog",)),
    "render": Part(
        ("pages/render/trace.py", "pages/render/facts.py"),
        ("pages/render/test_trace.py", "pages/render/test_facts.py"),
    ),
    "publish": Part(
        ("publish/ledger.py", "publish/tree.py", "publish/swap.py"),
        ("publish/test_ledger.py", "publish/test_tree.py", "publish/test_swap.py"),
    ),
    "kept_back": Part(
        ("outputs/open_data/kept_back.py",), ("outputs/open_data/test_kept_back.py",)
    ),
}
"""What carries promises: where a problem stands, what is public, what is made again, what readers get."""

NOTICED = ("killed", "timeout", "segfault")
"""The outcomes of a mutant with which the tests did not pass."""

WAITING = ("not checked", "check was interrupted by user")


@dataclass(frozen=True)
class Mutant:
    """One change of one function, and what became of it."""

    part: str
    name: str
    outcome: str

    @property
    def module(self) -> str:
        return self.name.rpartition(".x")[0]

    def change(self) -> str:
        """The lines that differ."""
        with chdir(WORK / self.part):
            difference = get_diff_for_mutant(
                self.name, path=f"src/{self.module.replace('.', '/')}.py"
            )
        return "\n".join(difference.splitlines()[2:])


def prepare(name: str) -> None:
    """Make the folder in which mutmut works on a part, and take away from it what is out of date."""
    folder, part = WORK / name, PARTS[name]
    copy = folder / "mutants"
    copy.mkdir(parents=True, exist_ok=True)
    for link, target in (
        ("src", "hooks"),
        ("tests", "tests"),
        ("pyproject.toml", "pyproject.toml"),
    ):
        if not (folder / link).is_symlink():
            (folder / link).symlink_to(Path("../..", target))
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/portal/{pattern}" for pattern in part.modules],
        "pytest_add_cli_args_test_selection": [f"tests/{path}" for path in part.tests],
        "pytest_add_cli_args": [
            "--override-ini=pythonpath=src tests .",
            "-pno:cacheprovider",
            "--deselect=tests/test_problem_cases.py::test_every_code_has_a_case",  # it is slow
        ],
        "timeout_constant": [
            "2"
        ],  # seconds, added to those of the tests before they are multiplied
        "timeout_multiplier": ["15"],
        "use_git_change_detection": ["false"],
    }
    lines = [f"{key} =" + "".join(f"\n    {v}" for v in values) for key, values in settings.items()]
    (folder / "setup.cfg").write_text("[mutmut]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    shutil.rmtree(copy / "tests", ignore_errors=True)
    for path in (ROOT / "hooks").rglob("*"):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            (copy / "src" / path.relative_to(ROOT / "hooks")).unlink(missing_ok=True)


def forget(name: str, *, everything: bool) -> None:
    """Have those mutants judged again that no test noticed, if a test changed since; or all of them."""
    known, found = WORK / name / "tests-digest", hashlib.blake2b()
    for path in sorted((ROOT / "tests").rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            found.update(f"{path}\0".encode() + path.read_bytes())
    if everything or not known.exists() or known.read_text("utf-8") != found.hexdigest():
        (WORK / name / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
        for path in _results(name):
            kept = json.loads(path.read_text("utf-8"))
            codes = kept["exit_code_by_key"]
            for mutant, code in codes.items():
                if everything or status_by_exit_code[code] not in NOTICED:
                    codes[mutant] = None
            path.write_text(json.dumps(kept), encoding="utf-8")
    known.write_text(found.hexdigest(), encoding="utf-8")


def judge(name: str, processes: int) -> int:
    """Let mutmut work; returns its exit code."""
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(processes)]
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    return subprocess.run(command, cwd=WORK / name, env=environment, check=False).returncode


def judged(name: str) -> Iterator[Mutant]:
    """Every mutant of a part, with the last that is known of it."""
    for path in _results(name):
        for mutant, code in json.loads(path.read_text("utf-8"))["exit_code_by_key"].items():
            yield Mutant(name, mutant, status_by_exit_code[code])


def _results(name: str) -> list[Path]:
    return sorted((WORK / name / "mutants" / "src").rglob("*.py.meta"))


def report(mutants: list[Mutant]) -> str:
    """The changes that no test noticed, and the table of modules."""
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    lines = []
    for mutant in mutants:
        outcomes[mutant.module][mutant.outcome] += 1
        if mutant.outcome not in (*NOTICED, *WAITING):
            lines += [f"{mutant.name}: {mutant.outcome}", mutant.change(), ""]
    lines.append("| Module | Mutants | Noticed | By time | Not noticed | Waiting |")
    lines.append("|---|---:|---:|---:|---:|---:|")
    lines += [_row(f"`{module}`", found) for module, found in sorted(outcomes.items())]
    lines.append(_row("All", sum(outcomes.values(), Counter())))
    return "\n".join(lines) + "\n"


def _row(name: str, found: Counter[str]) -> str:
    waiting = sum(found[outcome] for outcome in WAITING)
    noticed = sum(found[outcome] for outcome in NOTICED)
    known = found.total() - waiting
    share = f"{noticed / known:.0%}" if known else "–"
    numbers = found.total(), share, found["timeout"], known - noticed, waiting
    return f"| {name} | {' | '.join(map(str, numbers))} |"


def main() -> int:
    """Exit code 1 when a part's tests fail without any change; else 0, whatever was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "parts", nargs="*", metavar="part", help=f"one of {', '.join(PARTS)}; else all"
    )
    parser.add_argument("--again", action="store_true", help="judge all anew")
    parser.add_argument("--report", action="store_true", help="only show what is known")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    wanted = parser.parse_args()
    names = wanted.parts or list(PARTS)
    if unknown := set(names) - PARTS.keys():
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    for name in [] if wanted.report else names:
        prepare(name)
        forget(name, everything=wanted.again)
        if code := judge(name, wanted.processes):
            return code
    sys.stdout.write(report([mutant for name in names for mutant in judged(name)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
