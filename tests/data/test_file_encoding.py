from __future__ import annotations

import pytest

from portal.data.file_encoding import other_encoding

TEXT = "- id: jp-kaga\n  name: {zh: 加賀市政府, en: Kaga}\n  note: 姊妹市交流\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("big5", "Big5"),
        ("cp950", "Big5"),
    ],
)
def test_the_encoding_of_a_text_is_known(encoding: str, name: str) -> None:
    assert other_encoding(TEXT.encode(encoding)) == name


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"a",
        b"a\x00",
        b"\xff\xff\xff",
        "加賀".encode() + b"\xff\xa4\xa4",
        b"Z\xfcrich and M\xfcnster\n",
    ],
)
def test_what_cannot_be_told_is_not_guessed(raw: bytes) -> None:
    assert other_encoding(raw) == ""
