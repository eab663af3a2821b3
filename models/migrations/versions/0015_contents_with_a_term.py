"""contents of signed lists that went at the end of their term

Revision ID: 0015
Revises: 0014
"""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision: str = '0015'
down_revision: str | Sequence[str] | None = '0014'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_NAME = 'entry_content_signed_delete'
_MESSAGE = 'a signed shortlist is never changed'
_BEFORE = (
    "(SELECT status FROM shortlist WHERE id = (SELECT shortlist_id FROM shortlist_entry WHERE id = OLD.entry_id)) = 'signed'"
    ' AND EXISTS (SELECT 1 FROM expert WHERE id = OLD.expert_id)'
)
_AFTER = f'{_BEFORE} AND NOT EXISTS (SELECT 1 FROM ended_content WHERE entry_id = OLD.entry_id)'


def _guards(refused: str) -> dict[str, tuple[str, ...]]:
    return {
        'sqlite': (
            f'DROP TRIGGER {_NAME}',
            f"CREATE TRIGGER {_NAME} BEFORE DELETE ON entry_content WHEN {refused} BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END",
        ),
        'postgresql': (
            f'CREATE OR REPLACE FUNCTION {_NAME}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {refused} THEN RAISE EXCEPTION '
            f"'{_MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$",
        ),
    }


def upgrade() -> None:
    op.create_table('ended_content',
    sa.Column('entry_id', sa.Integer(), nullable=False),
    sa.Column('ended_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('months', sa.Integer(), nullable=False),
    sa.CheckConstraint('months > 0', name=op.f('ck_ended_content_months')),
    sa.ForeignKeyConstraint(['entry_id'], ['shortlist_entry.id'], name=op.f('fk_ended_content_entry_id_shortlist_entry')),
    sa.PrimaryKeyConstraint('entry_id', name=op.f('pk_ended_content'))
    )
    for statement in _guards(_AFTER)[op.get_context().dialect.name]:
        op.execute(sa.text(statement))


def downgrade() -> None:
    for statement in _guards(_BEFORE)[op.get_context().dialect.name]:
        op.execute(sa.text(statement))
    op.drop_table('ended_content')
