"""Shows that the guards' tests can fail: each guard is taken out of a copy of `storage/`, and its test must then be red.

Not collected by pytest (it takes minutes): `python -m tests.storage.mutations [FILE ...]`. Exits with how many survived.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]

# file in storage/, what stands there, what it becomes, the test that must notice
GUARDS: tuple[tuple[str, str, str, str], ...] = (
    ("people.py", "sealed_profile=sealed_profile, revision=1", "sealed_profile=LEAK, revision=1", "test_readable.py"),
    ("files.py", '_verify(keys.check, salts.check, "keys", keyfile)', "pass", "test_opening.py"),
    ("files.py", '_verify(keys.check, key_check, "database", database)', "pass", "test_opening.py"),
    ("files.py", "if key_check is not None and salts is None:", "if False:", "test_opening.py"),
    ("files.py", "if key_check is None and people:", "if False:", "test_opening.py"),
    ("files.py", "if revision not in REVISIONS:", "if False:", "test_opening.py"),
    ("files.py", "fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)", "pass", "test_opening.py"),
    (
        "files.py",
        "lookup=derived(master_key, salts.lookup, ",
        "lookup=derived(master_key, salts.wrap, ",
        "test_vault.py",
    ),
    ("files.py", 'salts.lookup, "lookup")', 'salts.wrap, "wrapping")', "test_vault.py"),
    ("files.py", "os.O_CLOEXEC, 0o600))", "os.O_CLOEXEC, 0o644))", "test_readable.py"),
    ("files.py", "PRAGMA secure_delete=ON", "PRAGMA secure_delete=OFF", "test_store.py"),
    ("files.py", "PRAGMA synchronous=FULL", "PRAGMA synchronous=NORMAL", "test_store.py"),
    ("files.py", '"PRAGMA foreign_keys=ON"', '"PRAGMA foreign_keys=OFF"', "test_store.py"),
    ("files.py", 'event.listen(engine, "begin"', 'None and event.listen(engine, "begin"', "test_migrations.py"),
    ("errors.py", "if primary == sqlite3.SQLITE_FULL", "if False", "test_opening.py"),
    ("sealing.py", "data, purpose.encode())", "data, b'')", "test_vault.py"),
    ("sealing.py", "        self._cipher = None", "        pass", "test_vault.py"),
    ("vault.py", "            await self._all(_CHECKPOINT)  # the wrapped", "            #", "test_vault.py"),
    ("vault.py", "            await self._all(_DESTROY, id=person_id)", "            pass", "test_erasure.py"),
    ("vault.py", "if not settled and person_id not in here]", "if person_id not in here]", "test_erasure.py"),
    ("vault.py", "        if orphans:", "        if False:", "test_erasure.py"),
    ("store.py", "(await self.vault.destroyed()).intersection(here)", "()", "test_erasure.py"),
    (
        "store.py",
        "        async with self._turn:\n            self._holder",
        "        if True:\n            self._holder",
        "test_store.py",
    ),
    (
        "store.py",
        "            await self._connection.rollback()",
        "            await self._connection.commit()",
        "test_store.py",
    ),
    ("store.py", "if self._holder is not None and self._holder is task:", "if False:", "test_store.py"),
    ("columns.py", "if moment.tzinfo is None:", "if False:", "test_store.py"),
    ("transaction.py", "        if self._over:", "        if False:", "test_store.py"),
    ("transaction.py", "        if self._failed is not None:", "        if False:", "test_store.py"),
    ("transaction.py", "[*self._line, *steps], []", "[*steps], self._line", "test_trips.py"),
    ("transaction.py", "            if query.writes:\n", "            if False:\n", "test_trips.py"),
    (
        "transaction.py",
        "        self._foreseen.clear()\n        return (await self._trip(Step(command.sql, command.bound(params))))",
        "        return (await self._trip(Step(command.sql, command.bound(params))))",
        "test_trips.py",
    ),
    (
        "transaction.py",
        "        self._foreseen.clear()\n        return (await self._trip(Step(command.sql, [",
        "        return (await self._trip(Step(command.sql, [",
        "test_trips.py",
    ),
    (
        "transaction.py",
        "        self._foreseen.clear()\n        self._line.append",
        "        self._line.append",
        "test_trips.py",
    ),
    (
        "store.py",
        "        if await tx.finish(rider.step for",
        "        self._riders.clear()\n        if await tx.finish(rider.step for",
        "test_trips.py",
    ),
    ("store.py", "        if rider in self._riders:  # nobody", "        if False:  # nobody", "test_trips.py"),
    ("transaction.py", "self._ids[last][-1] + 1", "self._ids[last][-1]", "test_trips.py"),
    ("database.py", "if otherwise is not None and cursor.rowcount < 1:", "if False:", "test_trips.py"),
    ("people.py", ', person.c.revision == bindparam("seen")', "", "test_store.py"),
    ("sessions.py", '    session.c.revision == bindparam("seen"),\n', "", "test_sessions.py"),
    ("intentions.py", ', intention.c.revision == bindparam("seen")', "", "test_sessions.py"),
    ("documents.py", ', document_item.c.revision == bindparam("seen")', "", "test_documents.py"),
    ("documents.py", ', document_item.c.person_id == bindparam("person")', "", "test_documents.py"),
    ("schema.py", '"person_id", unique=True)', '"person_id")', "test_migrations.py"),
    ("migrations/versions/0001_first.py", "unique=True", "unique=False", "test_sessions.py"),
    ("inbox.py", 'insert_or_leave(inbox, "update_id", "digest", "bot")', "insert(inbox)", "test_inbox.py"),
    (
        "migrations/versions/0001_first.py",
        'sa.UniqueConstraint("update_id", "digest", ',
        'sa.UniqueConstraint("update_id", ',
        "test_inbox.py",
    ),
    ("inbox.py", "sealed_body=None, key_id=None", "", "test_inbox.py"),
    ("outbox.py", "            ~held_back,\n", "", "test_outbox.py"),
    ("outbox.py", 'row.c.state == word("waiting"),\n            row', "row", "test_outbox.py"),
    ("outbox.py", '    "sealed_body": None,\n', "", "test_outbox.py"),
    ("outbox.py", "row.c.due_at, row.c.id)", "row.c.id)", "test_outbox.py"),
    ("statements.py", "return literal_column(f\"'{value}'\")", "return literal(value)", "test_outbox.py"),
    (
        "invitations.py",
        "invitation.c.withdrawn_at.is_(None),\n        invitation.c.expires_at",
        "invitation.c.expires_at",
        "test_people.py",
    ),
    ("invitations.py", ", invitation.c.uses_left > 0", ", invitation.c.uses_left > -9", "test_people.py"),
    (
        "checkins.py",
        'checkin.c.closes_at > bindparam("now")',
        'checkin.c.closes_at >= bindparam("now")',
        "test_checkins.py",
    ),
    (
        "checkins.py",
        'bindparam("checkin"), checkin.c.state == word("open"))\n    .values(state=word("released")',
        'bindparam("checkin"))\n    .values(state=word("released")',
        "test_checkins.py",
    ),
    ("broadcasts.py", ', broadcast.c.state == word("draft"))', ")", "test_checkins.py"),
    ("figures.py", "    if len(answers) < minimum:", "    if False:", "test_figures.py"),
    ("figures.py", "    if sum(counts) < minimum:", "    if False:", "test_figures.py"),
    (
        "figures.py",
        "if sum(count > 0 for count in rounded) < 2:",
        "if sum(count > 0 for count in counts) < 2:",
        "test_figures.py",
    ),
    ("figures.py", "if sum(count > 0 for count in rounded) < 2:", "if False:", "test_figures.py"),
    ("figures.py", "(rng.randrange(BASE) < rest)", "(rest > 1)", "test_figures.py"),
    (
        "figures.py",
        "rounded = [rounded_at_random(count, rng) for count in counts]",
        "rounded = counts",
        "test_figures.py",
    ),
    ("figures.py", "_in_bands(len(answers), _BANDS)", "str(len(answers))", "test_figures.py"),
    ("figures.py", "    if minimum < max(floor, FLOOR):", "    if minimum < floor:", "test_figures.py"),
    (
        "retention.py",
        "drop_old_days(days if oldest is None else min(days, oldest.date()))",
        "drop_old_days(days)",
        "test_retention.py",
    ),
    *(
        (
            "erasure.py",
            f"Command(delete({table})",
            f"Command(delete({table}).where(word(0) == word(1))",
            "test_erasure.py",
        )
        for table in ("session", "intention", "document_item", "checkin_answer", "membership", "identity")
    ),
    *(
        ("erasure.py", f".values({column}=word(ERASED))", f".values({column}={table}.c.{column})", "test_erasure.py")
        for table, column in (
            ("invitation", "created_by"),
            ("checkin", "opened_by"),
            ("broadcast", "author_id"),
            ("audit", "actor_id"),
        )
    ),
)


def survives(name: str, old: str, new: str, test: str) -> bool:
    """Whether the tests in `test` stay green without the guard."""
    with tempfile.TemporaryDirectory() as made:
        copy = Path(made)
        for part in ("storage", "tests/storage"):
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        for part in ("tests/__init__.py", "pyproject.toml"):
            shutil.copy(ROOT / part, copy / part)
        path = copy / "storage" / name
        text = path.read_text()
        if old not in text:
            raise ValueError(f"{name} no longer has: {old}")
        path.write_text(text.replace(old, new))
        run = [sys.executable, "-m", "pytest", "-x", "-p", "no:cacheprovider", f"tests/storage/{test}"]
        try:
            return subprocess.run(run, cwd=copy, capture_output=True, check=False, timeout=30).returncode == 0
        except subprocess.TimeoutExpired:
            return False  # waits for itself for ever: noticed


def main() -> int:
    """Take out each guard; say which nobody missed."""
    survivors = 0
    chosen = [guard for guard in GUARDS if not sys.argv[1:] or guard[0] in sys.argv[1:]]
    for name, old, new, test in chosen:
        if survives(name, old, new, test):
            survivors += 1
            sys.stdout.write(f"NOBODY MISSED {name}: {old}\n")
    sys.stdout.write(f"{len(chosen)} guards, {survivors} not missed\n")
    return survivors


if __name__ == "__main__":
    sys.exit(main())
