"""Changes the code in small ways, one at a time, and names the changes that no test notices.

mutmut makes and judges these mutants. It knows modules by their names only below a folder ``src``, never copies anew
what is no Python, and judges a mutant again only when its function changed. So each module gets a folder in
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
CODE = ROOT / "hooks" / "portal"
WORK = ROOT / ".mutants"

PROMISES = (
    "data/*.py",
    "model/checks/*.py",
    "model/catalog/*.py",
    "model/values/pruning.py",
    "pages/render/trace.py",
    "pages/render/facts.py",
    "pages/render/ledger.py",
    "publish/tree.py",
    "publish/swap.py",
    "outputs/open_data/unnamed_rows.py",
)
"""Modules that carry promises: where a problem stands, what is public, what is made again, what readers get."""

NOTICED = ("killed", "timeout", "segfault")
"""The outcomes of a mutant with which the tests did not pass."""

WAITING = ("not checked", "check was interrupted by user")


@dataclass(frozen=True)
class Mutant:
    """One change of one function, and what became of it."""

    module: str
    name: str
    outcome: str

    def change(self) -> str:
        """The lines that differ."""
        with chdir(folder_of(self.module)):
            difference = get_diff_for_mutant(self.name, path=f"src/portal/{self.module}.py")
        return "\n".join(difference.splitlines()[2:])


def modules() -> dict[str, str]:
    """The modules, such as ``data/root``, each with the tests that have to notice: those that mirror it."""
    names = (
        path.relative_to(CODE).with_suffix("")
        for pattern in PROMISES
        for path in sorted(CODE.glob(pattern))
        if path.stem != "__init__"
    )
    return {
        name.as_posix(): f"tests/{name.with_name(f'test_{name.name}.py').as_posix()}"
        for name in names
    }


def folder_of(module: str) -> Path:
    """Where mutmut works on a module."""
    return WORK / module.replace("/", ".")


def prepare(module: str, tests: str) -> None:
    """Make the folder of a module, and take away from it what is out of date."""
    folder = folder_of(module)
    copy = folder / "mutants"
    copy.mkdir(parents=True, exist_ok=True)
    for name, ours in (("src", "hooks"), ("tests", "tests"), ("pyproject.toml", "pyproject.toml")):
        if not (folder / name).is_symlink():
            (folder / name).symlink_to(Path("../..", ours))
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/portal/{module}.py"],
        "pytest_add_cli_args_test_selection": [tests],
        "pytest_add_cli_args": ["--override-ini=pythonpath=src tests .", "-pno:cacheprovider"],
        "timeout_constant": [
            "2"
        ],  # seconds, added to those of the tests before they are multiplied
        "timeout_multiplier": ["15"],
        "use_git_change_detection": ["false"],
    }
    lines = [f"{key} =" + "".join(f"\n    {v}" for v in values) for key, values in settings.items()]
    (folder / "setup.cfg").write_text("[mutmut]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    shutil.rmtree(copy / "tests", ignore_errors=True)
    for path in CODE.rglob("*"):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            (copy / "src" / "portal" / path.relative_to(CODE)).unlink(missing_ok=True)


def forget(module: str, tests: str, *, everything: bool) -> None:
    """Have those mutants judged again that no test noticed, if a test changed since; or all of them."""
    known, found = folder_of(module) / "tests-digest", hashlib.blake2b()
    for name in ("tests/conftest.py", tests):
        found.update((ROOT / name).read_bytes())
    if everything or not known.exists() or known.read_text("utf-8") != found.hexdigest():
        (folder_of(module) / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
        for path in _results(module):
            kept = json.loads(path.read_text("utf-8"))
            codes = kept["exit_code_by_key"]
            for mutant, code in codes.items():
                if everything or status_by_exit_code[code] not in NOTICED:
                    codes[mutant] = None
            path.write_text(json.dumps(kept), encoding="utf-8")
    known.write_text(found.hexdigest(), encoding="utf-8")


def judge(module: str, processes: int) -> int:
    """Let mutmut work; returns its exit code."""
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(processes)]
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=folder_of(module), env=environment, check=False)
    return done.returncode


def judged(module: str) -> Iterator[Mutant]:
    """Every mutant of a module, with the last that is known of it."""
    for path in _results(module):
        for mutant, code in json.loads(path.read_text("utf-8"))["exit_code_by_key"].items():
            yield Mutant(module, mutant, status_by_exit_code[code])


def _results(module: str) -> list[Path]:
    return sorted((folder_of(module) / "mutants" / "src").rglob("*.py.meta"))


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
    lines += [_row(f"`{module}`", found) for module, found in outcomes.items()]
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
    """Exit code 1 when mutmut stops, as when tests fail without any change; else 0, whatever was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="part", help="data, or data/root; else all")
    parser.add_argument("--again", action="store_true", help="judge all anew")
    parser.add_argument("--report", action="store_true", help="only show what is known")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    wanted = parser.parse_args()
    chosen = {
        name: tests
        for name, tests in modules().items()
        if not wanted.parts or any(f"{name}/".startswith(f"{part}/") for part in wanted.parts)
    }
    for module, tests in () if wanted.report else chosen.items():
        prepare(module, tests)
        forget(module, tests, everything=wanted.again)
        if code := judge(module, wanted.processes):
            sys.stderr.write(
                f"{module}: mutmut ended with {code}. The same command goes on from here.\n"
            )
            return 1
    sys.stdout.write(report([mutant for module in chosen for mutant in judged(module)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
