// A browser without a screen, and a page that complains of every error it meets.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.FRONTEND, "package.json"));
const { chromium } = require("playwright-core");
export const AXE = require.resolve("axe-core/axe.min.js");
export const base = process.argv[2];
export const PLAN = "X2500000001";
/** An address at which nothing is. */
export const ABSENT = "/nothing-here";
export const MEASURE = `https://w3id.org/kzedu/id/measure/${PLAN}/1`;

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });

/** Walk with a fresh page; errors in its console and requests to anybody but us and `elsewhere` fail the walk. */
export async function walk({ elsewhere = base, ...options }, steps) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: "en", ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    const { url, lineNumber } = message.location();
    const told = `${message.text()} (${url}:${lineNumber})`;
    // what the browser writes there itself: a query refused and a page missed on purpose, and the style with which Chromium's own
    // editing keeps the look of words that are typed over, which the security policy rightly drops
    const itself = /status of 400/.test(told) || url === base + ABSENT || (/^Applying inline style/.test(told) && lineNumber === 0);
    if (message.type() === "error" && !itself) complaints.push(told);
  });
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && ![base, elsewhere].some((origin) => request.url().startsWith(origin))) complaints.push(request.url());
  });
  page.setDefaultTimeout(30000);
  try {
    await steps(page, context);
    assert.deepEqual(complaints, []);
  } catch (error) {
    await shot(page, "failed");
    throw error;
  } finally {
    await context.close();
  }
}

/** Do something again until it has had its effect: a click that came before the script was ready is no failure. */
export async function until(reached, act) {
  for (let turn = 0; turn < 100; turn += 1) {
    if (await reached()) return;
    await act();
  }
  assert.fail(`not reached in 100 turns: ${reached}`);
}

/** Press Tab until something that matches has the focus. */
export async function tabTo(page, selector) {
  const there = () => page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
  await until(there, () => page.keyboard.press("Tab"));
}

export async function shot(page, name) {
  mkdirSync(process.env.SHOTS, { recursive: true });
  await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true });
}

export const stop = () => browser.close();
