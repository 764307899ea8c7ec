"""The tables, and the one rule over them: what a person wrote or is called stands only in columns named `sealed_*`.

Those hold what the vault made of it. Everything else here is an id, a keyed hash, a moment, a number or a word of ours.
Texts of HR's broadcasts and names of teams are the organisation's own words and stand plain.

A changed table needs a new file in `migrations/versions/`; a test compares the two.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.columns import Flag, Instant, Structure

REVISIONS = ("0001", "0002", "0003")
"""Every revision a database of ours can be at, oldest first; the last is the one this version works with."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _one_of(column: str, *words: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(word) for word in words)})", name=column)


def _partial(name: str, condition: str, *columns: str, unique: bool = False) -> Index:
    """An index over the rows that matter only; statements must have `condition` in them literally to use it."""
    return Index(name, *columns, unique=unique, sqlite_where=text(condition), postgresql_where=text(condition))


setting = Table(
    "setting",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sealed_profile", LargeBinary, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    sqlite_strict=True,
)

identity = Table(
    "identity",
    metadata,
    Column("organisation", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("bot", Text, nullable=False),
    Column("id_hash", Text, nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("sealed_address", LargeBinary, nullable=False),
    Column("blocked", Flag, nullable=False),
    # the hash comes first: it tells people apart, the other three are the same for everybody
    PrimaryKeyConstraint("id_hash", "bot", "channel", "organisation"),
    Index("ix_identity_person_id", "person_id"),
    sqlite_strict=True,
)

team = Table(
    "team",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("parent_id", Text, ForeignKey("team.id")),
    Column("created_at", Instant, nullable=False),
    Index("ix_team_parent_id", "parent_id"),
    sqlite_strict=True,
)

membership = Table(
    "membership",
    metadata,
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("team_id", Text, ForeignKey("team.id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("since", Instant, nullable=False),
    PrimaryKeyConstraint("person_id", "team_id", "role"),
    _one_of("role", "employee", "lead", "hr", "or"),
    Index("ix_membership_team_id_role", "team_id", "role"),
    sqlite_strict=True,
)

invitation = Table(
    "invitation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("token_hash", Text, nullable=False),
    Column("team_id", Text, ForeignKey("team.id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("uses_left", Integer),
    Column("withdrawn_at", Instant),
    Column("created_at", Instant, nullable=False),
    Column("created_by", Text, nullable=False),
    UniqueConstraint("token_hash"),
    _one_of("role", "employee", "lead", "hr", "or"),
    CheckConstraint("uses_left >= 0", name="uses_left"),
    Index("ix_invitation_team_id", "team_id"),
    sqlite_strict=True,
)

newcomer = Table(
    "newcomer",
    metadata,
    Column("id_hash", Text, primary_key=True),
    Column("sealed_address", LargeBinary, nullable=False),
    Column("key_id", Text, nullable=False),
    Column("invitation_id", Text, ForeignKey("invitation.id"), nullable=False),
    Column("since", Instant, nullable=False),
    Column("welcomed", Flag, nullable=False),
    Index("ix_newcomer_since", "since"),
    Index("ix_newcomer_invitation_id", "invitation_id"),
    sqlite_strict=True,
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("bot", Text, nullable=False),
    Column("update_id", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("sender_hash", Text, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("key_id", Text),
    Column("sealed_body", LargeBinary),
    Column("attempts", Integer, nullable=False),
    Column("state", Text, nullable=False),
    UniqueConstraint("update_id", "digest", "bot"),
    _one_of("state", "waiting", "handled", "aside"),
    CheckConstraint("state = 'handled' OR (sealed_body IS NOT NULL AND key_id IS NOT NULL)", name="body"),
    _partial("ix_inbox_waiting", "state = 'waiting'", "sender_hash"),
    _partial("ix_inbox_done", "state <> 'waiting'", "received_at"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("recipient", Text, nullable=False),  # the person's id, or the keyed hash of somebody who is no person yet
    Column("person_id", Text, ForeignKey("person.id")),
    Column("sealed_address", LargeBinary),
    Column("key_id", Text),
    Column("lane", Integer, nullable=False),
    Column("form", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text),
    Column("due_at", Instant, nullable=False),
    Column("not_after", Instant),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("sealed_body", LargeBinary),
    Column("attempts", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    CheckConstraint("lane BETWEEN 0 AND 2", name="lane"),
    CheckConstraint("person_id IS NULL OR recipient = person_id", name="recipient"),
    _one_of("form", "message", "occasion"),
    _one_of("state", "waiting", "dropped"),
    CheckConstraint(
        "state = 'dropped' OR person_id IS NOT NULL OR (sealed_address IS NOT NULL AND key_id IS NOT NULL)", name="to"
    ),
    CheckConstraint("state = 'dropped' OR form = 'occasion' OR sealed_body IS NOT NULL", name="body"),
    _partial("ix_outbox_due", "state = 'waiting'", "lane", "form", "due_at"),
    _partial("ix_outbox_stranger", "person_id IS NULL", "recipient"),
    _partial("ix_outbox_broadcast", "kind = 'broadcast'", "subject"),
    Index("ix_outbox_person_id", "person_id"),
    _partial("ix_outbox_retried", "state = 'waiting' AND attempts > 0", "recipient", "lane"),
    _partial("ix_outbox_dropped", "state = 'dropped'", "due_at"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

script_version = Table(
    "script_version",
    metadata,
    Column("version", Text, primary_key=True),
    Column("script", Text, nullable=False),
    Column("format", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    sqlite_strict=True,
)

session = Table(
    "session",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("script", Text, nullable=False),
    Column("version", Text, ForeignKey("script_version.version"), nullable=False),
    Column("state", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("sealed_body", LargeBinary, nullable=False),
    Column("updated_at", Instant, nullable=False),
    _one_of("state", "foreground", "ended"),
    Index("ix_session_person_id", "person_id"),
    _partial("uq_session_foreground", "state = 'foreground'", "person_id", unique=True),
    Index("ix_session_version", "version"),
    sqlite_strict=True,
)

intention = Table(
    "intention",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("state", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("sealed_body", LargeBinary, nullable=False),
    Column("created_at", Instant, nullable=False),
    _one_of("state", "active", "done", "stopped"),
    Index("ix_intention_person_id", "person_id"),
    sqlite_strict=True,
)

document_item = Table(
    "document_item",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("sealed_body", LargeBinary, nullable=False),
    Column("created_at", Instant, nullable=False),
    Index("ix_document_item_person_id", "person_id"),
    sqlite_strict=True,
)

checkin = Table(
    "checkin",
    metadata,
    Column("id", Text, primary_key=True),
    Column("team_id", Text, ForeignKey("team.id"), nullable=False),
    Column("script", Text, nullable=False),
    Column("opened_by", Text, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("closes_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("release", Structure),
    _one_of("state", "open", "released", "cancelled"),
    CheckConstraint("(state = 'released') = (release IS NOT NULL)", name="release"),
    Index("ix_checkin_team_id", "team_id"),
    _partial("ix_checkin_open", "state = 'open'", "closes_at"),
    sqlite_strict=True,
)

checkin_answer = Table(
    "checkin_answer",
    metadata,
    Column("checkin_id", Text, ForeignKey("checkin.id"), nullable=False),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False),
    Column("sealed_answers", LargeBinary, nullable=False),
    PrimaryKeyConstraint("checkin_id", "person_id"),
    Index("ix_checkin_answer_person_id", "person_id"),
    sqlite_strict=True,
)

broadcast = Table(
    "broadcast",
    metadata,
    Column("id", Text, primary_key=True),
    Column("team_id", Text, ForeignKey("team.id")),  # none: everybody
    Column("text", Text, nullable=False),
    Column("script", Text),
    Column("author_id", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("audience", Integer, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("dropped", Integer, nullable=False),
    _one_of("state", "draft", "running", "stopped", "finished"),
    Index("ix_broadcast_state", "state"),
    Index("ix_broadcast_team_id", "team_id"),
    sqlite_strict=True,
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("object", Text, nullable=False),
    Index("ix_audit_actor_id", "actor_id"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)
