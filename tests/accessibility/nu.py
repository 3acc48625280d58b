"""The Nu HTML checker of the W3C: HTML, style sheets and SVG, errors and warnings alike."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

from accessibility.finding import Finding
from accessibility.packages import MODULES
from machine import NO_JAVA, java

JAR = MODULES / "vnu-jar/build/dist/vnu.jar"
OPTIONS = ["--skip-non-html", "--also-check-css", "--also-check-svg", "--format", "json"]
POLICY = "(Resource|Inline script) violates Content Security Policy.*"
"""A file that is not served has no origin, so for the checker nothing is from ``'self'``; and it takes a data block,
which no browser runs, for a script. A browser judges the policy in ``tests/built/test_policy.py``."""

OF_DRAWINGS = "CSS: .(vector-effect|paint-order).: Property .* doesn.t exist."
"""Properties of SVG 2 that style sheets may set and all browsers know; the checker has CSS alone."""

OF_ANCHORS = ".*“position-(area|try-fallbacks)”: Property .* doesn.t exist.*"
"""CSS Anchor Positioning, which is younger than the validator: it says where the definition of a term opens."""

OPTIONS += ["--filterpattern", f"({POLICY}|{OF_DRAWINGS}|{OF_ANCHORS})"]


def judge(folder: Path) -> list[Finding]:
    """Look at every file below a folder; raises AssertionError on a machine without Java."""
    program = java()
    assert program is not None, NO_JAVA
    # Its parser recurses deeper than Java's usual stack.
    command = [str(program), "-Xss4m", "-jar", str(JAR), *OPTIONS, "--stdout", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    return [
        Finding(
            Path(unquote(urlsplit(message["url"]).path)).relative_to(folder).as_posix(),
            str(message.get("subType", message["type"])),
            f"line {message.get('lastLine', '?')}: {message['message']}",
        )
        for message in json.loads(done.stdout)["messages"]
    ]
