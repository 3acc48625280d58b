"""``portal headers``: the settings of a web server."""

from __future__ import annotations

import click

from portal.outputs.site.hosting import WRITERS


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(WRITERS)),
    default="nginx",
    show_default=True,
    help="Format for the host.",
)
@click.option(
    "--base",
    default="/",
    show_default=True,
    help="Path of the Chinese front page on its host, with a slash at both ends.",
)
def headers(form: str, base: str) -> None:
    """Print the settings of a web server: headers for security, error pages, caching.

    nginx: for the server block. apache, netlify: what each build writes into the site as .htaccess and _headers.
    """
    click.echo(WRITERS[form](f"/{base.strip('/')}/".replace("//", "/")), nl=False)
