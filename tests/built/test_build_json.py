"""A built site tells what it was made from, in ``build.json`` and on the page about it, and nowhere else."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from importlib.metadata import version
from pathlib import Path

import demonstration
import pytest
from building import COMMIT, ROOT, TODAY, build, contents, small_portal
from editing import put, replace_in
from parsed import Pages

from portal.edition import Edition

FILE = "build.json"
ABOUT = ("about/index.html", "en/about/index.html")


def test_the_file_tells_what_the_site_was_made_from(site: Path, edition: Edition) -> None:
    files = contents(site)
    raw = files.pop(FILE)
    told = json.loads(raw)
    lines = sorted(
        f"{path}\0{hashlib.blake2b(content, digest_size=16).hexdigest()}\n".encode()
        for path, content in files.items()
    )
    assert told == {
        "generator": {
            "name": "city-diplomacy-portal",
            "version": version("city-diplomacy-portal"),
        },
        "commit": COMMIT,
        "modified": False,
        "day": TODAY,
        "records": {"count": edition.state.count, "digest": edition.state.digest},
        "site": {
            "files": len(files),
            "bytes": sum(map(len, files.values())),
            "digest": f"sha256:{hashlib.sha256(b''.join(lines)).hexdigest()}",
        },
    }
    assert list(told) == sorted(told)
    assert raw.endswith(b"}\n")


def test_nobody_is_led_to_the_file(site: Path) -> None:
    others = {path: content for path, content in contents(site).items() if path != FILE}
    assert [path for path, content in others.items() if FILE.encode() in content] == []


def test_only_the_page_about_the_site_tells_the_commit(site: Path) -> None:
    telling = {path for path, content in contents(site).items() if COMMIT[:7].encode() in content}
    assert telling == {FILE, *ABOUT}
    assert not [path for path, text in contents(site).items() if "\ue100".encode() in text]


def test_the_page_tells_readers_how_current_it_is(pages: Pages, edition: Edition) -> None:
    newest = edition.state.newest
    assert newest is not None
    for address, records, made in (
        ("about/", "公開的紀錄（筆）", "民國115年11月22日（2026年）"),
        ("en/about/", "Public records", "22 November 2026"),
    ):
        (section,) = pages[address].xpath("//section[h2/@id='site-state']")
        facts = {
            name.text_content(): value.text_content().strip()
            for name, value in zip(section.xpath(".//dt"), section.xpath(".//dd"), strict=True)
        }
        assert COMMIT[:12] in facts.values()
        assert facts[records] == str(edition.state.count)
        assert made in facts.values()
        days = section.xpath(".//time/@datetime")
        assert days == [str(newest), TODAY]


def portal(folder: Path) -> Path:
    """A small portal that has a page about itself, in a repository that it can link to."""
    config = small_portal(folder)
    text = "---\ntitle: {}\n---\n\n# {} {{ #page }}\n\n{}\n"
    put(
        folder,
        {
            "content/zh/about/index.md": text.format("關於本站", "關於本站", "本站由編輯維護。"),
            "content/en/about/index.md": text.format("About", "About", "Editors keep this site."),
        },
    )
    replace_in(config, "nav: [", "repo_url: https://github.com/city/portal\nnav: [about/index.md, ")
    return config


def test_another_commit_alone_needs_no_build_and_gives_the_site_of_a_whole_one(
    tmp_path: Path,
) -> None:
    config = portal(tmp_path / "portal")
    first = build(config, tmp_path / "site", PORTAL_COMMIT="a" * 40)
    assert first.code == 0, first.output
    before = contents(first.folder)
    assert f'<a href="https://github.com/city/portal/commit/{"a" * 40}"' in str(
        before[ABOUT[0]], "utf-8"
    )
    later = build(config, tmp_path / "site", PORTAL_COMMIT="b" * 40)
    assert "Nothing but the commit has changed" in later.output
    assert "Documentation built" not in later.output
    whole = build(config, tmp_path / "whole", PORTAL_COMMIT="b" * 40)
    after = contents(later.folder)
    assert after == contents(whole.folder)
    assert {path for path in after if before.get(path) != after[path]} == {FILE, *ABOUT}
    again = build(config, tmp_path / "site", PORTAL_COMMIT="b" * 40)
    assert "Nothing has changed" in again.output


def test_the_commit_is_that_of_the_repository_and_says_what_is_not_committed(
    tmp_path: Path,
) -> None:
    config = portal(tmp_path / "city" / "portal")

    def git(*arguments: str) -> str:
        name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        command = ["git", *name, "-C", str(config.parent), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Begin")
    plain = {"PORTAL_COMMIT": "", "GIT_DIR": str(tmp_path / "elsewhere")}
    first = build(config, config.parent / "site", **plain)
    assert first.code == 0, first.output
    told = json.loads((first.folder / FILE).read_bytes())
    assert (told["commit"], told["modified"]) == (git("rev-parse", "HEAD"), False)
    git("commit", "--quiet", "--allow-empty", "--message", "Go on")
    second = build(config, config.parent / "site", **plain)
    assert "Nothing but the commit" in second.output
    told = json.loads((first.folder / FILE).read_bytes())
    assert (told["commit"], told["modified"]) == (git("rev-parse", "HEAD"), False)
    replace_in(config.parent / "content/en/about/index.md", "Editors keep", "Editors tend")
    build(config, config.parent / "site", **plain)
    assert json.loads((first.folder / FILE).read_bytes())["modified"] is True
    page = (first.folder / ABOUT[1]).read_text("utf-8")
    assert "with later changes that are not part of it" in page


def test_without_git_and_without_the_page_a_site_is_built_too(tmp_path: Path) -> None:
    config = small_portal(tmp_path / "portal")
    with config.open("a", encoding="utf-8") as file:
        file.write("extra: {search: false}\n")
    built = build(config, tmp_path / "site", PORTAL_COMMIT="", PATH="/nowhere")
    assert built.code == 0, built.output
    told = json.loads((built.folder / FILE).read_bytes())
    assert (told["commit"], told["modified"]) == (None, False)


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_what_is_no_commit_ends_the_build_in_a_sentence(tmp_path: Path, program: str) -> None:
    config = small_portal(tmp_path / "portal")
    built = build(config, tmp_path / "site", program=program, PORTAL_COMMIT="HEAD")
    assert built.code == 1
    assert "PORTAL_COMMIT 不是提交代碼：HEAD；" in built.output
    assert "PORTAL_COMMIT is not a commit: HEAD; give 7 to 64" in built.output
    assert "Traceback" not in built.output
    assert not (tmp_path / "site").exists()


def test_two_builds_on_two_machines_give_one_hash(site: Path, tmp_path: Path) -> None:
    """Another folder, umask, time zone, language, order of sets and of files, and one process."""
    copy = tmp_path / "a b" / "入口網"
    copy.mkdir(parents=True)
    for path in sorted(demonstration.FOLDER.rglob("*"), reverse=True):
        if path.is_file():
            target = copy / path.relative_to(demonstration.FOLDER)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    replace_in(copy / "mkdocs.yml", "../../../", f"{ROOT}/")
    before = os.umask(0o077)
    try:
        again = build(
            copy / "mkdocs.yml", tmp_path / "out", PYTHONHASHSEED="4711", PORTAL_PROCESSES="1",
            TZ="Pacific/Apia", LANG="de_DE.UTF-8", LC_ALL="C",
        )  # fmt: skip
    finally:
        os.umask(before)
    assert again.code == 0, again.output
    assert (again.folder / FILE).read_bytes() == (site / FILE).read_bytes()
