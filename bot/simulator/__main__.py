"""Runs the server alone, with three phones, so that any bot can be pointed at it.

python -m bot.simulator --port 8081
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from contextlib import suppress

from bot.clock import SettableClock, SystemClock
from bot.simulator import TELEGRAM_LIMITS, TOKEN, Simulator, create_app, serving
from bot.simulator.words import DEMO_PEOPLE


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m bot.simulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=8081, help="port to listen on (default: 8081)")
    parser.add_argument("--token", default=TOKEN, help="the token the bot must use")
    parser.add_argument("--username", default="aanzet_bot", help="the bot's username")
    parser.add_argument("--name", default="Aanzet", help="the bot's name")
    parser.add_argument("--no-limits", action="store_true", help="leave out Telegram's limits on messages")
    options = parser.parse_args()
    try:
        with suppress(KeyboardInterrupt):
            asyncio.run(_serve(options))
    except OSError as error:
        sys.stderr.write(f"Cannot listen on {options.host}:{options.port}: {error.strerror}. Choose another --port.\n")
        return 1
    return 0


async def _serve(options: argparse.Namespace) -> None:
    simulator = Simulator(
        SettableClock(SystemClock().now(), running=True),
        token=options.token,
        username=options.username,
        first_name=options.name,
        limits=None if options.no_limits else TELEGRAM_LIMITS,
    )
    for name, role in DEMO_PEOPLE:
        simulator.add_person(name, role=role)
    async with serving(create_app(simulator), simulator, host=options.host, port=options.port) as url:
        sys.stdout.write(
            f"Phones:  {url}/\nBot API: {url}/bot<token>/<method>  (files: {url}/file/bot<token>/<path>)\n"
            f"Control: {url}/sim/faults and {url}/sim/ledger (docs/simulator.md)\n"
            f"Token:   {options.token}\n"
        )
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    sys.exit(main())
