"""The server of the Model Context Protocol: the one door to its SDK (https://modelcontextprotocol.io).

Over standard input and output for an assistant on the same machine, over streamable HTTP for others. Everything only
reads, under the same limits as the SPARQL endpoint.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from threading import Thread
from typing import Annotated, Any, Literal, ParamSpec

import uvicorn
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import ToolAnnotations
from pydantic import Field
from starlette.types import ASGIApp, Receive, Scope, Send

from kzedu_graph.model.errors import KzeduError
from kzedu_graph.store.engine.answers import StoreError, asking_client
from kzedu_graph.vocabulary.about.notices import INVENTED
from kzedu_graph.vocabulary.about.versions import version
from web.assistants import duties as owed
from web.assistants import finding, questions, reported, texts, tracing
from web.assistants.citing import Citing
from web.endpoint.clients import Clients
from web.views.site import Site

INSTRUCTIONS = """\
Duties that Kazakhstan's education policy lays on bodies: who must do what, by when, with what proof, as the official
texts say it in Kazakh and Russian.

Rules for every answer that you give from here:
1. Claim nothing without the quote that proves it: give the words of `quote`, their edition, and the address in `cite`
   or `page`. What has no quote here is not known here.
2. Say the status (in-force, not-yet, lapsed, repealed) and the day (`as_of`). What is repealed or lapsed binds nobody.
3. A body "by agreement" takes part only if it agrees; it is not bound. A recommendation or an intention binds nobody.
4. What is not found here may exist elsewhere: call `coverage` and say which texts were looked at, and as of when.
5. Where `invented` is true everything is a demonstration: say so.
Begin with `search` or `body`; dates are ISO days; answers are paged (`next_offset`)."""

Lang = Annotated[
    Literal["kk", "ru", "en"],
    Field(description="Language of names and notices; quotes are as the text has them"),
]
Limit = Annotated[int, Field(ge=1, le=50, description="Rows of the page")]
Offset = Annotated[int, Field(ge=0, description="Rows to pass over: `next_offset` of the page before")]
Body = Annotated[str, Field(max_length=300, description="A body by its key (kz-moe), its IRI or any of its names")]
Words = Annotated[str, Field(max_length=300)]
Answer = dict[str, Any]
_LARGEST = 1 << 20
"""Bytes of a request over HTTP."""
P = ParamSpec("P")


class AssistantsServer:
    """The tools, resources and transports over an explorer's site; `address` is where its pages are, if public."""

    def __init__(self, site: Site, address: str = "") -> None:
        self.site = site
        self.address = address.rstrip("/")
        self.mcp: MCPServer[Any] = MCPServer(
            "kzedu-graph",
            title="Duties in Kazakhstan's education policy",
            instructions=INSTRUCTIONS,
            version=version(),
            website_url=self.address or None,
            log_level="WARNING",
        )
        for tool in (
            *(self.search, self.body, self.measure, self.duties, self.due, self.trace, self.changes),
            *(self.reports, self.ask, self.schema, self.sparql, self.quote, self.coverage),
        ):
            self.mcp.tool(annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False))(_told(tool))
        self.mcp.resource("kzedu://model", mime_type="application/json", title="Classes and properties")(self.model)
        self.mcp.resource("kzedu://gallery", mime_type="application/json", title="Questions of the gallery")(
            self.gallery
        )
        self.mcp.resource("kzedu://gallery/{name}", mime_type="application/sparql-query", title="A question as SPARQL")(
            self.gallery_query
        )

    def _see(self, lang: str) -> Citing:
        return Citing(self.site, lang, self.address)

    def _stamped(self, see: Citing, answer: Answer) -> Answer:
        """The answer with the build and the day that it is of, and a notice where all is invented."""
        told: Answer = {"as_of": see.today.isoformat(), "build": self.site.store.version}
        if see.site.catalogue.description.invented:
            told |= {"invented": True, "notice": INVENTED[see.lang]}
        return {**told, **answer}

    # ---- tools

    def search(
        self,
        text: Words,
        kind: Literal["agency", "measure", "indicator", "provision", "document"] | None = None,
        lang: Lang = "en",
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Answer:
        """Find bodies, measures, indicators, provisions and documents by words in Kazakh, Russian or English."""
        see = self._see(lang)
        return self._stamped(see, finding.search(see, text, kind, limit, offset))

    def body(self, name: Body, lang: Lang = "en") -> Answer:
        """Who a body is: its names, predecessors and successors, and how many duties it has now."""
        see = self._see(lang)
        return self._stamped(see, finding.body(see, name))

    def measure(
        self,
        name: Annotated[str, Field(max_length=200, description="PROGRAMME/NUMBER (P2300000249/63-1) or an IRI")],
        lang: Lang = "en",
    ) -> Answer:
        """One measure as each text words it: who is bound, by when, with what proof, each language with its quote."""
        see = self._see(lang)
        return self._stamped(see, owed.measure(see, name))

    def duties(
        self,
        body: Body,
        day: Annotated[str | None, Field(description="The day of which it is asked; today by default")] = None,
        role: Annotated[
            Literal["lead", "co", "agreement", "bound", "prose"] | None,
            Field(description="lead or co-executor, by agreement only, bound (lead, co and prose), or prose only"),
        ] = None,
        lang: Lang = "en",
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Answer:
        """What a body must do by plans and prose in force on a day, the next deadlines first."""
        see = self._see(lang)
        return self._stamped(see, owed.duties(see, body, day, role, limit, offset))

    def due(
        self,
        since: Annotated[str, Field(description="First day, as in 2031-01-01")],
        until: Annotated[str, Field(description="Last day")],
        body: Body | None = None,
        lang: Lang = "en",
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Answer:
        """What is due in a period, of all bodies or of one, in the order of days."""
        see = self._see(lang)
        return self._stamped(see, owed.due(see, since, until, body, limit, offset))

    def trace(
        self,
        name: Annotated[str, Field(max_length=300, description="A body, a measure or an indicator: key, IRI or name")],
        depth: Annotated[int, Field(ge=1, le=3, description="How many links to follow")] = 1,
        lang: Lang = "en",
    ) -> Answer:
        """The chain of responsibility through a thing: what it is for, who answers for it, each link with its quote."""
        see = self._see(lang)
        return self._stamped(see, tracing.trace(see, name, depth))

    def changes(
        self,
        programme: Annotated[str | None, Field(description="A programme by its key, as in P2300000249")] = None,
        body: Body | None = None,
        lang: Lang = "en",
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Answer:
        """What amendments changed, field by field, with both wordings and the act that did it; the latest first."""
        see = self._see(lang)
        return self._stamped(see, tracing.changes(see, programme, body, limit, offset))

    def reports(
        self,
        about: Annotated[
            str | None, Field(max_length=300, description="A measure, an indicator or a programme: key, path or IRI")
        ] = None,
        body: Body | None = None,
        state: Annotated[
            Literal["not-started", "limited", "substantial", "complete", "no-evidence"] | None,
            Field(description="How far the duty is done, as the report says"),
        ] = None,
        lang: Lang = "en",
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Answer:
        """What people say was done: reports beside the plan, which no text proves. No report means nothing is known."""
        see = self._see(lang)
        return self._stamped(see, reported.reports(see, about, body, state, limit, offset))

    def ask(
        self,
        question: Annotated[str, Field(description="A name of the resource kzedu://gallery, as in what-a-body-owes")],
        params: Annotated[dict[str, str] | None, Field(description="Its parameters; the rest have defaults")] = None,
        lang: Lang = "en",
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Answer:
        """A checked question of the gallery; call it without knowing the name and it names all that there are."""
        see = self._see(lang)
        return self._stamped(see, questions.ask(see, question, params or {}, limit, offset))

    def schema(
        self,
        about: Annotated[str | None, Field(max_length=100, description="Words of a term's name or meaning")] = None,
        lang: Lang = "en",
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Answer:
        """Classes and properties for `sparql`, with what they join and the prefixes."""
        see = self._see(lang)
        return self._stamped(see, questions.schema(see, about, limit, offset))

    def sparql(self, query: str, limit: Limit = 20, offset: Offset = 0) -> Answer:
        """SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE, under the limits of the endpoint; prefixes are known."""
        see = self._see("en")
        return self._stamped(see, questions.sparql(see, query, limit, offset))

    def quote(
        self,
        iri: Annotated[str, Field(max_length=300, description="A thing or a quote by its IRI or its path")],
        lang: Lang = "en",
    ) -> Answer:
        """The words of the texts behind a thing, whole, with what stands around them and the address of the place."""
        see = self._see(lang)
        return self._stamped(see, texts.quote(see, iri))

    def coverage(self, lang: Lang = "en") -> Answer:
        """Which texts are here and as of when, how right the reading was measured to be, and what is not here."""
        see = self._see(lang)
        return self._stamped(see, texts.coverage(see))

    # ---- resources

    def model(self) -> str:
        """Every class, property and code of the graph, in English."""
        return json.dumps(questions.schema(self._see("en"), None, 10_000, 0), ensure_ascii=False)

    def gallery(self) -> str:
        """The questions of the gallery with their parameters, in English."""
        return json.dumps(questions.gallery(self._see("en")), ensure_ascii=False)

    def gallery_query(self, name: str) -> str:
        """The SPARQL of a question of the gallery."""
        return questions.text_of(name)

    # ---- transports

    def warm(self) -> None:
        """Read what answers are made of, beside what goes on, so that the first question does not wait for it."""
        Thread(target=self._read_cards, daemon=True).start()

    def _read_cards(self) -> None:
        with suppress(StoreError):  # whoever asks is told
            assert self.site.cards

    def run_http(self, host: str, port: int, hosts: list[str]) -> None:
        """Serve streamable HTTP until interrupted."""
        self.warm()
        uvicorn.run(self.http_app(host, hosts), host=host, port=port, log_level="warning")

    def run_stdio(self) -> None:
        """Serve the assistant at the other end of standard input and output, until it goes."""
        self.warm()
        self.mcp.run("stdio")

    def http_app(self, host: str, hosts: list[str]) -> ASGIApp:
        """The application for streamable HTTP at `/mcp`, without sessions; `hosts` are those that requests may name."""
        security = TransportSecuritySettings(
            allowed_hosts=hosts,
            allowed_origins=[f"{scheme}://{name}" for name in hosts for scheme in ("http", "https")],
        )
        app = self.mcp.streamable_http_app(
            json_response=True,
            stateless_http=True,
            transport_security=security,
            host=host,
            max_request_body_size=1 << 20,
        )
        return _KnowsClients(app)


class _KnowsClients:
    """Says for whom a question is asked, so that clients are treated alike, as the endpoint does."""

    def __init__(self, app: ASGIApp, clients: Clients | None = None) -> None:
        self._app = app
        self._clients = clients or Clients()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            told = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
            environ = {"HTTP_" + name.upper().replace("-", "_"): value for name, value in told.items()}
            asking_client.set(self._clients.name({**environ, "REMOTE_ADDR": (scope["client"] or ("", 0))[0]}))
        await self._app(scope, receive, send)


def _told(tool: Callable[P, Answer]) -> Callable[P, Answer]:
    """The tool, whose clear errors reach the assistant as they are."""

    @wraps(tool)
    def called(*args: P.args, **kwargs: P.kwargs) -> Answer:
        try:
            return tool(*args, **kwargs)
        except KzeduError as error:
            raise ToolError(str(error)) from error

    return called
