// A bar or line chart as SVG: a title, an axis with its numbers, and nothing that needs a style sheet of its own.
const NS = "http://www.w3.org/2000/svg";

export interface Series {
  name: string;
  values: (number | null)[];
}

function shape(name: string, attributes: Record<string, string | number>, text?: string): SVGElement {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

function ticks(greatest: number): number[] {
  const rough = greatest / 4;
  const size = 10 ** Math.floor(Math.log10(rough || 1));
  const step = [1, 2, 5, 10].map((factor) => factor * size).find((each) => each >= rough) ?? size;
  return Array.from({ length: Math.ceil(greatest / step) + 1 }, (_, place) => place * step);
}

/** Bars lie on their side, so that long names can be read. */
export function bars(title: string, names: string[], series: Series): SVGElement {
  const [row, left, width] = [24, 260, 720];
  const values = series.values.map((value) => value ?? 0);
  const marks = ticks(Math.max(...values, 1));
  const scale = (width - left - 60) / (marks.at(-1) ?? 1);
  const height = names.length * row + 56;
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart", role: "img", "aria-label": title });
  svg.append(shape("text", { x: 0, y: 14, class: "chart-title" }, `${title}: ${series.name}`));
  for (const mark of marks) {
    const x = left + mark * scale;
    svg.append(shape("line", { x1: x, x2: x, y1: 26, y2: height - 22, class: "chart-grid" }));
    svg.append(shape("text", { x, y: height - 6, class: "chart-text", "text-anchor": "middle" }, String(mark)));
  }
  for (const [place, name] of names.entries()) {
    const y = 30 + place * row;
    const short = name.length > 38 ? `${name.slice(0, 37)}…` : name;
    svg.append(shape("text", { x: left - 8, y: y + 14, class: "chart-text", "text-anchor": "end" }, short));
    svg.append(
      shape("rect", { x: left, y, width: Math.max((values[place] ?? 0) * scale, 0), height: row - 6, class: "chart-bar" }),
    );
    const end = left + (values[place] ?? 0) * scale + 6;
    svg.append(shape("text", { x: end, y: y + 14, class: "chart-text" }, String(values[place])));
  }
  return svg;
}
