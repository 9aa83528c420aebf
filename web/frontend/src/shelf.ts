// The reader's tabs and past queries, kept in this browser only.

export interface Tab {
  id: number;
  number: number;
  name: string;
  text: string;
}

const KEY = "kzedu-queries";
const LONGEST_HISTORY = 30;

interface Kept {
  tabs: Tab[];
  current: number;
  history: string[];
}

export class Shelf {
  tabs: Tab[] = [];
  history: string[] = [];
  private id = 0;

  /** `text` is what the server put into the editor; `asked` says that it came by a link and must be shown. */
  constructor(text: string, asked: boolean) {
    const kept = read();
    if (kept) {
      this.tabs = kept.tabs;
      this.history = kept.history;
      this.id = kept.current;
    }
    const same = this.tabs.find((tab) => tab.text === text);
    if (!this.tabs.length || (asked && !same)) this.add(text);
    else if (asked && same) this.id = same.id;
  }

  get current(): Tab {
    const found = this.tabs.find((tab) => tab.id === this.id) ?? this.tabs[0];
    if (!found) throw new Error("a shelf has at least one tab");
    return found;
  }

  add(text: string): void {
    const number = Math.max(0, ...this.tabs.map((tab) => tab.number)) + 1;
    this.id = Math.max(0, ...this.tabs.map((tab) => tab.id)) + 1;
    this.tabs.push({ id: this.id, number, name: "", text });
    this.keep();
  }

  open(id: number): void {
    this.id = id;
    this.keep();
  }

  close(id: number): void {
    const place = this.tabs.findIndex((tab) => tab.id === id);
    this.tabs.splice(place, 1);
    if (!this.tabs.length) this.add("");
    else this.id = this.tabs[Math.max(0, place - 1)]!.id;
    this.keep();
  }

  beside(id: number, step: number): Tab {
    const place = this.tabs.findIndex((tab) => tab.id === id);
    return this.tabs[(place + step + this.tabs.length) % this.tabs.length]!;
  }

  write(text: string): void {
    this.current.text = text;
    this.keep();
  }

  remember(text: string): void {
    this.history = [text, ...this.history.filter((each) => each !== text)].slice(0, LONGEST_HISTORY);
    this.keep();
  }

  private keep(): void {
    try {
      const kept: Kept = { tabs: this.tabs, current: this.id, history: this.history };
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // a browser that keeps nothing still answers
    }
  }
}

function read(): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null") as Kept | null;
    return kept && Array.isArray(kept.tabs) && Array.isArray(kept.history) ? kept : null;
  } catch {
    return null;
  }
}
