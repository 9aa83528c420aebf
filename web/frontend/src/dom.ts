// Small pieces to build elements with; no text ever becomes markup.

type Child = Node | string | null;

/** An element with attributes and children; `class`, `data-…`, `aria-…` are attributes, functions are listeners. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean | ((event: Event) => void)> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child): child is Node | string => child !== null));
  return element;
}

/** The words of an island in the reader's language, written into the page by the server. */
export function wordsOf(element: HTMLElement): (key: string, fill?: Record<string, string | number>) => string {
  const words = JSON.parse(element.dataset["words"] ?? "{}") as Record<string, string>;
  return (key, fill = {}) =>
    Object.entries(fill).reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), words[key] ?? key);
}

/** An address with its parameters. */
export function address(path: string, parameters: Record<string, string | string[]>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of Array.isArray(value) ? value : [value]) query.append(name, each);
  }
  return `${path}?${query}`;
}

/** Let the reader keep a file. */
export function save(name: string, content: Blob): void {
  const link = make("a", { href: URL.createObjectURL(content), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A JSON answer of this server; an error's own sentence is thrown. */
export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(path, { headers: { Accept: "application/json" }, ...(signal ? { signal } : {}) });
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
    throw new Error(problem.detail ?? `${answer.status} ${answer.statusText}`);
  }
  return (await answer.json()) as T;
}
