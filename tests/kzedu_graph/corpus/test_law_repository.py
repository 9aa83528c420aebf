"""A law repository as a corpus: what its history gives, what a second look reads, what is selected."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from law_repository import LawRepository

from extract.sources.recognise import recognise_file
from kzedu_graph.cli import main
from kzedu_graph.corpus.git import Repository
from kzedu_graph.corpus.law_acts import Selection
from kzedu_graph.corpus.law_texts import Texts, take_texts
from kzedu_graph.corpus.listed_repository import CorpusError
from kzedu_graph.model.records import Source


@pytest.fixture
def made(tmp_path: Path) -> LawRepository:
    repository = LawRepository(tmp_path / "clone")
    repository.grow(acts=6, commits=16)
    return repository


def sources(texts: Texts) -> dict[tuple[str, date | None, str], Source]:
    found = [recognise_file(file) for file in texts.files]
    return {(source.work, source.version_date, source.lang): source for source in found}


def assert_as_made(repository: LawRepository, texts: Texts) -> None:
    """Every act, every edition in both languages, what made it and what ended the act."""
    found = sources(texts)
    wanted = {(act.work, day, lang) for act in repository.acts for day, _ in act.editions for lang in ("ru", "kk")}
    assert set(found) == wanted
    for act in repository.acts:
        for day, cause in act.editions:
            for lang in ("ru", "kk"):
                source = found[act.work, day, lang]
                assert source.amended_by == ((cause,) if cause else ())
                assert (source.number, source.act_date) == (str(act.number), act.signed)
        last = found[act.work, act.editions[-1][0], "ru"]
        assert (last.repealed_on, last.repealed_by) == (act.repealed or (None, None))


def test_a_history_gives_every_edition_its_cause_and_the_repeals(made: LawRepository, tmp_path: Path) -> None:
    assert_as_made(made, take_texts(made.path, tmp_path / "texts", Selection()))
    assert any(act.repealed for act in made.acts)


def test_three_hundred_acts_in_nine_hundred_commits(tmp_path: Path) -> None:
    """The build of this repository, twice, is measured by the bench (`tests/bench/repository.py`)."""
    whole = LawRepository(tmp_path / "clone")
    whole.grow(acts=300, commits=900)
    assert_as_made(whole, take_texts(whole.path, tmp_path / "texts", Selection()))
    whole.grow(acts=2, commits=10)
    updated = take_texts(whole.path, tmp_path / "texts", Selection())
    assert len(set(updated.written)) <= 2 * 10
    assert_as_made(whole, updated)


def test_a_second_look_reads_what_is_new(made: LawRepository, tmp_path: Path) -> None:
    first = take_texts(made.path, tmp_path / "texts", Selection())
    assert take_texts(made.path, tmp_path / "texts", Selection()).written == []
    made.grow(acts=1, commits=4)
    second = take_texts(made.path, tmp_path / "texts", Selection())
    assert 0 < len(set(second.written)) <= 2 * 4
    assert len(second.digests) > len(first.digests)
    assert_as_made(made, second)


def test_a_history_that_is_written_anew_is_read_anew_and_tags_stay(made: LawRepository, tmp_path: Path) -> None:
    before = take_texts(made.path, tmp_path / "texts", Selection())
    made.tag("build/2031-05-05")
    tagged = {*sources(take_texts(made.path, tmp_path / "tagged", Selection(), "build/2031-05-05"))}
    made.rewrite()
    anew = take_texts(made.path, tmp_path / "texts", Selection())
    assert {*sources(anew)} == tagged
    assert anew.digests == before.digests
    assert anew.commit != before.commit
    assert Repository(made.path).tags() == ["build/2031-05-05"]
    assert {*sources(take_texts(made.path, tmp_path / "again", Selection(), "build/2031-05-05"))} == tagged


@pytest.mark.parametrize(
    ("selection", "issuers"),
    [
        (Selection(globs=("07-ministerial/*",)), {"kz-moe", "kz-mof"}),
        (Selection(kinds=("ПОСТ",)), {"kz-government"}),
        (Selection(issuers=("министра финансов",)), {"kz-mof"}),
        (Selection(issuers=("103000000000",)), {"kz-government"}),
        (Selection(since=2031), {"kz-government", "kz-moe", "kz-mof"}),
    ],
)
def test_what_is_selected_is_taken(
    made: LawRepository, tmp_path: Path, selection: Selection, issuers: set[str]
) -> None:
    found = sources(take_texts(made.path, tmp_path / "texts", selection))
    assert {source.issuer for source in found.values()} == issuers


def test_nothing_selected_is_one_clear_sentence(made: LawRepository, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no act of the repository is selected"):
        take_texts(made.path, tmp_path / "texts", Selection(since=2050))


def test_current_editions_are_one_an_act_and_language(made: LawRepository, tmp_path: Path) -> None:
    found = sources(take_texts(made.path, tmp_path / "texts", Selection(editions="current")))
    alive = [act for act in made.acts if not act.repealed]
    assert set(found) == {(act.work, act.editions[-1][0], lang) for act in alive for lang in ("ru", "kk")}


def test_a_moved_folder_is_no_repeal(made: LawRepository, tmp_path: Path) -> None:
    act = next(act for act in made.acts if not act.repealed)
    git = ["git", "-C", str(made.path), "-c", "user.name=b", "-c", "user.email=b@example.invalid"]
    subprocess.run([*git, "checkout", "-q", "main"], check=True)
    moved = f"moved/{Path(act.folder).name}"
    (made.path / "moved").mkdir()
    subprocess.run([*git, "mv", act.folder, moved], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "folders of years"], check=True)
    assert_as_made(made, take_texts(made.path, tmp_path / "texts", Selection()))


def test_an_act_in_parts_is_one_text_in_the_order_of_its_index(tmp_path: Path) -> None:
    act = tmp_path / "clone" / "06-government" / "103-pravitelstvo" / "2031" / "0505-o-sadakh-990301"
    (act / "rus").mkdir(parents=True)
    (act / "meta.yaml").write_text(
        "act_code: '990301'\nrequisite: Постановление Правительства Республики Казахстан от 5 мая 2031 года № 70\n",
        "utf-8",
    )
    index = "| Часть | Название |\n|---|---|\n| [`sec002`](rus/sec002.md) | Второй |\n| [`sec001`](rus/sec001.md) | Первый |\n"
    (act / "rus.md").write_text(f"# О садах\n\nСады растут.\n\n## Части документа\n\nРазбит.\n\n{index}", "utf-8")
    for name, words in (("sec001", "Первый раздел."), ("sec002", "Второй раздел.")):
        (act / "rus" / f"{name}.md").write_text(f"↑ [Вся редакция](../rus.md)\n\n{words}\n", "utf-8")
    (file,) = take_texts(tmp_path / "clone", tmp_path / "texts", Selection()).files
    words = file.read_text("utf-8").split("---\n", 2)[2].strip()
    assert words.split("\n\n") == ["# О садах", "Сады растут.", "Второй раздел.", "Первый раздел."]
    assert recognise_file(file).work == "P3100000070"


def test_damaged_meta_data_costs_no_other_act(made: LawRepository, tmp_path: Path) -> None:
    subprocess.run(["git", "-C", str(made.path), "checkout", "-q", "main"], check=True)
    act = next(act for act in made.acts if not act.repealed)
    folder = tmp_path / "folder" / act.folder
    folder.mkdir(parents=True)
    (folder / "meta.yaml").write_text("act_code: [", "utf-8")
    (folder / "rus.md").write_text("# О зале\n", "utf-8")
    (file,) = take_texts(tmp_path / "folder", tmp_path / "texts", Selection()).files
    assert recognise_file(file).work == f"law-{act.code}"


def test_a_corpus_takes_a_repository_follows_it_and_is_built(made: LawRepository, tmp_path: Path) -> None:
    run, folder, store = CliRunner().invoke, str(tmp_path / "corpus"), str(tmp_path / "store")
    added = run(main, ["corpus", "add", "--repository", str(made.path), "--kind", "ПОСТ,ПРИК", "--corpus", folder])
    assert added.exit_code == 0, added.output
    made.grow(acts=0, commits=2)
    updated = run(main, ["corpus", "update", "--corpus", folder])
    assert "new or changed" in updated.output, updated.output
    manifest = (tmp_path / "corpus" / "corpus.toml").read_text("utf-8")
    assert 'kind = ["ПОСТ", "ПРИК"]' in manifest
    built = run(main, ["build", "--corpus", folder, "--store", store])
    assert built.exit_code == 0, built.output
    rows = [json.loads(line) for line in run(main, ["export", "documents", "--store", store]).stdout.splitlines()]
    act = next(act for act in made.acts if act.repealed)
    own = [row for row in rows if row["work"] == act.work]
    assert {row["status"] for row in own} == {"repealed"}
    assert {(row["status_on"], row["status_act"]) for row in own} == {(str(act.repealed[0]), act.repealed[1])}
    assert all(row["pair"] for row in own)
    assert {row["issuer"] for row in rows} == {"kz-government", "kz-moe", "kz-mof"}
    assert {row["official"] for row in own} == {f"https://zan.example/{act.code}/{lang}" for lang in ("rus", "kaz")}


def test_a_clone_is_built_without_a_corpus(tmp_path: Path) -> None:
    made = LawRepository(tmp_path / "clone")
    made.grow(acts=2, commits=3)
    store = str(tmp_path / "store")
    built = CliRunner().invoke(main, ["build", "--corpus", str(made.path), "--store", store])
    assert built.exit_code == 0, built.output
    rows = CliRunner().invoke(main, ["export", "documents", "--store", store]).stdout.splitlines()
    assert len(rows) == sum(2 * len(act.editions) for act in made.acts)


@pytest.mark.parametrize(
    "arguments",
    [["corpus", "add"], ["corpus", "update"], ["corpus", "add", "--repository", "nowhere"]],
)
def test_unusable_calls_are_told_in_one_sentence(tmp_path: Path, arguments: list[str]) -> None:
    done = CliRunner().invoke(main, [*arguments, "--corpus", str(tmp_path / "corpus")])
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_front_matter_is_read_as_it_was_written(made: LawRepository, tmp_path: Path) -> None:
    file = take_texts(made.path, tmp_path / "texts", Selection()).files[0]
    said = yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
    assert said["language"] in ("rus", "kaz")
    assert isinstance(said["version_date"], date)
