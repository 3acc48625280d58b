"""Each filter of the gate is missed when it is taken out: the marks stand somewhere, so the tests beside this one see.

Some outputs stop at what the gate should have taken away; what they would have written is not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from secrecy.everything import everything, read, snapshot
from secrecy.marks import traces
from secrecy.sample import FIRST, Sample

from portal.model.catalog import gate
from portal.model.records.press_release import PressRelease
from portal.model.records.record import Record
from portal.model.values import pruning
from portal.model.values.moment import Moment
from portal.outputs.open_data.unnamed_rows import UnnamedRows
from portal.pages import published

Patch = pytest.MonkeyPatch
Break = Callable[[Patch], None]


def always(value: Any) -> Callable[..., Any]:
    return lambda *_: value


def drafts(patch: Patch) -> None:
    def has_come(self: Record, now: Moment) -> bool:
        return self.appears is None or self.appears <= now

    patch.setattr(Record, "has_come", has_come)


def days_of_records(patch: Patch) -> None:
    patch.setattr(Record, "appears", None)


def days_of_releases(patch: Patch) -> None:
    patch.setattr(PressRelease, "appears", property(lambda self: self.public_from))


def last_days(patch: Patch) -> None:
    patch.setattr(Record, "is_over", always(False))


def confidential_parts(patch: Patch) -> None:
    patch.setattr(pruning, "_secrets", always(()))


def references(patch: Patch) -> None:
    patch.setattr(gate._Gate, "_is_hidden", always(False))


def references_to_units(patch: Patch) -> None:
    names = gate._names
    patch.setattr(gate, "_names", lambda kind, record: [next(iter(names(kind, record)))])


def what_follows(patch: Patch) -> None:
    patch.setattr(gate._Gate, "_mentioning", always([]))


def what_cannot_stand_alone(patch: Patch) -> None:
    """An essential field is emptied, and what it stands in stays."""
    patch.setattr(pruning, "_is_essential", always(False))


def cities_that_nothing_names(patch: Patch) -> None:
    """A city of which no tie may be told stays for nothing else."""
    patch.setattr(gate, "is_bare", always(False))


def words_with_a_reference(patch: Patch) -> None:
    """Of a part that must go only the reference goes, as an output might think it enough."""
    patch.setattr(pruning._Field, "suffices", always(True))


def words_of_withdrawn_releases(patch: Patch) -> None:
    patch.setattr(PressRelease, "public_part", property(lambda self: self))


def withdrawn_releases(patch: Patch) -> None:
    patch.setattr(PressRelease, "is_withdrawn", False)
    patch.setattr(PressRelease, "public_part", property(lambda self: self))


def names_in_the_log(patch: Patch) -> None:
    patch.setattr(UnnamedRows, "has", always(False))


def lists_of_homes(patch: Patch) -> None:
    patch.setattr(published, "list_subject", always(None))


def pages_of_ties(patch: Patch) -> None:
    patch.setattr(published, "_names_kept_back", always(False))


FILTERS: tuple[Break, ...] = (
    drafts, days_of_records, days_of_releases, last_days, confidential_parts, references, references_to_units,
    what_cannot_stand_alone, cities_that_nothing_names, words_with_a_reference, words_of_withdrawn_releases,
    withdrawn_releases, names_in_the_log, lists_of_homes,
    pages_of_ties,
)  # fmt: skip


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Each published once as if nothing were kept back."""
    made = []
    for seed in FIRST:
        folder = tmp_path_factory.mktemp("secrecy") / "portal"
        snapshot(Sample(seed), folder)
        made.append(folder)
    return made


@pytest.fixture
def plans() -> Iterator[None]:
    """The code remembers by model what it looks at; it must not remember what a test did."""
    pruning._plan.cache_clear()
    yield
    pruning._plan.cache_clear()


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize("take_out", FILTERS, ids=lambda take_out: take_out.__name__)
def test_without_a_filter_something_is_told(
    take_out: Break, samples: list[Path], monkeypatch: Patch
) -> None:
    take_out(monkeypatch)
    assert any(_tells(folder) for folder in samples)


def _tells(folder: Path) -> bool:
    """Whether an output tells what is kept back, or meets it where nothing is prepared for it."""
    try:
        edition = read(folder)
    except LookupError:
        return True
    return bool(traces(everything(edition, skip_failing=True)))


def test_with_all_filters_nothing_is_told(samples: list[Path]) -> None:
    for folder in samples[:2]:
        assert traces(everything(read(folder))) == []


def test_what_follows_from_what_is_gone_cannot_be_shown_at_all(
    samples: list[Path], monkeypatch: Patch
) -> None:
    """Nothing tells it by mistake: the first output that meets it ends the build."""
    what_follows(monkeypatch)
    with pytest.raises(LookupError):
        [everything(read(folder)) for folder in samples]
