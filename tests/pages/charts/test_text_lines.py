"""Lines of words in a drawing."""

from __future__ import annotations

from portal.pages.charts.text_lines import text_lines
from portal.text.width import wide


def test_lines_end_between_pieces_and_hold_what_fits() -> None:
    pieces = ("促進", "民間組織", "及", "私人企業", "參加", "姊妹市", "交流")
    lines = text_lines(pieces, 16)
    assert lines == ["促進民間組織及", "私人企業參加", "姊妹市交流"]
    assert all(wide(line) <= 16 for line in lines)


def test_a_piece_that_is_longer_than_a_line_keeps_its_letters() -> None:
    assert text_lines(["Internationalization ", "now"], 10) == ["Internationalization", "now"]


def test_a_space_at_the_end_of_a_line_takes_no_room() -> None:
    assert text_lines(["ten ", "letters ", "more"], 11) == ["ten letters", "more"]
    assert text_lines([], 5) == [""]
