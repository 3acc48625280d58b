"""What an import adds, changes and leaves alone, told to people as a difference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.data.yaml_edits.yaml_style import flow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.term_import.glossary_merge import GlossaryChange
    from portal.term_import.term_change import ConceptChange, Loc, Record

_STATES = {
    "new": {"zh": "{id}：新增", "en": "{id}: new"},
    "changed": {"zh": "{id}：修改", "en": "{id}: changed"},
    "kept": {"zh": "{id}：不變", "en": "{id}: left alone"},
}
_KEPT = {"zh": "檔案沒有這個詞，仍保留", "en": "not in the file, stays"}
_NAME = {
    "zh": "{place}: 「{text}」是紀錄的名稱，不由此匯入；請改 {path}",
    "en": "{place}: '{text}' is the name of a record and is not imported; change it in {path}",
}
_UNREAD = {
    "zh": "紀錄沒有相應的欄位，因此不匯入：{found}",
    "en": "not imported, as records have no field for it: {found}",
}


def told(change: GlossaryChange, unread: Mapping[str, int], lang: str) -> Iterator[str]:
    """A line for each value that changes, and for each word that is left alone; ``unread`` counts what has no field."""
    for concept in change.concepts:
        yield from _of_concept(concept, lang)
    for name in change.names:
        yield _NAME[lang].format(place=name.place, text=name.text, path=name.path)
    if unread:
        found = ", ".join(f"{what} ({count})" for what, count in sorted(unread.items()))
        yield _UNREAD[lang].format(found=found)


def _of_concept(concept: ConceptChange, lang: str) -> Iterator[str]:
    if not concept.changes and not concept.kept:
        return
    state = "new" if concept.record is None else "changed" if concept.changes else "kept"
    yield _STATES[state][lang].format(id=concept.id)
    for change in concept.changes:
        what = _named(change.loc, concept.record)
        if change.before is not None and not change.grows:
            yield f"  - {what}: {_shown(change.before)}"
        if change.after is not None:
            yield f"  + {what}: {_shown(change.after)}"
    for language, word in concept.kept:
        yield f"  = terms.{language}: {word}  # {_KEPT[lang]}"


def _named(loc: Loc, record: Record | None) -> str:
    """``terms.en[sister city].status``: where a value is, with the word in place of its number."""
    found = ""
    held: Any = record or {}
    for part in loc:
        held = held.get(part, {}) if isinstance(held, dict) else held[part]
        found += f"[{held['term']}]" if isinstance(part, int) else f".{part}"
    return found[1:]


def _shown(value: object) -> str:
    return value if isinstance(value, str) else flow(value)


def summary(change: GlossaryChange, lang: str, *, is_trial: bool) -> str:
    """How much of what, and whether it is written."""
    new = sum(one.record is None for one in change.concepts)
    changed = sum(one.record is not None and bool(one.changes) for one in change.concepts)
    same = len(change.concepts) - new - changed
    kept, names = sum(len(one.kept) for one in change.concepts), len(change.names)
    zh = f"新增 {new} 個概念，修改 {changed} 個，{same} 個不變；檔案沒有的 {kept} 個詞與 {names} 個紀錄名稱未動"
    en = (
        f"{new} new concept{'s' * (new != 1)}, {changed} changed, {same} left alone; "
        f"{kept} word{'s' * (kept != 1)} not in the file and {names} name{'s' * (names != 1)} of records untouched"
    )
    if is_trial or not (new or changed):
        return {"zh": f"{zh}（沒有寫入）", "en": f"{en} (nothing written)"}[lang]
    return {"zh": f"{zh}（已寫入）", "en": f"{en} (written)"}[lang]


def is_changed(change: GlossaryChange) -> bool:
    """Whether the glossary changes at all."""
    return any(one.changes or one.record is None for one in change.concepts)
