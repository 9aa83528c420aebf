"""What is added to a corpus, takes the place of something or is refused, from a file or an address."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from corpus_folder import DAY, PLAN, add, kinds, text

from extract.inputs.parts import UnusableInput
from extract.sources.recognise import recognise_file
from kzedu_graph.corpus.additions import Change, Retrieved, take_fetched
from kzedu_graph.corpus.listed_repository import CorpusError
from kzedu_graph.corpus.manifest import Corpus, Listed, by_edition


def test_a_file_is_recognised_copied_and_listed(folder: Path, inbox: Path) -> None:
    change = add(folder, text(inbox), address="https://example.kz/77")
    assert (change.how, change.listed) == ("added", next(iter(Corpus(folder))))
    listed = change.listed
    assert listed.edition == ("P3100000077", date(2031, 5, 5), "ru")
    assert (listed.kind, listed.number, listed.issuer, listed.title) == (
        "resolution",
        "77",
        "kz-government",
        "О читальных залах",
    )
    assert (listed.address, listed.retrieved_on) == ("https://example.kz/77", DAY)
    assert (folder / "plan.txt").read_bytes() == (inbox / "plan.txt").read_bytes()
    assert kinds(folder) == []


def test_the_same_bytes_again_are_no_change(folder: Path, inbox: Path) -> None:
    add(folder, text(inbox))
    before = (folder / "corpus.toml").read_bytes()
    assert add(folder, text(inbox, "other-name.txt")).how == "unchanged"
    assert add(folder, folder / "plan.txt").how == "unchanged"
    assert (folder / "corpus.toml").read_bytes() == before
    assert sorted(file.name for file in folder.iterdir()) == ["corpus.toml", "plan.txt"]
    assert add(folder, folder / "plan.txt", address="https://example.kz/77").how == "readdressed"
    assert next(iter(Corpus(folder))).address == "https://example.kz/77"


def test_a_file_already_inside_stays_where_it_is(folder: Path) -> None:
    assert add(folder, text(folder)).listed.file == "plan.txt"
    assert sorted(file.name for file in folder.iterdir()) == ["corpus.toml", "plan.txt"]


def test_other_bytes_of_one_edition_want_to_be_told_twice(folder: Path, inbox: Path) -> None:
    add(folder, text(inbox), address="https://example.kz/77")
    better = text(inbox, "better.txt", "Открыть все залы.")
    with pytest.raises(CorpusError, match=r"plan\.txt is listed with other bytes as the same edition"):
        add(folder, better)
    assert not (folder / "better.txt").exists()
    assert add(folder, better, replaces=True).how == "replaced"
    assert [(one.file, one.address) for one in Corpus(folder)] == [("better.txt", "https://example.kz/77")]
    assert sorted(file.name for file in folder.iterdir()) == ["better.txt", "corpus.toml"]


def test_a_changed_file_is_listed_anew_with_replace(folder: Path) -> None:
    add(folder, text(folder))
    text(folder, words="Закрыть залы.")
    assert kinds(folder) == [("changed", "plan.txt")]
    with pytest.raises(CorpusError, match="--replace"):
        add(folder, folder / "plan.txt")
    add(folder, folder / "plan.txt", replaces=True)
    assert kinds(folder) == []


def test_two_documents_of_one_name_are_refused(folder: Path, inbox: Path) -> None:
    add(folder, text(inbox))
    other = text(inbox / "deeper", "plan.md", note="Сноска. С изменениями от 01.02.2032 № 5.")
    with pytest.raises(CorpusError, match="holds another document named plan; rename"):
        add(folder, other)


def test_papers_of_two_organisations_in_files_of_one_name_are_two_documents(folder: Path, inbox: Path) -> None:
    words = "УТВЕРЖДАЮ\nДиректор КГУ «Школа № {}»\n1 сентября 2031 года\n\nПЛАН РАБОТЫ КГУ «Школа № {}» на 2031 год\n\n1. {}\n"
    for place, number, what in (("a", 7, "Мыть окна."), ("b", 8, "Мыть окна."), ("c", 7, "Мыть полы.")):
        (inbox / place).mkdir(parents=True)
        (inbox / place / "plan.txt").write_text(words.format(number, number, what), "utf-8")
    add(folder, inbox / "a" / "plan.txt")
    with pytest.raises(CorpusError, match=r"another document named plan, “.*7.*”; rename the file"):
        add(folder, inbox / "b" / "plan.txt")
    with pytest.raises(CorpusError, match="same edition"):
        add(folder, inbox / "c" / "plan.txt")
    assert add(folder, inbox / "b" / "plan.txt", replaces=True).how == "replaced"


def test_a_copy_that_was_never_listed_is_listed_now_and_never_written_over(folder: Path, inbox: Path) -> None:
    shutil.copy(text(inbox), text(folder))
    assert add(folder, inbox / "plan.txt").how == "added"
    (folder / "corpus.toml").unlink()
    with pytest.raises(CorpusError, match="holds another document named plan; rename"):
        add(folder, text(inbox, words="Открыть все залы."))


def test_what_cannot_be_read_is_not_added(folder: Path, inbox: Path) -> None:
    inbox.mkdir()
    (inbox / "empty.txt").write_bytes(b"")
    with pytest.raises(UnusableInput, match="the file is empty"):
        add(folder, inbox / "empty.txt")
    assert not folder.exists()


def fetched(
    folder: Path, inbox: Path, known: Listed | None, address: str = "https://example.kz/77", **given: str
) -> Change:
    path = text(inbox, "0a1b.txt", **given)
    return take_fetched(Corpus(folder), Retrieved(path, address, DAY, '"new"'), recognise_file, known)


def test_a_fetched_text_is_named_by_what_it_is(folder: Path, inbox: Path) -> None:
    listed = fetched(folder, inbox, None).listed
    assert (listed.file, listed.etag, listed.retrieved_on) == ("P3100000077.2031-05-05.ru.txt", '"new"', DAY)


def test_a_new_edition_stands_beside_the_old_one(folder: Path, inbox: Path) -> None:
    old = fetched(folder, inbox, None).listed
    change = fetched(folder, inbox, old, note="Сноска. С изменениями от 01.02.2032 № 5.")
    assert change.how == "added"
    assert [(one.file, one.address) for one in by_edition(Corpus(folder))] == [
        ("P3100000077.2031-05-05.ru.txt", None),
        ("P3100000077.2032-02-01.ru.txt", "https://example.kz/77"),
    ]
    assert kinds(folder) == []


def test_a_corrected_text_of_one_edition_takes_the_place_of_the_old(folder: Path, inbox: Path) -> None:
    old = fetched(folder, inbox, None).listed
    change = fetched(folder, inbox, old, words="Открыть все залы.")
    assert (change.how, change.listed.file) == ("replaced", old.file)
    assert "все залы" in (folder / old.file).read_text("utf-8")
    assert len(Corpus(folder)) == 1


def test_an_address_that_gives_another_act_changes_nothing(folder: Path, inbox: Path) -> None:
    old = fetched(folder, inbox, None).listed
    path = inbox / "0a1b.txt"
    path.write_text(PLAN.format(words="", note="").replace("№ 77", "№ 78"), "utf-8")
    with pytest.raises(CorpusError, match="gives P3100000078"):
        take_fetched(Corpus(folder), Retrieved(path, "https://example.kz/77", DAY), recognise_file, old)
    path.write_text("Страница не найдена", "utf-8")
    with pytest.raises(CorpusError, match="does not say what act it is"):
        take_fetched(Corpus(folder), Retrieved(path, "https://example.kz/77", DAY), recognise_file, old)
    assert kinds(folder) == []
