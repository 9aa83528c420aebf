// Pictures of graphs by Cytoscape: looks taken from the style sheet, two layouts, export as PNG and SVG.
import cytoscape, {
  type Core,
  type EdgeSingular,
  type ElementDefinition,
  type LayoutOptions,
  type NodeSingular,
} from "cytoscape";
import dagre from "cytoscape-dagre";
import fcose from "cytoscape-fcose";
import type { Term } from "./protocol";

cytoscape.use(dagre as cytoscape.Ext);
cytoscape.use(fcose as cytoscape.Ext);
// Cytoscape would write a style element for this class, which the security policy forbids: style.css has the rule
if (!document.getElementById("__________cytoscape_stylesheet")) {
  const known = document.createElement("meta");
  known.id = "__________cytoscape_stylesheet";
  document.head.append(known);
}

export const COLOURS: Record<string, string> = {
  agency: "#0b7a86",
  measure: "#5b6b73",
  indicator: "#8a5bb5",
  goal: "#b06a00",
  task: "#b06a00",
  direction: "#b06a00",
  programme: "#a3211b",
  provision: "#3f7d3a",
  post: "#2a5fb0",
  "organisational-unit": "#2a5fb0",
  unrecognised: "#8f6f6f",
};
const SHAPES: Record<string, string> = {
  agency: "round-rectangle",
  indicator: "diamond",
  goal: "hexagon",
  task: "hexagon",
  direction: "hexagon",
  programme: "star",
  provision: "triangle",
  post: "round-rectangle",
  "organisational-unit": "round-rectangle",
  unrecognised: "cut-rectangle",
};
/** Above so many nodes, pictures do without what costs most. */
const MANY = 250;
/** How large a picture is drawn at most, until the reader zooms. */
const CLOSEST = 1.5;
/** Below so many pixels a picture is narrow. */
const NARROW = 560;
/** Above so many nodes, names would cover each other: numbers and abbreviations stand in their place. */
const CROWDED: Record<Layout, number> = { force: 14, layers: 50 };
/** Above so many elements, everything stands closer. */
const CLOSE = 100;

function ink(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function looks(many: boolean, crowded: boolean, narrow: boolean): cytoscape.StylesheetJson {
  return [
    {
      selector: "node",
      style: {
        "background-color": (node: cytoscape.NodeSingular) => COLOURS[node.data("kind") as string] ?? "#777",
        shape: (node: cytoscape.NodeSingular) =>
          (SHAPES[node.data("kind") as string] ?? "ellipse") as cytoscape.Css.NodeShape,
        label: (node: cytoscape.NodeSingular) => String((crowded && node.data("mark")) || node.data("short")),
        color: ink("--ink"),
        "font-size": 11,
        "min-zoomed-font-size": crowded ? 7 : 5,
        "text-wrap": "wrap",
        "text-max-width": "130px",
        "text-valign": "bottom",
        "text-margin-y": 3,
        "text-background-color": ink("--panel"),
        "text-background-opacity": crowded ? 0 : 0.85,
        width: 22,
        height: 22,
        "z-index-compare": "manual",
      },
    },
    { selector: "node[?start]", style: { width: 34, height: 34, "font-weight": "bold" } },
    { selector: "node[?open]", style: { "border-width": 3, "border-color": ink("--link") } },
    { selector: "node[?start], node:selected", style: { label: "data(short)", "z-index": 10, "text-background-opacity": 0.85 } },
    { selector: "node:selected", style: { "border-width": 4, "border-color": ink("--ink") } },
    {
      selector: "edge",
      style: {
        width: 1.4,
        "line-color": ink("--soft"),
        "line-opacity": 0.55,
        "target-arrow-color": ink("--soft"),
        "target-arrow-shape": many ? "none" : "triangle",
        "arrow-scale": 0.7,
        "curve-style": many ? "haystack" : "bezier",
        label: crowded ? "" : "data(short)",
        color: ink("--soft"),
        "font-size": 9,
        "min-zoomed-font-size": 6,
        "text-rotation": "autorotate",
        "text-background-color": ink("--panel"),
        "text-background-opacity": 0.8,
        // the ground of a name must not cover the word of a tie; where layers lie beneath each other ties run through names
        "z-index-compare": "manual",
        "z-index": crowded || narrow ? -1 : 12,
      },
    },
    { selector: 'edge[kind="agreement"]', style: { "line-style": "dashed" } },
    { selector: "edge[?way]", style: { width: 4, "line-color": ink("--link"), "line-opacity": 1, "z-index": 9 } },
    { selector: ".mute", style: { "text-opacity": 0, "text-background-opacity": 0 } },
    { selector: ".away", style: { display: "none" } },
  ] as cytoscape.StylesheetJson;
}

export function picture(place: HTMLElement, elements: ElementDefinition[]): Core {
  const core = cytoscape({
    container: place,
    elements,
    style: looks(elements.length > 2 * MANY, elements.length > CLOSE, place.clientWidth < NARROW),
    minZoom: 0.05,
    maxZoom: 4,
    textureOnViewport: elements.length > 4 * MANY,
    hideEdgesOnViewport: elements.length > 8 * MANY,
  });
  let waiting = 0;
  const later = (): void => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => keepNamesApart(core));
  };
  core.on("layoutstop zoom resize select unselect", later);
  core.on("dragfree", "node", later);
  core.on("layoutstop", () => fit(core));
  return core;
}

/** The whole picture in its frame; one of few things is drawn no larger than is read with ease. */
export function fit(core: Core): void {
  core.fit(undefined, 30);
  if (core.zoom() > CLOSEST) core.zoom(CLOSEST).center();
}

export function restyle(core: Core, layout: Layout): void {
  core.style(looks(core.elements().length > 2 * MANY, core.nodes().length > CROWDED[layout], core.width() < NARROW));
}

/** Above so many nodes it costs too much to keep names apart; from far away they are too small to be read anyway. */
const MOST_NAMED = 400;

interface Box { x1: number; x2: number; y1: number; y2: number }

/** Names that would cover another are left out, those of the start and of things with most ties last. */
export function keepNamesApart(core: Core): void {
  const nodes = core.nodes().not(".away");
  if (nodes.length > MOST_NAMED) return;
  const weight = (node: NodeSingular): number =>
    (node.selected() ? 1e6 : 0) + (node.data("start") ? 1e5 : 0) + node.connectedEdges().length;
  const taken: Box[] = nodes.map((node) => node.renderedBoundingBox({ includeLabels: false, includeOverlays: false }));
  core.batch(() => {
    for (const node of nodes.toArray().map((each) => each as NodeSingular).sort((a, b) => weight(b) - weight(a))) {
      node.removeClass("mute");
      const own = node.renderedBoundingBox({ includeLabels: false, includeOverlays: false });
      const whole = node.renderedBoundingBox({ includeLabels: true, includeOverlays: false });
      const name: Box = { x1: whole.x1, x2: whole.x2, y1: own.y2 + 1, y2: whole.y2 };
      const covers = taken.some((box) => box.x1 < name.x2 && name.x1 < box.x2 && box.y1 < name.y2 && name.y1 < box.y2);
      if (covers && !node.data("start") && !node.selected()) node.addClass("mute");
      else taken.push(name);
    }
  });
}

export type Layout = "force" | "layers";

export function arrange(core: Core, layout: Layout, fresh: boolean): void {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || core.nodes().length > MANY;
  const shown = core.elements().not(".away");
  const force = {
    name: "fcose",
    quality: shown.length > 4 * MANY ? "draft" : "default",
    randomize: fresh,
    animate: !calm,
    animationDuration: 300,
    nodeSeparation: 90,
    idealEdgeLength: shown.length > CLOSE ? 70 : 110,
    nodeRepulsion: 9000,
    packComponents: true,
  };
  // on a narrow screen layers lie beneath each other: side by side they would be drawn too small to read
  const narrow = core.width() < NARROW;
  const few = shown.length <= CLOSE;
  // between two things there is room for the name of what ties them, beside their own names
  const rankSep = narrow ? (few ? 130 : 60) : few ? 140 : 170;
  const layers = { name: "dagre", rankDir: narrow ? "TB" : "LR", nodeSep: few ? 64 : 22, rankSep, animate: false };
  shown.layout((layout === "force" ? force : layers) as unknown as LayoutOptions).run();
}

export function short(text: string, length = 46): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** The answer of a CONSTRUCT: IRIs as nodes, statements between them as arrows; literals stay in the table. */
export function drawTriples(place: HTMLElement, triples: [Term, Term, Term][], named: (iri: string) => string): Core {
  const elements = new Map<string, ElementDefinition>();
  const node = (term: Term): void => {
    const kind = /\/id\/([a-z]+)\//.exec(term.value)?.[1] ?? "";
    elements.set(term.value, { data: { id: term.value, kind, short: short(named(term.value)) } });
  };
  for (const [place_, [subject, property, value]] of triples.entries()) {
    node(subject);
    if (value.type === "literal") continue;
    node(value);
    const data = { id: `e${place_}`, source: subject.value, target: value.value, short: named(property.value) };
    elements.set(data.id, { data });
  }
  const core = picture(place, [...elements.values()]);
  arrange(core, "force", true);
  return core;
}

export function asPng(core: Core): Promise<Blob> {
  return core.png({ full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, bg: ink("--panel"), output: "blob-promise" });
}

/** The picture as SVG: circles, lines and words at their places. */
export function asSvg(core: Core): Blob {
  const box = core.elements().not(".away").boundingBox();
  const text = (value: string): string => value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  const lines = core.edges().not(".away").toArray().map((each) => {
    const edge = each as EdgeSingular;
    const [a, b] = [edge.source().position(), edge.target().position()];
    const dash = edge.data("kind") === "agreement" ? ' stroke-dasharray="5 4"' : "";
    return `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="#7b878a"${dash}><title>${text(String(edge.data("short") ?? ""))}</title></line>`;
  });
  const nodes = core.nodes().not(".away").toArray().map((each) => {
    const node = each as NodeSingular;
    const { x, y } = node.position();
    const colour = COLOURS[node.data("kind") as string] ?? "#777";
    const words = text(String(node.data("short")));
    return `<g><title>${text(String(node.data("label") ?? ""))}</title><circle cx="${x}" cy="${y}" r="11" fill="${colour}"/><text x="${x}" y="${y + 24}" text-anchor="middle" font-size="11" font-family="sans-serif">${words}</text></g>`;
  });
  const view = `${box.x1 - 20} ${box.y1 - 20} ${box.w + 40} ${box.h + 40}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}">${lines.join("")}${nodes.join("")}</svg>`;
  return new Blob([svg], { type: "image/svg+xml" });
}
