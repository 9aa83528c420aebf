// A bar or line chart as SVG: a title, an axis with its numbers, and nothing that needs a style sheet of its own.
const NS = "http://www.w3.org/2000/svg";
/** Colours of series in the style sheet; further series begin anew. */
const COLOURS = 6;

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

/** Bars lie on their side, so that long names can be read; several series stand beneath each other under one name. */
export function bars(title: string, names: string[], series: Series[]): SVGElement {
  const [thick, left, width] = [series.length > 1 ? 12 : 18, 260, 720];
  const row = thick * series.length + 6;
  const every = series.flatMap(({ values }) => values.map((value) => value ?? 0));
  const marks = ticks(Math.max(...every, 1));
  const scale = (width - left - 60) / (marks.at(-1) ?? 1);
  const top = series.length > 1 ? 30 + 18 * series.length : 30;
  const height = top + names.length * row + 26;
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart", role: "img", "aria-label": title });
  svg.append(shape("text", { x: 0, y: 14, class: "chart-title" }, series.length > 1 ? title : `${title}: ${series[0]?.name ?? ""}`));
  if (series.length > 1) {
    for (const [place, { name }] of series.entries()) {
      svg.append(shape("rect", { x: 0, y: 24 + 18 * place, width: 24, height: 10, class: `s${(place % COLOURS) + 1}` }));
      svg.append(shape("text", { x: 32, y: 33 + 18 * place, class: "chart-text" }, name));
    }
  }
  for (const mark of marks) {
    const x = left + mark * scale;
    svg.append(shape("line", { x1: x, x2: x, y1: top - 4, y2: height - 22, class: "chart-grid" }));
    svg.append(shape("text", { x, y: height - 6, class: "chart-text", "text-anchor": "middle" }, String(mark)));
  }
  for (const [place, name] of names.entries()) {
    const y = top + place * row;
    const short = name.length > 38 ? `${name.slice(0, 37)}…` : name;
    svg.append(shape("text", { x: left - 8, y: y + row / 2 + 3, class: "chart-text", "text-anchor": "end" }, short));
    for (const [number, { values }] of series.entries()) {
      const value = values[place];
      if (value === null || value === undefined) continue;
      const from = y + number * thick;
      const look = series.length > 1 ? `s${(number % COLOURS) + 1}` : "chart-bar";
      svg.append(shape("rect", { x: left, y: from, width: Math.max(value * scale, 0), height: thick - 1, class: look }));
      svg.append(shape("text", { x: left + value * scale + 6, y: from + thick - 3, class: "chart-text" }, String(value)));
    }
  }
  return svg;
}

/** A chart as a file: what the style sheet says stands at its elements. */
export function chartFile(svg: SVGElement): Blob {
  const copy = svg.cloneNode(true) as SVGElement;
  const [seen, made] = [svg.querySelectorAll<SVGElement>("*"), copy.querySelectorAll<SVGElement>("*")];
  for (const [place, element] of seen.entries()) {
    const look = getComputedStyle(element);
    for (const name of ["fill", "stroke", "font-size", "font-weight"]) made[place]!.setAttribute(name, look.getPropertyValue(name));
  }
  copy.setAttribute("xmlns", NS);
  copy.setAttribute("font-family", "sans-serif");
  return new Blob([copy.outerHTML], { type: "image/svg+xml" });
}
