"""people concerned by a breach, and from which country an account reads

Revision ID: 0014
Revises: 0013
"""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision: str = '0014'
down_revision: str | Sequence[str] | None = '0013'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('incident_person',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('incident_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('expert_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('named_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('told_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('told_by', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=True),
    sa.CheckConstraint('(told_at IS NULL) = (told_by IS NULL)', name=op.f('ck_incident_person_told')),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_incident_person_expert_id_expert'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['incident_id'], ['incident.id'], name=op.f('fk_incident_person_incident_id_incident'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_incident_person')),
    sa.UniqueConstraint('incident_id', 'expert_id', name='uq_incident_person')
    )
    with op.batch_alter_table('incident_person', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incident_person_expert_id'), ['expert_id'], unique=False)

    op.add_column('account', sa.Column('country', sqlmodel.sql.sqltypes.AutoString(length=2), nullable=True))


def downgrade() -> None:
    op.drop_column('account', 'country')
    with op.batch_alter_table('incident_person', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_incident_person_expert_id'))

    op.drop_table('incident_person')
