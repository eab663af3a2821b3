"""weight trials

Revision ID: 0010
Revises: 0009
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = '0010'
down_revision: str | Sequence[str] | None = '0009'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table('selection_request', schema=None) as batch_op:
        batch_op.add_column(sa.Column('weight_trials', sa.Integer(), nullable=False, server_default='0'))
    with op.batch_alter_table('selection_request', schema=None) as batch_op:
        batch_op.alter_column('weight_trials', existing_type=sa.Integer(), existing_nullable=False, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('selection_request', schema=None) as batch_op:
        batch_op.drop_column('weight_trials')
