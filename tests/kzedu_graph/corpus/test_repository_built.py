"""A law repository from its commits to the graph, and again after ten new ones. The bench builds 300 acts in this way."""

from __future__ import annotations

from pathlib import Path

import pytest
from alone import in_this_process
from law_repository import LawRepository, editions_found, editions_wanted

from extract.flow import extract_file
from kzedu_graph.building.run import Outcome, run_build
from kzedu_graph.corpus.law_acts import Selection
from kzedu_graph.corpus.law_texts import take_texts
from kzedu_graph.exports.documents import documents
from kzedu_graph.store.stores import open_for_one

ACTS, COMMITS, NEW = 30, 45, 10


def build(repository: LawRepository, folder: Path) -> Outcome:
    texts = take_texts(repository.path, folder / "texts", Selection())
    return run_build(texts.files, folder / "store", in_this_process(extract_file))


@pytest.mark.xdist_group("repository")
def test_every_edition_is_right_and_ten_commits_are_read_alone(tmp_path: Path) -> None:
    repository = LawRepository(tmp_path / "clone")
    repository.grow(ACTS, COMMITS)
    first = build(repository, tmp_path)
    assert first.made == len(editions_wanted(repository.acts)) == len(first.documents)
    repository.grow(0, NEW)
    second = build(repository, tmp_path)
    assert second.made <= 2 * NEW
    with open_for_one(tmp_path / "store") as opened:
        assert editions_found(documents(opened)) == editions_wanted(repository.acts)
    assert build(repository, tmp_path).made == 0
