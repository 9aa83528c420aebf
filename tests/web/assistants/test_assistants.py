"""Assistants over the Model Context Protocol: the SDK's own client on both transports, and a session of ten questions."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters, stdio_client
from mcp.types import TextResourceContents

from kzedu_graph.store.stores import open_store
from kzedu_graph.store.texts import Texts

pytestmark = pytest.mark.xdist_group("demonstration")

KZEDU = (sys.executable, "-c", "from kzedu_graph.cli import main; main()")
ADDRESS = "https://kzedu.example.org"
TOOLS = {
    *("search", "body", "measure", "duties", "due", "trace", "changes"),
    *("ask", "schema", "sparql", "quote", "coverage"),
}
PATIENCE = 90
Answer = dict[str, Any]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "KZEDU_ADDRESS": ADDRESS, **more}


@pytest.fixture(scope="module")
def over_http(demonstration: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = ["mcp", "--http", "--port", str(port), "--store", str(demonstration)]
    server = subprocess.Popen([*KZEDU, *arguments], env=environment(), stderr=subprocess.PIPE, text=True)
    for _ in range(PATIENCE * 10):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}/mcp"
    server.terminate()
    server.communicate(timeout=PATIENCE)


@asynccontextmanager
async def connected(transport: str, over_http: str, store: Path, **more: str) -> AsyncIterator[Client]:
    if transport == "http":
        async with Client(over_http) as client:
            yield client
        return
    command = StdioServerParameters(
        command=KZEDU[0], args=[*KZEDU[1:], "mcp", "--store", str(store)], env=environment(**more)
    )
    async with Client(stdio_client(command)) as client:
        yield client


def run(session: Callable[[], Coroutine[Any, Any, None]]) -> None:
    anyio.run(session)


async def told(client: Client, tool: str, **arguments: Any) -> Answer:
    answer = await client.call_tool(tool, arguments)
    assert not answer.is_error, answer.content
    assert isinstance(answer.structured_content, dict)
    return answer.structured_content


async def refused(client: Client, tool: str, **arguments: Any) -> str:
    answer = await client.call_tool(tool, arguments)
    assert answer.is_error
    return str(answer.content[0].text)  # type: ignore[union-attr]


@pytest.mark.parametrize("transport", ["stdio", "http"])
def test_what_is_offered(transport: str, over_http: str, demonstration: Path) -> None:
    async def session() -> None:
        async with connected(transport, over_http, demonstration) as client:
            tools = (await client.list_tools()).tools
            assert {tool.name for tool in tools} == TOOLS
            for tool in tools:
                assert tool.description
                assert tool.annotations
                assert tool.annotations.read_only_hint
            instructions = client.session.instructions or ""
            assert "Claim nothing without the quote" in instructions
            resources = (await client.list_resources()).resources
            assert {str(each.uri) for each in resources} == {"kzedu://model", "kzedu://gallery"}
            model = await read(client, "kzedu://model")
            assert "kzedu:Measure" in model
            questions = json.loads(await read(client, "kzedu://gallery"))
            assert {"what-a-body-owes", "due-in-a-period"} <= {each["name"] for each in questions}
            assert "SELECT" in await read(client, "kzedu://gallery/what-a-body-owes")

    run(session)


async def read(client: Client, uri: str) -> str:
    (found,) = (await client.read_resource(uri)).contents
    assert isinstance(found, TextResourceContents)
    return found.text


async def asks_coverage(client: Client) -> None:
    """What is here, and may I believe it?"""
    here = await told(client, "coverage", lang="en")
    assert here["invented"] is True
    assert here["as_of"] == "2034-06-01"
    assert len(here["texts"]) == 10
    assert here["counts"]["measures"] == 62
    assert here["accuracy"]["measures"]["lowest_recall"] > 0.8
    assert "Reports on what was carried out" in here["not_here"]


async def asks_search(client: Client) -> None:
    """Who trains librarians? (asked in Russian)"""
    found = await told(client, "search", text="подготовка библиотекарей", kind="measure", lang="ru", limit=5)
    first = found["results"][0]
    assert first["id"].endswith("measure/P3200009012/7")
    assert first["status"] == "in-force"
    assert first["edition"] == "P3200009012/2033-05-11/ru"
    assert "Подготовка библиотекарей" in first["quote"]
    assert first["page"] == f"{ADDRESS}/measure/P3200009012/7"
    repealed = next(each for each in found["results"] if "P3100009001" in each["id"])
    assert (repealed["status"], repealed["ended_by"]) == ("repealed", "P3200009012")


async def asks_measure(client: Client) -> None:
    """Who exactly, by when, with what proof, in both languages?"""
    measure = await told(client, "measure", name="P3200009012/7", lang="kk")
    assert [text["language"] for text in measure["texts"]] == ["kk", "ru"]
    kazakh = measure["texts"][0]
    assert [(p["agency"], p["binding"], p["part"]) for p in kazakh["responsible"]] == [
        ("demo-ministry-reading", "bound", 1),
        ("demo-akimats", "bound", 2),
        ("demo-league", "by-agreement", 2),
    ]
    assert [each["as_written"] for each in kazakh["deadlines"]] == [
        "2032 жылғы қыркүйек",
        "2033 – 2034 жылдардағы желтоқсан",
    ]
    assert "name_language" not in measure


async def asks_duties(client: Client) -> None:
    """What is the League bound to do?"""
    duties = await told(client, "duties", body="Лига чтецов", role="bound", lang="ru")
    assert duties["body"]["key"] == "demo-league"
    assert [each["number"] for each in duties["results"] if each["kind"] == "measure"] == ["30"]
    everything = await told(client, "duties", body="demo-league", lang="ru", limit=50)
    assert everything["total"] == len(everything["results"])
    assert {each["status"] for each in everything["results"]} == {"in-force"}
    nothing = await told(client, "duties", body="demo-league", day="2030-01-01")
    assert not [each for each in nothing["results"] if each["kind"] == "measure"]


async def asks_due(client: Client) -> None:
    """What is due in the rest of the year?"""
    due = await told(client, "due", since="2034-06-01", until="2034-12-31", limit=50)
    days = [each["due_by"] for each in due["results"]]
    assert days == sorted(days)
    assert days
    assert all(date(2034, 6, 1) <= date.fromisoformat(day) <= date(2034, 12, 31) for day in days)
    assert all(each["quote"] and each["cite"].startswith(ADDRESS) for each in due["results"])


async def asks_trace(client: Client) -> None:
    """To whom does the League answer, and what is it for?"""
    trace = await told(client, "trace", name="demo-league", depth=2, lang="en")
    assert trace["name"] == "League of Readers"
    links = {each["link"] for each in trace["what_for"]}
    assert links == {"carries out"}
    assert any(each.get("by_agreement") for each in trace["what_for"])
    assert all(each["quote"] for each in trace["what_for"])


async def asks_changes(client: Client) -> None:
    """What did the amendment change for the Ministry of Reading?"""
    changed = await told(client, "changes", body="demo-ministry-reading", programme="P3200009012", limit=50)
    assert changed["total"] > 5
    amended = [each for each in changed["results"] if each.get("act") == "P3300009027"]
    assert amended
    assert all(each.get("old_quote") or each.get("new_quote") for each in amended)


async def asks_ask(client: Client) -> None:
    """A checked question."""
    asked = await told(client, "ask", question="what-a-body-owes", params={"agency": "demo-league"}, lang="kk")
    assert asked["question"] == "Орган барлық құжаттар бойынша не атқаруға тиіс?"
    assert {row["agency"].rpartition("/")[2] for row in asked["results"]} == {"demo-league"}


async def asks_sparql_and_schema(client: Client) -> None:
    """A question of one's own."""
    rows = await told(client, "sparql", query="SELECT (COUNT(DISTINCT ?m) AS ?n) WHERE { ?m a kzedu:Measure }")
    assert rows["results"] == [{"n": "62"}]
    terms = await told(client, "schema", about="byAgreement")
    assert terms["terms"][0]["term"] == "kzedu:byAgreement"


async def asks_quote(client: Client, texts: Texts) -> None:
    """The very words."""
    quoted = await told(client, "quote", iri="measure/P3200009012/7", lang="ru")
    for each in quoted["quotes"]:
        text = texts.get(f"https://w3id.org/kzedu/id/document/{each['edition']}")
        assert text
        assert text[each["start"] : each["end"]] == each["words"]
    assert quoted["quotes"][0]["language"] == "ru"
    assert quoted["quotes"][0]["cite"].startswith(f"{ADDRESS}/document/")


@pytest.mark.parametrize("transport", ["stdio", "http"])
def test_a_session_of_ten_questions(transport: str, over_http: str, demonstration: Path) -> None:
    """An auditor's afternoon: each answer is checked against the texts of the demonstration."""
    with open_store(demonstration) as store:
        folder = store.texts_folder()
    assert folder

    async def session() -> None:
        async with connected(transport, over_http, demonstration) as client:
            for question in (
                *(asks_coverage, asks_search, asks_measure, asks_duties, asks_due),
                *(asks_trace, asks_changes, asks_ask, asks_sparql_and_schema),
            ):
                await question(client)
            await asks_quote(client, Texts(folder))

    run(session)


def test_answers_are_short_and_paged(over_http: str, demonstration: Path) -> None:
    async def session() -> None:
        async with connected("http", over_http, demonstration) as client:
            seen: list[str] = []
            offset: int | None = 0
            while offset is not None:
                page = await told(client, "duties", body="demo-ministry-reading", limit=10, offset=offset)
                assert len(json.dumps(page, ensure_ascii=False)) < 16_000
                seen += [each["id"] for each in page["results"]]
                offset = page["next_offset"]
            assert len(seen) == len(set(seen)) == page["total"] > 20
            for tool in ("coverage",):
                assert len(json.dumps(await told(client, tool), ensure_ascii=False)) < 16_000

    run(session)


def test_what_cannot_be_answered_is_one_sentence(over_http: str, demonstration: Path) -> None:
    async def session() -> None:
        async with connected("http", over_http, demonstration) as client:
            assert "no body is called 'Ministry of Silly Walks'" in await refused(
                client, "body", name="Ministry of Silly Walks"
            )
            assert "only answers questions" in await refused(client, "sparql", query="DELETE WHERE { ?s ?p ?o }")
            assert "write 2031-05-05" in await refused(client, "due", since="soon", until="later")
            assert "what-a-body-owes" in await refused(client, "ask", question="unknown")
            assert "no measure" in await refused(client, "measure", name="P3200009012/999")
            assert "there is no programme" in await refused(client, "changes", programme="P9999999999")
            assert await refused(client, "search", text="x" * 1000)

    run(session)


def test_the_limits_are_those_of_the_endpoint(over_http: str, demonstration: Path) -> None:
    async def session() -> None:
        limits = {"KZEDU_LIMIT_SECONDS": "0.5", "KZEDU_LIMIT_ROWS": "30"}
        async with connected("stdio", over_http, demonstration, **limits) as client:
            long = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
            assert "stopped after 0.5 s" in await refused(client, "sparql", query=long)
            rows = await told(client, "sparql", query="SELECT ?m WHERE { ?m a kzedu:Measure }", limit=50)
            assert rows["cut"] is True
            assert rows["total"] == 30

    run(session)


def test_requests_that_name_another_host_are_refused(over_http: str) -> None:
    import httpx

    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    accepted = {"Accept": "application/json, text/event-stream", "Host": "evil.example.org"}
    assert httpx.post(over_http, json=body, headers=accepted).status_code == 421


def test_a_taken_port_and_a_missing_store_are_told(demonstration: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*KZEDU, "mcp", "--http", "--port", port, "--store", str(demonstration)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, "cannot be listened on" in done.stderr) == (2, True)
    done = subprocess.run([*KZEDU, "mcp", "--store", str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_without_the_extra_one_sentence_names_it(demonstration: Path) -> None:
    script = "import sys; sys.modules['mcp'] = None\nfrom kzedu_graph.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "mcp", "--store", str(demonstration)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (
        2,
        "kzedu: the extra is not installed: pip install 'kzedu-graph[assistants]'\n",
    )
