"""The command `kzedu`: the composition root, and the only package that imports all three packages.

One module holds the commands of one purpose. Everything heavy is imported inside its command, so that `kzedu --help`
is quick.
"""

from kzedu_graph.cli import asking, corpus, making, reported, tables
from kzedu_graph.cli.command import main

__all__ = ["asking", "corpus", "main", "making", "reported", "tables"]
