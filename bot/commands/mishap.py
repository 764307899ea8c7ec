"""What an administrator is told when a command cannot go on: what is the matter and the way out. Never a traceback.

A traceback would hold what libraries put into their errors: tokens, addresses, what somebody wrote.
"""

from __future__ import annotations

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
        count = len(error.issues)
        what = "1 mistake" if count == 1 else f"{count} mistakes"
        return [
            *(str(issue) for issue in error.issues),
            f"The content has {what}: mend the places named above; `aanzet check` looks again.",
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


def readable(path: Path) -> str:
    """The text of a file somebody named.

    Raises: Refused.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise Refused(f"{path} cannot be read ({reason}).") from None
