// Rows that are grouped twice: bars of the first grouping, a series for each value of the second.
import type { Row } from "./protocol";

export interface Groupings {
  /** The column whose values are the series. */
  second: string;
  /** A row of each bar. */
  names: Row[];
  /** A row of each series, and its value at each bar, null where the answer has none. */
  series: { row: Row; values: (number | null)[] }[];
}

const MOST_SERIES = 8;

/** The two groupings of an answer's numbers in a column; null where each row stands for itself. */
export function groupings(rows: Row[], columns: string[], column: string): Groupings | null {
  const others = columns.filter((name) => name !== column && rows.some((row) => row[name]));
  const [first, ...rest] = others;
  if (!first) return null;
  const key = (row: Row, name: string): string => row[name]?.value ?? "";
  const bars = new Map(rows.map((row) => [key(row, first), row]));
  // a column that says the same of every row of a bar is one more name of it and no grouping
  const second = rest.find((name) => {
    const pairs = new Set(rows.map((row) => JSON.stringify([key(row, first), key(row, name)])));
    return pairs.size === rows.length && pairs.size > bars.size;
  });
  if (!second) return null;
  const series = new Map(rows.map((row) => [key(row, second), row]));
  if (series.size > MOST_SERIES) return null;
  const value = new Map(rows.map((row) => [JSON.stringify([key(row, first), key(row, second)]), Number(key(row, column))]));
  return {
    second,
    names: [...bars.values()],
    series: [...series].sort(([a], [b]) => a.localeCompare(b, undefined, { numeric: true })).map(([name, row]) => ({
      row,
      values: [...bars.keys()].map((bar) => value.get(JSON.stringify([bar, name])) ?? null),
    })),
  };
}
