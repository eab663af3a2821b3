"""one person once

Revision ID: 0009
Revises: 0008
"""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

from models.search_key import folded, search_key

revision: str = '0009'
down_revision: str | Sequence[str] | None = '0008'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('duplicate_pair',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('first_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('second_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('probability', sa.Float(), nullable=False),
    sa.Column('verdict', sa.Enum('proposed', 'unclear', 'different', name='identityverdict', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('reasons', sa.JSON(), nullable=False),
    sa.Column('model', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('found_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('state', sa.Enum('open', 'different', 'merged', name='duplicatestate', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('decided_by', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=True),
    sa.Column('decided_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint("(state = 'open') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)", name=op.f('ck_duplicate_pair_decided')),
    sa.CheckConstraint('first_id < second_id', name=op.f('ck_duplicate_pair_order')),
    sa.CheckConstraint('probability >= 0 AND probability <= 1', name=op.f('ck_duplicate_pair_probability')),
    sa.ForeignKeyConstraint(['first_id'], ['expert.id'], name=op.f('fk_duplicate_pair_first_id_expert'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['second_id'], ['expert.id'], name=op.f('fk_duplicate_pair_second_id_expert'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_duplicate_pair')),
    sa.UniqueConstraint('first_id', 'second_id', name='uq_duplicate_pair_people')
    )
    with op.batch_alter_table('duplicate_pair', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_duplicate_pair_first_id'), ['first_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_duplicate_pair_second_id'), ['second_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_duplicate_pair_state'), ['state'], unique=False)

    op.create_table('record_merge',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kept_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('merged_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('merged_by', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.Column('merged_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('changes', sa.JSON(), nullable=False),
    sa.Column('undone_by', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=True),
    sa.Column('undone_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('undo_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint('(undone_by IS NULL) = (undone_at IS NULL)', name=op.f('ck_record_merge_undone')),
    sa.CheckConstraint('kept_id <> merged_id', name=op.f('ck_record_merge_two_records')),
    sa.ForeignKeyConstraint(['kept_id'], ['expert.id'], name=op.f('fk_record_merge_kept_id_expert'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['merged_id'], ['expert.id'], name=op.f('fk_record_merge_merged_id_expert'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_record_merge'))
    )
    with op.batch_alter_table('record_merge', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_record_merge_kept_id'), ['kept_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_record_merge_merged_id'), ['merged_id'], unique=False)

    with op.batch_alter_table('expert', schema=None) as batch_op:
        batch_op.add_column(sa.Column('merged_into', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.create_index(batch_op.f('ix_expert_merged_into'), ['merged_into'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_expert_merged_into_expert'), 'expert', ['merged_into'], ['id'], ondelete='CASCADE')

    with op.batch_alter_table('expert', schema=None) as batch_op:
        batch_op.create_check_constraint(batch_op.f('ck_expert_merged'), 'merged_into IS NULL OR merged_into <> id')



    _write_keys_anew()


def _write_keys_anew() -> None:
    # The keys by which people are found hold more spellings of a word than before.
    # Keys are derived from names: what a search looks for is what the code makes of a name when it runs, not what it made once.
    expert = sa.table('expert', *(sa.column(name) for name in ('id', 'display_name', 'headline_vi', 'headline_en', 'name_key', 'search_key')),
                      sa.column('aliases', sa.JSON()))
    connection = op.get_bind()
    for row in connection.execute(sa.select(expert)).all():
        key = search_key(row.display_name, *row.aliases, row.headline_vi, row.headline_en)
        connection.execute(sa.update(expert).where(expert.c.id == row.id).values(search_key=key, name_key=folded(row.display_name)))


def downgrade() -> None:
    with op.batch_alter_table('expert', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_expert_merged'), type_='check')
        batch_op.drop_constraint(batch_op.f('fk_expert_merged_into_expert'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_expert_merged_into'))
        batch_op.drop_column('merged_into')

    op.drop_table('record_merge')
    op.drop_table('duplicate_pair')
