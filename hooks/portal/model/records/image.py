"""Pictures of a press release."""

from __future__ import annotations

from portal.model.values.file_name import FileName
from portal.model.values.reference import SourceRef
from portal.model.values.strict import Model
from portal.model.values.words import Text


class Image(Model):
    """A picture (schema.org `ImageObject`), the same in both languages; published without the camera's data."""

    file: FileName
    """Its name in the folder of the release, JPEG or PNG: `opening-ceremony.jpg`."""
    alt: Text
    """What matters in the picture, for those who cannot see it; for a chart, what it shows."""
    caption: Text
    """The line below it: who or what, where and when; for a chart, also the date of its figures."""
    credit: Text | None = None
    """Who made it (schema.org `creditText`)."""
    sources: tuple[SourceRef, ...] = ()
    """Ids of documents in `sources.yaml`, or web addresses, from which it or its figures come."""
