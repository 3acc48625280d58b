from __future__ import annotations

from pathlib import Path

import pytest
from term_import.importing import Importing

from portal.data.opening import LARGEST_FILE


@pytest.mark.parametrize(
    ("content", "en", "zh"),
    [
        (
            b"PK\x03\x04...",
            "1:1: terms.csv is a workbook; save it as 'CSV UTF-8' and import that",
            "1:1: terms.csv 是試算表活頁簿；請另存為「CSV UTF-8」再匯入",
        ),
        (
            b"\xef\xbb\xbf \r\n",
            "1:1: the file has no terms; export it again, and make sure that it is the right one",
            "1:1: 檔案裡沒有任何用語；請重新匯出，並確認選對了檔案",
        ),
        (
            "id,language,term\ntie,zh,關係往來姊妹市\n".encode("big5"),
            "1:1: the file seems to be saved as Big5; save it again as UTF-8",
            "1:1: 檔案像是以 Big5 編碼儲存的；請另存新檔，編碼選 UTF-8",
        ),
        (
            b"\xff\xfea",
            "1:1: the file seems to be saved as UTF-16; save it again as UTF-8",
            "1:1: 檔案像是以 UTF-16 編碼儲存的；請另存新檔，編碼選 UTF-8",
        ),
        (
            b"id,language,term\ntie,en,caf\xe9\n",
            "2:11: byte 0xE9 is not UTF-8; save the file as UTF-8",
            "2:11: 位元組 0xE9 不是 UTF-8；請以 UTF-8 編碼另存新檔",
        ),
    ],
)
def test_a_file_of_another_sort_is_told(
    portal_folder: Path, content: bytes, en: str, zh: str
) -> None:
    importing = Importing(portal_folder, "csv")
    importing.file.write_bytes(content)
    assert importing.refused() == [en]
    assert importing.refused("zh") == [zh]


def test_a_huge_file_is_not_read(portal_folder: Path) -> None:
    importing = Importing(portal_folder, "csv")
    with importing.file.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    (told,) = importing.refused()
    assert told == (
        f"1:1: the file has {LARGEST_FILE + 1} bytes, the limit is {LARGEST_FILE}; split it into smaller files"
    )
