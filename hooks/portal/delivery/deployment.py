"""One deployment: what a place lacks of a site is brought there, what is gone is deleted, in an order without gaps."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.delivery.delivered import STATE, Delivered
from portal.delivery.stages import stages
from portal.delivery.undelivered import Undelivered
from portal.outputs.hosts.caching import FOREVER, cache_control
from portal.site_file import BUILD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from portal.delivery.built_site import BuiltSite
    from portal.delivery.place import Advance, Place, Seen
    from portal.delivery.stages import Stage

_SHARED = "assets/"
"""Where style sheets and scripts lie, and nothing of any record."""

_LINGERS = "lingers"
"""Key in the note of a file that is kept for pages of the site before."""

_NAMED = 10
"""How many files a sentence names."""


@dataclass(frozen=True)
class Consent:
    """What the one who deploys has said yes to."""

    adopt: bool = False
    """Files that no deployment has put at the target may be replaced."""
    older: bool = False
    """The target may have a newer build."""


@dataclass(frozen=True)
class Work:
    """What is to be done, or was done."""

    seen: Seen
    gone: tuple[str, ...]
    stages: tuple[Stage, ...]
    lingering: tuple[str, ...]
    """Files that only pages of the site before need, which readers may still have open."""
    sent: int
    """Bytes of the new and changed files."""
    kept: tuple[str, ...]
    """Files and folders at the target that are the owner's, if they were there before the first deployment."""

    @property
    def count(self) -> int:
        """How many files are to be written or deleted."""
        return len(self.seen.new) + len(self.seen.changed) + len(self.gone)


def survey(
    site: BuiltSite, place: Place, consent: Consent, root: Path, advance: Advance
) -> tuple[Delivered, Work]:
    """What a deployment would do, and what was noted before. Raises Undelivered if it may not be done."""
    if mine := [path for path in site.files if path.split("/")[0] == STATE]:
        raise Undelivered(
            zh=f"網站裡的 {mine[0]} 與發布用的資料夾 {STATE}/ 同名；請改名",
            en=f"{mine[0]} of the site has the name of the folder {STATE}/ that deployments need; rename it",
        )
    before = place.noted()
    kept: tuple[str, ...] = ()
    if before is None:
        kept = tuple(sorted(place.strangers()))
        if kept and not consent.adopt:
            raise Undelivered(
                zh=f"目標裡已有檔案，且不是由 portal deploy 發布的：{_some(kept)}。確認目標無誤後，"
                "請加上 --adopt：同名的檔案會被網站取代，其餘保留",
                en=f"the target has files that portal deploy did not put there: {_some(kept)}. If it is the right "
                "target, add --adopt: files of the same name become those of the site, all others stay",
            )
    elif not consent.older:
        _judge_age(site.build, before.build, root)
    known = before or Delivered()
    seen = place.compare(site, known, advance)
    if seen.blocked:
        raise Undelivered(
            zh=f"目標裡的連結或資料夾擋住網站的檔案：{_some(seen.blocked)}；請移走後再執行",
            en=f"links or folders at the target are in the way of the site's files: {_some(seen.blocked)}; "
            "move them away and run again",
        )
    others = [path for path in seen.changed if path not in known.files]
    if others and not consent.adopt:
        raise Undelivered(
            zh=f"目標裡有不是由 portal deploy 發布的同名檔案：{_some(others)}。請移走，或加上 --adopt 以網站的檔案取代",
            en=f"files at the target that portal deploy did not put there have names of the site's: {_some(others)}. "
            "Move them away, or add --adopt to replace them",
        )
    lingering = _lingering(known.files.keys() - site.files.keys(), known)
    gone = tuple(sorted(known.files.keys() - site.files.keys() - {*lingering}))
    sent = sum(site.files[path].size for path in (*seen.new, *seen.changed))
    order = stages(seen.new, seen.changed, gone)
    return known, Work(seen, gone, order, lingering, sent, kept)


def carry_out(
    site: BuiltSite, place: Place, before: Delivered, work: Work, advance: Advance
) -> None:
    """Do it. Whatever ends it, the next deployment finds what it needs to finish the work."""
    now = {path: place.known(file) for path, file in site.files.items()}
    if work.stages:  # until all has gone well, what was put there by either may be there
        pending = {path: dict(known) for path, known in now.items() if path not in before.files}
        place.note(Delivered({**before.files, **pending}, site.build))
    for stage in work.stages:
        place.still_held()
        if stage.puts and stage.removes:
            place.turn(site, stage.puts, stage.removes, advance)
        elif stage.puts:
            place.put(site, stage.puts, advance)
        else:
            place.remove(stage.removes, advance)
    now = {path: place.known(file) for path, file in site.files.items()}
    now |= {path: {**before.files[path], _LINGERS: "yes"} for path in work.lingering}
    done = Delivered(now, site.build, whole=True)
    if work.stages or done != before:
        place.note(done)


def _lingering(gone: Iterable[str], known: Delivered) -> tuple[str, ...]:
    """Of what is gone, what pages load by names that change with the content: it goes with the next change of it."""
    shared = [p for p in gone if p.startswith(_SHARED) and cache_control(p) == FOREVER]
    fresh = [path for path in shared if _LINGERS not in known.files[path]]
    return tuple(sorted(fresh or shared))


def _judge_age(ours: Mapping[str, object], theirs: Mapping[str, object], root: Path) -> None:
    """Raise Undelivered if the target was given a build that is newer than ours."""
    day, their_day = (str(build.get("day") or "") for build in (ours, theirs))
    commit, their_commit = (str(build.get("commit") or "") for build in (ours, theirs))
    earlier = bool(day and their_day) and day < their_day
    if earlier or (commit and their_commit and _is_before(commit, their_commit, root)):
        which = f"{their_day} {their_commit[:12]}".strip()
        raise Undelivered(
            zh=f"目標上的網站（{which}）比 {BUILD} 所記的這一份新；請重新建置，或加上 --older 退回舊版",
            en=f"the target has a newer site ({which}) than this one, as {BUILD} says; build it again, "
            "or add --older to go back",
        )


def _is_before(first: str, second: str, root: Path) -> bool:
    """Whether the second commit came after the first; no if git does not know."""
    if first == second:
        return False
    command = [
        "git",
        "-C",
        str(root),
        "merge-base",
        "--is-ancestor",
        "--end-of-options",
        first,
        second,
    ]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _some(paths: Sequence[str]) -> str:
    """The first of many paths."""
    shown = ", ".join(paths[:_NAMED])
    return f"{shown} … ({len(paths)})" if len(paths) > _NAMED else shown
