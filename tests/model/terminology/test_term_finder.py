"""Which words of a text mean a concept: right in running Chinese, and by English inflection and case."""

from __future__ import annotations

import pytest

from portal.model.records.term import PartOfSpeech, TermStatus, Usage
from portal.model.terminology.english_forms import plural
from portal.model.terminology.term_entry import EntryTerm, TermEntry
from portal.model.terminology.term_finder import TermFinder
from portal.model.values.words import Text

DEFINED = Text(zh="意思。", en="A meaning.")


def word(
    text: str,
    status: TermStatus = "preferred",
    forms: tuple[str, ...] = (),
    part_of_speech: PartOfSpeech = "noun",
    usage: Usage | None = None,
) -> EntryTerm:
    language = "en" if text.isascii() else "zh"
    return EntryTerm(
        language, text, status, part_of_speech=part_of_speech, usage=usage, forms=forms
    )


def finder(language: str, *entries: TermEntry) -> TermFinder:
    return TermFinder({(entry.kind, entry.id): entry for entry in entries}, language)


def concept(
    entry_id: str, *words: EntryTerm, field: str = "relation", defined: bool = True
) -> TermEntry:
    return TermEntry("glossary", entry_id, field, words, DEFINED if defined else None)


def name(entry_id: str, *words: EntryTerm) -> TermEntry:
    return TermEntry("units", entry_id, "institution", words)


CHINESE = finder(
    "zh",
    concept("affairs", word("國際事務")),
    name("affairs-division", word("國際事務科")),
    concept("sister", word("姊妹市"), word("姐妹市", "deprecated")),
    concept("council", word("議會")),
    concept("county", word("縣")),
    concept("prefecture", word("都道府縣"), word("縣", "admitted")),
    concept("mayor", word("市長"), field="title"),
    concept("oakland", word("奧克蘭")),
    name("auckland", word("奧克蘭")),
    concept("unknown", word("無定義"), defined=False),
    concept("text", word("協定文本"), word("協議書", usage="everyday"), word("議書", "admitted")),
)


def in_chinese(text: str) -> list[str]:
    return [text[one.start : one.end] for one in CHINESE.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("培養國際事務人才", ["國際事務"]),
        ("秘書處國際事務科派員", []),  # inside the name of an office
        ("兩地締結姊妹市，議會同意", ["姊妹市", "議會"]),
        ("兩地締結姐妹市", []),  # deprecated
        ("花蓮縣與都道府縣", ["都道府縣"]),  # one character means nothing by itself
        ("市長訪問奧克蘭", []),  # everyday; and two places of one name
        ("無定義", []),  # nothing to show
        (
            "簽署協議書與協定文本",
            ["協定文本"],
        ),  # the other word is everyday, and so is what lies inside
        ("由大會議決", []),  # 議會 is not there; 會議 neither
    ],
)
def test_chinese(text: str, expected: list[str]) -> None:
    assert in_chinese(text) == expected


def test_chinese_words_that_the_dictionary_divides_otherwise_are_not_found() -> None:
    found = finder("zh", concept("meeting", word("會議")))
    assert [one.concept for one in found.find("會議在臺北舉行")] == ["meeting"]
    assert found.find("委員會議決延期") == []
    assert len(found.mentions("委員會議決延期")) == 1


ENGLISH = finder(
    "en",
    concept("sister", word("sister city")),
    concept("letter", word("letter of intent"), word("LOI", "admitted")),
    concept("signed", word("countersign", forms=("countersigned",), part_of_speech="verb")),
    concept("policy", word("New Southbound Policy", part_of_speech="proper-noun")),
    concept("attache", word("envoy")),
    concept("part", word("unit", usage="everyday"), word("administrative unit")),
    name("net", word("Sister City Network")),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a sister city’s mayor, sister cities", ["sister city", "sister cities"]),
        ("two letters of intent, an LOI and more LOIs", ["letters of intent", "LOI", "LOIs"]),
        ("it was countersigned; they countersigns", ["countersigned"]),
        ("Sister cities met. Letters of intent followed.", ["Sister cities", "Letters of intent"]),
        ("the Sister City Network, the Sister cities", []),
        ("loi and Loi", []),
        ("A unit. Units and an administrative unit", ["administrative unit"]),
        ("the New Southbound Policy, a new southbound policy", ["New Southbound Policy"]),
        ("Envoy Lin spoke. Envoys came.", ["Envoys"]),
        ("sister-city ties, half-sister city", []),
        ("“Sister city” it says (Sister cities)", ["Sister city"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in ENGLISH.find(text)] == expected


def test_short_words_do_not_tell_by_themselves_what_they_mean() -> None:
    assert [one.is_telling for one in ENGLISH.find("an envoy of a sister city with an LOI")] == [
        False, True, True,
    ]  # fmt: skip
    assert [one.is_telling for one in CHINESE.find("姊妹市的議會")] == [True, False]


@pytest.mark.parametrize(
    ("singular", "expected"),
    [
        ("city", "cities"),
        ("day", "days"),
        ("congress", "congresses"),
        ("chairman", "chairmen"),
        ("human", "humans"),
        ("MOU", "MOUs"),
        ("statutes", "statutes"),
        ("exchange of notes", "exchanges of notes"),
        ("of", "of"),
    ],
)
def test_plurals(singular: str, expected: str) -> None:
    assert plural(singular) == expected
