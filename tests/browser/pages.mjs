// Every page in a language, narrow and wide, light and dark: nothing hangs over the side, axe finds nothing serious, its
// scripts are light.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { ABSENT, AXE, MEASURE, PLAN, base, shot, stop, walk } from "./browser.mjs";

const lang = process.argv[3];
// evaluated by the debugger: the page's own security policy stays in force
const axe = readFileSync(AXE, "utf-8");
const found = [];
const PAGES = {
  home: "/",
  search: "/search?q=Talap",
  bodies: "/agencies",
  body: "/agency/kz-moe",
  measure: `/measure/${PLAN}/1`,
  indicator: `/indicator/${PLAN}/plan/1`,
  programme: `/programme/${PLAN}`,
  matrix: "/matrix",
  due: "/due?month=2025-12",
  graph: "/graph",
  chain: `/graph?iri=${MEASURE}&show=chain`,
  timeline: `/programme/${PLAN}/timeline`,
  flow: `/programme/${PLAN}/flow`,
  watched: "/watched",
  ask: "/ask",
  load: "/ask/load-of-bodies",
  sure: "/ask/how-sure-we-are",
  noanswer: "/ask/what-a-body-owes?agency=kz-nothing",
  month: `/due?month=2025`,
  ended: `/programme/${PLAN}?on=2031-01-01`,
  topics: "/topics",
  topic: "/topic/libraries",
  about: "/search?q=library",
  compare: "/compare?a=kz-moe&b=kz-talap",
  plans: `/compare?what=programme&a=${PLAN}&b=${PLAN}`,
  nothing: "/search?q=xyzzyq",
  kind: "/agencies?all=1&kind=Ministry",
  group: `/matrix?by=group&programme=${PLAN}`,
  way: `/graph?from=${MEASURE}&to=https://w3id.org/kzedu/id/agency/kz-moe`,
  part: `/measure/${PLAN}/2-1`,
  question: "/ask/what-a-body-owes?agency=kz-moe",
  sparql: "/sparql",
  answer: `/sparql/run?query=${encodeURIComponent("SELECT ?s ?n { { SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s } } LIMIT 9")}`,
  findings: "/findings",
  rule: "/findings?code=no-bound-executor",
  changes: "/changes",
  continuations: "/continuations",
  provisions: "/provisions",
  provision: `/provision/${PLAN}/2025-03-03/ru/1`,
  work: `/document/${PLAN}`,
  thing: "/thing/event/2022-split",
  absent: ABSENT,
  document: `/document/${PLAN}/2025-03-03/ru`,
  data: "/data",
  ontology: "/ontology",
};

const HEAVIEST = 300_000; // bytes of script that a page loads, compressed
/** Pages that are islands of script: the editor, and the graph. */
const ISLANDS = ["sparql", "answer", "graph", "chain", "way"];
const weights = new Map();

/** What the scripts of a page weigh that it really loaded, compressed. */
async function weight(page) {
  const scripts = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.endsWith(".js")));
  for (const name of scripts) {
    if (!weights.has(name)) weights.set(name, gzipSync(await (await page.request.get(name)).body()).length);
  }
  return scripts.reduce((sum, name) => sum + weights.get(name), 0);
}

// in one language every look, in the others each width and each scheme once
const LOOKS = lang === "kk" ? [[360, "dark"], [1600, "light"], [360, "light"], [1600, "dark"]] : [[360, "dark"], [1600, "light"]];
for (const [place, [width, colorScheme]] of LOOKS.entries()) {
  await walk({ viewport: { width, height: 900 }, colorScheme, locale: lang }, async (page) => {
    for (const [name, address] of Object.entries(PAGES)) {
      await page.goto(base + address, { waitUntil: "load" });
      if (name === "answer") await page.locator(".answer-panel table").waitFor();
      if (["graph", "chain", "way"].includes(name)) await page.waitForFunction(() => window.kzeduGraph?.nodes().length > 0);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) found.push(`${address} is ${over} px wider than ${width} px`);
      if (place === 0) {
        const heavy = await weight(page);
        if (heavy === 0) found.push(`${address} loads no script: nothing was weighed`);
        if (heavy > HEAVIEST && !ISLANDS.includes(name)) found.push(`${address} loads ${heavy} bytes of script`);
      }
      if (place < 2) {
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run());
        for (const { id, impact, nodes } of violations) {
          if (!["serious", "critical"].includes(impact) && id !== "landmark-unique") continue;
          const where = nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`).join(" | ");
          found.push(`${address} ${lang} ${width} ${colorScheme}: ${id}: ${where}`);
        }
      }
      await shot(page, `${name}-${lang}-${width}-${colorScheme}`);
    }
  });
}
await stop();
assert.deepEqual(found, []);
