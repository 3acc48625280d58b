"""What the operating system refuses is told as a sentence, with the path and what to do."""

from __future__ import annotations

import errno
import os

import pytest

from portal.data.problem import sentences
from portal.data.system_refusal import refusal, sentence

CODES = {
    "EACCES": "system-permission",
    "EPERM": "system-permission",
    "EROFS": "system-read-only",
    "ENOSPC": "system-disk-full",
    "EDQUOT": "system-disk-full",
    "EMFILE": "system-open-files",
    "ENFILE": "system-open-files",
    "ENOENT": "system-vanished",
    "ESTALE": "system-vanished",
    "EEXIST": "system-other-thing",
    "EISDIR": "system-other-thing",
    "ENOTDIR": "system-other-thing",
    "ENOTEMPTY": "system-other-thing",
    "ELOOP": "system-other-thing",
    "ENOMEM": "system-memory",
    "EIO": "system-otherwise",
}


def system_error(name: str, *paths: str | bytes) -> OSError:
    number = getattr(errno, name)
    second = paths[1] if len(paths) > 1 else None
    return OSError(number, os.strerror(number), paths[0] if paths else None, None, second)


@pytest.mark.parametrize("name", CODES)
def test_each_refusal_has_its_sentence(name: str) -> None:
    problem = refusal(system_error(name, "/srv/portal/.site"))
    assert problem.code == CODES[name]
    assert problem.place.path == "/srv/portal/.site"
    assert problem.message("zh") != problem.message("en")


def test_every_sentence_about_the_system_is_used() -> None:
    assert {c for c in sentences() if c.startswith("system-")} == set(CODES.values())


def test_a_sentence_says_where_and_what_to_do() -> None:
    full = system_error("ENOSPC", "/srv/site/a.html")
    assert sentence(full, "en") == (
        "/srv/site/a.html: the disk is full or the quota is used up; free some space, then run the command again"
    )
    assert (
        sentence(full, "zh") == "/srv/site/a.html: 磁碟已滿，或已用完配額；請清出空間後再執行一次"
    )


def test_what_names_no_file_is_told_of_the_program() -> None:
    assert sentence(MemoryError(), "en").startswith("portal: there is not enough memory")
    assert sentence(OSError("odd"), "en").startswith("portal: the operating system refused (odd)")
    assert sentence(system_error("EIO"), "zh").startswith("portal: 作業系統拒絕了（EIO）")


def test_the_file_that_was_to_be_renamed_comes_first() -> None:
    assert refusal(system_error("EACCES", b"old", b"new")).place.path == "old"
