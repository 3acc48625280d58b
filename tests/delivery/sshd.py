"""A real sshd on this machine, with keys of its own, for as long as a test needs it."""

from __future__ import annotations

import getpass
import os
import shlex
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from machine import program


@dataclass(frozen=True)
class Sshd:
    """A server that lets this user in by a key."""

    port: int
    folder: Path
    """With the keys."""

    @property
    def account(self) -> str:
        return f"{getpass.getuser()}@127.0.0.1"

    def client(self, *, known: bool = True, key: str = "user") -> str:
        """How to call ssh, as RSYNC_RSH has it; ``known``: with the server's own key, else with a forged one."""
        hosts = "known" if known else "forged"
        words = ["ssh", "-F", "/dev/null", "-p", str(self.port), "-i", str(self.folder / key)]
        words += ["-o", "IdentitiesOnly=yes", "-o", f"UserKnownHostsFile={self.folder / hosts}"]
        words += ["-o", "StrictHostKeyChecking=no"]  # which must not help
        return shlex.join(words)


@contextmanager
def ssh_server(folder: Path) -> Iterator[Sshd]:
    """A server whose keys lie in a folder."""
    sshd = program("sshd")
    assert sshd, "no sshd: run tests/machine.py"
    for name in ("host", "user", "stranger"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for file, key in (("known", "host"), ("forged", "stranger")):
        public = (folder / f"{key}.pub").read_text("utf-8")
        (folder / file).write_text(f"[127.0.0.1]:{port} {public}", "utf-8")
    options = {
        "AuthorizedKeysFile": folder / "user.pub",
        "HostKey": folder / "host",
        "ListenAddress": "127.0.0.1",
        "MaxStartups": 100,
        "PasswordAuthentication": "no",
        "PermitRootLogin": "prohibit-password",
        "PidFile": "none",
        "StrictModes": "no",
        "UsePAM": "no",
    }
    words = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
    server = [str(sshd), "-D", "-q", "-f", "/dev/null", "-p", str(port), *words]
    with subprocess.Popen(server) as process:
        try:
            _wait(port, process)
            yield Sshd(port, folder)
        finally:
            process.terminate()


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        with socket.socket() as found:
            if found.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("sshd does not start")
