"""documents and notices

Revision ID: 0007
Revises: 0006
"""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision: str = '0007'
down_revision: str | Sequence[str] | None = '0006'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('import_notice',
    sa.Column('expert_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('sent_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('sent_by', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.Column('erase_after', sa.Date(), nullable=False),
    sa.Column('warned_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('warned_by', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.CheckConstraint("(warned_at IS NULL) = (warned_by = '')", name=op.f('ck_import_notice_warned')),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_import_notice_expert_id_expert'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('expert_id', name=op.f('pk_import_notice'))
    )
    with op.batch_alter_table('import_notice', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_import_notice_erase_after'), ['erase_after'], unique=False)

    op.create_table('document',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('expert_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('purpose', sa.Enum('evidence', 'consent', 'cv', 'finding', name='documentpurpose', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('request_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('media_type', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('sha256', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('uploaded_by', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.Column('uploaded_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.CheckConstraint("(purpose = 'finding') = (request_id IS NOT NULL)", name=op.f('ck_document_request')),
    sa.CheckConstraint('size > 0', name=op.f('ck_document_size')),
    sa.ForeignKeyConstraint(['expert_id'], ['expert.id'], name=op.f('fk_document_expert_id_expert'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['request_id'], ['selection_request.id'], name=op.f('fk_document_request_id_selection_request')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_document'))
    )
    with op.batch_alter_table('document', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_document_expert_id'), ['expert_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_document_expires_on'), ['expires_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_document_request_id'), ['request_id'], unique=False)

    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.add_column(sa.Column('document', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('given_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('means', sa.Enum('own_account', 'paper', 'email', 'recorded_call', name='consentmeans', native_enum=False, create_constraint=True, length=40), nullable=True))
        batch_op.add_column(sa.Column('document_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.create_index(batch_op.f('ix_consent_document_id'), ['document_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_consent_document_id_document'), 'document', ['document_id'], ['id'], ondelete='SET NULL')
    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.alter_column('document', existing_type=sqlmodel.sql.sqltypes.AutoString(), existing_nullable=False, server_default=None)

    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.add_column(sa.Column('document_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.create_index(batch_op.f('ix_evidence_document_id'), ['document_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_evidence_document_id_document'), 'document', ['document_id'], ['id'], ondelete='SET NULL')

    with op.batch_alter_table('human_finding', schema=None) as batch_op:
        batch_op.add_column(sa.Column('document_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.create_index(batch_op.f('ix_human_finding_document_id'), ['document_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_human_finding_document_id_document'), 'document', ['document_id'], ['id'], ondelete='SET NULL')

    with op.batch_alter_table('past_consent', schema=None) as batch_op:
        batch_op.add_column(sa.Column('document', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('given_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('means', sa.Enum('own_account', 'paper', 'email', 'recorded_call', name='consentmeans', native_enum=False, create_constraint=True, length=40), nullable=True))
        batch_op.add_column(sa.Column('document_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.create_index(batch_op.f('ix_past_consent_document_id'), ['document_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_past_consent_document_id_document'), 'document', ['document_id'], ['id'], ondelete='SET NULL')
    with op.batch_alter_table('past_consent', schema=None) as batch_op:
        batch_op.alter_column('document', existing_type=sqlmodel.sql.sqltypes.AutoString(), existing_nullable=False, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('past_consent', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_past_consent_document_id_document'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_past_consent_document_id'))
        batch_op.drop_column('document_id')
        batch_op.drop_column('document')
        batch_op.drop_column('means')
        batch_op.drop_column('given_on')

    with op.batch_alter_table('human_finding', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_human_finding_document_id_document'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_human_finding_document_id'))
        batch_op.drop_column('document_id')

    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_evidence_document_id_document'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_evidence_document_id'))
        batch_op.drop_column('document_id')

    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_consent_document_id_document'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_consent_document_id'))
        batch_op.drop_column('document_id')
        batch_op.drop_column('document')
        batch_op.drop_column('means')
        batch_op.drop_column('given_on')

    with op.batch_alter_table('document', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_document_request_id'))
        batch_op.drop_index(batch_op.f('ix_document_expires_on'))
        batch_op.drop_index(batch_op.f('ix_document_expert_id'))

    op.drop_table('document')
    with op.batch_alter_table('import_notice', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_import_notice_erase_after'))

    op.drop_table('import_notice')
