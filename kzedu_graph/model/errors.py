"""`KzeduError`: the one base of the errors that we raise, so that one place tells them all.

Its message is one clear sentence for the person who asked: what is wrong, and what to do about it. Whatever is raised
without this base is a bug, and keeps its traceback.
"""

from __future__ import annotations


class KzeduError(Exception):
    """Something that the user, the operator or the author of our data can mend; the message says what and how."""


class UnknownNameError(KzeduError, LookupError):
    """What was asked for by its name, key or IRI is not there, or is not one thing."""


class UnusableInput(KzeduError):
    """A file that cannot be read at all; the message is one clear sentence that names it."""


class NothingReadError(KzeduError):
    """None of the files of a build could be read; the message says why."""
