"""Documents to download with a press release."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from portal.model.values.field_marks import Labels
from portal.model.values.file_name import FileName
from portal.model.values.strict import Model
from portal.model.values.words import Text

Language = Annotated[Literal[
    "zh-Hant-TW", "en", "ja", "ko", "vi", "th", "id", "ms", "fil", "fr", "de", "es", "it", "pt", "nl", "pl",
    "cs", "ru",
], Labels("language")]  # fmt: skip
"""Languages of documents (BCP 47). Each has a label ``language.…``."""


class Attachment(Model):
    """A document (schema.org `DigitalDocument`) in an open format: OpenDocument or PDF."""

    file: FileName
    """Its name in the folder of the release: `ties-by-kind.ods`. The ending is `odt`, `ods`, `odp` or `pdf`."""
    title: Text
    """What the document is called."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    """The languages it is written in; the link tells readers of other languages."""
