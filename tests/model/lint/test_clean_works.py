"""What was found clean is not read again, until it or the term base changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from worded import concept, word

from portal.data.problem import Place
from portal.model.lint.passage import Line, Passage, Work
from portal.model.lint.word_check import word_problems
from portal.model.reading.load import Loaded

Load = Callable[[Mapping[str, str]], Loaded]

SISTER = concept(
    "sister-city", word("姊妹市"), word("姐妹市", "deprecated", type="variant"), word("sister city")
)
PACT = concept("pact", word("協定"), word("agreement"))
BASE = {("glossary", one.id): one for one in (SISTER,)}


class Reading:
    """Works, and which of them were read."""

    def __init__(self, **texts: str) -> None:
        self.texts, self.read = texts, list[str]()

    def __iter__(self) -> Iterator[Work]:
        for name, text in self.texts.items():
            yield Work(f"{name} {text}".encode(), self._passages(name, text))

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


def test_a_changed_term_base_has_everything_read(loaded: Load, tmp_path: Path) -> None:
    kept, nothing = tmp_path / "words", loaded({})
    assert list(word_problems(nothing, BASE, Reading(one="姊妹市。"), kept)) == []
    again = Reading(one="姊妹市。")
    assert list(word_problems(nothing, BASE | {("glossary", "pact"): PACT}, again, kept)) == []
    assert again.read == ["one"]


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
