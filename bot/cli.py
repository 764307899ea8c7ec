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

from bot.commands.dutch import CommandsForAuthors, Folder, ForAuthors
from bot.commands.mishap import explained, fault

if TYPE_CHECKING:
    from bot.settings import Settings

CANNOT, BROKEN = 1, 70
"""Exit codes: what an administrator or author can mend; a fault of the program (EX_SOFTWARE of sysexits.h). Click's own is 2."""

FILE = click.Path(readable=False, path_type=Path)
MOMENT = click.DateTime(["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"])
CONTENT = click.option(
    "--content", type=Folder(), metavar="MAP", help="De map met eigen gesprekken. [standaard: wat AANZET_CONTENT noemt]"
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
    """A group whose commands end in a line, never in a traceback. Those for authors are listed apart, in Dutch."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """All commands, for administrators and for authors."""
        known = [(name, self.commands[name]) for name in self.list_commands(ctx)]
        limit = formatter.width - 6 - max(len(name) for name, _ in known)
        for head, dutch in (("Commands", False), ("Voor wie gesprekken schrijft", True)):
            rows = [
                (name, one.get_short_help_str(limit)) for name, one in known if isinstance(one, ForAuthors) == dutch
            ]
            with formatter.section(head):
                formatter.write_dl(rows)

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
@click.option("--watch", is_flag=True, help="Use changed content at once, and show mistakes in the page.")
@click.option("--content", type=Folder(), metavar="DIRECTORY", help="Own content. [default: what AANZET_CONTENT names]")
def demo(port: int, data: Path | None, now: datetime | None, watch: bool, content: Path | None) -> None:
    """Show it: phones in a page, with a clock that can be moved. Needs no token and no internet.

    \b
    Example:
      aanzet demo --port 8080 --now 2026-11-23T09:00
    """
    from bot.commands.demo import show

    show(port, data, now, click.echo, content=content, watch=watch)


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


@main.command(cls=ForAuthors)
@click.argument("directory", type=FILE, required=False, metavar="[MAP]")
@click.option("--json", "as_json", is_flag=True, help="Voor programma's.")
@click.option("--all", "everything", is_flag=True, help="Ook de waarschuwingen waarvoor een reden is opgeschreven.")
@CONTENT
def check(directory: Path | None, content: Path | None, as_json: bool, everything: bool) -> None:
    """Zoek elke fout: bestand, regel, code en hoe het wel moet. Met cijfers over elk gesprek.

    MAP is de map met eigen gesprekken, net als bij --content. Zijn er fouten, dan eindigt het met code 1. Een
    waarschuwing vraagt om nog eens te kijken.

    \b
    Voorbeeld:
      aanzet check eigen
    """
    from bot.commands.checking import check as look

    sys.exit(0 if look(directory or content or _own(), click.echo, as_json=as_json, everything=everything) else CANNOT)


@main.command(cls=ForAuthors)
@click.argument("name", metavar="NAAM")
@click.option("--title", default="", metavar="WOORDEN", help="Hoe het gesprek heet. [standaard: de naam]")
@click.option(
    "--content", type=FILE, metavar="MAP", help="De map met eigen gesprekken. [standaard: wat AANZET_CONTENT noemt]"
)
def new(name: str, title: str, content: Path | None) -> None:
    """Maak een nieuw gesprek: een bestand dat klopt, en voorbeelden die laten zien hoe het gaat.

    NAAM heeft kleine letters, cijfers en _. Er wordt nooit iets overschreven.

    \b
    Voorbeeld:
      aanzet new nieuwe_collega --content eigen
    """
    from bot.commands.making import make

    make(content or _own(), name, click.echo, title=title, named=content is not None)


@main.command(cls=ForAuthors)
@click.argument("script", metavar="GESPREK")
@click.option("--name", default="", metavar="NAAM", help="Hoe de ander heet.")
@click.option("--at", metavar="STAP", help="Begin bij deze stap.")
@click.option("--given", multiple=True, metavar="NAAM=ANTWOORD", help="Een antwoord dat al gegeven is. Mag vaker.")
@click.option("--now", type=MOMENT, metavar="MOMENT", help="Wanneer het is. [standaard: 2026-11-23T21:30]")
@click.option("--save", type=FILE, metavar="BESTAND", help="Bewaar het gesprek als voorbeeld voor `aanzet test`.")
@click.option("--watch", is_flag=True, help="Praat verder met de nieuwe tekst zodra een bestand verandert.")
@CONTENT
def play(script: str, content: Path | None, **options: Any) -> None:
    """Praat in dit venster met een gesprek.

    Een cijfer drukt op die knop. De rest is getypt. Met `+ 2 dagen` verstrijkt de tijd. Ctrl-D stopt.

    \b
    Voorbeeld:
      aanzet play wat_wil_je --name Vera --save vera.txt
    """
    from bot.commands.authors import perform

    perform(content or _own(), script, say=click.echo, ask=input, **options)


@main.command(cls=ForAuthors)
@click.argument("script", metavar="GESPREK")
@click.option("-o", "--output", type=FILE, metavar="BESTAND", help="Teken in dit bestand: .svg, of .mmd voor Mermaid.")
@click.option("--mermaid", is_flag=True, help="Schrijf het als tekst voor Mermaid.")
@CONTENT
def graph(script: str, output: Path | None, mermaid: bool, content: Path | None) -> None:
    """Teken een gesprek: elke stap en elke weg.

    De tekening is een SVG-bestand. Elke browser opent het, ook zonder internet.

    \b
    Voorbeeld:
      aanzet graph wat_wil_je -o wat_wil_je.svg
    """
    from bot.commands.authors import draw

    draw(content or _own(), script, click.echo, output, mermaid=mermaid)


@main.command(cls=ForAuthors)
@click.argument("files", type=FILE, nargs=-1, metavar="[BESTAND]...")
@click.option("--write", is_flag=True, help="Schrijf op wat de bot nu zegt, in plaats van te vergelijken.")
@CONTENT
def test(files: tuple[Path, ...], write: bool, content: Path | None) -> None:
    """Speel voorbeeldgesprekken na, en zeg waar de bot iets anders doet.

    BESTAND is een bestand of een map. Zonder BESTAND: de map `transcripts` in de map met eigen gesprekken.

    \b
    Voorbeeld:
      aanzet test eigen/transcripts
    """
    from bot.commands.rehearsing import rehearse

    sys.exit(0 if rehearse(content or _own(), files, click.echo, write=write) else CANNOT)


@main.group(cls=CommandsForAuthors)
def texts() -> None:
    """Laat gesprekken vertalen: teksten eruit, en vertaald terug. Alles staat in docs/vertalen.md.

    \b
    Voorbeeld:
      aanzet texts export en -o en.po
    """


LANGUAGE = click.argument("language", metavar="TAAL")


@texts.command(name="export")
@LANGUAGE
@click.option("-o", "--output", type=FILE, metavar="BESTAND", help="Schrijf het hierheen. [standaard: in beeld]")
@CONTENT
def texts_export(language: str, output: Path | None, content: Path | None) -> None:
    """Zet alle teksten in een PO-bestand, met wat al vertaald is.

    \b
    Voorbeeld:
      aanzet texts export en -o en.po
    """
    from bot.commands.texts import export

    export(content or _own(), language, output, click.echo)


@texts.command(name="import")
@LANGUAGE
@click.argument("file", type=FILE, metavar="BESTAND")
@CONTENT
def texts_import(language: str, file: Path, content: Path | None) -> None:
    """Neem de vertalingen uit een PO-bestand over. Is er iets fout, dan verandert er niets.

    \b
    Voorbeeld:
      aanzet texts import en en.po --content eigen
    """
    from bot.commands.texts import bring

    bring(content or _own(), language, file, click.echo)


@texts.command(name="status")
@LANGUAGE
@CONTENT
def texts_status(language: str, content: Path | None) -> None:
    """Noem wat nog vertaald moet worden, en wat verouderd is.

    \b
    Voorbeeld:
      aanzet texts status en
    """
    from bot.commands.texts import status

    status(content or _own(), language, click.echo)


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
