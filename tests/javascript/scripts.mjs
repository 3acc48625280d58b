// Loads the published scripts into Node.js as they are. Where they lie stands in package.json, under `imports`.

import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";

const path = (name) => fileURLToPath(import.meta.resolve(`#published/${name}`));

/** A page that has nothing in it: scripts that look for their form find none and end. */
export const EMPTY_PAGE = {
  documentElement: { lang: "zh-Hant-TW" },
  getElementById: () => null,
  querySelector: () => null,
  querySelectorAll: () => [],
};

/** What the last of these classic scripts, which a page loads one after the other, calls by this name inside. */
export function inside(names, inner) {
  const context = createContext({ document: EMPTY_PAGE, location: { protocol: "https:" }, TextDecoder, URL, URLSearchParams, setTimeout, clearTimeout });
  for (const name of [names].flat()) runInContext(readFileSync(path(name), "utf8"), context);
  return runInContext(inner, context);
}

/**
 * A module of the site. Names that it keeps to itself are exported too: in a browser nobody needs them. Every call
 * loads it anew. `forms` are those that the site has of characters.
 */
export async function module(name, { inner = [], page = {}, forms = "" } = {}) {
  globalThis.document = { ...EMPTY_PAGE, ...page };
  const site = mkdtempSync(join(tmpdir(), "portal-"));
  process.on("exit", () => rmSync(site, { recursive: true }));
  const copy = join(site, "assets", "by-hash", "0123456789", name);
  cpSync(dirname(path(name)), dirname(copy), { recursive: true });
  if (inner.length) appendFileSync(copy, `\nexport { ${inner.join(", ")} };\n`);
  writeFileSync(join(site, "package.json"), '{"type": "module"}');
  if (forms) (await import(pathToFileURL(join(dirname(copy), "search-words.js")))).learn(forms);
  return import(pathToFileURL(copy));
}
