"""The two kinds of failure: what a user can cause and mend (`UserError`), and bugs (everything else)."""


class UserError(Exception):
    """Something a user can cause: the message is one sentence that says what is wrong and what to do."""


class Cancelled(Exception):
    """The user cancelled a task; nobody did anything wrong."""


class EditConflict(UserError):
    """An Edit removes a row that another program has changed meanwhile."""


class MissingAsset(UserError):
    """Weights or a sample that were never fetched; the message says the command that fetches them."""
