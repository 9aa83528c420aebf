"""What a release says of itself: title, licence, citation, the page to begin with."""

from __future__ import annotations

from kzedu_graph.vocabulary.about.notices import INVENTED

TITLE = "Duties in Kazakhstan's education policy: a knowledge graph"
LICENCE_TEXT = """\
Licence of the data

The graph, the tables and the dump are licensed under Creative Commons Attribution 4.0 International (CC BY 4.0),
https://creativecommons.org/licenses/by/4.0/: use them for anything, and say where they are from (CITATION.cff).

Attribution and not a waiver, because a duty is only as good as its proof: whoever passes one on should pass on where it
was found. The words of official acts that are quoted are in nobody's copyright: the Law of the Republic of Kazakhstan
"On copyright and related rights" of 10 June 1996, article 8, excludes official documents (laws, decisions and other
texts of a legislative, administrative or judicial kind, and their official translations).

The software that made the data is licensed under Apache-2.0.
"""


def citation(number: str, build: str, *, invented: bool) -> str:
    """How the dataset is cited: https://citation-file-format.github.io."""
    note = f'abstract: "{INVENTED["en"]}"\n' if invented else ""
    return (
        "cff-version: 1.2.0\n"
        'message: "If you use these data, please cite them as below."\n'
        "type: dataset\n"
        f'title: "{TITLE}"\n'
        f"{note}"
        f'version: "{number}"\n'
        "license: CC-BY-4.0\n"
        "url: https://w3id.org/kzedu/ontology\n"
        f'identifiers:\n  - {{type: other, value: "build {build}", description: "the build of the graph"}}\n'
        'authors:\n  - {name: "kzedu-graph"}\n'
    )


def readme(number: str, build: str, texts: int, *, dump: str, checksums: str, invented: bool) -> str:
    """What is in the folder, for whoever opens it."""
    note = f"**{INVENTED['en']}**\n\n" if invented else ""
    return f"""# {TITLE}

{note}Version {number}, build {build}, made of {texts} texts (`manifest.json` lists them).

| file | what it is |
|---|---|
| `{dump}` | the whole graph as N-Quads: a graph an edition, and the current view |
| `tables/` | every table as CSV, described by `datapackage.json` and `csv-metadata.json` |
| `ontology/` | what the terms mean, and the code lists |
| `manifest.json` | which texts in which editions, and how many statements each graph holds |
| `METHOD.md` | how it was made and how right it was measured to be |
| `LICENSE`, `CITATION.cff` | CC BY 4.0, and how to cite |
| `{checksums}` | `sha256sum -c {checksums}` |
"""
