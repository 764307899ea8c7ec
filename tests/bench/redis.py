"""A Redis server for the bench alone: on a unix socket in a directory of its own, gone afterwards."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

STEPS = (
    ("apt-get", "update", "-qq"),
    ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "redis-server"),
)
Keeps = Literal["always", "everysec"]
"""When its append-only file reaches the disk. Always: what was answered is kept, as with synchronous=FULL. Everysec is
Redis' own default of an append-only file: a power cut takes up to a second.
Source: https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/
"""


def server() -> tuple[str | None, str]:
    """The server's command, installed where we may; or None and why not."""
    if found := shutil.which("redis-server"):
        return found, ""
    if os.geteuid() != 0 or not Path("/etc/debian_version").exists() or shutil.which("apt-get") is None:
        return (
            None,
            "there is no redis-server, and only root on Debian may install it here: apt-get install redis-server",
        )
    sys.stderr.write("Installing redis-server for the bench (once) ...\n")
    # Debian starts what it installs; ours is started by ourselves
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for step in STEPS:
        if subprocess.run(step, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode:
            return None, f"`{' '.join(step)}` failed"
    found = shutil.which("redis-server")
    return found, "" if found else "apt-get installed no redis-server"


@asynccontextmanager
async def served(command: str, directory: Path, keeps: Keeps) -> AsyncIterator[Path]:
    """The server at work with its data in `directory`; gives its socket, whose path must be short."""
    with tempfile.TemporaryDirectory(prefix="aanzet-bench-") as short:
        socket = Path(short) / "socket"
        options = {"port": "0", "unixsocket": str(socket), "dir": str(directory), "save": "", "appendonly": "yes"}
        options |= {
            "appendfilename": f"{keeps}.aof",
            "appenddirname": keeps,
            "appendfsync": keeps,
            "loglevel": "warning",
        }
        words = [word for name, value in options.items() for word in (f"--{name}", value)]
        process = await asyncio.create_subprocess_exec(command, *words, stdout=asyncio.subprocess.DEVNULL)
        try:
            async with asyncio.timeout(20):
                while not os.access(socket, os.W_OK):
                    if process.returncode is not None:
                        raise RuntimeError(f"redis-server ended with {process.returncode}")
                    await asyncio.sleep(0.05)
            yield socket
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()
