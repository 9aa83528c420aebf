"""A build's texts put together: their parts, made where they are not kept, and all that the parts say together.

Only summaries are held of every text at once; parts are read one at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from rdflib import Literal
from rdflib.namespace import PROV, RDF, RDFS

from kzedu_graph.building.checking import Checked, Tally, check_plan, said_together
from kzedu_graph.building.duplicates import duplicate_triples, part_duplicates
from kzedu_graph.building.edition_pair import (
    EditionPair,
    join_amended,
    join_editions,
    join_languages,
    join_programmes,
)
from kzedu_graph.building.integrity import check_common
from kzedu_graph.building.left_out import LeftOut, left_out_triples
from kzedu_graph.building.nquads import (
    AUDIT,
    CHANGES,
    CURRENT,
    REGISTRY,
    RUN,
    Block,
    blocks_of,
    in_graph,
    lines_of,
)
from kzedu_graph.building.part_store import PartStore
from kzedu_graph.building.parts import BuildPart, Summary, source_iri
from kzedu_graph.building.reported import readable, reported_blocks, works_of
from kzedu_graph.building.static_graphs import static_blocks
from kzedu_graph.comparison.amended import held_editions, is_last_before
from kzedu_graph.comparison.continuity import successive_programmes
from kzedu_graph.comparison.editions import compared_editions, current_editions
from kzedu_graph.comparison.parity import language_pairs
from kzedu_graph.comparison.texts import Heirs, heirs_of
from kzedu_graph.mapping.standing import standing_triples
from kzedu_graph.mapping.statements import Triple
from kzedu_graph.model.corpus import CorpusDescription
from kzedu_graph.model.errors import NothingReadError
from kzedu_graph.model.findings import Finding
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.reported.files import read_reports
from kzedu_graph.store.engine.answers import StoreError
from kzedu_graph.store.texts import Words
from kzedu_graph.validation.audit import Check
from kzedu_graph.validation.shacl import in_order
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.about.notices import INVENTED
from kzedu_graph.vocabulary.fingerprint import key_of
from kzedu_graph.vocabulary.iris import KZEDU, SH


class Assembly:
    """The parts of a build's texts, all of them kept, in the order of their files; one text an edition."""

    def __init__(
        self,
        part_store: PartStore,
        summaries: Sequence[Summary],
        left_out: Sequence[LeftOut] = (),
        description: CorpusDescription = CorpusDescription(),  # noqa: B008  (it is frozen)
        reported: Sequence[Path] = (),
    ) -> None:
        self._part_store = part_store
        self._reported, self._unreadable = readable(reported)
        self._description = description
        told = repr(description)  # kept as a part, for a build of other words about the whole is another build
        part_store.take(key_of(b"description", told.encode()), str, lambda: told)
        self.left_out = tuple(sorted(left_out, key=lambda each: (each.name, each.code)))
        self._given = tuple(summaries)
        self.summaries, self.duplicates = part_duplicates(summaries)
        current = current_editions(self.summaries)
        self._shown = frozenset(summary.key for summary in current)
        self._compared = compared_editions(self.summaries)
        self._successive = successive_programmes(current)
        self._names: dict[str, bytes] = {}
        self._static = part_store.take(key_of(b"static"), tuple, static_blocks)
        keys = [f"{duplicate.left_out.key} {duplicate.taken.key}".encode() for duplicate in self.duplicates]
        self._told = part_store.take(key_of(b"duplicates", *keys), tuple, self._tell_duplicates) if keys else ()

    def without(self, refused: Sequence[LeftOut]) -> Assembly:
        """The same without texts that are refused."""
        names = {each.name for each in refused}
        kept = [summary for summary in self._given if summary.file not in names]
        return Assembly(self._part_store, kept, [*self.left_out, *refused], self._description, self._reported)

    def findings(self) -> Iterator[Finding]:
        """What is said of all that is not in the graph: files, texts, records, names."""
        yield from (each.finding() for each in self.left_out)
        yield from (finding for summary in self.summaries for finding in summary.left_out)
        yield from (finding for pair in self.pairs() for finding in pair.left_out)
        yield from self._unreadable

    def check_any(self) -> None:
        """Raises NothingReadError where no text is left."""
        if self.left_out and not self.summaries:
            first = self.left_out[0].finding().message["en"]
            others = len(self.left_out) - 1
            raise NothingReadError(
                f"{first} Nothing could be read" + (f", {others} other files neither." if others else ".")
            )

    def compare(self) -> None:
        """Make what is not kept of all that other texts have a say in; hold the names that texts take over."""
        for later, pair in self._editions():
            if pair.names:
                self._names[later.key] = self._names.get(later.key, b"") + pair.names
        for summary in self.summaries:
            if summary.key not in self._shown:
                self._unshown(summary)

    def pairs(self) -> Iterator[EditionPair]:
        """What every two texts say that are compared; what is not kept is made."""
        yield from (pair for _, pair in self._editions())
        for earlier, later in self._successive:
            key = key_of(b"programmes", earlier.key.encode(), later.key.encode())
            yield self._part_store.take(key, EditionPair, partial(self._join_programmes, earlier, later))
        for kazakh, russian in language_pairs(self.summaries):
            key = key_of(b"languages", kazakh.key.encode(), russian.key.encode())
            yield self._part_store.take(key, EditionPair, partial(self._join_languages, kazakh, russian))
        for amending, held in held_editions(self.summaries):
            newest = is_last_before(held.source, amending.source, (each.source for each in self.summaries))
            key = key_of(b"amended", amending.key.encode(), held.key.encode(), str(newest).encode())
            yield self._part_store.take(key, EditionPair, partial(self._join_amended, amending, held, newest))

    def _editions(self) -> Iterator[tuple[Summary, EditionPair]]:
        for earlier, later in self._compared:
            shown = later.key in self._shown
            key = key_of(b"editions", earlier.key.encode(), later.key.encode(), str(shown).encode())
            yield later, self._part_store.take(key, EditionPair, partial(self._join_editions, earlier, later, shown))

    def _join_editions(self, earlier: Summary, later: Summary, shown: bool) -> EditionPair:
        return join_editions(self._part(earlier), self._part(later), _heirs(), shown)

    def _join_programmes(self, earlier: Summary, later: Summary) -> EditionPair:
        return join_programmes(self._part(earlier), self._part(later), _heirs())

    def _join_languages(self, kazakh: Summary, russian: Summary) -> EditionPair:
        return join_languages(self._part(kazakh), self._part(russian))

    def _join_amended(self, amending: Summary, held: Summary, newest: bool) -> EditionPair:
        return join_amended(self._part(amending), self._part(held), newest)

    def _part(self, summary: Summary) -> BuildPart:
        part = self._part_store.get(summary.key, BuildPart)
        if part is None:
            raise StoreError(f"what {summary.source.stem} gave was removed or damaged during the build: build again")
        return part

    def _text(self, summary: Summary) -> str:
        return self._part(summary).text

    def _tell_duplicates(self) -> tuple[Block, ...]:
        return blocks_of([in_graph(lines_of(duplicate_triples(self.duplicates)), AUDIT)])

    # ---- the current view, once texts are compared

    def check(self) -> tuple[list[Finding], Tally]:
        """What integrity finds wrong with the current view, the registry and the ontology; the audit in numbers."""
        violations: list[Finding] = []
        tally, common = Tally(), sha256()
        for summary in self._current():
            checked = self._checked(summary)
            violations += (*summary.violations, *checked.violations)
            tally += checked.tally
            common.update(summary.common.encode("ascii"))
        tally = sum((pair.tally for pair in self.pairs()), tally)
        common.update(lines_of(self._standing()))
        violations += self._part_store.take(key_of(b"common", common.digest()), tuple, self._check_common)
        return in_order(violations), tally

    def refused(self, violations: Sequence[Finding]) -> list[LeftOut]:
        """The texts that break, each by what itself says of things that others speak of too, what is violated."""
        broken = {each.focus for each in violations}
        found = []
        for part in map(self._part, self._current()) if broken else ():
            if broken & {str(subject) for subject, _, _ in part.common}:
                codes = {each.code for each in check_common(part.common) if each.focus in broken}
                if codes:
                    found.append(LeftOut(part.summary.file, "text-refused", ", ".join(sorted(codes))))
        return found

    def _check_common(self) -> tuple[Finding, ...]:
        common = (triple for summary in self._current() for triple in self._part(summary).common)
        return tuple(check_common({*self._standing(), *common}))

    def _standing(self) -> Iterator[Triple]:
        return standing_triples(summary.source for summary in self.summaries)

    def audit(self) -> None:
        """Make what is not kept of all that is questionable about the texts that are shown."""
        for summary in self._current():
            self._checked(summary)

    def _checked(self, summary: Summary) -> Checked:
        """What the rules say of a text that is shown, with the names that other texts give it."""
        names = self._names.get(summary.key, b"")
        key = key_of_checked(summary.key, names)
        return self._part_store.take(key, Checked, lambda: check_plan(self._part(summary).plan, names))

    def _current(self) -> Iterator[Summary]:
        return (summary for summary in self.summaries if summary.key in self._shown)

    # ---- what is reported

    def report(self) -> tuple[Block, ...]:
        """What the files of reports give, and what is questionable about it against the plans that they speak of."""
        if not self._reported:
            return ()
        works = works_of(map(read_reports, self._reported))
        about = [each for each in self._current() if works & _works(each)]
        given = [file.name.encode() + file.read_bytes() for file in self._reported]
        keys = [each.key.encode() + self._names.get(each.key, b"") for each in about]
        plans = (self._part(each).plan + self._names.get(each.key, b"") for each in about)
        make = partial(reported_blocks, self._reported, plans)
        return self._part_store.take(key_of(b"reported", *given, b"", *keys), tuple, make)

    # ---- the whole dataset

    def words(self) -> Iterator[Words]:
        """The words of each text, by the IRI of its edition."""
        for summary in self.summaries:
            yield Words(str(summary.edition), summary.digest, partial(self._text, summary))

    def blocks(self) -> Iterator[Block]:
        """Every statement."""
        homeless: list[Check] = []
        for summary in self.summaries:
            if summary.key not in self._shown:
                yield from self._unshown(summary)
                continue
            part = self._part(summary)
            checked = self._checked(summary)
            homeless += checked.homeless
            yield from (*part.blocks, *checked.blocks)
        for pair in self.pairs():
            told = lines_of(left_out_triples(pair.left_out))
            yield from blocks_of(
                [
                    in_graph(pair.changes, CHANGES),
                    in_graph(pair.names, CURRENT),
                    in_graph(told, AUDIT),
                    in_graph(pair.told, AUDIT),
                ]
            )
        yield from (*self._static, *self._told, *self.report())
        standing = lines_of(self._standing())
        yield from blocks_of([in_graph(standing, REGISTRY)])
        unread = [each.finding() for each in self.left_out]
        yield from blocks_of([in_graph(lines_of(left_out_triples(unread)), AUDIT)])
        conforms = Literal(not self.left_out and all(summary.conforms for summary in self.summaries))
        report = lines_of([(iris.report(), SH.conforms, conforms)])
        said = said_together(homeless)
        invented = lines_of(self._invented())
        yield from blocks_of(
            [
                in_graph(report, AUDIT),
                in_graph(said, AUDIT),
                in_graph(invented, CURRENT),
                in_graph(lines_of(self._run()), RUN),
            ]
        )

    def _invented(self) -> Iterator[Triple]:
        """Of each text that is shown that it was made up, where it was."""
        if self._description.invented:
            for summary in self._current():
                yield summary.edition, KZEDU.invented, Literal(True)

    def _unshown(self, summary: Summary) -> tuple[Block, ...]:
        key = key_of(b"unshown", summary.key.encode())
        return self._part_store.take(key, tuple, lambda: self._part(summary).unshown())

    def _run(self) -> Iterator[Triple]:
        """PROV-O of the run: one activity, named by what it read; without a clock: equal input gives equal bytes."""
        digests = sorted({summary.source.stem: summary.digest for summary in self.summaries}.values())
        run = iris.run(*digests)
        yield run, RDF.type, PROV.Activity
        if self._description.today:
            yield run, KZEDU.referenceDay, Literal(self._description.today)
        if self._description.invented:
            yield run, KZEDU.invented, Literal(True)
            yield from ((run, RDFS.comment, Literal(words, lang)) for lang, words in INVENTED.items())
        for summary in self.summaries:
            yield summary.edition, PROV.wasGeneratedBy, run
            yield run, PROV.used, source_iri(summary.digest)


def key_of_checked(key: str, names: bytes = b"") -> str:
    """The key of what is questionable about a text: that of its part, and the names that it takes over."""
    return key_of(b"checked", key.encode(), names)


def _works(summary: Summary) -> set[str]:
    """The keys under which what a text lays on somebody is known: its act's, and its programme's."""
    return {summary.source.work, summary.source.programme or summary.source.work}


@cache
def _heirs() -> Heirs:
    return heirs_of(Registry.load().successions())
