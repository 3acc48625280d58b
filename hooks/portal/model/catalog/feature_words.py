"""What the portal's editors wrote themselves is called a feature, as long as no government has issued a release.

One that was withdrawn was issued.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.reading.load import Row
    from portal.model.records.label import Label
    from portal.model.records.press_release import PressRelease

OF_FEATURES = ".features"
"""The end of the key of a label that then takes the place of another: ``press.title.features``."""


def feature_words(
    labels: Iterable[Row[Label]], releases: Iterable[PressRelease]
) -> Iterator[tuple[str, Row[Label]]]:
    """The labels that take the place of others, each with the key of the other; none beside a government's release.

    A portal that has words of its own for the other, and none for features, keeps them.
    """
    if any(release.issuer for release in releases):
        return
    rows, times = {}, Counter[str]()
    for row in labels:
        rows[key := str(row.loc[-1])] = row
        times[key] += 1
    for key, row in rows.items():
        other = key.removesuffix(OF_FEATURES)
        if other != key and other in rows and times[key] >= times[other]:
            yield other, row
