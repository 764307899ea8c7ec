"""What somebody keeps in their own document."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "document_item",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sealed_body", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_document_item_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_item")),
        sqlite_strict=True,
    )
    op.create_index("ix_document_item_person_id", "document_item", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_document_item_person_id", table_name="document_item")
    op.drop_table("document_item")
