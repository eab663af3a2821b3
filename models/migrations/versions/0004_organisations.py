"""organisations

Revision ID: 0004
Revises: 0003
"""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision: str = '0004'
down_revision: str | Sequence[str] | None = '0003'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

LISTS = ('names', 'abbreviations', 'domains')


def upgrade() -> None:
    # Who is known stays known, by one name; other names are added by people.
    with op.batch_alter_table('organisation', schema=None) as batch_op:
        for column in LISTS:
            batch_op.add_column(sa.Column(column, sa.JSON(), nullable=False, server_default='[]'))
        batch_op.add_column(sa.Column('parent_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.add_column(sa.Column('ror_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_organisation_parent_id_organisation'), 'organisation', ['parent_id'], ['id'])
    with op.batch_alter_table('organisation', schema=None) as batch_op:
        for column in LISTS:
            batch_op.alter_column(column, existing_type=sa.JSON(), existing_nullable=False, server_default=None)
        batch_op.create_index(batch_op.f('ix_organisation_parent_id'), ['parent_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_organisation_ror_id'), ['ror_id'], unique=True)

    op.create_table('imported_person',
    sa.Column('expert_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('imported_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('fields', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_imported_person_expert_id_expert'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('expert_id', name=op.f('pk_imported_person'))
    )
    with op.batch_alter_table('imported_person', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_imported_person_key'), ['key'], unique=True)


def downgrade() -> None:
    op.drop_table('imported_person')
    with op.batch_alter_table('organisation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_organisation_ror_id'))
        batch_op.drop_index(batch_op.f('ix_organisation_parent_id'))
        batch_op.drop_constraint(batch_op.f('fk_organisation_parent_id_organisation'), type_='foreignkey')
        for column in ('ror_id', 'parent_id', *LISTS):
            batch_op.drop_column(column)
