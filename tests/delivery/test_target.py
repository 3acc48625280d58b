"""What people write as a target, and what they should rather not."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.delivery.target import BucketTarget, FolderTarget, SshTarget, Target, parse_target
from portal.delivery.undelivered import Undelivered

RIGHT: dict[str, Target] = {
    "/srv/www/portal": FolderTarget(Path("/srv/www/portal")),
    "public": FolderTarget(Path("public")),
    "./a:b": FolderTarget(Path("a:b")),
    "/srv/a:b": FolderTarget(Path("/srv/a:b")),
    "-rf": FolderTarget(Path("-rf")),
    "C:/www": FolderTarget(Path("C:/www")),
    "C:\\www": FolderTarget(Path("C:\\www")),
    "file:///srv/two%20words/%E5%9F%8E": FolderTarget(Path("/srv/two words/城")),
    "file://localhost/srv": FolderTarget(Path("/srv")),
    "host:/srv/www": SshTarget("host", "/srv/www"),
    "user@host.example.org:/srv/www/": SshTarget("user@host.example.org", "/srv/www"),
    "user@host:www/portal": SshTarget("user@host", "www/portal"),
    "user@host:~/www": SshTarget("user@host", "~/www"),
    "user@host:/srv/it's 城市 -x": SshTarget("user@host", "/srv/it's 城市 -x"),
    "user@[2001:db8::1]:/srv": SshTarget("user@[2001:db8::1]", "/srv"),
    "ssh://user@host/srv/www": SshTarget("user@host", "/srv/www"),
    "ssh://user@host:2222/srv/www/": SshTarget("user@host", "/srv/www", 2222),
    "ssh://[2001:db8::1]:2222/srv": SshTarget("[2001:db8::1]", "/srv", 2222),
    "ssh://host/srv/a%20b": SshTarget("host", "/srv/a b"),
    "ssh://host/~/www": SshTarget("host", "~/www"),
    "s3://portal": BucketTarget("portal", ""),
    "s3://portal/": BucketTarget("portal", ""),
    "s3://portal/en/site/": BucketTarget("portal", "en/site/"),
    "s3://portal/a%20b": BucketTarget("portal", "a%20b/"),
}


@pytest.mark.parametrize("text", RIGHT)
def test_targets_are_what_other_tools_take_them_for(text: str) -> None:
    assert parse_target(text) == RIGHT[text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "a\0b",
        "host:",
        "host:/",
        "host://",
        "host:~",
        "host:~/",
        "host:.",
        "host:/srv/../etc",
        "host:/srv/\nx",
        "-oProxyCommand=x:/srv",
        "-oProxyCommand=x@host:/srv",
        "user@-host:/srv",
        "ssh://-oProxyCommand=x/srv",
        "ssh://host",
        "ssh://host:port/srv",
        "ssh://host:99999/srv",
        "file://server/share",
        "s3://",
        "s3://-x/y",
        "s3://bucket/../other",
        "s3://bucket/a//b",
        "rsync://host/module",
        "sftp://host/srv",
        "https://host/",
        "gs://bucket",
    ],
)
def test_what_is_no_target_is_refused(text: str) -> None:
    with pytest.raises(Undelivered):
        parse_target(text)


@pytest.mark.parametrize(
    "text",
    [
        "ssh://user:pa55word@host/srv",
        "ssh://user:pa55word@host:22/srv",
        "user:pa55word@host:/srv",
        "s3://key:pa55word@bucket/x",
        "s3://AKIA:pa55word@bucket",
        "ftp://user:pa55word@host/srv",
    ],
)
def test_a_password_is_refused_with_advice_and_never_said(text: str) -> None:
    with pytest.raises(Undelivered) as refused:
        parse_target(text)
    for sentence in refused.value.sentences.values():
        assert "pa55word" not in sentence
        assert "AWS_SECRET_ACCESS_KEY" in sentence
