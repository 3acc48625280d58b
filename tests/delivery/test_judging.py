"""What a host need not know is a notice, so that a publication to it can be green; what pages need is not."""

from __future__ import annotations

import pytest

from portal.delivery.asking import Answer
from portal.delivery.expected import Expected
from portal.delivery.judging import judge


@pytest.mark.parametrize(
    ("path", "right", "is_notice"),
    [
        ("data/SHA256SUMS", "text/plain", True),
        ("data/glossary.tbx", "application/x-tbx", True),
        ("data/cities.csv", "text/csv", False),
        ("assets/card.webp", "image/webp", False),
        ("index.html", "text/html", False),
    ],
)
def test_a_file_of_a_rare_kind_may_be_sent_without_its_type(
    path: str, right: str, is_notice: bool
) -> None:
    file = Expected(path, path, 1, "0")
    answer = Answer(200, {"content-type": "application/octet-stream"}, sha256="0", size=1)
    (deviation,) = judge(file, answer, "https://example.org/", right)
    assert deviation.is_notice is is_notice
