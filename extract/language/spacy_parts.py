"""spaCy, the parts of it that texts are read with: the one place that imports it.

More than a third of what `import spacy` loads is its command line (typer, weasel, requests, jinja2, httpx), taken along
for one function that tells what is installed. Stand-ins hold its place while spaCy is imported, and are gone then:
`import spacy.cli` gives the real one, whenever it is asked for. numpy, which spaCy needs, would start a thread for each
processor, for algebra that no text is read with; their waiting alone is half as much work as importing numpy: so one is
asked for, where nobody has asked for another number.
"""

from __future__ import annotations

import importlib
import os
import sys
from types import ModuleType
from typing import Any

COMMAND_LINE = "spacy.cli", "spacy.cli.info"
THREADS = "OPENBLAS_NUM_THREADS"
"""How numpy's algebra is told how many threads it has."""


def _info(*args: Any, **kwargs: Any) -> Any:
    """`spacy.info`: what is installed, told by the real command line."""
    return importlib.import_module("spacy.cli.info").info(*args, **kwargs)


def import_without_command_line() -> None:
    """Import spaCy, where nobody has; the whole of it where it does not come up without its command line."""
    if "spacy" in sys.modules:
        return
    package, module = (ModuleType(name, "A stand-in while spaCy is imported.") for name in COMMAND_LINE)
    package.__path__ = []
    module.info = _info  # type: ignore[attr-defined]
    sys.modules.update({package.__name__: package, module.__name__: module})
    try:
        importlib.import_module("spacy")
    except ImportError:
        pass  # the imports below say what is wrong
    finally:
        for stand_in in (package, module):
            if sys.modules.get(stand_in.__name__) is stand_in:
                del sys.modules[stand_in.__name__]


os.environ.setdefault(THREADS, "1")
import_without_command_line()

from spacy.attrs import LIKE_NUM, NORM, ORTH  # type: ignore[import-not-found]  # noqa: E402
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER  # noqa: E402
from spacy.lang.ru import Russian  # noqa: E402
from spacy.language import BaseDefaults, Language  # noqa: E402
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # noqa: E402
from spacy.tokens import Doc  # noqa: E402
from spacy.util import (  # noqa: E402
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
)
from spacy.util import (  # noqa: E402
    registry as languages,
)
from spacy.vocab import Vocab  # noqa: E402

LETTERS = ALPHA, ALPHA_LOWER, ALPHA_UPPER
"""Classes of letters of all scripts, as they stand within expressions."""

__all__ = [
    "LETTERS",
    "LIKE_NUM",
    "NORM",
    "ORTH",
    "BaseDefaults",
    "Doc",
    "Language",
    "Russian",
    "Tokenizer",
    "Vocab",
    "compile_infix_regex",
    "compile_prefix_regex",
    "compile_suffix_regex",
    "languages",
]
