"""What can be done, as whom, and how far: the names that the table of permissions puts together."""

from enum import StrEnum

from models.vocabulary import AccountRole


class ViewerRole(StrEnum):
    """What somebody is seen as: signed out before invented people, any account, or one of the roles."""

    VISITOR = "visitor"
    MEMBER = "member"
    ADMINISTRATOR = AccountRole.ADMINISTRATOR.value
    COORDINATOR = AccountRole.COORDINATOR.value
    LEAD = AccountRole.LEAD.value
    EXPERT = AccountRole.EXPERT.value
    AUDITOR = AccountRole.AUDITOR.value


class Reach(StrEnum):
    """How far a permission goes: everything, what is about oneself, what belongs to products and projects that one leads, or evidence.

    ``DELEGATED`` is the evidence of whoever named the account to edit it.
    """

    ALL = "all"
    OWN = "own"
    LED = "led"
    DELEGATED = "delegated"


class Operation(StrEnum):
    """Everything that needs a permission."""

    READ_EXPERTS = "read experts"
    ADD_EXPERTS = "add experts"
    READ_IMPORTS = "read imports"
    IMPORT_PEOPLE = "import people"
    CHANGE_EXPERTS = "change experts"
    EDIT_EVIDENCE = "edit evidence"
    READ_EDITED = "read what one edits for others"
    READ_DELEGATES = "read delegates"
    NAME_DELEGATES = "name delegates"
    END_DELEGATION = "end a delegation"
    VOUCH = "vouch for facts"
    READ_DUPLICATES = "read duplicates"
    JUDGE_DUPLICATES = "judge duplicates"
    READ_ORGANISATIONS = "read organisations"
    CHANGE_ORGANISATIONS = "change organisations"
    READ_MATCHES = "read matches"
    READ_RELEASED = "read what was released"
    READ_SELECTIONS = "read selections"
    OPEN_SELECTIONS = "open selections"
    READ_DRAFTS = "read drafts"
    EDIT_DRAFTS = "edit drafts"
    RECORD_FINDINGS = "record findings"
    SIGN = "sign"
    RELEASE = "release"
    GIVE_FEEDBACK = "give feedback"
    INVITE = "invite"
    RECORD_STEPS = "record steps"
    WATCH = "watch roles"
    READ_NOMINATIONS = "read nominations"
    NOMINATE = "nominate"
    JUDGE_CONFLICTS = "judge conflicts"
    MAKE_PLANS = "make plans"
    READ_JOBS = "read jobs"
    EXPORT_PERSON = "export a person"
    READ_REQUESTS = "read requests"
    MAKE_REQUESTS = "make requests"
    READ_DUTIES = "read duties"
    FULFIL_DUTIES = "fulfil duties"
    READ_AUDIT = "read the audit"
    READ_OWN_ACCOUNT = "read one's own account"
    CHANGE_OWN_ACCOUNT = "change one's own account"
    READ_ACCOUNTS = "read accounts"
    MANAGE_ACCOUNTS = "manage accounts"
    READ_CATALOGUE_HISTORY = "read the history of the catalogue"
    CHANGE_CATALOGUE = "change the catalogue"
