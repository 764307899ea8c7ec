"""Commands for authors speak Dutch: their help, and what is said when a command is typed otherwise than it can be read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import IO, Any

import click

EXAMPLE_MOMENT = "2026-11-23T21:30"


class Mistyped(click.UsageError):
    """A command that cannot be read as it was typed. `message` is Dutch."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Tell it, with where the help is."""
        command = _typed(self.ctx) if self.ctx is not None else "aanzet"
        click.echo(f"aanzet: {self.message} Uitleg: {command} --help", err=True, file=file)


class ForAuthors(click.Command):
    """A command whose help and refusals are Dutch."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[OPTIES]", **options})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, in Dutch."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Deze uitleg."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How it is typed."""
        formatter.write_usage(_typed(ctx), " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Its options."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = [row for row in (option.get_help_record(ctx) for option in options) if row is not None]
        with formatter.section("Opties"):
            formatter.write_dl(rows)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed. Raises Mistyped."""
        try:
            return super().parse_args(ctx, args)
        except (Mistyped, click.exceptions.NoArgsIsHelpError):
            raise
        except click.UsageError as error:
            raise Mistyped(_told(error), ctx) from None


class CommandsForAuthors(ForAuthors, click.Group):
    """Commands under one name, as `aanzet texts export`."""

    command_class = ForAuthors

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"subcommand_metavar": "OPDRACHT …", **options})

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Its options and its commands."""
        super().format_options(ctx, formatter)
        with formatter.section("Opdrachten"):
            formatter.write_dl([(name, one.get_short_help_str(formatter.width)) for name, one in self.commands.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed. Raises Mistyped."""
        if args[0] not in self.commands:
            raise Mistyped(f"{args[0]} is geen opdracht: kies uit {', '.join(self.commands)}.", ctx)
        return super().resolve_command(ctx, args)


def _typed(ctx: click.Context) -> str:
    """The command as it is typed, whatever the program was started as."""
    names: list[str] = []
    here: click.Context | None = ctx
    while here is not None and here.parent is not None:
        names.insert(0, here.info_name or "")
        here = here.parent
    return " ".join(["aanzet", *names])


def _told(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = f" Bedoel je {error.possibilities[0]}?" if error.possibilities else ""
            return f"{error.option_name} is geen optie.{near}"
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param is not None else "iets"
            return f"{name} ontbreekt."
        case click.BadParameter() if error.param is not None:
            kind = error.param.type
            name = error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name
            if isinstance(kind, click.DateTime):
                return f"{name}: schrijf een dag en tijd zoals {EXAMPLE_MOMENT}."
            if isinstance(kind, click.Choice):
                return f"{name}: kies uit {', '.join(map(str, kind.choices))}."
            return f"{name}: {error.message}"
        case click.BadOptionUsage():
            return f"Achter {error.option_name} hoort nog iets, of juist niets."
        case _:
            extra = re.search(r"\((.*)\)", error.message)
            return f"Dit is te veel: {extra[1]}." if extra else error.message


class Folder(click.Path):
    """A directory that is there; the refusal is Dutch."""

    def __init__(self) -> None:
        super().__init__(readable=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Fails when it is no directory."""
        path = Path(str(super().convert(value, param, ctx)))
        if not path.is_dir():
            self.fail(f"{path} is geen map die er is. Kijk naar de naam.", param, ctx)
        return path
