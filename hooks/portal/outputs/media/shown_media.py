"""The pictures and attachments of a press release, for its page, its feed entry and its JSON-LD.

They are published once for both languages, below the address of the Chinese page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from portal.data.media_file import DOCUMENTS
from portal.model.records.kinds import PRESS_RELEASES
from portal.model.records.press_release import PressRelease
from portal.model.values.locale import ZH
from portal.pages.address import address, relative
from portal.pages.render.head import SharedPicture

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markupsafe import Markup

    from portal.data.media_file import MediaFile
    from portal.model.catalog.catalog import Catalog
    from portal.model.records.attachment import Attachment
    from portal.model.records.image import Image
    from portal.pages.page import PageSource
    from portal.pages.render.view import View

IMAGES, FILES = "images/", "files/"
"""Folders of pictures and attachments below the page of a release."""

WIDTHS = (480, 960, 1440)
"""Pixels: a phone, a phone with a sharp screen or a plain desktop, a sharp desktop. Text is 704 wide."""

STEP = 1.2
"""A width is left out if the original is less than this many times as wide."""

SIZES = "(min-width:48rem) 44rem, 92vw"
"""How wide a picture is shown, as ``4-records.css`` says."""

PICTURE_FORMATS = {"jpeg": ("avif", "webp", "jpg"), "png": ("webp", "png")}
"""Extensions of published files, the smallest format first, the one that every browser knows last.

Photographs are JPEG, drawings PNG. A lossless WebP of a drawing is smaller than a sharp AVIF.
"""


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A picture in a format, in several widths, for ``<source>``."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a page shows it."""

    image: Image
    sources: tuple[PictureSource, ...]
    src: str
    """The largest in the format that every browser knows."""
    srcset: str
    sizes: str
    width: int
    """Pixels of what ``src`` names."""
    height: int


@dataclass(frozen=True, slots=True)
class AttachmentLink:
    """An attachment as a page names it."""

    href: str
    type: str
    """Media type."""
    title: str
    size: int
    """Bytes."""
    text: Markup
    """Title, format, size, and the language if it is not the page's."""
    lang: str
    """Of the document, if it is one; else empty."""


def folder(release: PressRelease) -> str:
    """The folder of the pictures and attachments of a release, below the root of the site."""
    return f"{ZH.prefix}{address(PRESS_RELEASES.name, release)}"


def attachment_addresses(catalog: Catalog) -> dict[str, MediaFile]:
    """Every address of an attachment below the root of the site, and its file: also under ids that a release had."""
    found = {}
    for release in catalog.press_releases.values():
        for attachment in release.attachments:
            if file := catalog.media.get(f"{release.id}/{attachment.file}"):
                for record_id in (release.id, *release.former_ids):
                    named = release.model_copy(update={"id": record_id})
                    found[f"{folder(named)}{FILES}{attachment.file}"] = file
    return found


def widths(original: int) -> list[int]:
    """The widths in which a picture is published, never more than that of the original.

    >>> widths(1000), widths(4000)
    ([480, 1000], [480, 960, 1440])
    """
    largest = min(original, WIDTHS[-1])
    return [width for width in WIDTHS if width * STEP <= largest] + [largest]


def published_name(file: str, width: int, ending: str) -> str:
    """The name of a picture in a width and a format.

    >>> published_name("images/sado.jpg", 960, "avif")
    'images/sado-960.avif'
    """
    return f"{file.rpartition('.')[0]}-{width}.{ending}"


class Media:
    """What templates ask about the pictures and attachments of releases, on the page where the view stands.

    ``root`` is the absolute address of the site for what is read elsewhere, as in a feed; empty on a page.
    """

    def __init__(self, view: View) -> None:
        self._view = view

    def pictures(self, release: PressRelease, root: str = "") -> list[Picture]:
        """The pictures of a release; one whose file is not known is left out."""
        way = self._way(release, root)
        found = []
        for image in release.images:
            if file := self._file(release, image.file):
                found.append(_picture(image, file, way))
        return found

    def downloads(self, release: PressRelease, root: str = "") -> list[AttachmentLink]:
        """The attachments of a release."""
        way = self._way(release, root)
        found = []
        for attachment in release.attachments:
            if file := self._file(release, attachment.file):
                found.append(self._download(attachment, file, way))
        return found

    def addresses(self, release: PressRelease) -> list[str]:
        """The absolute addresses of the pictures, as large as there are, in the format that everyone knows."""
        return [picture.src for picture in self.pictures(release, self._view.site)]

    def _file(self, release: PressRelease, name: str) -> MediaFile | None:
        media: Mapping[str, MediaFile] = self._view.catalog.media
        return media.get(f"{release.id}/{name}")

    def _way(self, release: PressRelease, root: str) -> str:
        """The path to the folder of the release; empty from its own Chinese page."""
        target = folder(release)
        if root:
            return f"{root}{target}"
        here = f"{self._view.prefix}{self._view.path}"
        return "" if here == target else relative(target, here)

    def _download(self, attachment: Attachment, file: MediaFile, way: str) -> AttachmentLink:
        view = self._view
        values = {
            "title": attachment.title[view.locale],
            "format": file.format.upper(),
            "size": shown_size(file.size),
        }
        if view.lang in attachment.languages:
            text = view.t("media.attachment", **values)
        else:
            names = [view.t(f"language.{tag}") for tag in attachment.languages]
            languages = view.t("list.separator").join(names)
            text = view.t("media.foreign_attachment", **values, language=languages)
        lang = attachment.languages[0] if len(attachment.languages) == 1 else ""
        href = f"{way}{FILES}{attachment.file}"
        title = attachment.title[view.locale]
        return AttachmentLink(href, DOCUMENTS[file.format], title, file.size, text, lang)


def shared_picture(view: View, page: PageSource) -> SharedPicture | None:
    """The first picture of a release for social networks, on its page; None if the site's address is unknown."""
    record = page.subject[1] if page.subject else None
    found = Media(view).pictures(record, view.site) if _has_pictures(record) and view.site else []
    if not found:
        return None
    first = found[0]
    return SharedPicture(first.src, first.width, first.height, first.image.alt[view.locale])


def _has_pictures(record: object) -> TypeGuard[PressRelease]:
    return isinstance(record, PressRelease) and bool(record.images)


def _picture(image: Image, file: MediaFile, way: str) -> Picture:
    sizes = widths(file.width)
    *modern, common = PICTURE_FORMATS[file.format]
    place = f"{way}{IMAGES}{image.file}"
    sources = (PictureSource(f"image/{form}", _srcset(place, sizes, form)) for form in modern)
    return Picture(
        image,
        tuple(sources),
        src=published_name(place, sizes[-1], common),
        srcset=_srcset(place, sizes, common),
        sizes=SIZES,
        width=sizes[-1],
        height=scaled(file, sizes[-1]),
    )


def _srcset(place: str, sizes: Iterable[int], ending: str) -> str:
    return ",".join(f"{published_name(place, width, ending)} {width}w" for width in sizes)


def scaled(file: MediaFile, width: int) -> int:
    """The height of a picture in a width, in whole pixels."""
    return max(1, round(file.height * width / file.width))


def shown_size(size: int) -> str:
    """A number of bytes as shown in a link.

    >>> shown_size(24_400), shown_size(1_500_000)
    ('24 KB', '1.4 MB')
    """
    kilobytes = max(1, round(size / 1024))
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{size / 1024 / 1024:.1f} MB"
