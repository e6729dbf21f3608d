"""How somebody who waits for a picture changes their mind. Imports nothing: the window starts without FFmpeg."""


class Interrupted(Exception):
    """Whoever asked for a picture wants another one now; nothing is wrong, and reading may go on."""


def never() -> bool:
    """The `stop` of somebody who waits to the end."""
    return False
