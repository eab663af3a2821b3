"""nominations

Revision ID: 0008
Revises: 0007
"""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision: str = '0008'
down_revision: str | Sequence[str] | None = '0007'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('nomination',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('expert_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject_kind', sa.Enum('product', 'project', 'group', name='requestsubject', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('subject_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('role', sa.Enum('CE_SYSTEM', 'CE_PROJECT', 'CA_MINISTRY', 'CA_PROVINCE', 'CA_PROJECT', name='rolecode', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('nominator', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('organisation_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('state', sa.Enum('open', 'accepted', 'declined', name='nominationstate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('recorded_by', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.Column('recorded_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('answered_by', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=True),
    sa.Column('answered_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint("(state = 'open') = (answered_at IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)", name=op.f('ck_nomination_answered')),
    sa.CheckConstraint("reason <> '' AND nominator <> ''", name=op.f('ck_nomination_reason')),
    sa.CheckConstraint('(subject_kind IS NULL) = (subject_id IS NULL) AND (subject_id IS NULL) = (role IS NULL)', name=op.f('ck_nomination_subject')),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_nomination_expert_id_expert'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_nomination_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_nomination'))
    )
    with op.batch_alter_table('nomination', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_nomination_expert_id'), ['expert_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_nomination_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_nomination_state'), ['state'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('nomination', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_nomination_state'))
        batch_op.drop_index(batch_op.f('ix_nomination_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_nomination_expert_id'))

    op.drop_table('nomination')
