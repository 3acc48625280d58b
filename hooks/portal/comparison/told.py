"""Puts a comparison into words: which sections there are, and what each item says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.comparison.report import Item, Quoted, Report, Section, exact, listed, quoted, say
from portal.model.values.locale import LOCALES
from portal.outputs.media.shown_media import shown_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from portal.comparison.comparison import Comparison
    from portal.comparison.page_changes import Following, PageChange
    from portal.comparison.report import Piece, Said
    from portal.comparison.side import Both
    from portal.comparison.timetable import TimeChange, TimeChanges
    from portal.comparison.word_changes import WordChanges
    from portal.data.problem import Problem
    from portal.model.values.moment import Moment

MOST_CAUSES, MOST_PAGES = 3, 6
"""How many names and addresses stand in one line."""

_AND = {"zh": "、", "en": ", "}
_TITLE = {"zh": ("「", "」"), "en": ("“", "”")}
_CAUSE = {"zh": ("「", "」"), "en": ("", "")}
"""What stands around a name in a sentence."""
_OWN_NAME = {"zh": "中文：", "en": "English: "}


def told(found: Comparison, *, everything: str = "pages-added") -> Report:
    """What there is to say of a comparison; ``everything`` is the heading of what is added."""
    pages = found.pages
    followers = sum(len(group.pages) for group in pages.following)
    sections = [
        _section(everything, [Item(quoted(p.title, p.address), _at(p.address)) for p in pages.added]),
        _section("pages-changed", [_changed(page) for page in pages.changed]),
        _section("pages-moved", [_moved(page) for page in pages.moved]),
        _section("pages-removed", [_removed(page) for page in pages.removed]),
        _section("pages-following", _followers(pages.following), followers),
        _section("times", _times(found.times)),
        _section("files", [
            Item(say(f"file-{f.how}"), [" ", *exact([f"/{f.address}"]), f" ({shown_size(f.size)})"])
            for f in found.files
        ]),
        _section("counts", [
            Item(_plain(c.what), [f" {c.old} → {c.new}"]) for c in found.counts
        ]),
        _section("rows", [
            Item(
                say("row", table=_exactly(r.table), added=r.added, changed=r.changed, removed=r.removed),
                [" ", *exact(r.columns)] if r.columns else [],
            )
            for r in found.rows
        ]),
        _section("labels", [
            Item({}, exact([label.key]), list(_words_of(label.old, label.new))) for label in found.labels
        ]),
        _section("settings", [
            Item(say(key, names=_exactly(*names)))
            for key, names in (("setting", found.settings), ("own-file", found.own_files)) if names
        ]),
    ]  # fmt: skip
    report = Report(sections=[section for section in sections if section.items])
    if found.is_same:
        report.notes.append(say("same"))
    return report


def problem_section(key: str, problems: Sequence[Problem]) -> Section:
    """What is wrong in one of both states."""
    items = []
    for problem in problems:
        said: Said = {c.code: [Quoted(problem.message(c.code))] for c in LOCALES}
        items.append(
            Item({}, exact([str(problem.place)]), [Item({}, pieces) for pieces in said.values()])
        )
    return _section(key, items)


def _section(key: str, items: list[Item], count: int | None = None) -> Section:
    return Section(say(key, count=len(items) if count is None else count), items)


def _plain(texts: Both) -> Said:
    return {code: [Quoted(text)] for code, text in texts.items()}


def _marked(texts: Both, marks: Mapping[str, tuple[str, str]]) -> Said:
    return {code: [marks[code][0], Quoted(text), marks[code][1]] for code, text in texts.items()}


def _exactly(*texts: str) -> Said:
    return {locale.code: exact(texts) for locale in LOCALES}


def _at(address: str) -> list[Piece]:
    return [" ", Quoted(f"/{address}", is_exact=True)]


def _changed(page: PageChange) -> Item:
    return Item(quoted(page.title, page.address), _at(page.address), list(_words(page.words)))


def _moved(page: PageChange) -> Item:
    to = page.to.partition("#")[0]
    shared = [*_at(page.address), " → ", Quoted(f"/{page.to}", is_exact=True)]
    return Item(quoted(page.title, to), shared, list(_words(page.words)))


def _removed(page: PageChange) -> Item:
    """Without a link: there is nothing any more, unless it says why."""
    said = quoted(page.title, page.address if page.is_explained else None)
    inner = [Item(say("explained"))] if page.is_explained else []
    return Item(said, _at(page.address), inner)


def _followers(groups: Sequence[Following]) -> list[Item]:
    """A line for each edit with the pages that follow it alone, and one for all that follow several."""
    several = [group for group in groups if len(group.causes) > 1]
    if len(several) < 2:
        return [_following(group) for group in groups]
    pages = [page for group in several for page in group.pages]
    items = [_following(group) for group in groups if len(group.causes) < 2]
    return [*items, Item(say("because-several", count=len(pages)), _addresses(sorted(pages)))]


def _following(group: Following) -> Item:
    count = len(group.pages)
    if not group.causes:
        return Item(say("because-unknown", count=count), _addresses(group.pages), _example(group))
    names = listed([_marked(cause, _CAUSE) for cause in group.causes[:MOST_CAUSES]], _AND)
    if (total := len(group.causes)) > MOST_CAUSES:
        others = say("others", total=total, count=total - MOST_CAUSES)
        names = {code: names[code] + others[code] for code in names}
    said = say("because", causes=names, count=count)
    return Item(said, _addresses(group.pages), _example(group))


def _addresses(pages: Sequence[str]) -> list[Piece]:
    shared: list[Piece] = [": ", *exact([f"/{address}" for address in pages[:MOST_PAGES]])]
    return [*shared, *([f" … +{len(pages) - MOST_PAGES}"] * (len(pages) > MOST_PAGES))]


def _example(group: Following) -> list[Item]:
    return list(_words(group.example.words)) if group.example else []


def _words(words: dict[str, WordChanges]) -> Iterator[Item]:
    """What has changed on a page, one language after the other."""
    for code in (locale.code for locale in LOCALES if locale.code in words):
        changes = words[code]
        for difference in changes.differences:
            mark = [*say("link")[code], " "] if difference.is_link else []
            yield Item({}, [_OWN_NAME[code], *mark, *_arrow(difference.old, difference.new)])
        for name in changes.beside:
            yield Item({}, [_OWN_NAME[code], *say(f"beside-{name}")[code]])
        if changes.more:
            yield Item({}, [_OWN_NAME[code], *say("more", count=changes.more)[code]])
    if len(words) == 1:
        yield Item(say(f"only-{next(iter(words))}"))


def _words_of(old: Both, new: Both) -> Iterator[Item]:
    for locale in LOCALES:
        was, is_ = old[locale.code], new[locale.code]
        if was != is_:
            yield Item({}, [_OWN_NAME[locale.code], *_arrow(was, is_)])


def _arrow(old: str, new: str) -> list[Piece]:
    """What was replaced; ``＋`` and ``－`` where there was nothing, or is nothing any more."""
    if old and new:
        return [Quoted(old, is_exact=True), " → ", Quoted(new, is_exact=True)]
    return ["＋ " if new else "－ ", Quoted(new or old, is_exact=True)]


def _time(change: TimeChange) -> Item:
    title = say("times-unnamed") if change.title is None else _marked(change.title, _TITLE)
    moments = {"moment": shown_moment(change.moment), "before": shown_moment(change.before)}
    return Item(say(f"times-{change.how}-{change.what}", title=title, **moments))


def shown_moment(moment: Moment | None) -> str:
    """A moment in Taipei as people write it: ``2026-12-01 10:00``."""
    return f"{moment.day} {moment.time}".strip() if moment else ""


def _times(found: TimeChanges) -> list[Item]:
    items = [_time(change) for change in found.changes]
    if found.later:
        items.append(Item(say("times-later", count=found.later)))
    if items and found.same:
        items.append(Item(say("times-as-before", count=found.same)))
    return items
