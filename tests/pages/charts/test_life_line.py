"""Where the marks, the words and the lens of a life line lie."""

from __future__ import annotations

from itertools import pairwise

from portal.pages.charts.life_line import NARROW, WIDE, LifeLine, life_line
from portal.pages.charts.life_marks import Act, shortened

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def act(
    start: float, end: float | None = None, *, title: str = "A visit", is_open: bool = False
) -> Act:
    return Act(
        start, start if end is None else end, is_open, "meeting", "k-visits", is_hollow=False,
        when="May: ", whole=f"{int(start)}: {title}", title=title,
    )  # fmt: skip


def wide(*acts: Act, years: tuple[int, int] = (2000, 2026)) -> LifeLine:
    return life_line(acts, years, (2000, 2027), WIDE, MONTHS)


def test_marks_lie_in_the_order_of_time_within_the_drawing() -> None:
    line = wide(act(2000), act(2013.5), act(2026.9))
    places = [mark.x for mark in line.marks]
    assert places == sorted(places)
    assert line.marks[0].left >= 0
    assert line.marks[-1].right <= WIDE.width
    assert {mark.y for mark in line.marks} == {line.line}


def test_marks_that_would_cover_each_other_are_stacked() -> None:
    line = wide(act(2013.1), act(2013.2), act(2013.3))
    heights = [mark.y for mark in line.marks]
    assert all(low - high >= 2 * WIDE.radius for low, high in pairwise(heights))
    assert min(heights) - WIDE.radius >= 0
    assert line.lens is None


def test_a_year_with_more_than_three_is_opened_below() -> None:
    acts = [act(2014.0 + n / 12) for n in range(6, 10)]
    line = wide(act(2006.8), *acts)
    assert line.lens
    assert line.lens.year == 2014
    assert len(line.marks) == 1
    assert [row.mark.icon for row in line.lens.rows] == ["meeting"] * 4
    assert [name for _, _, name in line.lens.months] == ["Jul", "Aug", "Sep", "Oct"]
    heights = [row.mark.y for row in line.lens.rows]
    assert all(b - a >= 2 * WIDE.radius for a, b in pairwise(heights))
    assert line.height >= heights[-1] + WIDE.radius


def test_of_what_only_the_year_is_known_the_lens_says_nothing() -> None:
    acts = [act(2014.0 + n / 12) for n in range(6, 10)]
    line = wide(act(2014, 2015, is_open=True), *acts)
    assert line.lens
    assert len(line.lens.rows) == 4
    assert [mark.is_open for mark in line.marks] == [True]


def test_too_many_for_a_lens_are_stacked() -> None:
    line = wide(*(act(2014 + n / 20) for n in range(15)))
    assert line.lens is None
    assert len(line.marks) == 15


def test_unknown_days_are_drawn_as_the_time_within_which_they_lie() -> None:
    line = wide(act(2010, 2013, is_open=True))
    mark = line.marks[0]
    year = (WIDE.width - 2 * WIDE.radius - 4) / 27
    assert mark.right - mark.left > 2.9 * year
    short = wide(act(2010.5, 2010.51, is_open=True)).marks[0]
    assert short.right - short.left >= 2 * WIDE.radius


def test_words_do_not_cross_each_other() -> None:
    acts = [act(2001 + 3 * n, title="A long title of what both sides did") for n in range(6)]
    line = wide(*acts)
    spans = [
        (words.x - WIDE.long(words.text), words.x) if words.is_left
        else (words.x, words.x + WIDE.long(words.text))
        for words in line.words
    ]  # fmt: skip
    assert len(line.words) >= 4
    for words, (left, right) in zip(line.words, spans, strict=True):
        assert left >= 0
        assert right <= WIDE.width + 1
        for other in line.words:  # no stem goes up through them, no other words lie in their row
            if other is not words and left <= other.x <= right:
                assert other.y > words.y


def test_words_at_the_end_of_the_line_end_at_their_mark() -> None:
    line = wide(act(2000.1, title="The first"), act(2026.5, title="The last of all that both did"))
    last = line.words[0]
    assert (last.text, last.is_left) == ("2026: The last of all that both did", True)


def test_a_narrow_drawing_has_no_words() -> None:
    acts = [act(2006.8), *(act(2014 + n / 12) for n in range(6, 10))]
    line = life_line(acts, (2006, 2026), (2006.8, 2027), NARROW, MONTHS)
    assert line.words == []
    assert line.lens
    assert {row.text for row in line.lens.rows} == {""}
    assert all(row.mark.right <= NARROW.width for row in line.lens.rows)


def test_years_are_written_where_they_have_room() -> None:
    places = [x for x, _ in wide(act(2000), years=(1961, 2026)).years]
    assert all(b - a >= 40 for a, b in pairwise(places))
    assert [year for _, year in wide(act(2025), years=(2025, 2026)).years] == [2025, 2026]


def test_long_words_are_cut_with_a_sign() -> None:
    assert shortened("高雄市組團參加八王子祭", 12) == "高雄市組團…"
    assert not shortened("高雄市組團參加八王子祭", 4)
