"""What one language says and the other does not, where a translation cannot have put it otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from worded import concept, named, told, word

from portal.model.values.words import Text

WITNESS = concept("witness", word("見證人"), word("witness"), field="document")
ADOPTING = concept("adopting-bureau", word("認養局處"), word("adopting bureau"), field="diplomacy")
AGENDA = concept(
    "agenda", replace(word("新城市議程"), part_of_speech="proper-noun"), word("New Urban Agenda")
)
RECIPROCITY = replace(
    concept("reciprocity", word("對等原則"), word("principle of reciprocity"), field="protocol"),
    definition=Text(zh="雙方以相當的層級與禮遇相待的原則。", en="That ranks correspond."),
)
POWER = concept("soft-power", word("軟實力"), word("soft power"), field="diplomacy")
SPEECH = concept("remarks", word("致詞"), word("remarks"), field="activity")
JOBURG = named("cities", "za-johannesburg", word("約翰尼斯堡"), word("Johannesburg"))
NAGANO = named("cities", "jp-nagano-pref", word("長野縣"), word("Nagano Prefecture"))
COLOMBIA = named("cities", "co-columbia", word("哥倫比亞"), word("Columbia"))
ICLEI = named("organizations", "iclei", word("地方政府永續發展理事會"), word("ICLEI"))
VICE = concept("vice-president", word("副主席"), word("vice president"), field="network")
BASE = (
    VICE,
    WITNESS,
    ADOPTING,
    AGENDA,
    RECIPROCITY,
    POWER,
    SPEECH,
    JOBURG,
    NAGANO,
    COLOMBIA,
    ICLEI,
)


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("由認養局處帶隊。", "Fire fighters led it.", "missing-concept: 認養局處 → adopting bureau"),
        ("大會通過新城市議程。", "The congress endorsed a paper.", "missing-concept: 新城市議程 → New Urban Agenda"),
        ("城市用文化吸引世界。", "Cities have soft power.", "missing-concept: soft power → 軟實力"),
        ("市長與姊妹市恢復往來。", "The mayor went to Johannesburg.", "missing-concept: Johannesburg → 約翰尼斯堡"),
    ],
)  # fmt: skip
def test_what_the_other_language_lacks_is_told(zh: str, en: str, expected: str) -> None:
    assert told(BASE, zh, en) == [expected]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("由認養局處帶隊。", "Those who adopted it led it."),  # another word of the same root
        ("市長擔任見證人。", "The mayor looked on."),  # a paraphrase
        ("以相當的層級相待。", "By the principle of reciprocity."),  # as its definition has it
        (
            "依序拜會參議院副議長。",
            "They met the vice president of the Senate.",
        ),  # each body has its own title
        ("市長致詞。", "The mayor spoke."),  # what may be said in many ways
        ("長野縣松本市市長來訪。", "The mayor of Matsumoto came."),  # only tells where it lies
        ("訪問卑詩省。", "A visit to British Columbia."),  # a part of another name
        ("在ICLEI演說。", "A speech at ICLEI."),  # the same letters
        ("以「認養局處」稱之。", "It is called so."),  # quoted
    ],
)
def test_what_may_be_said_otherwise_is_not_told(zh: str, en: str) -> None:
    assert told(BASE, zh, en) == []


def test_texts_that_explain_words_are_free() -> None:
    assert told(BASE, "認養局處之一。", "One of some.", owner=("glossary", "other")) == []
    assert told(BASE, "認養局處之一。", "One of some.", owner=("exchanges", "other")) != []
