"""The cards of the build that is served, read anew when another build is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock

from kzedu_graph.chains.graph import Chains
from kzedu_graph.model.corpus import CorpusDescription
from kzedu_graph.store.answer_cache import AnswerCache
from kzedu_graph.store.description import describe_corpus
from kzedu_graph.store.gallery import Query
from kzedu_graph.store.stores import Store
from web.views.card_reading import read_cards
from web.views.network import Network, build_network
from web.views.questions import Row, read_rows
from web.views.read_model import Cards
from web.views.search import Index, build_index

_MOST_KEPT_ANSWERS, _MOST_KEPT_ROWS = 100, 3_000
_MOST_KEPT_BYTES = 24 << 20


class Catalogue:
    """The cards and the search index of the build that is served now."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._lock = Lock()
        self._cards: Cards | None = None
        self._index: Index | None = None
        self._network: Network | None = None
        self._chains: Chains | None = None
        self._answers: dict[tuple[object, ...], tuple[list[Row], bool]] = {}
        self._description: tuple[str, CorpusDescription] | None = None
        self._files = AnswerCache[bytes](_MOST_KEPT_BYTES, len)

    @property
    def cards(self) -> Cards:
        """The cards of the served build. Raises `StoreError` where there is none."""
        version = self.store.version
        cards = self._cards
        if cards is None or cards.version != version:
            with self._lock:
                if self._cards is None or self._cards.version != version:
                    read = read_cards(self.store, version)
                    self._network = build_network(read)
                    self._chains = Chains.read(self.store.select)
                    self._index = build_index(read)  # before the cards: whoever sees these finds their index
                    self._cards = read
                cards = self._cards
        return cards

    @property
    def description(self) -> CorpusDescription:
        """What the corpus of the served build says of itself. Raises `StoreError` where there is none."""
        version = self.store.version
        if self._description is None or self._description[0] != version:
            self._description = version, describe_corpus(self.store)
        return self._description[1]

    def rows(self, query: Query, values: Mapping[str, str]) -> tuple[list[Row], bool]:
        """The answer to a question of the gallery, and whether it was cut; kept while the same build is served.

        Raises `ParamError` for a value that is none of its kind, and `StoreError`.
        """
        asked = (self.store.version, query.name, *sorted(values.items()))
        held = self._answers.get(asked)
        if held is None:
            answer = self.store.query(query.text, accept=self.store.tables, params=query.bind(values))
            held = read_rows(answer), bool(answer.cut)
            if len(held[0]) <= _MOST_KEPT_ROWS:
                if len(self._answers) >= _MOST_KEPT_ANSWERS:
                    self._answers.clear()  # of an earlier build, or of many readers: all are soon asked anew
                self._answers[asked] = held
        return held

    def file(self, asked: tuple[str, ...], make: Callable[[], bytes]) -> bytes:
        """A file that is dear to make, such as a spreadsheet; kept while the same build is served."""
        return self._files.get(self.store.version, asked, make)

    @property
    def index(self) -> Index:
        """The search index of the served build."""
        cards = self.cards
        return self._index or build_index(cards)

    @property
    def network(self) -> Network:
        """The things of the served build and what ties them together."""
        cards = self.cards
        return self._network or build_network(cards)

    @property
    def chains(self) -> Chains:
        """The chains of responsibility of the served build."""
        _ = self.cards
        return self._chains or Chains.read(self.store.select)
