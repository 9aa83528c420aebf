"""The manifest of a corpus: what it keeps, what is found wrong with it, what it says of itself."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from corpus_folder import add, kinds, text

from kzedu_graph.corpus.listed_repository import CorpusError
from kzedu_graph.corpus.manifest import Corpus, by_edition
from kzedu_graph.model.corpus import CorpusDescription


def test_editions_of_one_act_stand_in_their_order(folder: Path, inbox: Path) -> None:
    for name, day in (("c", "01.02.2033"), ("b", "01.02.2032")):
        add(folder, text(inbox, f"{name}.txt", note=f"Сноска. С изменениями от {day} № 5."))
    add(folder, text(inbox, "a.txt"))
    assert [one.file for one in by_edition(Corpus(folder))] == ["a.txt", "b.txt", "c.txt"]


def test_comments_and_order_of_the_manifest_are_kept(folder: Path, inbox: Path) -> None:
    add(folder, text(inbox))
    manifest = folder / "corpus.toml"
    manifest.write_text(
        manifest.read_text("utf-8").replace("[[document]]", "# asked for by letter\n[[document]]  # the plan"), "utf-8"
    )
    add(folder, text(inbox, "later.txt", note="Сноска. С изменениями от 01.02.2032 № 5."))
    written = manifest.read_text("utf-8")
    assert "# asked for by letter\n[[document]]  # the plan\n" in written
    assert written.index("plan.txt") < written.index("later.txt")


def test_check_names_everything_that_is_wrong(folder: Path, inbox: Path) -> None:
    add(folder, text(inbox))
    add(folder, text(inbox, "gone.txt", note="Сноска. С изменениями от 01.02.2032 № 5."))
    (folder / "gone.txt").unlink()
    nameless = inbox / "letter.txt"
    nameless.write_text("О чтении.\nПросим читать.\n", "utf-8")
    add(folder, nameless)
    text(folder, "stray.txt")
    corpus = Corpus(folder)
    shutil.copy(folder / "plan.txt", folder / "twin.txt")
    corpus.put(replace(next(iter(corpus)), file="twin.txt"))
    corpus.save()
    assert kinds(folder) == [
        ("missing", "gone.txt"),
        ("unrecognised", "letter.txt"),
        ("same-edition", "twin.txt"),
        ("unlisted", "stray.txt"),
    ]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("[[document", "corpus.toml: .*line 1"),
        ("[document]\nfile = 'a.txt'", r"written as \[\[document\]\]"),
        ("[[document]]\nfile = 'a.txt'", "lacks its sha256"),
        ("[[document]]\nfile = 'a.txt'\nsha256 = 'x'\nadress = 'y'", "'adress' is no key"),
        ("[[document]]\nfile = 'a.txt'\nsha256 = 'x'\nact_date = '2031'", "act_date is written as a date"),
        ("[[document]]\nfile = '../a.txt'\nsha256 = 'x'", "does not lie in the corpus"),
        ("[[document]]\nfile = '/a.txt'\nsha256 = 'x'", "does not lie in the corpus"),
    ],
)
def test_a_broken_manifest_is_told_in_one_sentence(folder: Path, written: str, sentence: str) -> None:
    folder.mkdir()
    (folder / "corpus.toml").write_text(written, "utf-8")
    with pytest.raises(CorpusError, match=sentence):
        Corpus(folder)


def test_folders_that_come_with_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "registry").mkdir()
    (tmp_path / "corpus.toml").write_text('registry = "registry"\n', "utf-8")
    assert list(Corpus(tmp_path).brought()) == [("registry", tmp_path / "registry")]
    (tmp_path / "corpus.toml").write_text('sources = "settings"\n', "utf-8")
    with pytest.raises(CorpusError, match=r"sources names .*settings, and there is no such folder"):
        list(Corpus(tmp_path).brought())


def test_what_a_corpus_says_of_itself(tmp_path: Path) -> None:
    assert Corpus(tmp_path).description == CorpusDescription()
    (tmp_path / "corpus.toml").write_text("invented = true\ntoday = 2034-06-01\n", "utf-8")
    told = Corpus(tmp_path).description
    assert told == CorpusDescription(True, date(2034, 6, 1))
    assert told | CorpusDescription() == told
    for broken, said in (('invented = "yes"', "true or false, not 'yes'"), ('today = "2034"', "a date")):
        (tmp_path / "corpus.toml").write_text(broken, "utf-8")
        with pytest.raises(CorpusError, match=said):
            _ = Corpus(tmp_path).description
