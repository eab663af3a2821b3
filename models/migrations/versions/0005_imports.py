"""imports

Revision ID: 0005
Revises: 0004
"""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision: str = '0005'
down_revision: str | Sequence[str] | None = '0004'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

TEXT = sqlmodel.sql.sqltypes.AutoString
STATUSES = ('queued', 'running', 'done', 'cancelled', 'failed')
MODES = ('rows', 'one')


def upgrade() -> None:
    _imported_people((
        sa.Column('source', TEXT(), nullable=False),
        sa.Column('key', TEXT(), nullable=True),
        sa.Column('imported_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column('run_id', TEXT(), nullable=False),
        sa.Column('fields', sa.JSON(), nullable=False),
        sa.Column('items', sa.JSON(), nullable=False),
    ), "source, key, imported_at, '', fields, '{}'", ('expert_id', 'source'))
    op.create_index('uq_imported_person_source_key', 'imported_person', ['source', 'key'], unique=True)

    op.create_table('import_run',
    sa.Column('id', TEXT(), nullable=False),
    sa.Column('status', sa.Enum(*STATUSES, name='importstatus', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('mode', sa.Enum(*MODES, name='importmode', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('dry_run', sa.Boolean(), nullable=False),
    sa.Column('source', TEXT(), nullable=False),
    sa.Column('file_name', TEXT(), nullable=False),
    sa.Column('format', TEXT(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('sha256', TEXT(length=64), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=True),
    sa.Column('mapping', sa.JSON(), nullable=False),
    sa.Column('vouched', sa.Boolean(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('total', sa.Integer(), nullable=True),
    sa.Column('added', sa.Integer(), nullable=False),
    sa.Column('changed', sa.Integer(), nullable=False),
    sa.Column('unchanged', sa.Integer(), nullable=False),
    sa.Column('refused', sa.Integer(), nullable=False),
    sa.Column('notes', sa.JSON(), nullable=False),
    sa.Column('headings', sa.JSON(), nullable=False),
    sa.Column('unknown', sa.JSON(), nullable=False),
    sa.Column('cancel_asked', sa.Boolean(), nullable=False),
    sa.Column('created_by', TEXT(length=80), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('started_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('finished_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_import_run'))
    )
    op.create_index(op.f('ix_import_run_created_at'), 'import_run', ['created_at'], unique=False)

    op.create_table('import_refusal',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('run_id', TEXT(), nullable=False),
    sa.Column('expert_id', TEXT(), nullable=True),
    sa.Column('sheet', TEXT(), nullable=False),
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('column', TEXT(), nullable=False),
    sa.Column('message_vi', TEXT(), nullable=False),
    sa.Column('message_en', TEXT(), nullable=False),
    sa.Column('cells', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_import_refusal_expert_id_expert'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['run_id'], ['import_run.id'], name=op.f('fk_import_refusal_run_id_import_run'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_import_refusal'))
    )
    op.create_index(op.f('ix_import_refusal_run_id'), 'import_refusal', ['run_id'], unique=False)
    op.create_index(op.f('ix_import_refusal_expert_id'), 'import_refusal', ['expert_id'], unique=False)

    op.create_table('import_mapping',
    sa.Column('name', TEXT(length=80), nullable=False),
    sa.Column('columns', sa.JSON(), nullable=False),
    sa.Column('changed_by', TEXT(length=80), nullable=False),
    sa.Column('changed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_import_mapping'))
    )


def downgrade() -> None:
    for table in ('import_mapping', 'import_refusal', 'import_run'):
        op.drop_table(table)
    op.drop_index('uq_imported_person_source_key', 'imported_person')
    _imported_people((
        sa.Column('key', TEXT(), nullable=True),
        sa.Column('source', TEXT(), nullable=False),
        sa.Column('imported_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column('fields', sa.JSON(), nullable=False),
    ), 'key, source, imported_at, fields', ('expert_id',))
    op.create_index('ix_imported_person_key', 'imported_person', ['key'], unique=True)


def _imported_people(columns: tuple, values: str, key: tuple[str, ...]) -> None:
    """Put the table of imported people anew, with ``columns``, and what was in it; one person can come from several sources."""
    op.drop_index('ix_imported_person_key', 'imported_person', if_exists=True)
    op.rename_table('imported_person', 'imported_before')
    if op.get_bind().dialect.name == 'postgresql':
        op.execute('ALTER TABLE imported_before RENAME CONSTRAINT pk_imported_person TO pk_imported_before')
    op.create_table('imported_person',
    sa.Column('expert_id', TEXT(), nullable=False),
    *columns,
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_imported_person_expert_id_expert'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint(*key, name=op.f('pk_imported_person'))
    )
    names = ', '.join(column.name for column in columns)
    op.execute(f'INSERT INTO imported_person (expert_id, {names}) SELECT expert_id, {values} FROM imported_before')
    op.drop_table('imported_before')
