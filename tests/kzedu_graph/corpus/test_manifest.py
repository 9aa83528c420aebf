"""A corpus and its manifest: what is added, refused, found wrong, and read by a build."""

from __future__ import annotations

import json
import shlex
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from places import ROOT

from extract.inputs.endings import ENDINGS
from extract.inputs.parts import UnusableInput
from extract.sources.recognise import recognise_file
from kzedu_graph.cli import main
from kzedu_graph.corpus.additions import Change, Retrieved, add_file, take_fetched
from kzedu_graph.corpus.listed_repository import CorpusError
from kzedu_graph.corpus.manifest import Corpus, Listed, by_edition, check_corpus
from kzedu_graph.model.corpus import CorpusDescription

DAY = date(2031, 6, 1)
PLAN = "О читальных залах\nПостановление Правительства Республики Казахстан от 5 мая 2031 года № 77.\n\n{note}\n\n1. {words}\n"


def text(folder: Path, name: str = "plan.txt", words: str = "Открыть залы.", note: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(PLAN.format(words=words, note=note), "utf-8")
    return path


def add(folder: Path, path: Path, **options: object) -> Change:
    return add_file(Corpus(folder), path, recognise_file, DAY, **options)  # type: ignore[arg-type]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return tmp_path / "inbox"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "corpus"


def kinds(folder: Path) -> list[tuple[str, str]]:
    return [(problem.kind, problem.file) for problem in check_corpus(Corpus(folder), ENDINGS)]


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


def test_a_bad_file_among_several_costs_none_of_the_others(folder: Path, inbox: Path) -> None:
    good, other = text(inbox, "good.txt"), text(inbox, "other.txt")
    other.write_text(other.read_text("utf-8").replace("№ 77", "№ 78"), "utf-8")
    bad = inbox / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    code, out, err = run("corpus", "add", "--corpus", folder, good, bad, other)
    assert code == 1
    assert [line for line in out.splitlines() if line.startswith("added")] == ["added good.txt", "added other.txt"]
    assert "bad.docx" in err
    assert "2 of 3 files" in err
    assert run("corpus", "add", "--corpus", folder, good, bad)[0] == 1
    code, _, err = run("corpus", "add", "--corpus", folder, bad, bad)
    assert (code, "none of 2 files" in err) == (2, True)
    code, _, err = run("corpus", "add", "--corpus", folder, bad)
    assert (code, err.count("bad.docx")) == (2, 1)


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


def run(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    return done.exit_code, done.stdout, done.stderr


def test_the_command_says_what_was_recognised_and_what_helps(folder: Path, inbox: Path) -> None:
    letter = text(inbox)
    letter.write_text(letter.read_text("utf-8").replace("Правительства", "акима города Самал"), "utf-8")
    code, out, _ = run("corpus", "add", letter, "--corpus", folder)
    assert code == 0
    assert "added plan.txt\n  work          act-2031-05-05-77-akim-city-sml\n" in out
    assert "issuer        not recognised: no body of the registry has the name" in out
    code, out, _ = run("corpus", "list", "--corpus", folder, "--format", "jsonl")
    assert json.loads(out)["version_date"] == "2031-05-05"
    assert run("corpus", "check", "--corpus", folder)[0] == 0
    (folder / "plan.txt").unlink()
    assert run("corpus", "check", "--corpus", folder) == (
        1,
        "missing: plan.txt: the file is not there\n",
        "1 documents, 1 problems\n",
    )
    assert run("corpus", "list", "--corpus", inbox)[0] == 2
    assert run("corpus", "add", inbox / "no.txt", "--corpus", folder)[0] == 2


def test_a_build_reads_what_the_manifest_lists_and_says_what_it_leaves_out(
    folder: Path, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from kzedu_graph.cli.command import Unusable
    from kzedu_graph.cli.reading import texts_to_read

    add(folder, text(inbox))
    text(folder, "stray.txt")
    assert texts_to_read((folder,), folder / "store")[0] == [folder / "plan.txt"]
    assert "stray.txt is not in corpus.toml and is left out" in capsys.readouterr().err
    (folder / "plan.txt").unlink()
    with pytest.raises(Unusable, match="toml lists it"):
        texts_to_read((folder,), folder / "store")


PLAN_ROWS = (
    ("№ п/п", "Наименование мероприятия", "Форма завершения", "Срок исполнения", "Ответственные исполнители"),
    ("1.", "Закладка садов при опорных школах", "отчет в МП", "декабрь 2031 – 2033 годов", "МП, МИО"),
    (
        "2.",
        "Разработка правил ухода за садом",
        "приказ Министра просвещения Республики Казахстан",
        "июнь 2032 года",
        "МП",
    ),
)


def download(path: Path) -> None:
    """A plan as a Word document, as somebody finds it in a folder of downloads."""
    word = docx.Document()
    word.add_paragraph("О Плане мероприятий по развитию школьных садов на 2031 – 2033 годы")
    word.add_paragraph("Постановление Правительства Республики Казахстан от 5 мая 2031 года № 77.")
    word.add_paragraph("1. Утвердить прилагаемый План мероприятий.")
    word.add_heading("План мероприятий по развитию школьных садов", 1)
    table = word.add_table(0, len(PLAN_ROWS[0]))
    for row in PLAN_ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    word.save(path)


def commands_of_the_guide() -> list[str]:
    guide = (ROOT / "docs" / "adding-a-document.md").read_text("utf-8")
    return guide.partition("## From a download to its page")[2].split("```sh\n")[1].split("\n```")[0].splitlines()


def page(address: str, process: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": "text/html"})) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.URLError:
            time.sleep(0.2)
    raise AssertionError(f"{address} did not answer")


def test_the_guide_leads_from_a_download_to_its_page_in_five_commands(tmp_path: Path) -> None:
    commands = commands_of_the_guide()
    assert len(commands) <= 5
    downloaded = tmp_path / "my-plan.docx"
    download(downloaded)
    kzedu = [
        sys.executable,
        "-c",
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from kzedu_graph.cli import main; main()",
    ]
    calls = [
        [*kzedu, *(str(downloaded) if word.startswith("~") else word for word in shlex.split(line)[1:])]
        for line in commands
    ]
    told = ""
    for call in calls[:-1]:
        done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        told += done.stdout
    place = next(line.split()[2].rstrip(",") for line in told.splitlines() if line.startswith("  its page"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [*calls[-1], "--port", str(port)], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            shown = page(f"http://127.0.0.1:{port}{place}", server)
        finally:
            server.terminate()
    assert "О Плане мероприятий по развитию школьных садов" in shown
    assert "Закладка садов при опорных школах" in shown


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
