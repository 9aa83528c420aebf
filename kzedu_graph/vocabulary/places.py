"""Where things live: the base of all IRIs, the named graphs of the dataset, and the folders of the ontology.

It imports nothing, so that a worker process and `kzedu --help` may ask it.
"""

from __future__ import annotations

from pathlib import Path

BASE = "https://w3id.org/kzedu/id/"
ONTOLOGY_IRI = "https://w3id.org/kzedu/ontology"
CURRENT, REGISTRY, ONTOLOGY, AUDIT, RUN, REPORTED, REPORTED_AUDIT = (
    f"{BASE}graph/{name}" for name in ("current", "registry", "ontology", "audit", "run", "reported", "reported-audit")
)
DEFAULT_GRAPHS = (CURRENT, REGISTRY, ONTOLOGY, AUDIT, REPORTED)
"""The dataset of a query without FROM and without GRAPH: every measure is counted once."""
OF_REPORTS = (REPORTED, REPORTED_AUDIT)
"""What people say was done, and what is questionable about it: no part of what texts say."""

PACKAGE = Path(__file__).resolve().parents[1]
IS_INSTALLED = (PACKAGE / "ontology").is_dir()
"""Whether this is a wheel's copy, in which all folders of the project lie within the one package."""
ROOT = PACKAGE if IS_INSTALLED else PACKAGE.parent
ONTOLOGY_FOLDER = ROOT / "ontology"
REGISTRY_FOLDER = ONTOLOGY_FOLDER / "registry"
CODES_FOLDER = ONTOLOGY_FOLDER / "codes"
QUERIES_FOLDER = ONTOLOGY_FOLDER / "queries"
ACCURACY = ROOT / "docs" / "method-and-accuracy.md"
"""The page that holds the table of measured accuracy."""
DEMONSTRATION = PACKAGE / "demonstration" / "corpus"
"""The invented corpus that comes with the package."""


def ontology_files() -> list[Path]:
    """What defines our terms: the ontology itself, then the code lists."""
    return [ONTOLOGY_FOLDER / "kzedu.ttl", *sorted(CODES_FOLDER.glob("*.ttl"))]


def topic_files() -> list[Path]:
    """The scheme of what duties and indicators are about."""
    return sorted((ONTOLOGY_FOLDER / "topics").glob("*.ttl"))
