// Reads the search index: the list of its pieces first, then of each word the piece that holds it.

const lang = document.documentElement.lang;
const root = new URL(`../../../search-index/${lang}/`, import.meta.url);

/** Pieces that a beginning of words may need: it stands for too many words if it needs more. */
const MOST = 4;

const loaded = new Map();

/** A file of the index, unpacked, each once; one that could not be loaded is asked for again. */
function text(path) {
  if (!loaded.has(path)) {
    const loading = load(new URL(path, root));
    loading.catch(() => loaded.delete(path));
    loaded.set(path, loading);
  }
  return loaded.get(path);
}

async function load(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b; // a host may have said that it is, and it is unpacked already
  if (!isPacked) return new TextDecoder().decode(bytes);
  // The stream of a blob would cost slow phones ten milliseconds for each file.
  return new Response(new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"))).text();
}

let known;

/** The list of pieces, how many documents there are, the forms of characters, and words that mean the same or ties. */
export function directory() {
  known ??= text("directory.piece").then((json) => {
    const list = JSON.parse(json);
    return { ...list, starts: list.starts.split(" "), names: list.names.match(/.{8}/g) ?? [] };
  });
  known.catch(() => (known = undefined));
  return known;
}

/** The place of the last piece that begins with a word or before it. */
function place(starts, word) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= word) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The lines of a piece, by word. */
const lines = new Map();

async function piece(name) {
  if (!lines.has(name)) {
    const rows = (await text(`words/${name}.piece`)).split("\n").map((line) => {
      const space = line.indexOf(" ");
      return [line.slice(0, space), line.slice(space + 1)];
    });
    lines.set(name, new Map(rows));
  }
  return lines.get(name);
}

/** The documents of a word: by id its weight from 0 to 25. */
function entries(packed) {
  const found = new Map();
  let id = 0;
  for (const [, step, weight] of packed.matchAll(/([0-9a-z]+)([A-Z])/g)) {
    id += parseInt(step, 36);
    found.set(id, weight.charCodeAt(0) - 65);
  }
  return found;
}

/** The documents of exactly this word; none if no page has it. */
export async function documentsOf(word) {
  const { starts, names } = await directory();
  const packed = names.length ? (await piece(names[place(starts, word)])).get(word) : undefined;
  return packed === undefined ? new Map() : entries(packed);
}

/** The documents whose whole name is this: it stands behind the words that begin it, mostly in the same piece. */
export const documentsNamed = (name) => documentsOf(`${name}=`);

/** The words with this beginning, each with its documents as they are packed; with a limit, of so many pieces only. */
export async function begun(beginning, most = MOST) {
  const { starts, names } = await directory();
  if (!names.length) return [];
  const first = place(starts, beginning);
  const last = place(starts, `${beginning}\uffff`);
  const pieces = await Promise.all(names.slice(first, Math.min(last, first + most - 1) + 1).map(piece));
  return pieces.flatMap((words) => [...words].filter(([word]) => word.startsWith(beginning) && !word.endsWith("=")));
}

export { entries };

/**
 * What other names the index uses of what is called so; they stand mostly in the piece of the name itself. None if
 * something has this name for its title: 臺北 is Taipei, whatever else was once called so.
 */
export async function usedInstead(name) {
  const { starts, names } = await directory();
  if (!names.length || !name) return [];
  const beginning = `${name}==`;
  const [words, named] = await Promise.all([piece(names[place(starts, `${beginning}\uffff`)]), documentsNamed(name)]);
  if ([...named.values()].some((weight) => weight % 2 === 0)) return [];
  return [...words.keys()]
    .filter((word) => word.startsWith(beginning))
    .map((word) => word.slice(beginning.length).replaceAll("_", " "));
}

/** All names in characters, or all in letters, as they are compared, each with its weight from 0 to 25. */
export async function vocabulary(script) {
  const list = await directory();
  const names = await text(`names/${list[script]}.piece`);
  return [...names.matchAll(/([^A-Z]+)([A-Z])/g)].map(([, name, weight]) => [name, weight.charCodeAt(0) - 65]);
}

/** Small files of names for each script, as the build makes them (outputs/search/search_vocabulary.py). */
const PARTS = 32;

/** The lines of the small file with the names that begin as this one: a weight, the name as it is shown, and after = as it is compared. */
export async function spelled(script, name) {
  const list = await directory();
  const part = (name.codePointAt(0) % PARTS).toString(36);
  const lines = await text(`names/${list[script]}-${part}.piece`);
  return lines.split("\n").filter(Boolean);
}

/** What a result shows. */
export const details = async (id) =>
  JSON.parse(await text(`documents/${id.toString(36).padStart(6, "0")}.piece`));

let facets;

/** What every document can be chosen by: by id the values of each facet. */
export function allFacets() {
  facets ??= directory().then(async (list) => {
    const [head, ...rows] = (await text(`facets/${list.facets}.piece`)).split("\n");
    const columns = head.split(" ").slice(1);
    return new Map(
      rows.map((row) => {
        const [id, ...values] = row.split(" ");
        return [
          parseInt(id, 36),
          Object.fromEntries(columns.map((name, at) => [name, values[at] === "-" ? [] : values[at].split(",")])),
        ];
      }),
    );
  });
  facets.catch(() => (facets = undefined));
  return facets;
}
