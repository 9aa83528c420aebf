// Every page in a language, narrow and wide, light and dark: nothing hangs over the side, axe finds nothing serious.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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
  ask: "/ask",
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

// in one language every look, in the others each width and each scheme once
const LOOKS = lang === "kk" ? [[360, "dark"], [1600, "light"], [360, "light"], [1600, "dark"]] : [[360, "dark"], [1600, "light"]];
for (const [place, [width, colorScheme]] of LOOKS.entries()) {
  await walk({ viewport: { width, height: 900 }, colorScheme, locale: lang }, async (page) => {
    for (const [name, address] of Object.entries(PAGES)) {
      await page.goto(base + address, { waitUntil: "load" });
      if (name === "answer") await page.locator(".answer-panel table").waitFor();
      if (name === "graph" || name === "chain") await page.waitForFunction(() => window.kzeduGraph?.nodes().length > 0);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) found.push(`${address} is ${over} px wider than ${width} px`);
      if (place < 2) {
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run());
        for (const { id, impact, nodes } of violations) {
          if (!["serious", "critical"].includes(impact)) continue;
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
