"""spaCy comes up without its command line, and the command line is there for whoever asks for it."""

from __future__ import annotations

import json
import subprocess
import sys

LOADED = """
import json, sys
import extract.language.spacy_parts as parts
before = [name for name in ("spacy.cli", "typer", "weasel", "requests", "jinja2") if name in sys.modules]
import spacy
words = [token.text for token in spacy.blank("kk")("БҒМ-ның есебі.")]
from spacy.cli.info import info
print(json.dumps([before, words, "real" if "info" in dir(sys.modules["spacy.cli"]) else "stand-in", info is spacy.info]))
"""
WITHOUT = """
import json, sys
sys.meta_path.insert(0, type("Gone", (), {"find_spec": staticmethod(
    lambda name, *_: (_ for _ in ()).throw(ImportError("no thinc")) if name == "thinc" else None)}))
try:
    import extract.language.spacy_parts
except ImportError as error:
    print(json.dumps([str(error), [name for name in sys.modules if name.startswith("spacy.cli")]]))
"""


def run(script: str) -> object:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def test_its_command_line_is_loaded_by_whoever_asks_for_it_and_by_nobody_else() -> None:
    assert run(LOADED) == [[], ["БҒМ", "-ның", "есебі", "."], "real", False]


def test_a_broken_installation_says_what_is_wrong_and_leaves_no_stand_in() -> None:
    assert run(WITHOUT) == ["no thinc", []]
