"""Turns pictures and attachments of press releases into files; encoded pictures are kept for the next build."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.data.media_file import DOCUMENTS
from portal.data.opening import Refused, read_regular
from portal.data.problem import Place, Problem
from portal.data.store import digest, keep, recall
from portal.outputs.media.shown_media import (
    IMAGES,
    attachment_addresses,
    folder,
    published_name,
    scaled,
    widths,
)
from portal.progress import Progress
from portal.spread import processors, spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.data.media_file import MediaFile
    from portal.model.catalog.catalog import Catalog

Encoded = dict[tuple[int, str], bytes]
"""A picture by width and ending."""


@dataclass(frozen=True, slots=True)
class _Job:
    """A picture that no build has encoded yet."""

    file: MediaFile
    kept: Path
    """Where the result is kept."""


def media_files(catalog: Catalog, kept: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """The files of all public pictures and attachments by path below the root of the site, and what went wrong.

    The folder ``kept`` has a file for each picture of the last build, named after the digest of the original: only
    new pictures are encoded, and only then is the library imported. Pictures that are no longer public are deleted.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    pictures: list[tuple[str, Path]] = []
    jobs: dict[Path, _Job] = {}
    for path, file in _named(catalog):
        try:
            raw = read_regular(file.path)
        except Refused:
            # If an editor removes a file, a preview continues with the last good records.
            problems.append(_missing(file))
            continue
        if file.format in DOCUMENTS:
            files[path] = raw
        else:
            place = kept / digest(raw).hex()
            pictures.append((path, place))
            jobs[place] = _Job(file, place)
    known = {place: recall(place) for place in jobs}
    problems += _encode([job for place, job in jobs.items() if known[place] is None])
    for path, place in pictures:
        encoded: Encoded = known[place] or recall(place) or {}
        for (width, ending), content in encoded.items():
            files[published_name(path, width, ending)] = content
    _forget(kept, {place.name for place in jobs})
    return files, problems


def _named(catalog: Catalog) -> Iterator[tuple[str, MediaFile]]:
    """The files that public releases name, each with its path in the site; of a picture that of the original."""
    yield from attachment_addresses(catalog).items()
    for release in catalog.press_releases.values():
        for image in release.images:
            if file := catalog.media.get(f"{release.id}/{image.file}"):
                yield f"{folder(release)}{IMAGES}{image.file}", file


def _missing(file: MediaFile) -> Problem:
    return Problem(Place(file.name), "media-missing", {"found": file.name})


def _encode(jobs: list[_Job]) -> list[Problem]:
    """Encode pictures on all processors; returns what is wrong with the originals."""
    problems = []
    with Progress(len(jobs), "pictures", since=time.monotonic()) as progress:
        for batch in spread(jobs, _work, processes=processors(), weight=_pixels, worth=1):
            problems += [problem for problem in batch if problem]
            progress.advance(len(batch))
    return problems


def _pixels(job: _Job) -> int:
    return job.file.width * job.file.height


def _work(job: _Job) -> Problem | None:
    from portal.outputs.media.encoding import Unreadable, encode  # noqa: PLC0415 (takes longer than a warm build)

    file = job.file
    sizes = [(width, scaled(file, width)) for width in widths(file.width)]
    try:
        raw = read_regular(file.path)
    except Refused:
        return _missing(file)
    try:
        encoded = encode(raw, file.format, sizes)
    except Unreadable as error:
        found = {"found": file.path.name, "reason": str(error)}
        return Problem(Place(file.name), "image-unreadable", found)
    keep(job.kept, encoded)
    return None


def _forget(kept: Path, wanted: set[str]) -> None:
    for path in kept.glob("*"):
        if path.name not in wanted:
            path.unlink()
