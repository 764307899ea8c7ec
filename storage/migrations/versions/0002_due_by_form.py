"""What is due is found by lane and form: thousands of occasions that wait for room hide no finished message."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.drop_index("ix_outbox_due", table_name="outbox")
    _index(["lane", "form", "due_at"])


def downgrade() -> None:
    op.drop_index("ix_outbox_due", table_name="outbox")
    _index(["lane", "due_at"])


def _index(columns: list[str]) -> None:
    op.create_index(
        "ix_outbox_due",
        "outbox",
        columns,
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
