"""A list repeats no word that it shows."""

from __future__ import annotations

import pytest

from portal.text.unseen import unseen


@pytest.mark.parametrize(
    ("words", "shown", "kept"),
    [
        (
            ["2030年議程", "2030 Agenda"],
            ["2030永續發展議程", "2030 Agenda for Growth"],
            ["2030年議程"],
        ),
        (["trilateral cooperation"], ["三方", "trilateral memorandum"], ["cooperation"]),
        (["姐妹市", "姊妹"], ["姊妹市", "sister city"], []),
        (["city", "MOU", "mou"], ["Sister Cities", ""], ["city", "MOU"]),
        (["ties", "ward"], ["cities, toward"], ["ties", "ward"]),
        (["level-1 agency", "1"], ["level 1"], ["level-1", "agency"]),
        (["local", "localization"], ["本地化"], ["localization"]),
        (["O’Higgins", "Higgins"], ["奧希金斯"], ["O’Higgins", "Higgins"]),
        ([], ["一心"], []),
    ],
)
def test_only_what_would_not_be_found_is_kept(
    words: list[str], shown: list[str], kept: list[str]
) -> None:
    assert unseen(words, shown) == kept
