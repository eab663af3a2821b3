"""watched roles

Revision ID: 0006
Revises: 0005
"""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision: str = '0006'
down_revision: str | Sequence[str] | None = '0005'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('watch',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject_kind', sa.Enum('product', 'project', 'group', name='requestsubject', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('subject_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('role', sa.Enum('CE_SYSTEM', 'CE_PROJECT', 'CA_MINISTRY', 'CA_PROVINCE', 'CA_PROJECT', name='rolecode', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('opened_by', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.Column('opened_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('closed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint('closed_at IS NULL OR closed_at >= opened_at', name=op.f('ck_watch_closed')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_watch'))
    )
    with op.batch_alter_table('watch', schema=None) as batch_op:
        batch_op.create_index('uq_watch_open', ['subject_id', 'role'], unique=True, sqlite_where=sa.text('closed_at IS NULL'), postgresql_where=sa.text('closed_at IS NULL'))

    op.create_table('seen_fit',
    sa.Column('watch_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('expert_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seen_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_seen_fit_expert_id_expert'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['watch_id'], ['watch.id'], name=op.f('fk_seen_fit_watch_id_watch')),
    sa.PrimaryKeyConstraint('watch_id', 'expert_id', name=op.f('pk_seen_fit'))
    )
    with op.batch_alter_table('seen_fit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_seen_fit_expert_id'), ['expert_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('seen_fit', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_seen_fit_expert_id'))

    op.drop_table('seen_fit')
    with op.batch_alter_table('watch', schema=None) as batch_op:
        batch_op.drop_index('uq_watch_open', sqlite_where=sa.text('closed_at IS NULL'), postgresql_where=sa.text('closed_at IS NULL'))

    op.drop_table('watch')
