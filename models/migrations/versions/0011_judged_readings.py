"""judged readings, and what bands stand on

Revision ID: 0011
Revises: 0010
"""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision: str = '0011'
down_revision: str | Sequence[str] | None = '0010'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('reading_judgement',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('expert_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
    sa.Column('matter', sa.Enum('capability', 'led', 'work', name='readingmatter', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('capability_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('verdict', sa.Enum('confirmed', 'rejected', name='readingverdict', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('waiting', sa.Boolean(), nullable=False),
    sa.Column('by_person', sa.Boolean(), nullable=False),
    sa.Column('judged_by', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.Column('judged_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.CheckConstraint("(matter = 'capability') = (capability_id <> '')", name=op.f('ck_reading_judgement_capability')),
    sa.CheckConstraint("judged_by <> ''", name=op.f('ck_reading_judgement_accounted_for')),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_reading_judgement_expert_id_expert'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reading_judgement')),
    sa.UniqueConstraint('expert_id', 'digest', 'matter', 'capability_id', 'waiting', name='uq_reading_judgement_of_a_reading')
    )
    with op.batch_alter_table('reading_judgement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reading_judgement_expert_id'), ['expert_id'], unique=False)

    op.create_table('band_calibration',
    sa.Column('version', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('family', sa.Enum('chief_engineer', 'chief_architect', name='rolefamily', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('band', sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
    sa.Column('judged', sa.Integer(), nullable=False),
    sa.Column('credible', sa.Integer(), nullable=False),
    sa.Column('right', sa.Integer(), nullable=False),
    sa.CheckConstraint('0 <= "right" AND "right" <= credible AND credible <= judged AND judged > 0', name=op.f('ck_band_calibration_counted')),
    sa.ForeignKeyConstraint(['version', 'family'], ['weight_set.version', 'weight_set.family'], name=op.f('fk_band_calibration_version_weight_set'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('version', 'family', 'band', name=op.f('pk_band_calibration'))
    )


    with op.batch_alter_table('weight_set', schema=None) as batch_op:
        batch_op.add_column(sa.Column('whole_role', sa.Float(), nullable=False, server_default=sa.text('0')))
        batch_op.create_check_constraint(batch_op.f('ck_weight_set_whole_role'), 'whole_role >= 0 AND whole_role <= 1')


def downgrade() -> None:
    with op.batch_alter_table('weight_set', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_weight_set_whole_role'), type_='check')
        batch_op.drop_column('whole_role')
    op.drop_table('band_calibration')
    op.drop_table('reading_judgement')
