"""The version of the rules: what a text gives depends on its bytes and on this, and on nothing else."""

from __future__ import annotations

import sys
from functools import cache
from glob import glob
from hashlib import sha256
from importlib import metadata

from kzedu_graph.vocabulary.places import PACKAGE, ROOT
from kzedu_graph.vocabulary.supplements import supplement_files

RULES = (
    (PACKAGE, "**/*.py"), (PACKAGE, "**/*.rq"), (PACKAGE, "registry/*.yml"), (ROOT, "extract/**/*.py"),
    (ROOT, "extract/**/*.yml"),
    (ROOT, "ontology/kzedu.ttl"), (ROOT, "ontology/codes/*.ttl"), (ROOT, "ontology/registry/*.ttl"),
    (ROOT, "ontology/shapes/*/*.ttl"), (ROOT, "ontology/topics/*.ttl"),
    (ROOT, "docs/method-and-accuracy.md"),
)  # fmt: skip
"""Code and data by which a text becomes a part of the graph."""
LIBRARIES = (
    "babel", "lxml", "openpyxl", "pdfplumber", "pymorphy3", "pymorphy3-dicts-ru", "pyshacl", "python-docx", "pyyaml",
    "rapidfuzz", "rdflib", "spacy", "xlrd",
)  # fmt: skip
"""Packages whose next version may read or write something differently."""


@cache
def rules_version() -> str:
    """A digest of code, data and libraries; equal digests give equal parts for equal files."""
    digest = sha256(sys.version.encode())
    for name in LIBRARIES:
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    for folder, pattern in RULES:
        for name in sorted(glob(pattern, root_dir=folder, recursive=True)):  # noqa: PTH207  (a Path's takes twice as long)
            digest.update(f"{name}\n".encode())
            digest.update(sha256((folder / name).read_bytes()).digest())
    for file in supplement_files():
        digest.update(f"{file.name}\n".encode())
        digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def key_of(*about: bytes) -> str:
    """The name under which something is kept that was made by these rules from these bytes."""
    digest = sha256(rules_version().encode())
    for each in about:
        digest.update(sha256(each).digest())
    return digest.hexdigest()
