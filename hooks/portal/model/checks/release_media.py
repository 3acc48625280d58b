"""Pictures and attachments of press releases must exist, have the right format, and have descriptions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.data.likeness import nearest
from portal.data.media_file import DOCUMENTS, PICTURES
from portal.data.opening import LARGEST_FILE
from portal.data.problem import Place, Problem
from portal.data.root import MOST_PIXELS
from portal.model.checks.filing import expected_path
from portal.model.records.kinds import PRESS_RELEASES
from portal.model.values.locale import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.data.media_file import MediaFile
    from portal.model.reading.load import Loaded, Row
    from portal.model.records.attachment import Attachment
    from portal.model.records.image import Image
    from portal.model.records.press_release import PressRelease
    from portal.model.values.walk import Loc

TALLEST, SHOWN_WIDTH = 16_383, 1440
"""Pixels that a picture may be tall where it is shown as wide as pages show any: WebP holds no more."""

SMALLEST = 600, 200
"""Width and height in pixels; smaller pictures look blurred in the text, and networks show only a thumbnail."""

OPEN_FORMAT = {
    "doc": "odt", "docx": "odt", "rtf": "odt", "txt": "odt", "md": "odt",
    "xls": "ods", "xlsx": "ods", "csv": "ods",
    "ppt": "odp", "pptx": "odp",
}  # fmt: skip
"""The open format to replace each closed one; all others become PDF."""

_SAYS_IMAGE = re.compile(
    r"(an? |the )?(image|picture|photo|photograph|graphic) (of|shows|showing)\b"
    r"|(圖片|圖像|圖檔|影像|照片|相片)(為|是|中|內容|顯示|[：:，])",
    re.IGNORECASE,
)
_IS_FILE_NAME = re.compile(
    r"\S+\.(jpe?g|png|heic|gif|webp|tiff?)|(img|dsc[fn]?|pxl)[_-]?\d+", re.IGNORECASE
)


def media_problems(loaded: Loaded) -> Iterator[Problem]:
    """What is wrong with the pictures and attachments of each release, and files that no release lists."""
    rows = [row for row in loaded.of(PRESS_RELEASES) if _names_files(row)]
    if not rows and not loaded.media:
        return
    named: set[str] = set()
    beside: dict[str, list[str]] = {}
    for name in loaded.media:
        folder, _, file = name.rpartition("/")
        beside.setdefault(folder, []).append(file)
    for row in rows:
        if row.document.path != expected_path(row):
            # That its files lie elsewhere follows from that; they may lie where it belongs already.
            folders = [
                path.removesuffix(".yaml") for path in (row.document.path, expected_path(row))
            ]
            named |= {f"{folder}/{file}" for folder in folders for file in beside.get(folder, ())}
            continue
        yield from _release(row, loaded, beside.get(row.media_name("").rstrip("/"), []))
        named |= {row.media_name(part.file) for _, part in _parts(row)}
    if PRESS_RELEASES.name not in loaded.gaps.kinds:
        yield from _unnamed(loaded, named)


def _names_files(row: Row[PressRelease]) -> bool:
    return bool(row.record.images or row.record.attachments)


def _parts(row: Row[PressRelease]) -> Iterator[tuple[Loc, Image | Attachment]]:
    for index, image in enumerate(row.record.images):
        yield ("images", index), image
    for index, attachment in enumerate(row.record.attachments):
        yield ("attachments", index), attachment


def _release(row: Row[PressRelease], loaded: Loaded, beside: list[str]) -> Iterator[Problem]:
    stems: dict[tuple[str, str], str] = {}
    found: list[MediaFile] = []
    for loc, part in _parts(row):
        place = (*loc, "file")
        # Published pictures get other extensions, so their names must differ before the extension.
        key = (str(loc[0]), part.file.partition(".")[0] if loc[0] == "images" else part.file)
        if key in stems:
            names = {"found": part.file, "other": stems[key]}
            yield Problem(row.place(place), "media-named-twice", names)
            continue
        stems[key] = part.file
        file = loaded.media.get(row.media_name(part.file))
        if file is None and loaded.gaps.hides(row.media_name(part.file)):
            continue
        if file is None:
            yield _missing(row, place, part.file, beside)
            continue
        judge = _picture if loc[0] == "images" else _attachment
        wrong = list(judge(row, place, part.file, file))
        yield from wrong
        if wrong:
            continue
        if twin := next((f for f in found if _is_twin(f, file)), None):
            names = {"found": part.file, "other": twin.path.name}
            yield Problem(row.place(place), "media-twice", names)
        found.append(file)
    for index, image in enumerate(row.record.images):
        yield from _words(row, ("images", index), image)


def _missing(row: Row[PressRelease], loc: Loc, file: str, beside: list[str]) -> Problem:
    near = nearest(file, beside)
    found = {"found": row.media_name(file), "nearest": near}
    return Problem(row.place(loc), "media-missing-near" if near else "media-missing", found)


def _is_twin(first: MediaFile, second: MediaFile) -> bool:
    """Whether two files have the same content."""
    return first.digest == second.digest


def _picture(row: Row[PressRelease], loc: Loc, name: str, file: MediaFile) -> Iterator[Problem]:
    found = {"found": name}
    ending = name.rpartition(".")[2]
    size = {**found, "reason": f"{file.width} × {file.height}"}
    if file.format == "heic" or ending in ("heic", "heif"):
        yield Problem(row.place(loc), "image-heic", found)
    elif ending not in PICTURES:
        yield Problem(row.place(loc), "image-format", found)
    elif file.fault == "media-too-large":
        yield _fault(row, loc, file)
    elif file.format != PICTURES[ending]:
        yield _other_content(row, loc, name, file)
    elif file.fault:
        yield _fault(row, loc, file)
    elif file.width < SMALLEST[0] or file.height < SMALLEST[1]:
        limit = f"{SMALLEST[0]} × {SMALLEST[1]}"
        yield Problem(row.place(loc), "image-too-small", {**size, "limit": limit})
    elif file.width * file.height > MOST_PIXELS:
        yield Problem(
            row.place(loc), "image-too-many-pixels", {**size, "limit": f"{MOST_PIXELS:,}"}
        )
    elif file.height * min(1, SHOWN_WIDTH / file.width) > TALLEST:
        most = int(TALLEST * max(1, file.width / SHOWN_WIDTH))
        yield Problem(row.place(loc), "image-too-tall", {**size, "limit": f"{most:,}"})


def _attachment(row: Row[PressRelease], loc: Loc, name: str, file: MediaFile) -> Iterator[Problem]:
    ending = name.rpartition(".")[2]
    if ending not in DOCUMENTS:
        cure = f"{name.rpartition('.')[0]}.{OPEN_FORMAT.get(ending, 'pdf')}"
        yield Problem(row.place(loc), "attachment-format", {"found": name, "cure": cure})
    elif file.fault == "media-too-large":
        yield _fault(row, loc, file)
    elif file.format != ending:
        yield _other_content(row, loc, name, file)
    elif file.fault:
        yield _fault(row, loc, file)


def _other_content(row: Row[PressRelease], loc: Loc, name: str, file: MediaFile) -> Problem:
    """Content that does not match the file extension."""
    form = file.format.upper() if file.format.isalnum() else file.format
    found = {"found": name, "kinds": name.rpartition(".")[2], "other": form}
    return Problem(row.place(loc), "content-not-as-named" if form else "content-unknown", found)


def _fault(row: Row[PressRelease], loc: Loc, file: MediaFile) -> Problem:
    found = {"found": file.path.name, "reason": file.reason}
    if file.fault == "media-too-large":
        found |= {"reason": _megabytes(file.size), "limit": _megabytes(LARGEST_FILE)}
    return Problem(row.place(loc), file.fault, found)


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB"


def _words(row: Row[PressRelease], loc: Loc, image: Image) -> Iterator[Problem]:
    """The alternative text must describe the picture, not repeat the caption."""
    for locale in LOCALES:
        code = locale.code
        alt, place = image.alt[code], (*loc, "alt", code)
        stem = image.file.partition(".")[0]
        is_stem = alt.lower() == stem and not stem.isalpha()  # "hall" may be a word of its own
        if is_stem or _IS_FILE_NAME.fullmatch(alt):
            yield Problem(row.place(place), "alt-is-file-name", {"found": alt})
        elif said := _SAYS_IMAGE.match(alt):
            yield Problem(row.place(place), "alt-says-image", {"found": said[0]})
        elif alt == image.caption[code]:
            yield Problem(row.place(place), "alt-is-caption", {"found": alt})


def _unnamed(loaded: Loaded, named: set[str]) -> Iterator[Problem]:
    """Files in the folder of a release that the release does not list. Skipped for releases that could not be read."""
    refused = loaded.gaps.ids.get(PRESS_RELEASES.name, set())
    for name in loaded.media.keys() - named:
        folder = name.rpartition("/")[0]
        if folder.rpartition("/")[2] not in refused:
            yield Problem(Place(name), "media-unnamed", {"found": name, "path": f"{folder}.yaml"})
