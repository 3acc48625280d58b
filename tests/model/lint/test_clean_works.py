"""What was found clean is not read again, until it or the term base changes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from worded import concept, named, pair, word

from portal.data.problem import Place
from portal.model.lint.clean_works import CleanWorks
from portal.model.lint.passage import Line, Passage, Work
from portal.model.lint.word_check import word_problems
from portal.model.reading.load import Loaded
from portal.model.terminology.term_base import TermBase
from portal.model.terminology.term_entry import TermEntry

Load = Callable[[Mapping[str, str]], Loaded]

SISTER = concept(
    "sister-city", word("姊妹市"), word("姐妹市", "deprecated", type="variant"), word("sister city")
)
PACT = concept("pact", word("協定"), word("agreement"))


def base_of(entries: Iterable[TermEntry]) -> TermBase:
    """The term base of some entries."""
    return {(one.kind, one.id): one for one in entries}


BASE = base_of([SISTER])


class Reading:
    """Works, and which of them were read."""

    def __init__(self, **texts: str) -> None:
        self.texts, self.read = texts, list[str]()

    def __iter__(self) -> Iterator[Work]:
        for name, text in self.texts.items():
            sources = text, "A sister city."
            yield Work(f"{name} {text}".encode(), sources, self._passages(name, text))

    def _passages(self, name: str, text: str) -> Iterator[Passage]:
        self.read.append(name)
        lines = {
            language: [Line(language, words, name, lambda at, _: Place("x.yaml", 1, at + 1))]
            for language, words in (("zh", text), ("en", "A sister city."))
        }
        yield Passage(lines["zh"], lines["en"])


def test_only_what_changed_or_was_wrong_is_read_again(loaded: Load, tmp_path: Path) -> None:
    kept, nothing = tmp_path / "words", loaded({})
    first = Reading(one="一個姊妹市。", other="一個姐妹市。")
    assert [p.code for p in word_problems(nothing, BASE, first, kept)] == ["deprecated-word"]
    assert first.read == ["one", "other"]
    again = Reading(one="一個姊妹市。", other="一個姐妹市。", third="姊妹市。")
    assert [p.code for p in word_problems(nothing, BASE, again, kept)] == ["deprecated-word"]
    assert again.read == ["other", "third"]
    mended = Reading(one="兩個姊妹市。", other="一個姊妹市。", third="姊妹市。")
    assert list(word_problems(nothing, BASE, mended, kept)) == []
    assert mended.read == ["one", "other"]


TEXTS = {"one": "姊妹市。", "other": "一份協定。", "third": "一次訪問。"}


@pytest.mark.parametrize(
    ("before", "now", "read"),
    [
        ([SISTER], [SISTER, PACT], ["other"]),
        ([SISTER, PACT], [SISTER], ["other"]),
        ([PACT], [concept("pact", word("協定"), word("pact"))], ["other"]),
        ([SISTER, PACT], [concept("sister-city", word("姊妹市"), word("twin town")), PACT], ["one", "other", "third"]),
        ([named("homes", "x", word("甲市"))], [named("homes", "x", word("乙市"))], ["one", "other", "third"]),
        ([named("units", "x", word("甲處"))], [named("units", "x", word("乙處"))], ["one", "other", "third"]),
    ],
    ids=["added", "taken away", "changed", "changed in the other language", "government", "office"],
)  # fmt: skip
def test_a_changed_entry_has_read_what_may_speak_of_it(
    loaded: Load, tmp_path: Path, before: list[TermEntry], now: list[TermEntry], read: list[str]
) -> None:
    kept, nothing = tmp_path / "words", loaded({})
    assert list(word_problems(nothing, base_of(before), Reading(**TEXTS), kept)) == []
    again = Reading(**TEXTS)
    assert list(word_problems(nothing, base_of(now), again, kept)) == []
    assert again.read == read
    later = Reading(**TEXTS)
    assert list(word_problems(nothing, base_of(now), later, kept)) == []
    assert later.read == []


def test_what_other_entries_decide_of_an_entry_counts_too(tmp_path: Path) -> None:
    one, other = (Work(text.encode(), (text,), ()) for text in ("一個姊妹市。", "一次訪問。"))
    before = CleanWorks(tmp_path / "words", BASE, lambda _: "has siblings")
    before.add(one.digest)
    before.add(other.digest)
    before.save()
    more = base_of([SISTER, PACT])
    for related, is_clean in (("has siblings", True), ("has none any more", False)):
        now = CleanWorks(tmp_path / "words", more, lambda key: related if key in BASE else "")  # noqa: B023
        assert [now.has(one), now.has(other)] == [is_clean, True]


CHINESE = ["綠色城市", "綠色港市", "智慧城市", "智慧港市", "白鷺市", "白露市", "青港市", "港務局"]
ENGLISH = (
    "green city",
    "green port",
    "smart city",
    "smart port",
    "Shirasagi",
    "Shirosagi",
    "harbor",
)


def test_whatever_changes_the_same_is_found_as_without_what_was_kept(
    loaded: Load, tmp_path: Path
) -> None:
    chance, nothing = random.Random(5), loaded({})
    pieces = {"zh": [*CHINESE, "與", "訪問", "，", "。"], "en": [*ENGLISH, "and", "ports", ","]}
    found = 0
    for round_number in range(60):
        texts = {
            f"text-{n}": (
                "".join(chance.choices(pieces["zh"], k=5)),
                " ".join(chance.choices(pieces["en"], k=5)),
            )
            for n in range(8)
        }
        kept = tmp_path / str(round_number)
        for _ in range(3):
            base = base_of(_entries(chance))
            warm = sorted(word_problems(nothing, base, Pairs(texts), kept))
            assert warm == sorted(word_problems(nothing, base, Pairs(texts)))
            found += len(warm)
    assert found > 50


def _entries(chance: random.Random) -> Iterator[TermEntry]:
    for number in range(chance.randrange(1, 5)):
        (zh, other), (en, another) = chance.sample(CHINESE, 2), chance.sample(ENGLISH, 2)
        words = word(zh), word(other, "deprecated"), word(en), word(another, "deprecated")
        make = chance.choice((concept, partial(named, "cities"), partial(named, "organizations")))
        yield make(f"entry-{number}", *chance.sample(words, chance.randrange(2, 5)))


class Pairs:
    """The same texts in both languages whenever they are asked for."""

    def __init__(self, texts: Mapping[str, tuple[str, str]]) -> None:
        self._texts = texts

    def __iter__(self) -> Iterator[Work]:
        for name, (zh, en) in self._texts.items():
            yield Work(f"{name} {zh} {en}".encode(), (zh, en), [pair(zh, en)])


def test_two_processes_find_what_one_finds(loaded: Load, tmp_path: Path) -> None:
    texts = {
        f"text-{number}": "一個姐妹市。" if number % 7 == 0 else "姊妹市。" for number in range(900)
    }
    found = [
        sorted(word_problems(loaded({}), BASE, Reading(**texts), tmp_path / f"{count}", count))
        for count in (1, 2)
    ]
    assert [len(problems) for problems in found] == [129, 129]
    assert sorted(one.found["path"] for one in found[0]) == sorted(
        one.found["path"] for one in found[1]
    )
    again = Reading(**texts)
    assert len(list(word_problems(loaded({}), BASE, again, tmp_path / "2"))) == 129
    assert len(again.read) == 129
