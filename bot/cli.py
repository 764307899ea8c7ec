"""The command line: reads what was asked, has it done, and tells what went wrong in a line with its remedy.

Every command imports what it needs when it is called: `aanzet run` at rest holds nothing of the others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.mishap import explained, fault

if TYPE_CHECKING:
    from bot.settings import Settings

CANNOT, BROKEN = 1, 70
"""Exit codes: what an administrator or author can mend; a fault of the program (EX_SOFTWARE of sysexits.h). Click's own is 2."""

DIRECTORY = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(path_type=Path)
MOMENT = click.DateTime(["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"])
CONTENT = click.option(
    "--content", type=DIRECTORY, help="The organisation's own content. [default: what AANZET_CONTENT names]"
)


@contextmanager
def mishaps_told() -> Iterator[None]:
    """End the program with the lines for whatever is raised inside."""
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, click.Abort, KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001 - the end of the line: it is told, not swallowed
        lines = explained(error)
        for line in lines or [fault(error)]:
            click.echo(f"aanzet: {line}", err=True)
        sys.exit(CANNOT if lines else BROKEN)


class Commands(click.Group):
    """A group whose commands end in a line, never in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        with mishaps_told():
            return super().invoke(ctx)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="aanzet", prog_name="aanzet")
def main() -> None:
    """Aanzet: a chat assistant for the employee conversation.

    Begin with `aanzet demo`. For the real thing: copy .env.example to .env, fill it in, ask `aanzet doctor`, then
    `aanzet run` and `aanzet invite`.
    """


@main.command()
def run() -> None:
    """Run the bot, with the settings of .env and the environment.

    Ends in order on SIGTERM or Ctrl-C; reads the content again on SIGHUP. Shows its health on
    http://AANZET_HOST:AANZET_PORT/health.

    \b
    Example:
      aanzet run
    """
    settings = _settings()  # what is wrong here is told at once
    from bot.commands.run import run as work

    work(settings)


@main.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="Where the phones are.")
@click.option("--data", type=FILE, help="Keep the data here. [default: thrown away at the end]")
@click.option("--now", type=MOMENT, help="What the clock shows at first, in Dutch time. [default: now]")
def demo(port: int, data: Path | None, now: datetime | None) -> None:
    """Show it: phones in a page, with a clock that can be moved. Needs no token and no internet.

    \b
    Example:
      aanzet demo --port 8080 --now 2026-11-23T09:00
    """
    from bot.commands.demo import show

    show(port, data, now, click.echo)


@main.command()
@click.option("--role", type=click.Choice(["employee", "lead", "hr", "or"]), required=True, help="What it lets do.")
@click.option("--team", required=True, metavar="NAME", help="In which team. It is made when there is none yet.")
@click.option(
    "--uses",
    type=click.IntRange(min=1),
    help="How often the link works. [default: once; for employees as often as wanted]",
)
def invite(role: str, team: str, uses: int | None) -> None:
    """Make an invitation: a link, and its QR code. Works while the bot is running, too.

    \b
    Example:
      aanzet invite --role lead --team "Zorg Noord" --uses 1
    """
    from bot.commands.invite import invite as make

    _errors_logged_only()
    make(_settings(), role=role, team=team, uses=uses, say=click.echo)


@main.command()
@click.argument("directory", type=click.Path(path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--all", "everything", is_flag=True, help="Also the warnings a file gives a reason for.")
def check(directory: Path | None, as_json: bool, everything: bool) -> None:
    """Find every mistake in the content: file, line, column, code and remedy. With figures of every conversation.

    DIRECTORY is laid over the content that comes with Aanzet; without it, what AANZET_CONTENT names. Exit code 1 when
    there are errors; warnings ask for another look.

    \b
    Example:
      aanzet check our-content
    """
    from bot.commands.checking import check as look

    sys.exit(0 if look(directory or _own(), click.echo, as_json=as_json, everything=everything) else CANNOT)


@main.command()
@click.argument("script")
@click.option("--name", default="", help="How the person is called.")
@click.option("--at", metavar="STEP", help="Begin at this step.")
@click.option("--now", type=MOMENT, help="When it is, in Dutch time. [default: 2026-11-23T21:30]")
@click.option("--save", type=FILE, help="Keep the conversation as a transcript, which is a test.")
@CONTENT
def play(script: str, name: str, at: str | None, now: datetime | None, save: Path | None, content: Path | None) -> None:
    """Have a conversation in the terminal. A number presses a button; the rest is typed; Ctrl-D leaves.

    \b
    Example:
      aanzet play wat_wil_je --name Vera --save vera.txt
    """
    from bot.commands.authors import perform

    perform(content or _own(), script, say=click.echo, ask=input, name=name, at=at, now=now, save=save)


@main.command()
@click.argument("script")
@click.option("--svg", type=FILE, metavar="FILE", help="Draw it into this file.")
@click.option("--mermaid", "_mermaid", is_flag=True, help="Write it as Mermaid text. [the default]")
@CONTENT
def graph(script: str, svg: Path | None, _mermaid: bool, content: Path | None) -> None:
    """Draw a conversation: every step and every way.

    \b
    Example:
      aanzet graph wat_wil_je --svg wat_wil_je.svg
    """
    from bot.commands.authors import draw

    if svg is not None and _mermaid:
        raise click.UsageError("--svg and --mermaid: choose one.")
    drawing = draw(content or _own(), script, "svg" if svg else "mermaid")
    if svg is None:
        click.echo(drawing, nl=False)
    else:
        svg.write_text(drawing, encoding="utf-8")
        click.echo(f"Drawn into {svg}.")


@main.command()
@click.argument("files", type=FILE, nargs=-1)
@click.option("--write", is_flag=True, help="Fill in what the bot says, in place of comparing it.")
@CONTENT
def test(files: tuple[Path, ...], write: bool, content: Path | None) -> None:
    """Play transcripts again and tell where the bot says something else. FILES are files or directories.

    Without FILES: the directory `transcripts` in the organisation's own content.

    \b
    Example:
      aanzet test our-content/transcripts
    """
    from bot.commands.authors import rehearse

    sys.exit(0 if rehearse(content or _own(), files, click.echo, write=write) else CANNOT)


@main.command()
def doctor() -> None:
    """Look at everything the bot needs: what is set, what is reachable, what is missing. Changes nothing.

    Exit code 1 when `aanzet run` could not work.

    \b
    Example:
      aanzet doctor
    """
    from bot.commands.doctor import examine

    _errors_logged_only()
    sys.exit(0 if examine(_settings, click.echo) else CANNOT)


def _settings() -> Settings:
    from bot.settings import load

    return load()


def _own() -> Path | None:
    """The organisation's own content, as the settings name it."""
    return _settings().content


def _errors_logged_only() -> None:
    """For commands that talk themselves."""
    from bot import logs

    logs.configure("ERROR")


if __name__ == "__main__":
    main()
