"""From the built site to real web servers: what was published is found so, and what was spoiled is found out."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import cast

import demonstration
import pytest
from commanding import run
from web_servers import SERVERS, free_port, readable_folder

pytestmark = [pytest.mark.machine, pytest.mark.xdist_group("hosts")]


@pytest.mark.parametrize("server", SERVERS)
def test_what_is_published_is_verified_on_a_real_server(server: str, site: Path) -> None:
    around, running = SERVERS[server]
    printed = run("headers", "--format", server, "--root", demonstration.FOLDER)
    assert printed.exit_code == 0, printed.output
    with readable_folder() as folder:
        www, port = folder / "www", free_port()
        where = ["--lang", "en", "--root", str(demonstration.FOLDER), "--site-dir", str(site)]
        done = run("deploy", *where, str(www))
        assert done.exit_code == 0, done.output
        started = cast(
            AbstractContextManager[None],
            running(folder, around(www, port, printed.output), port),
        )
        with started:
            address = f"http://127.0.0.1:{port}/"
            done = run("verify", *where, address)
            assert done.output == f"{address} serves what was built ({done.output.split('(')[1]}"
            assert done.exit_code == 0
            (www / "en" / "index.html").write_text("spoiled")
            (www / "sitemap.xml").unlink()
            (www / "404.html").write_text("spoiled")
            done = run("verify", *where, address)
            assert done.exit_code == 1
            told = [line.partition(":")[0] for line in done.stdout.splitlines()]
            assert sorted(told) == ["en/", "sitemap.xml", "…/"], done.stdout
