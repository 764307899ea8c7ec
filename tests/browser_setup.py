"""Sees to it that there is a Chromium for the browser tests, from the distribution and only where we may install it.

python -m tests.browser_setup

Ends with 0 and a loud word when there is none, because the other tests can go on; with 1 under REQUIRE_ALL=1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
STEPS = (("apt-get", "update", "-qq"), ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"))

Run = Callable[[Sequence[str]], int]


def browser(path: str | None = None) -> str | None:
    """The Chromium on this machine. `path`: where to look, as PATH is written."""
    return next((found for name in BROWSERS if (found := shutil.which(name, path=path))), None)


def may_install() -> bool:
    """As root on a Debian-like system."""
    return os.geteuid() == 0 and Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def main(run: Run = lambda command: _run(command)) -> int:
    """Find one, or install one, or say that there is none."""
    if browser():
        return 0
    if may_install():
        sys.stderr.write("Installing Chromium for the browser tests (once) ...\n")
        if all(run(step) == 0 for step in STEPS) and browser():
            return 0
        reason = "installing it with apt-get failed"
    else:
        reason = "only root on Debian may install it here: apt-get install chromium"
    required = os.environ.get("REQUIRE_ALL") == "1"
    what = "and REQUIRE_ALL=1 asks for them" if required else "THE BROWSER TESTS WILL BE SKIPPED"
    sys.stderr.write(f"*** No Chromium ({reason}); {what}.\n")
    return 1 if required else 0


def _run(command: Sequence[str]) -> int:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
