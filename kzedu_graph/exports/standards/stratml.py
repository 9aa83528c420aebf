"""A programme as StratML Part 2 (ISO 17469-2): goals, objectives, indicators with targets, who carries them out.

Goals are the programme's goals or directions, objectives its tasks; a plan whose goals stand over no tasks gives its
measures as objectives. Only what the current view says of the programme is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from rdflib import URIRef
from rdflib.namespace import RDF, RDFS, SKOS
from rdflib.term import Literal, Node

from kzedu_graph.exports.labels import label_title
from kzedu_graph.exports.view import View, editions
from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.model.periods import first_day, last_day
from kzedu_graph.store.description import describe_corpus
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.about.notices import INVENTED
from kzedu_graph.vocabulary.iris import KZEDU
from kzedu_graph.vocabulary.queries import Selects, load_query

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
_GROUPS = (KZEDU.Goal, KZEDU.Direction, KZEDU.Task)
_READ = (
    *(RDF.type, RDFS.label, KZEDU.programme, KZEDU.developer, KZEDU.period, KZEDU.number, KZEDU.partOf, KZEDU.part),
    *(KZEDU.lead, KZEDU.responsible, KZEDU.deadline, KZEDU.asWritten, KZEDU.evidence, KZEDU.unitText),
    *(
        KZEDU.target,
        KZEDU.year,
        KZEDU.value,
        KZEDU.valueStatus,
        KZEDU.bound,
        KZEDU.study,
        KZEDU.breakdown,
        KZEDU.textValue,
    ),
)
"""All that such a document is made of; the quotes stay behind their addresses."""
_ROLES = ((KZEDU.lead, "Lead executor"), (KZEDU.responsible, "Executor"))


def write_stratml(store: Selects, key: str, lang: str = "kk") -> bytes:
    """The programme as an XML document in UTF-8, names in `lang` where the texts have them.

    Raises UnknownNameError for a programme that the store does not hold, or whose text has no goals to write.
    """
    plan = _Plan(store, key, lang)
    root = Element("PerformancePlanOrReport", {"xmlns": NAMESPACE, "Type": "Performance_Plan"})
    invented = describe_corpus(store).invented
    _say(root, "Name", label_title(plan.name(plan.programme), lang, invented))
    if invented:
        _say(root, "OtherInformation", INVENTED[lang])
    core = SubElement(root, "StrategicPlanCore")
    for body in plan.bodies(plan.programme, KZEDU.developer):
        organization = SubElement(core, "Organization")
        _say(organization, "Name", plan.body_name(body))
        _say(organization, "Identifier", _identifier(body))
    if not plan.tops:
        raise UnknownNameError(f"the text of {key} names no goals, tasks or directions, which StratML is made of")
    for top in plan.tops:
        plan.write_goal(core, top)
    plan.write_administration(root)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def programmes(store: Selects) -> list[str]:
    """The keys of the programmes that can be written, in order."""
    current = View(store, iris.graph("current"), (RDF.type, KZEDU.programme))
    owners = {current.value(group, KZEDU.programme) for kind in _GROUPS for group in current.subjects(kind)}
    return sorted(iris.parse(owner).key for owner in owners if owner)


class _Plan:
    """One programme of the current view, and the registry that names its bodies."""

    def __init__(self, store: Selects, key: str, lang: str) -> None:
        self.programme = iris.programme(key)
        self.lang = lang
        asked = load_query(__file__, "of-programme")
        self.current = View(store, iris.graph("current"), _READ, query=asked, programme=self.programme)
        self.registry = View(store, iris.graph("registry"), (RDF.type, SKOS.prefLabel))
        if str(KZEDU.Programme) not in self.current.values(self.programme, RDF.type):
            raise UnknownNameError(f"no programme {key}; there are: {', '.join(programmes(store))}")
        groups = [group for kind in _GROUPS for group in self._own(kind)]
        self.tops = [group for group in groups if self.programme in self.current.nodes(group, KZEDU.partOf)]
        self.measures = self._own(KZEDU.Measure)
        self.indicators = self._own(KZEDU.Indicator)
        self.groups = groups
        self.editions = [edition for edition in editions(store) if f"/{key}/" in edition]

    def _own(self, kind: URIRef) -> list[Node]:
        found = [node for node in self.current.subjects(kind) if self.programme in self._programme_of(node)]
        return sorted(found, key=self._order)

    def _programme_of(self, node: Node) -> list[Node]:
        return self.current.nodes(node, KZEDU.programme)

    def _order(self, node: Node) -> tuple[int, tuple[int, ...], str]:
        number = str(self.current.value(node, KZEDU.number) or "")
        steps = number.replace("-", ".").split(".")
        return (self.current.value(node, KZEDU.seq) or 0, tuple(int(s) if s.isdigit() else 0 for s in steps), str(node))

    # ---- words

    def name(self, node: Node, view: View | None = None, predicate: URIRef = RDFS.label) -> str:
        """The name in the wanted language, else in another that there is; the end of the IRI where there is none."""
        labels = {
            label.language: str(label)
            for label in (view or self.current).nodes(node, predicate)
            if isinstance(label, Literal)
        }
        wanted = (self.lang, *iris.LANGUAGES)
        return next((labels[lang] for lang in wanted if lang in labels), iris.local_name(str(node)))

    def body_name(self, body: Node) -> str:
        """A body's name as the registry gives it."""
        return self.name(body, self.registry, SKOS.prefLabel)

    def bodies(self, node: Node, predicate: URIRef) -> list[Node]:
        """The bodies that stand in a relation to a thing."""
        return self.current.nodes(node, predicate)

    # ---- the plan

    def write_goal(self, core: Element, top: Node) -> None:
        """A goal with the tasks under it, or with its own measures where no tasks stand between."""
        goal = SubElement(core, "Goal")
        self._head(goal, top, described=True)
        self._stakeholders(goal, self._under(top, self.measures))
        self._ground(goal, top)
        tasks = self._directly(top, self.groups)
        for task in tasks:
            objective = SubElement(goal, "Objective")
            self._head(objective, task)
            self._stakeholders(objective, self._under(task, self.measures))
            self._ground(objective, task)
            for indicator in self._under(task, self.indicators):
                self._indicator(objective, indicator)
        direct = self._directly(top, self.indicators)
        if direct:
            objective = SubElement(goal, "Objective")
            _say(objective, "Name", self.name(top))
            for indicator in direct:
                self._indicator(objective, indicator)
        for measure in self._directly(top, self.measures):
            objective = SubElement(goal, "Objective")
            self._head(objective, measure)
            self._stakeholders(objective, [measure])
            self._ground(objective, measure)

    def _directly(self, above: Node, among: list[Node]) -> list[Node]:
        return [node for node in among if above in self.current.nodes(node, KZEDU.partOf)]

    def _under(self, above: Node, among: list[Node]) -> list[Node]:
        return [node for node in among if above in self._above(node)]

    def _above(self, node: Node) -> Iterator[Node]:
        for one in self.current.nodes(node, KZEDU.partOf):
            yield one
            yield from self._above(one)

    def _head(self, element: Element, node: Node, *, described: bool = False) -> None:
        _say(element, "Name", self.name(node))
        if described:
            _say(element, "Description", "")
        _say(element, "Identifier", _identifier(node))
        _say(element, "SequenceIndicator", str(self.current.value(node, KZEDU.number) or ""))

    def _stakeholders(self, element: Element, duties: list[Node]) -> None:
        """Every body of the duties once, as what it is most: lead before executor."""
        roles: dict[Node, str] = {}
        for predicate, role in _ROLES:
            for duty in duties:
                for body in self.bodies(duty, predicate):
                    roles.setdefault(body, role)
        collectives = set(self.registry.subjects(KZEDU.Collective))
        for body, role in sorted(roles.items(), key=lambda pair: (pair[1] != _ROLES[0][1], str(pair[0]))):
            kind = "Generic_Group" if body in collectives else "Organization"
            stakeholder = SubElement(element, "Stakeholder", {"StakeholderTypeType": kind})
            _say(stakeholder, "Name", self.body_name(body))
            _say(stakeholder, "Description", str(body))
            one = SubElement(stakeholder, "Role")
            _say(one, "Name", role)
            _say(one, "RoleType", "Performer")

    def _ground(self, element: Element, node: Node) -> None:
        """The deadline in the words of the text, and the addresses of the quotes that the thing rests on."""
        written = [
            str(words)
            for owner in (node, *self.current.nodes(node, KZEDU.part))
            for deadline in self.current.nodes(owner, KZEDU.deadline)
            for words in self.current.values(deadline, KZEDU.asWritten)
        ]
        quotes = [str(quote) for quote in self.current.nodes(node, KZEDU.evidence)]
        if written or quotes:
            _say(element, "OtherInformation", "\n".join(dict.fromkeys(written + quotes)))

    def _indicator(self, objective: Element, indicator: Node) -> None:
        targets = self.current.nodes(indicator, KZEDU.target)
        counted = any(self.current.value(target, KZEDU.value) is not None for target in targets)
        stage = "Outcome" if str(KZEDU.TargetIndicator) in self.current.values(indicator, RDF.type) else "Output"
        element = SubElement(
            objective,
            "PerformanceIndicator",
            {"ValueChainStage": stage, "PerformanceIndicatorType": "Quantitative" if counted else "Qualitative"},
        )
        _say(element, "SequenceIndicator", str(self.current.value(indicator, KZEDU.number) or ""))
        _say(element, "MeasurementDimension", self.name(indicator))
        _say(element, "UnitOfMeasurement", self._unit(indicator))
        _say(element, "Identifier", _identifier(indicator))
        for target in sorted(targets, key=lambda t: (str(self.current.value(t, KZEDU.year)), str(t))):
            self._target(SubElement(element, "MeasurementInstance"), target)
        self._ground(element, indicator)

    def _unit(self, indicator: Node) -> str:
        unit = str(self.current.value(indicator, KZEDU.unitText) or "")
        return "%" if unit == str(iris.UNIT.PERCENT) else unit

    def _target(self, instance: Element, target: Node) -> None:
        """A planned value is a TargetResult, a reached one an ActualResult; the year runs from January to December."""
        status = {"plan": "TargetResult", "actual": "ActualResult"}[
            iris.local_name(self.current.value(target, KZEDU.valueStatus))
        ]
        result = SubElement(instance, status)
        year = str(self.current.value(target, KZEDU.year))[:4]
        _say(result, "StartDate", f"{year}-01-01")
        _say(result, "EndDate", f"{year}-12-31")
        value = self.current.value(target, KZEDU.value)
        if value is not None:
            _say(result, "NumberOfUnits", format(Decimal(value), "f"))
        bound = self.current.value(target, KZEDU.bound)
        if bound:
            descriptor = SubElement(result, "Descriptor")
            _say(descriptor, "DescriptorName", "bound")
            _say(descriptor, "DescriptorValue", str(bound))
        words = [self.current.value(target, one) for one in (KZEDU.study, KZEDU.breakdown, KZEDU.textValue)]
        if any(words):
            _say(result, "Description", " · ".join(str(word) for word in words if word))

    # ---- about the document

    def write_administration(self, root: Element) -> None:
        """Identifier, years, the day of the newest text, where the source stands, and who submits."""
        about = SubElement(root, "AdministrativeInformation")
        _say(about, "Identifier", _identifier(self.programme))
        period = str(self.current.value(self.programme, KZEDU.period) or "")
        first, last = (first_day(period), last_day(period)) if period else (None, None)
        if first and last:
            _say(about, "StartDate", first.isoformat())
            _say(about, "EndDate", last.isoformat())
        dates = [date for edition in self.editions if (date := iris.date_of(edition)) != "undated"]
        if dates:
            _say(about, "PublicationDate", max(dates))
        _say(about, "Source", str(self.programme))
        submitter = SubElement(root, "Submitter")
        _say(submitter, "GivenName", "kzedu-graph")


def _say(above: Element, name: str, text: str) -> None:
    SubElement(above, name).text = text


def _identifier(node: Node) -> str:
    """An xsd:ID that is the same in every build: our path with underscores, for an ID holds no slash."""
    return "_" + iris.local(str(node)).replace("/", "_")
