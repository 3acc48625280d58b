"""``portal deploy``: the built site, brought to where it is served."""

from __future__ import annotations

import time
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from portal.commands.built import end_undelivered, read_built, site_dir_option, site_folder
from portal.commands.options import lang_option, root_option
from portal.data.system_refusal import sentence
from portal.delivery.deployment import Consent, carry_out, survey
from portal.delivery.folder_place import FolderPlace
from portal.delivery.ssh_place import SshPlace
from portal.delivery.target import FolderTarget, SshTarget, parse_target
from portal.delivery.target_folder import judge_folder
from portal.delivery.undelivered import Undelivered, unfinished
from portal.progress import Progress
from portal.resources import DISTRIBUTION
from portal.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from portal.delivery.built_site import BuiltSite
    from portal.delivery.deployment import Work
    from portal.delivery.place import Place


@click.command()
@click.argument("target")
@root_option
@lang_option
@site_dir_option
@click.option("--dry-run", is_flag=True, help="Only say what would be written and deleted.")
@click.option(
    "--adopt",
    is_flag=True,
    help="The target has files that this command did not put there: replace those of the same name, keep all others.",
)
@click.option("--older", is_flag=True, help="The target has a newer build: go back to this one.")
@click.option(
    "--endpoint-url", help="Address of an S3-compatible store. Default: AWS_ENDPOINT_URL_S3."
)
def deploy(
    *,
    target: str,
    root: Path,
    lang: str,
    site_dir: Path | None,
    dry_run: bool,
    adopt: bool,
    older: bool,
    endpoint_url: str | None,
) -> None:
    """Publish the built site: to a folder, to user@host:/path by rsync and ssh, or to s3://bucket/prefix.

    Only what differs is sent, in an order in which no page leads to what is not there: new files, pages, then what is
    gone goes. After an interruption, run it again. Files at the target that this command did not put there stay.

    Exit code 0: published. 2: not, or not wholly, with the reason.
    """
    try:
        folder = site_folder(root, site_dir)
        place = _place(target, root, folder, lang, endpoint_url)
        site = read_built(folder, lang)
        with nullcontext() if dry_run else place.hold():
            _deploy(site, place, Consent(adopt, older), root=root, lang=lang, dry_run=dry_run)
    except Undelivered as error:
        end_undelivered(error, lang)
    except (OSError, MemoryError) as error:
        end_undelivered(unfinished(zh=sentence(error, "zh"), en=sentence(error, "en")), lang)


def _place(target: str, root: Path, site: Path, lang: str, endpoint_url: str | None) -> Place:
    found = parse_target(target)
    if isinstance(found, FolderTarget):
        return FolderPlace(judge_folder(found.path, root, site), _waiting(lang))
    if isinstance(found, SshTarget):
        return SshPlace(found, _waiting(lang))
    try:
        from portal.delivery.bucket_place import BucketPlace  # noqa: PLC0415 (an extra of the package)
    except ImportError:
        raise Undelivered(
            zh=f'發布到 S3 需要 boto3；請執行 pip install "{DISTRIBUTION}[s3]"',
            en=f'to publish to S3, boto3 is needed: pip install "{DISTRIBUTION}[s3]"',
        ) from None
    return BucketPlace(found, endpoint_url, _waiting(lang))


def _waiting(lang: str) -> Callable[[], None]:
    words = {
        "zh": "另一次發布正在進行，等它結束……",
        "en": "another deployment to this target is under way; waiting for it to end …",
    }
    return lambda: click.echo(words[lang], err=True)


def _deploy(
    site: BuiltSite, place: Place, consent: Consent, *, root: Path, lang: str, dry_run: bool
) -> None:
    since = time.monotonic()
    label = {"zh": "比對", "en": "Comparing"}[lang]
    with Progress(len(site.files), label, since=since) as bar:
        before, work = survey(site, place, consent, root, bar.advance)
    if dry_run:
        for mark, paths in (("+", work.seen.new), ("~", work.seen.changed), ("-", work.gone)):
            for path in sorted(paths):
                click.echo(f"{mark} {visible(path)}")
    else:
        label = {"zh": "發布", "en": "Publishing"}[lang]
        with Progress(work.count, label, since=since) as bar:
            carry_out(site, place, before, work, bar.advance)
    click.echo(_summary(work, lang), err=True)
    if work.kept:
        words = {
            "zh": "目標裡原有的檔案與資料夾，不在網站裡的都保留：{}",
            "en": "what was at the target and is not of the site stays: {}",
        }
        click.echo(words[lang].format(visible(", ".join(work.kept[:10]))), err=True)


def _summary(work: Work, lang: str) -> str:
    new, changed, gone = len(work.seen.new), len(work.seen.changed), len(work.gone)
    same, size = len(work.seen.same), _size(work.sent)
    words = {
        "zh": f"新增 {new} 個檔案，更新 {changed} 個，刪除 {gone} 個，{same} 個未變；共 {size}",
        "en": f"{new} new files, {changed} changed, {gone} deleted, {same} unchanged; {size}",
    }
    return words[lang]


def _size(count: int) -> str:
    """A number of bytes, to be read."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.1f} kB"
