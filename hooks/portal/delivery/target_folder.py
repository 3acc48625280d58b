"""Which folders of this machine a site may be published to."""

from __future__ import annotations

from pathlib import Path

from portal.data.root import OWN_FOLDERS
from portal.delivery.undelivered import Undelivered


def judge_folder(folder: Path, root: Path, site: Path) -> Path:
    """The folder without links in its path. Raises Undelivered for one that is never a target."""
    there, ours, built = folder.resolve(), root.resolve(), site.resolve()
    home = Path("~").expanduser().resolve()
    if there in {Path(there.anchor), home}:
        raise Undelivered(
            zh=f"{folder} 是根目錄或家目錄，不能作為發布的目標；請指定專供網站使用的資料夾",
            en=f"{folder} is the root or a home folder; name a folder that is the site's own",
        )
    own = [ours / name for name in (*OWN_FOLDERS, ".site")]
    if there in {ours, built, *ours.parents, *built.parents} or any(
        there == inner or inner in there.parents for inner in (built, *own)
    ):
        raise Undelivered(
            zh=f"{folder} 含有入口網本身的檔案，不能作為發布的目標；請指定專供網站使用的資料夾",
            en=f"{folder} holds files of the portal itself; name a folder that is the site's own",
        )
    if there.exists() and not there.is_dir():
        raise Undelivered(zh=f"{folder} 不是資料夾", en=f"{folder} is not a folder")
    if not there.parent.is_dir():
        raise Undelivered(
            zh=f"找不到 {folder} 的上層資料夾；請先建立，或改正路徑",
            en=f"the folder above {folder} does not exist; make it, or correct the path",
        )
    return there
