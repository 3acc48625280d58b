"""Press releases for the small portal of the tests."""

from __future__ import annotations


def release(
    name: str, date: str = "2026-11-01", more: str = "", issuer: str = "alpha"
) -> dict[str, str]:
    """A release of the home ``alpha``, or of another issuer, by the path of its file."""
    text = (
        f"id: {name}\ntitle: {{zh: 新聞{name}, en: News {name}}}\ndate: {date}\nissuer: {issuer}\n"
        f"{'' if 'category:' in more else 'category: visits'}\n"
        f"lead: {{zh: 導言。, en: A lead.}}\nbody: {{zh: 內文。, en: A text.}}\n{more}"
    )
    return {f"data/press_releases/{date[:4]}/{name}.yaml": text}
