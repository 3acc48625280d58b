"""Runs the program rsync, and says in a sentence why it has failed."""

from __future__ import annotations

import atexit
import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING

from portal.delivery.undelivered import Undelivered, unfinished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from portal.delivery.target import SshTarget

_SSH = {
    "StrictHostKeyChecking": "yes",  # ssh heeds the first value that it is given
    "BatchMode": "yes",
    "ConnectTimeout": "20",
    "ServerAliveInterval": "15",
    "ServerAliveCountMax": "4",
}
"""A key that is not known is never accepted, and nobody is asked for anything."""

SILENCE = 120
"""Seconds without a byte after which rsync gives up."""

_PLAIN = re.compile(r"[\w@%+=:,./~-]*")
"""Paths that no shell of another machine changes."""

_BYTE = re.compile(r"\\#([0-7]{3})")
"""As rsync writes a byte of a name that it does not print."""

_ABSENT = re.compile(r"failed: [^\n]* \(2\)")
"""What rsync says of a file that is not there (ENOENT), in whatever language."""

PARTIAL, VANISHED = 23, 24
"""Exit codes of rsync: some files could not be dealt with; a file that it was to send is not there, as it should be
when one is to be deleted."""


_SSH_FAILED = 255
"""Exit code of ssh, which rsync passes on."""


@dataclass(frozen=True)
class Ran:
    """How rsync has ended."""

    code: int
    said: str
    """What it has said to be wrong."""

    @property
    def is_absent(self) -> bool:
        """Whether what was asked for is not there."""
        return self.code != 0 and bool(_ABSENT.search(self.said))


class Rsync:
    """rsync, to and from one folder of another machine."""

    def __init__(self, target: SshTarget) -> None:
        program = shutil.which("rsync")
        if program is None:
            raise Undelivered(
                zh="這台機器沒有 rsync；請安裝（Debian：apt-get install rsync openssh-client）",
                en="this machine has no rsync; install it (Debian: apt-get install rsync openssh-client)",
            )
        shell = shlex.split(os.environ.get("RSYNC_RSH") or "ssh")
        port = ["-p", str(target.port)] if target.port else []
        settings = _SSH | _one_connection()
        options = [word for name, value in settings.items() for word in ("-o", f"{name}={value}")]
        self._command = [program, "--8-bit-output", f"--timeout={SILENCE}"]
        self._command += ["--rsh", shlex.join([shell[0], *options, *port, *shell[1:]])]
        if not _PLAIN.fullmatch(target.path):
            self._command.append("--protect-args")
        self._account = target.account
        self.place = f"{target.account}:{target.path}/"

    def run(
        self,
        *words: str | Path,
        names: Iterable[str] | None = None,
        line: Callable[[str], None] = lambda _: None,
    ) -> Ran:
        """Run it for these names, if any, and call ``line`` with each line that it prints."""
        with TemporaryDirectory() as folder:
            listed = []
            if names is not None:
                path = Path(folder, "names")
                path.write_bytes(b"".join(name.encode() + b"\0" for name in names))
                listed = ["--from0", f"--files-from={path}"]
            command = [*self._command, *listed, *map(str, words)]
            with (
                Path(folder, "errors").open("w+b") as errors,
                subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors,
                    env=os.environ | {"LC_ALL": "C.UTF-8"},
                ) as process,
            ):  # fmt: skip
                try:
                    for printed in process.stdout or ():
                        line(_text(printed))
                    code = process.wait()
                except BaseException:  # interrupted: rsync puts away what it has in hand
                    process.terminate()
                    process.wait()
                    raise
                errors.seek(0)
                return Ran(code, errors.read().decode(errors="replace"))

    def done(self, ran: Ran, *, fine: tuple[int, ...] = ()) -> None:
        """Raise Undelivered if it has failed."""
        if ran.code and ran.code not in fine:
            raise self._failure(ran)

    def _failure(self, ran: Ran) -> Undelivered:
        lines = [line.strip() for line in ran.said.splitlines() if line.strip(" @\r\n")]
        # What the other side says is lost if the line ends before it: then the place is all there is to tell.
        reason = next((line for line in lines if "rsync" in line), (lines or [self.place])[0])
        zh, en = f"rsync 失敗（{ran.code}）：{reason}", f"rsync failed ({ran.code}): {reason}"
        if "Host key verification failed" in ran.said:
            zh = f"{self._account} 的主機金鑰不在 known_hosts，或與其中的不同；請向管理者確認後再加入或更換"
            en = (
                f"the host key of {self._account} is not in known_hosts, or not the one there; "
                "ask who runs the host, then add or replace it"
            )
        elif "Permission denied (" in ran.said:
            zh = f"{self._account} 不接受這把 ssh 金鑰；請把公鑰加入該帳號的 authorized_keys"
            en = f"{self._account} does not accept the ssh key; add its public part to authorized_keys there"
        elif ran.code == _SSH_FAILED or ran.said.startswith("ssh: "):
            zh = f"無法以 ssh 連到 {self._account}：{(lines or [''])[0]}"
            en = f"ssh does not reach {self._account}: {(lines or [''])[0]}"
        elif (
            ran.code == 127
            or "rsync: command not found" in ran.said
            or "rsync: not found" in ran.said
        ):
            zh, en = (
                f"{self._account} 上沒有 rsync；請在該主機安裝",
                f"{self._account} has no rsync; install it there",
            )
        return unfinished(zh=zh, en=en)


def _one_connection() -> dict[str, str]:
    """Settings with which all calls share a connection: many hosts take few new ones a minute."""
    if os.name != "posix":
        return {}
    short = "/tmp" if Path("/tmp").is_dir() else None  # a socket's path has 104 bytes
    folder = mkdtemp(prefix="portal-", dir=short)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return {"ControlMaster": "auto", "ControlPath": f"{folder}/%C", "ControlPersist": "10"}


def _text(printed: bytes) -> str:
    """A line of rsync, with the bytes of names as they are."""
    text = printed.rstrip(b"\n").decode(errors="surrogateescape")
    return _BYTE.sub(lambda found: chr(int(found[1], 8)), text)
