// Makes the search index with Pagefind from the documents that come in as JSON, and gives back its files as JSON.
// Started by search_index.py, with the path of the file that cuts texts into words, and the folder of Pagefind.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

const SIGNATURE = "pagefind_dcd";
/** Characters of its text that a result carries: what a first page of results costs hangs on it. */
const SHOWN = { zh: 420, en: 900 };
/** What a browser loads; the rest are ready-made interfaces. */
const PUBLISHED = /^(pagefind\.js|pagefind-entry\.json|wasm\.\w+\.pagefind|.*\.pf_(meta|index|filter|fragment))$/;

// Its own modules are put into it, since what comes from a data: address cannot import files.
const source = readFileSync(process.argv[2], "utf8").replace(/^import "\.\/(.+)";$/gm, (_, name) =>
  readFileSync(join(dirname(process.argv[2]), name), "utf8"),
);
const { words, nameWord, placeNames } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
const documents = JSON.parse(readFileSync(0, "utf8"));

const isPlace = (document) => ["homes", "cities"].includes(document.kind);
const namesOf = (document) => [document.title, ...document.names];

/** Names a result in the index. What it shows is part of its name, so no browser keeps an older one under it. */
const key = (document) =>
  `${document.locale}/${document.path}#${createHash("sha256").update(JSON.stringify(shown(document))).digest("hex").slice(0, 12)}`;

function record(document) {
  const wholes = namesOf(document).flatMap((name) => (isPlace(document) ? placeNames(name) : [name]));
  const title = words(document.title);
  const names = words(document.names.join("\n"));
  const content = words(`${document.text}\n${document.words}`);
  const filters = { kind: [document.kind], home: document.homes, country: document.countries, year: [document.year] };
  return {
    url: key(document),
    language: document.lang.toLowerCase(),
    content: [...new Set([...wholes.map(nameWord), ...content])].join(" "),
    meta: { title: title.join(" "), names: names.join(" ") },
    filters: Object.fromEntries(Object.entries(filters).filter(([, values]) => values[0])),
  };
}

/** What a result shows, in the place of the words that Pagefind keeps there. */
function shown(document) {
  const limit = SHOWN[document.locale] ?? SHOWN.en;
  const text = document.text.length > limit ? `${document.text.slice(0, limit)}…` : document.text;
  return {
    path: document.path,
    kind: document.kind,
    title: document.title,
    names: document.shown_names,
    homes: document.homes,
    date: document.date,
    text,
    url: "",
    content: "",
    meta: {},
    anchors: [],
  };
}

const records = documents.map(record);
const byKey = new Map(documents.map((document) => [key(document), document]));
const count = (text) => text.split(" ").length;
const perLanguage = {};
for (const { language, content, meta } of records) {
  const total = count(content) + count(meta.title) + count(meta.names);
  perLanguage[language] = (perLanguage[language] ?? 0) + 2 * total;
}
// A query loads a piece of the index for each word, and a list of all pieces: both stay small when a piece grows as
// the root of the whole. Read by Pagefind 1.6; without it pieces would have 20,000 entries.
const size = Math.round(4 * Math.sqrt(Math.max(...Object.values(perLanguage), 1)));
process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(size);

const pagefind = createRequire(join(process.argv[3], "package.json")).resolve(process.argv[3]);
const { createIndex, close } = await import(pathToFileURL(pagefind));

function sound(answer) {
  if (answer.errors?.length) throw new Error(answer.errors.join("\n"));
  return answer;
}

const { index } = sound(await createIndex({}));
for (const answer of await Promise.all(records.map((one) => index.addCustomRecord(one)))) sound(answer);
const files = {};
for (const { path, content } of sound(await index.getFiles()).files) {
  if (!PUBLISHED.test(path)) continue;
  let bytes = Buffer.from(content);
  if (path.endsWith(".pf_fragment")) {
    const kept = JSON.parse(gunzipSync(bytes).subarray(SIGNATURE.length));
    bytes = gzipSync(SIGNATURE + JSON.stringify(shown(byKey.get(kept.url))), { level: 9 });
  }
  files[path] = bytes.toString("base64");
}
await close();
process.stdout.write(JSON.stringify(files));
