"""``.ci/deploy`` takes the secrets of the forge, and leaves none behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from building import contents
from delivery.sshd import Sshd, ssh_server
from patience import patience
from pipelines.forge import done, step

pytestmark = pytest.mark.machine


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    with ssh_server(tmp_path_factory.mktemp("sshd")) as found:
        yield found


def secrets(server: Sshd, target: Path, key: str = "user", hosts: str = "known") -> dict[str, str]:
    """What the job is given."""
    return {
        "PORTAL_TARGET": f"ssh://{server.account}:{server.port}{target}",
        "PORTAL_SSH_KEY": (server.folder / key).read_text(encoding="utf-8"),
        "PORTAL_SSH_KNOWN_HOSTS": (server.folder / hosts).read_text(encoding="utf-8"),
        "AWS_ACCESS_KEY_ID": "",
    }


def test_a_host_gets_the_site_by_the_key_of_the_forge_which_stays_nowhere(
    job: Path, server: Sshd, tmp_path: Path
) -> None:
    target, scratch = tmp_path / "public", tmp_path / "scratch"
    scratch.mkdir()
    told = done(job, "deploy", **secrets(server, target), TMPDIR=str(scratch))
    assert contents(target / "en") == contents(job / "site/en")
    assert "PRIVATE KEY" not in told
    with patience():  # the agent, told to end, takes its socket along
        while list(scratch.iterdir()):
            pass


@pytest.mark.parametrize(("key", "hosts"), [("stranger", "known"), ("user", "forged")])
def test_a_wrong_key_or_a_forged_host_gets_nothing(
    job: Path, server: Sshd, tmp_path: Path, key: str, hosts: str
) -> None:
    target = tmp_path / "public"
    found = step(job, "deploy", **secrets(server, target, key, hosts))
    assert found.returncode == 2
    assert not target.exists()
    assert "PRIVATE KEY" not in found.stdout + found.stderr
