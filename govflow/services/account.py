"""The operating-system account behind a command: of the process itself, never of its environment."""

from __future__ import annotations

import os


def present_account() -> str:
    """The account the process runs under. LOGNAME and USER are the caller's to set and are not asked."""
    try:
        from pwd import getpwuid
    except ImportError:  # not a Unix: the system knows who logged in
        return os.getlogin()
    return getpwuid(os.geteuid()).pw_name
