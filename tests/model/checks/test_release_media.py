"""Pictures and attachments are what their names say, can be shown to everyone, and say what they show."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image
from releases import release
from samples import drawing, photograph, spreadsheet

from portal.data.opening import LARGEST_FILE
from portal.model.checks.release_media import SHOWN_WIDTH, media_problems
from portal.model.reading.load import Loaded
from portal.outputs.media.shown_media import WIDTHS

Told = Callable[[str, Mapping[str, bytes]], list[str]]

FOLDER = "data/press_releases/2026/news"
ALT = "兩位市長握手"
PDF = b"%PDF-1.7\n%%EOF\n"
AVIF = b"\0\0\0\x18ftypavif"
HEIC = b"\0\0\0\x18ftypheic"


@pytest.fixture
def told(portal_folder: Path, loaded: Callable[[Mapping[str, str]], Loaded]) -> Told:
    """What an editor reads of a release with these fields, and these files beside it."""

    def told_of(fields: str, beside: Mapping[str, bytes]) -> list[str]:
        for name, content in beside.items():
            (portal_folder / FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
            (portal_folder / FOLDER / name).write_bytes(content)
        found = loaded(release("news", "2026-11-01", fields))
        assert found.problems == []
        return [
            problem.line("en").removeprefix(FOLDER) for problem in sorted(media_problems(found))
        ]

    return told_of


def images(*names: str, zh: str = ALT, en: str = "Two mayors shake hands") -> str:
    words = f"alt: {{zh: '{zh}', en: '{en}'}}, caption: {{zh: 簽署, en: The signing}}"
    return "images:\n" + "".join(f"  - {{file: {name}, {words}}}\n" for name in names)


def attachments(*names: str) -> str:
    words = "title: {zh: 協定, en: Agreement}, languages: [en]"
    return "attachments:\n" + "".join(f"  - {{file: {name}, {words}}}\n" for name in names)


def plain(width: int, height: int, form: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new("1", (width, height)).save(file, form)
    return file.getvalue()


def test_a_release_with_all_its_files_is_right(told: Told) -> None:
    beside = {
        "a.jpg": photograph(),
        "b.jpeg": photograph(900),
        "c.png": drawing(),
        "c.ods": spreadsheet("x"),
        "c.pdf": PDF,
    }
    fields = images("a.jpg", "b.jpeg", "c.png") + attachments("c.ods", "c.pdf")
    assert told(fields, beside) == []


def test_a_release_without_files_has_none_beside_it(told: Told) -> None:
    assert told("", {}) == []
    assert told("", {"a.png": drawing(), "../other/b.pdf": PDF}) == [
        f"/a.png:1:1: no record names {FOLDER}/a.png; "
        f"list it under images or attachments of {FOLDER}.yaml, or delete the file",
        "data/press_releases/2026/other/b.pdf:1:1: "
        "no record names data/press_releases/2026/other/b.pdf; list it under images or attachments "
        "of data/press_releases/2026/other.yaml, or delete the file",
    ]


def test_files_of_a_release_that_is_wrong_are_left_alone(
    portal_folder: Path, loaded: Callable[[Mapping[str, str]], Loaded]
) -> None:
    (portal_folder / FOLDER).mkdir(parents=True)
    (portal_folder / FOLDER / "a.png").write_bytes(drawing())
    wrong = loaded(release("news", "2026-11-01", "category: nonsense\n"))
    assert [problem.code for problem in wrong.problems] == ["not-a-choice"]
    assert list(media_problems(wrong)) == []


def test_a_missing_file_is_sought_only_beside_its_release(told: Told) -> None:
    beside = {"signing.pdf": PDF, "../other/treaty.pdf": PDF}
    assert told(attachments("signning.pdf", "treatty.pdf"), beside)[:2] == [
        f".yaml:9:12: there is no {FOLDER}/signning.pdf; did you mean signing.pdf?",
        f".yaml:10:12: there is no {FOLDER}/treatty.pdf; put the file there, or correct its name",
    ]


def test_a_missing_file_does_not_hide_what_is_wrong_with_the_next(told: Told) -> None:
    assert told(images("signing.jpg", "b.png"), {"b.png": plain(10, 10)}) == [
        f".yaml:9:12: there is no {FOLDER}/signing.jpg; put the file there, or correct its name",
        ".yaml:10:12: b.png has only 10 × 10 pixels, at least 600 × 200 are needed; "
        "use the picture in its original size",
    ]


def test_names_of_pictures_differ_before_their_endings(told: Told) -> None:
    beside = {"a.png": drawing(), "a.jpg": photograph(), "b.jpg": plain(10, 10, "JPEG")}
    assert told(images("a.png", "a.jpg", "b.jpg"), beside) == [
        ".yaml:10:12: a.jpg and a.png would be published under one name; rename a file, or delete one entry",
        ".yaml:11:12: b.jpg has only 10 × 10 pixels, at least 600 × 200 are needed; "
        "use the picture in its original size",
    ]


def test_a_picture_and_a_document_may_share_a_name(told: Told) -> None:
    beside = {"a.png": drawing(), "a.ods": spreadsheet("x"), "a.pdf": PDF}
    assert told(images("a.png") + attachments("a.ods", "a.pdf"), beside) == []


def test_files_that_hold_the_same_are_told_of_the_first(told: Told) -> None:
    beside = {"a.pdf": PDF, "b.pdf": PDF, "c.pdf": PDF, "d.pdf": b"%PDF-1.6\n%%EOF\n"}
    again = "has the same content as a.pdf; keep one of them"
    assert told(attachments("a.pdf", "b.pdf", "c.pdf", "d.pdf"), beside) == [
        f".yaml:10:12: b.pdf {again}",
        f".yaml:11:12: c.pdf {again}",
    ]


def test_a_file_that_is_wrong_is_told_so_and_not_that_it_is_there_twice(told: Told) -> None:
    small = plain(10, 10)
    found = told(images("a.png", "b.png"), {"a.png": small, "b.png": small})
    assert [line.partition(" has only ")[0] for line in found] == [
        ".yaml:9:12: a.png",
        ".yaml:10:12: b.png",
    ]


@pytest.mark.parametrize(
    ("size", "problem"),
    [
        ((600, 200), ""),
        ((599, 200), "has only 599 × 200 pixels, at least 600 × 200 are needed"),
        ((600, 199), "has only 600 × 199 pixels, at least 600 × 200 are needed"),
        ((10_000, 5_000), ""),
        ((10_000, 5_001), "has 10000 × 5001 pixels, more than 50,000,000 in all"),
    ],
)
def test_a_picture_is_neither_too_small_nor_too_large(
    told: Told, size: tuple[int, int], problem: str
) -> None:
    found = told(images("a.png"), {"a.png": plain(*size)})
    assert [line.partition("; ")[0] for line in found] == (
        [f".yaml:9:12: a.png {problem}"] if problem else []
    )


HEIC_TOLD = "is HEIC, which most browsers cannot show"


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.heic", HEIC, HEIC_TOLD),
        ("a.heif", HEIC, HEIC_TOLD),
        ("a.heic", photograph(), HEIC_TOLD),
        ("a.heif", photograph(), HEIC_TOLD),
        ("a.jpg", HEIC, HEIC_TOLD),
        ("a.gif", HEIC, HEIC_TOLD),
        ("a.gif", b"GIF89a", "is neither JPEG nor PNG"),
        ("a.webp", photograph(), "is neither JPEG nor PNG"),
        ("a.png", photograph(), "ends in png, but its content is JPEG"),
        ("a.jpeg", drawing(), "ends in jpeg, but its content is PNG"),
        ("a.jpg", AVIF, "ends in jpg, but its content is AVIF"),
        ("a.jpg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
         "ends in jpg, but its content is Microsoft Office"),
        ("a.png", b"words", "ends in png, but its content is of no known format"),
        ("a.png", drawing()[:-4], "cannot be read as a picture (truncated)"),
    ],
)  # fmt: skip
def test_a_picture_is_what_its_name_says_and_shows_everywhere(
    told: Told, name: str, content: bytes, problem: str
) -> None:
    found = told(images(name), {name: content})
    assert [line.partition("; ")[0] for line in found] == [f".yaml:9:12: {name} {problem}"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.doc", b"", "is not in an open format; save it as OpenDocument or PDF, for example a.odt"),
        ("a.csv", b"x", "is not in an open format; save it as OpenDocument or PDF, for example a.ods"),
        ("a.pptx", b"x", "is not in an open format; save it as OpenDocument or PDF, for example a.odp"),
        ("a.png", drawing(), "is not in an open format; save it as OpenDocument or PDF, for example a.pdf"),
        ("a.odt", spreadsheet("x"), "ends in odt, but its content is ODS; "
         "save it in the right format, do not just rename it"),
        ("a.pdf", spreadsheet("x"), "ends in pdf, but its content is ODS; "
         "save it in the right format, do not just rename it"),
        ("a.ods", b"words", "ends in ods, but its content is of no known format; "
         "make sure that it is not damaged, and save it again"),
        ("a.pdf", b"%PDF-1.7", "is incomplete or damaged (%%EOF); save it again"),
    ],
)  # fmt: skip
def test_an_attachment_is_open_and_what_its_name_says(
    told: Told, name: str, content: bytes, problem: str
) -> None:
    assert told(attachments(name), {name: content}) == [f".yaml:9:12: {name} {problem}"]


@pytest.mark.parametrize(("more", "right"), [(0, True), (1, False)])
def test_a_file_may_be_as_large_as_the_limit(told: Told, more: int, right: bool) -> None:
    content = PDF + b" " * (LARGEST_FILE - 1024) + b"%%EOF" + b" " * (1019 - len(PDF) + more)
    assert told(attachments("a.pdf"), {"a.pdf": content}) == (
        []
        if right
        else [
            ".yaml:9:12: a.pdf has 16.0 MB, the limit is 16.0 MB; "
            "save a smaller picture or a leaner document"
        ]
    )


@pytest.mark.parametrize("fields", [images("a.png"), attachments("a.pdf")])
def test_a_file_that_is_too_large_is_told_so_and_not_what_it_holds(
    told: Told, portal_folder: Path, fields: str
) -> None:
    path = portal_folder / FOLDER / ("a.png" if "a.png" in fields else "a.pdf")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"words")
    os.truncate(path, 100 * 1024 * 1024)
    assert told(fields, {}) == [
        f".yaml:9:12: {path.name} has 100.0 MB, the limit is 16.0 MB; "
        "save a smaller picture or a leaner document"
    ]


FILE_NAME = "the alternative text '{}' is a file name; describe what matters in the picture"
SAYS_IMAGE = (
    "the alternative text begins with '{}', but screen readers already say that it is an image; "
    "begin with what it shows"
)
CAPTION = (
    "the alternative text repeats the caption and would be read out twice: '{}'; "
    "say in alt what can be seen, in the caption who, where and when"
)


@pytest.mark.parametrize(
    ("name", "en", "problem"),
    [
        ("hall.png", "The hall", ""),
        ("hall.png", "Hall", ""),
        ("hall-2.png", "Hall-2", FILE_NAME.format("Hall-2")),
        ("a.png", "photo.JPEG", FILE_NAME.format("photo.JPEG")),
        ("a.png", "DSCF 12", ""),
        ("a.png", "dscf-12", FILE_NAME.format("dscf-12")),
        ("a.png", "See plan.png for the plan", ""),
        ("a.png", "An image of a bridge", SAYS_IMAGE.format("An image of")),
        ("a.png", "Picture showing a bridge", SAYS_IMAGE.format("Picture showing")),
        ("a.png", "Imagery of a bridge", ""),
        ("a.png", "A child draws the picture of a bridge", ""),
        ("a.png", "The signing", CAPTION.format("The signing")),
        ("a.png", "The signing ceremony", ""),
    ],
)
def test_alternative_text_tells_what_can_be_seen(
    told: Told, name: str, en: str, problem: str
) -> None:
    found = told(images(name, en=en), {name: drawing()})
    column = len(f"  - {{file: {name}, alt: {{zh: '{ALT}', en: ") + 1
    assert found == ([f".yaml:9:{column}: {problem}"] if problem else [])


@pytest.mark.parametrize(
    ("zh", "problem"),
    [
        ("照片中兩位市長握手", SAYS_IMAGE.format("照片中")),
        ("影像，兩位市長握手", SAYS_IMAGE.format("影像，")),
        ("照片牆前兩位市長握手", ""),
        ("簽署", CAPTION.format("簽署")),
    ],
)
def test_alternative_text_is_judged_in_each_language(told: Told, zh: str, problem: str) -> None:
    found = told(images("a.png", zh=zh), {"a.png": drawing()})
    assert found == ([f".yaml:9:29: {problem}"] if problem else [])


def test_words_are_judged_though_the_file_is_missing(told: Told) -> None:
    found = told(images("b.png", "a.png", en="a.png"), {})
    assert [line.split(": ")[1].split("/")[0] for line in found] == [
        "there is no data",
        FILE_NAME.format("a.png"),
        "there is no data",
        FILE_NAME.format("a.png"),
    ]


@pytest.mark.parametrize(
    ("width", "height", "most"),
    [(600, 16_383, None), (600, 16_384, "16,383"), (1440, 16_384, "16,383"), (2880, 17_000, None)],
)
def test_a_picture_is_not_taller_than_its_formats_hold(
    told: Told, width: int, height: int, most: str | None
) -> None:
    expected = (
        f".yaml:9:12: a.png has {width} × {height} pixels; at this width it may be {most} tall, "
        "so cut it, or make several pictures of it"
    )
    found = told(images("a.png"), {"a.png": plain(width, height)})
    assert found == ([expected] if most else [])


def test_pages_show_pictures_as_wide_as_the_check_believes() -> None:
    assert max(WIDTHS) == SHOWN_WIDTH
