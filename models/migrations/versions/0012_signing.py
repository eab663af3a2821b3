"""known devices, links into accounts in use, seals of signatures, statements of a council

Revision ID: 0012
Revises: 0011
"""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision: str = '0012'
down_revision: str | Sequence[str] | None = '0011'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

WORDS = ('conflicts_stated', 'delegation')
_NAME = 'entry_content_signed_delete'
_REFUSED = (
    "(SELECT status FROM shortlist WHERE id = (SELECT shortlist_id FROM shortlist_entry WHERE id = OLD.entry_id)) = 'signed'"
    ' AND EXISTS (SELECT 1 FROM expert WHERE id = OLD.expert_id)'
)
_MESSAGE = 'a signed shortlist is never changed'
GUARDS = {
    'sqlite': (
        f"CREATE TRIGGER {_NAME} BEFORE DELETE ON entry_content WHEN {_REFUSED} BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END",
    ),
    'postgresql': (
        f'CREATE OR REPLACE FUNCTION {_NAME}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {_REFUSED} THEN RAISE EXCEPTION '
        f"'{_MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$",
        f'CREATE TRIGGER {_NAME} BEFORE DELETE ON entry_content FOR EACH ROW EXECUTE FUNCTION {_NAME}()',
    ),
}
UNGUARD = {
    'sqlite': (f'DROP TRIGGER {_NAME}',),
    'postgresql': (f'DROP TRIGGER {_NAME} ON entry_content', f'DROP FUNCTION {_NAME}()'),
}


def upgrade() -> None:
    with op.batch_alter_table('sign_in_session', schema=None) as batch_op:
        batch_op.add_column(sa.Column('device_hash', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=True))
        batch_op.create_index(batch_op.f('ix_sign_in_session_device_hash'), ['device_hash'], unique=False)
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.add_column(sa.Column('in_use', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.alter_column('in_use', existing_type=sa.Boolean(), existing_nullable=False, server_default=None)
    # Columns alone: a table that is copied would lose what refuses changes of signed lists.
    op.add_column('shortlist', sa.Column('seal', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=True))
    op.add_column('shortlist', sa.Column('seal_version', sa.Integer(), nullable=True))
    op.add_column('candidate_invitation', sa.Column('channel', sqlmodel.sql.sqltypes.AutoString(length=20), nullable=True))
    with op.batch_alter_table('recorded_step', schema=None) as batch_op:
        for column in WORDS:
            batch_op.add_column(sa.Column(column, sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
    with op.batch_alter_table('recorded_step', schema=None) as batch_op:
        for column in WORDS:
            batch_op.alter_column(
                column, existing_type=sqlmodel.sql.sqltypes.AutoString(), existing_nullable=False, server_default=None
            )
    for statement in GUARDS[op.get_context().dialect.name]:
        op.execute(sa.text(statement))


def downgrade() -> None:
    for statement in UNGUARD[op.get_context().dialect.name]:
        op.execute(statement)
    with op.batch_alter_table('recorded_step', schema=None) as batch_op:
        for column in WORDS:
            batch_op.drop_column(column)
    op.drop_column('candidate_invitation', 'channel')
    op.drop_column('shortlist', 'seal_version')
    op.drop_column('shortlist', 'seal')
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.drop_column('in_use')
    with op.batch_alter_table('sign_in_session', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sign_in_session_device_hash'))
        batch_op.drop_column('device_hash')
