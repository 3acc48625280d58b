"""What is told to write can be put in the place of what was found: the text is right, and says nothing twice."""

from __future__ import annotations

import re

import pytest
from worded import concept, findings, named, word

TAIPEI = named(
    "homes",
    "taipei",
    word("臺北市"),
    word("臺北市政府", "admitted"),
    word("台北市", "deprecated", type="variant"),
    word("台北市政府", "deprecated", type="variant"),
    word("Taipei City"),
    word("Taipei City Government", "admitted"),
    word("Taipei Municipal Government", "deprecated"),
)
HUALIEN = named(
    "homes",
    "hualien",
    word("花蓮縣"),
    word("Hualien County"),
    word("Hualien County Government", "admitted"),
    word("Hwalien", "deprecated"),
)
GUSHAN = named(
    "units",
    "gushan",
    word("鼓山區", "preferred", "kaohsiung"),
    word("Gushan District", "preferred", "kaohsiung"),
    word("Kushan", "deprecated"),
)
UCLG = named(
    "organizations",
    "uclg-aspac",
    word("城市與地方政府聯盟亞太分會"),
    word("United Cities and Local Governments Asia-Pacific"),
    word("UCLG ASPAC", "admitted", type="abbreviation"),
    word("UCLG-ASPAC", "deprecated", type="abbreviation"),
)
RIO = named(
    "cities", "rio", word("里約熱內盧"), word("里約", "deprecated", type="variant"), word("Rio")
)
SYMPOSIUM = concept(
    "symposium",
    word("國際研討會"),
    word("international symposium"),
    word("seminar", "deprecated"),
)
MAYOR = concept(
    "deputy-mayor", word("副市長"), word("deputy mayor"), word("vice mayor", "deprecated")
)
PEOPLE = concept(
    "people-to-people",
    word("國民外交"),
    word("people-to-people diplomacy"),
    word("citizen diplomacy", "deprecated"),
)
BASE = (TAIPEI, HUALIEN, GUSHAN, UCLG, RIO, SYMPOSIUM, MAYOR, PEOPLE)

CASES = [
    ("臺北市政府接待。", "Taipei Municipal Government received them.", "Taipei City Government received them."),
    ("台北市政府接待。", "Taipei City Government received them.", "臺北市政府接待。"),
    ("台北市接待。", "Taipei City received them.", "臺北市接待。"),
    ("鼓山區公所表示。", "The Kushan District Office said so.", "The Gushan District Office said so."),
    ("鼓山區很熱。", "It is hot in Kushan.", "It is hot in Gushan District."),
    ("花蓮縣政府表示。", "The Hwalien County Government said so.", "The Hualien County Government said so."),
    ("花蓮縣表示。", "They went to Hwalien.", "They went to Hualien County."),
    ("參加城市與地方政府聯盟亞太分會。", "It joined UCLG-ASPAC.", "It joined UCLG ASPAC."),
    ("國際研討會開幕。", "The international seminar began.", "The international symposium began."),
    ("舉行國際研討會。", "They held a seminar.", "They held an international symposium."),
    ("兩場國際研討會。", "Two seminars.", "Two international symposiums."),
    ("副市長們來訪。", "The vice mayors came.", "The deputy mayors came."),
    ("副市長來訪。", "Vice mayor and council speaker came.", "Deputy mayor and council speaker came."),
    ("國民外交很重要。", "Citizen diplomacy counts.", "People-to-people diplomacy counts."),
    ("訪問里約。", "A visit to Rio.", "訪問里約熱內盧。"),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "expected"), CASES)
def test_the_word_to_use_fits_into_the_text(zh: str, en: str, expected: str) -> None:
    (one,) = findings(BASE, zh, en, "kaohsiung")
    text = one.line.text
    mended = text[: one.start] + one.cure + text[one.end :]
    assert mended == expected
    assert not re.search(r"\b(\w+) \1\b", mended)
    texts = (mended, en) if one.line.language == "zh" else (zh, mended)
    assert findings(BASE, *texts, "kaohsiung") == []
