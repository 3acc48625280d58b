"""html-validate: structure of the markup, and rules on it that help assistive technology."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from accessibility.finding import Finding
from accessibility.packages import MODULES
from building import ROOT

CONFIG = Path(__file__).with_name("htmlvalidate.json")


def judge(folder: Path) -> list[Finding]:
    """Look at every HTML file below a folder."""
    command = [str(MODULES / ".bin/html-validate"), f"--config={CONFIG}", "--formatter=json"]
    command.append(f"{folder}/**/*.html")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    return [
        Finding(
            Path(result["filePath"]).relative_to(folder).as_posix(),
            message["ruleId"],
            f"line {message['line']}: {message['message']}",
        )
        for result in json.loads(done.stdout)
        for message in result["messages"]
    ]
