"""What a proposed change is given to see: what it alters on the public site, and a preview."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pipelines.forge import Forge, done, git

HOMES = "data/homes.yaml"


@pytest.fixture
def proposal(forge: Forge, job: Path, tmp_path: Path) -> Path:
    """A change as GitHub checks it out: merged into its branch, with no more history than that."""
    git(job, "checkout", "--quiet", "-b", "proposal")
    path = job / HOMES
    text = path.read_text(encoding="utf-8")
    assert "Example City" in text
    path.write_text(text.replace("Example City", "Better City"), encoding="utf-8")
    git(job, "commit", "--quiet", "--all", "--message", "Correct a name")
    editor = forge.clone(tmp_path / "editor")
    (editor / "README.md").write_text("Newer\n", encoding="utf-8")
    forge.push(editor, "Meanwhile")
    git(job, "fetch", "--quiet", "origin", "main")
    git(job, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    git(job, "merge", "--quiet", "--no-ff", "--message", "Merge", "proposal")
    git(job, "push", "--quiet", "origin", "HEAD:refs/pull/1/merge")
    folder = tmp_path / "proposed"
    git(tmp_path, "init", "--quiet", str(folder))
    git(folder, "fetch", "--quiet", "--depth=2", f"file://{forge.bare}", "refs/pull/1/merge")
    git(folder, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to((job / name).resolve())
    return folder


def test_the_summary_says_in_both_languages_what_changes(proposal: Path) -> None:
    summary = {"GITHUB_STEP_SUMMARY": "summary.md", "PORTAL_BASE": "HEAD^1"}
    done(proposal, "compare", **summary)
    told = (proposal / "summary.md").read_text(encoding="utf-8")
    assert told == (proposal / "compare.md").read_text(encoding="utf-8")
    assert "Example City" in told
    assert "Better City" in told
    assert "公開" in told


def test_a_change_is_compared_with_where_it_began_not_with_what_came_since(
    forge: Forge, proposal: Path, job: Path
) -> None:
    git(job, "checkout", "--quiet", "proposal")
    told = done(job, "compare", "origin/main")
    assert "Better City" in told


def test_the_preview_opens_from_a_folder_and_gitlab_is_told_where(proposal: Path) -> None:
    forge = {
        "GITLAB_CI": "true",
        "CI_PROJECT_PATH": "city/office/portal",
        "CI_PROJECT_ROOT_NAMESPACE": "city",
        "CI_PAGES_DOMAIN": "gitlab.io",
        "CI_JOB_ID": "7",
    }
    done(proposal, "preview", **forge)
    page = (proposal / "preview/en/index.html").read_text(encoding="utf-8")
    assert "Better City" in page
    assert 'href="/' not in page
    assert 'src="/' not in page
    address = "https://city.gitlab.io/-/office/portal/-/jobs/7/artifacts/preview/index.html"
    assert (proposal / "preview.env").read_text(encoding="utf-8") == f"PREVIEW_URL={address}\n"
    assert not (proposal / "site").exists()
    shutil.rmtree(proposal / "preview")
