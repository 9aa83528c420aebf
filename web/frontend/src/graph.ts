// Walking through the graph: unfold and fold neighbours, filter kinds, chains, the way between two things.
import type { Core, EdgeSingular, ElementDefinition, NodeSingular } from "cytoscape";
import { address, fetchJson, make, save, wordsOf } from "./dom";
import { COLOURS, type Layout, arrange, asPng, asSvg, fit, picture, restyle, short } from "./drawing";
import { suggest } from "./suggest";

interface Thing {
  iri: string;
  label: string;
  lang: string;
  kind: string;
  kind_name: string;
  page: string;
  mark: string;
  degree: number;
}

interface Link {
  source: string;
  target: string;
  kind: string;
  name: string;
}

interface Part {
  nodes: Thing[];
  edges: Link[];
}

const island = document.querySelector<HTMLElement>("#graph-island");
if (island) start(island);

function start(island: HTMLElement): void {
  const word = wordsOf(island);
  const place = island.querySelector<HTMLElement>(".picture")!;
  const beside = island.querySelector<HTMLElement>(".beside")!;
  const status = island.querySelector<HTMLElement>("[role=status]")!;
  const hidden = new Set<string>();
  let layout: Layout = "force";
  const core: Core = picture(place, []);

  const elements = (part: Part): ElementDefinition[] => [
    ...part.nodes.map((node) => ({ data: { ...node, id: node.iri, short: short(node.label) } })),
    ...part.edges.map((edge) => ({
      data: { ...edge, id: `${edge.source} ${edge.kind} ${edge.target}`, short: edge.name },
    })),
  ];
  const add = (part: Part, fresh = false): void => {
    const around = part.nodes.map((node) => core.getElementById(node.iri)).find((node) => node.nonempty());
    core.add(
      elements(part)
        .filter((element) => core.getElementById(element.data.id!).empty())
        .map((element) => ({ ...element, ...(around ? { position: { ...around.position() } } : {}) })),
    );
    apply();
    restyle(core, layout);
    arrange(core, layout, fresh);
    say();
  };
  const say = (): void => {
    status.textContent = word("shown", { nodes: core.nodes().not(".away").length, edges: core.edges().not(".away").length });
  };
  const apply = (): void => {
    core.nodes().forEach((node) => {
      node.toggleClass("away", hidden.has(node.data("kind") as string) && !node.data("start"));
    });
    core.edges().forEach((edge) => {
      edge.toggleClass("away", edge.source().hasClass("away") || edge.target().hasClass("away"));
    });
    filters();
  };
  const load = (path: string, parameters: Record<string, string>): Promise<Part> =>
    fetchJson<Part>(address(`/graph/${path}.json`, parameters));

  const unfold = async (iri: string): Promise<void> => {
    const part = await load("neighbours", { iri });
    add(part);
    core.getElementById(iri).data("open", true);
    select(iri);
  };
  /** Take away what hangs on this thing alone. */
  const fold = (iri: string): void => {
    const node = core.getElementById(iri);
    const lonely = node.neighborhood("node").filter((each) => {
      const next = each as NodeSingular;
      return !next.data("start") && !next.data("open") && next.neighborhood("node").length === 1;
    });
    core.remove(lonely);
    node.data("open", false);
    apply();
    say();
    select(iri);
  };

  const select = (iri: string): void => {
    const node = core.getElementById(iri);
    if (node.empty()) return;
    core.$(":selected").unselect();
    node.select();
    describe(node as NodeSingular);
  };
  const describe = (node: NodeSingular): void => {
    const thing = node.data() as Thing & { open?: boolean };
    const rows = node.connectedEdges().map((edge: EdgeSingular) => {
      const outward = edge.source().id() === thing.iri;
      const other = (outward ? edge.target() : edge.source()).data() as Thing;
      return { text: edge.data("name") as string, outward, other };
    });
    rows.sort((a, b) => a.text.localeCompare(b.text) || a.other.label.localeCompare(b.other.label));
    const tools = make(
      "p",
      { class: "tools" },
      make("button", { type: "button", click: () => void (thing.open ? fold(thing.iri) : guard(unfold(thing.iri))) },
        word(thing.open ? "fold" : "unfold")),
      make("button", { type: "button", class: "plain", click: () => void guard(chain(thing.iri)) }, word("chain")),
      make("a", { href: thing.page }, word("page")),
    );
    beside.replaceChildren(
      make("h2", { tabindex: "-1" }, make("span", { lang: thing.lang }, thing.label)),
      make("p", { class: "small" }, `${thing.kind_name} · ${word("degree", { count: thing.degree })}`),
      tools,
      make(
        "ul",
        { class: "plain neighbours" },
        ...rows.map(({ text, outward, other }) =>
          make(
            "li",
            {},
            make("span", { class: "small" }, `${outward ? "→" : "←"} ${text} `),
            make("button", { type: "button", class: "link", lang: other.lang, click: () => {
                select(other.iri);
                beside.querySelector("h2")?.focus();
              } }, other.label),
            make("span", { class: "small faint" }, ` ${other.kind_name}`),
          ),
        ),
      ),
    );
  };

  const begin = (part: Part, iri: string): void => {
    core.elements().remove();
    // it is told before it is drawn: the size of a name that turns bold later is not measured again
    add({ ...part, nodes: part.nodes.map((node) => (node.iri === iri ? { ...node, start: true, open: true } : node)) }, true);
    select(iri);
    fit(core);
  };
  const centre = async (iri: string): Promise<void> => {
    begin(await load("neighbours", { iri }), iri);
    window.history.replaceState(null, "", address("/graph", { iri }));
  };
  const chain = async (iri: string): Promise<void> => {
    choose("layers");
    begin(await load("chain", { iri }), iri);
    window.history.replaceState(null, "", address("/graph", { iri, show: "chain" }));
  };
  const way = async (from: string, to: string): Promise<void> => {
    const part = await load("path", { from, to });
    if (!part.nodes.length) {
      status.textContent = word("no way");
      return;
    }
    choose("layers");
    begin(part, from);
    core.edges().data("way", true);
    window.history.replaceState(null, "", address("/graph", { from, to }));
  };
  const guard = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      status.textContent = error instanceof Error ? error.message : String(error);
    }
  };

  // ---- tools above the picture
  const layouts = make("select", { id: "graph-layout", change: () => {
      layout = layouts.value as Layout;
      restyle(core, layout);
      arrange(core, layout, true);
    } },
    make("option", { value: "force" }, word("force")),
    make("option", { value: "layers" }, word("layers")),
  );
  const choose = (name: Layout): void => {
    layout = name;
    layouts.value = name;
  };
  const kinds = make("fieldset", { class: "kinds" }, make("legend", {}, word("kinds")));
  const filters = (): void => {
    const present = new Map<string, { name: string; count: number }>();
    core.nodes().forEach((node) => {
      const thing = node.data() as Thing;
      const entry = present.get(thing.kind) ?? { name: thing.kind_name, count: 0 };
      present.set(thing.kind, { ...entry, count: entry.count + 1 });
    });
    const held = document.activeElement?.id;
    kinds.replaceChildren(
      make("legend", {}, word("kinds")),
      ...[...present].map(([kind, { name, count }]) => {
        const box = make("input", { type: "checkbox", id: `kind-${kind}`, change: () => {
            if (box.checked) hidden.delete(kind);
            else hidden.add(kind);
            apply();
            say();
          } });
        box.checked = !hidden.has(kind);
        const dot = make("span", { class: "dot", "aria-hidden": "true" });
        dot.style.background = COLOURS[kind] ?? "#777";
        return make("label", {}, box, dot, `${name} `, make("span", { class: "faint" }, String(count)));
      }),
    );
    if (held?.startsWith("kind-")) document.getElementById(held)?.focus();
  };
  const png = make("button", { type: "button", class: "plain", click: () => void asPng(core).then((file) => save("kzedu-graph.png", file)) }, "PNG");
  const svg = make("button", { type: "button", class: "plain", click: () => save("kzedu-graph.svg", asSvg(core)) }, "SVG");
  const whole = make("button", { type: "button", class: "plain", click: () => fit(core) }, word("fit"));
  island.querySelector(".graph-tools")!.append(
    make("label", { for: "graph-layout" }, word("layout")), layouts, whole, png, svg, kinds,
  );

  // ---- mouse and keys on the picture
  core.on("tap", "node", (event) => select((event.target as NodeSingular).id()));
  core.on("dbltap", "node", (event) => {
    const node = event.target as NodeSingular;
    if (node.data("open")) fold(node.id());
    else void guard(unfold(node.id()));
  });
  place.addEventListener("keydown", (event) => {
    const step: Record<string, [number, number]> = {
      ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60],
    };
    const pan = step[event.key];
    const middle = { x: place.clientWidth / 2, y: place.clientHeight / 2 };
    if (pan) core.panBy({ x: pan[0], y: pan[1] });
    else if (event.key === "+" || event.key === "=") core.zoom({ level: core.zoom() * 1.25, renderedPosition: middle });
    else if (event.key === "-") core.zoom({ level: core.zoom() / 1.25, renderedPosition: middle });
    else if (event.key === "0") fit(core);
    else return;
    event.preventDefault();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => restyle(core, layout));

  // ---- fields that take a thing instead of words
  const field = (name: string): HTMLInputElement | null => document.querySelector(`#graph-${name}`);
  const ends: Record<string, string> = { from: island.dataset["from"] ?? "", to: island.dataset["to"] ?? "" };
  const starting = field("start");
  if (starting) suggest(starting, (hit) => {
      starting.value = hit.label;
      void guard(centre(hit.iri));
    });
  for (const name of ["from", "to"] as const) {
    const input = field(name);
    if (input) suggest(input, (hit) => {
        input.value = hit.label;
        ends[name] = hit.iri;
        if (ends["from"] && ends["to"]) void guard(way(ends["from"], ends["to"]));
      });
  }

  place.hidden = false;
  island.classList.add("live");
  core.resize();
  const { iri, from, to, show } = island.dataset;
  if (from && to) void guard(way(from, to));
  else if (iri) void guard(show === "chain" ? chain(iri) : centre(iri));
  // for tests, and for those who like to look under the bonnet
  (window as unknown as { kzeduGraph: Core }).kzeduGraph = core;
}
