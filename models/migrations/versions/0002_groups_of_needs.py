"""groups of needs

Revision ID: 0002
Revises: 0001
"""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision: str = '0002'
down_revision: str | Sequence[str] | None = '0001'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    # What is required stays required: without a group each capability stands for itself.
    with op.batch_alter_table('product_capability', schema=None) as batch_op:
        batch_op.add_column(sa.Column('group', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
    with op.batch_alter_table('product_capability', schema=None) as batch_op:
        batch_op.alter_column('group', existing_type=sqlmodel.sql.sqltypes.AutoString(), existing_nullable=False, server_default=None)

    op.create_table('need_group',
    sa.Column('product_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('role', sa.Enum('CE_SYSTEM', 'CE_PROJECT', 'CA_MINISTRY', 'CA_PROVINCE', 'CA_PROJECT', name='rolecode', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('group', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('label_en', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('label_vi', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_need_group_product_id_product')),
    sa.PrimaryKeyConstraint('product_id', 'role', 'group', name=op.f('pk_need_group'))
    )


def downgrade() -> None:
    op.drop_table('need_group')
    with op.batch_alter_table('product_capability', schema=None) as batch_op:
        batch_op.drop_column('group')
