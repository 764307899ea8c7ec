"""What an administrator is told when a command cannot go on: what is the matter and the way out. Never a traceback.

A traceback would hold what libraries put into their errors: tokens, addresses, what somebody wrote.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError


class Refused(Exception):
    """The command cannot be done as it was asked; the message tells the way out."""


def port_taken(host: str, port: int, error: OSError, option: str) -> Refused:
    """The address cannot be listened on. `option` is how the administrator names another one."""
    return Refused(f"Cannot listen on {host}:{port} ({error.strerror or type(error).__name__}): {option}.")


def explained(error: BaseException) -> list[str] | None:
    """The lines for an error that an administrator can mend; None for a fault of the program."""
    if isinstance(error, ZoneInfoNotFoundError):  # slim images have none of their own
        return ["There are no time zones here: install Aanzet again, with its tzdata package."]
    from bot.settings import SettingsError
    from dialogues.issue import ContentError
    from storage.errors import StorageError

    if isinstance(error, SettingsError | Refused):
        return str(error).splitlines()
    if isinstance(error, StorageError):
        return [f"{error}"]
    if isinstance(error, ContentError):
        count = sum(issue.severity == "error" for issue in error.issues)
        what = "1 fout" if count == 1 else f"{count} fouten"
        there = "zit" if count == 1 else "zitten"
        return [
            *(str(issue) for issue in error.issues),
            f"Er {there} {what} in de inhoud. Herstel de plekken hierboven; `aanzet check` kijkt opnieuw.",
        ]
    if isinstance(error, OSError) and error.filename is not None:
        return [f"{error.filename}: {error.strerror}. Check the path, its permissions and the room on the disk."]
    # last, because it takes Telegram's library along
    from bot.telegram.errors import EdgeError

    return [str(error)] if isinstance(error, EdgeError) else None


def fault(error: BaseException) -> str:
    """One line for a fault of the program: its class and places, never its words."""
    from bot.logs import without_words

    event = without_words(None, "", {"exc_info": (type(error), error, error.__traceback__)})
    return (
        f"A fault in the program ({event['error']} at {event['where']}). What was kept is safe; start it again, and"
        " report this line."
    )


@contextmanager
def reading() -> Iterator[None]:
    """Tell an author, in Dutch, what of their content cannot be read.

    Raises: Refused.
    """
    try:
        yield
    except OSError as error:
        raise Refused(f"{error.filename or 'De inhoud'} kan niet gelezen worden: {_why(error)}.") from None


def readable(path: Path) -> str:
    """The text of an author's file. The words of the refusal are for authors, in Dutch.

    Raises: Refused.
    """
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{path} is geen gewone tekst. Sla het bestand op als UTF-8.") from None
    except OSError as error:
        raise Refused(f"{path} kan niet gelezen worden: {_why(error)}.") from None


def made(directory: Path) -> None:
    """Make an author's directory where there is none.

    Raises: Refused.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"{directory} kan niet gemaakt worden: {_why(error)}.") from None


def written(path: Path, text: str) -> None:
    """Write an author's file whole or not at all: what stood there stays until the new words are on the disk.

    Raises: Refused.
    """
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise Refused(f"{path} kan niet geschreven worden: {_why(error)}.") from None


def _why(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "dat bestand of die map is er niet. Kijk naar de naam"
        case PermissionError():
            return "dat mag niet. Vraag wie de computer beheert om rechten op deze map"
        case IsADirectoryError() | NotADirectoryError() | FileExistsError():
            return "daar staat iets anders met die naam. Kies een andere naam"
        case _:
            return f"{error.strerror or type(error).__name__}. Kijk of er plaats is op de schijf"
