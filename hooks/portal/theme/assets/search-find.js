// Asks the search index: what a query finds, the best first, in the language of the page.

import { asked, fold, isCharacter, isSpelled, nameWord, placeNames } from "./search-words.js";

/** Results whose details are loaded at a time. */
export const STEP = 10;
const RANKING = { metaWeights: { title: 6, names: 4 }, pageLength: 0.4, termFrequency: 0.6, termSimilarity: 0.5 };

const lang = document.documentElement.lang;
let loading;

/** Pagefind with the index of the page's language, loaded when it is first needed. */
export function engine() {
  loading ??= import(new URL("../../../pagefind/pagefind.js", import.meta.url)).then(async ({ createInstance }) => {
    const instance = createInstance({ noWorker: true, ranking: RANKING });
    await instance.filters(); // so that answers hold the counts of the facets
    return instance;
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

const nothing = { results: [], filters: {} };

async function ask(words, filters) {
  return words.length ? (await engine()).search(words.join(" "), { filters }) : nothing;
}

const without = (chosen, facet) => Object.fromEntries(Object.entries(chosen).filter(([name]) => name !== facet));

/** Results whose whole name was typed; if there are none, those of a place named so at another level. */
async function namesakes(query, filters) {
  for (const name of placeNames(query)) {
    const { results } = await ask([nameWord(name)], filters);
    if (results.length) return results;
  }
  return [];
}

/** Whether every word stands in the index. One that does not, Pagefind passes over, or takes the beginning of it. */
async function areKnown(words, results) {
  for (const word of words) if (!(await isKnown(word, results))) return false;
  return true;
}

async function isKnown(word, results) {
  if ((await (await engine()).search(`"${word}"`)).results.length) return true;
  if (!isSpelled(word)) return isCharacter(word);
  // Half a word, perhaps: then it begins one that the results show.
  const shown = await Promise.all(results.slice(0, STEP).map((result) => result.data()));
  const texts = shown.map(({ title, names, text }) => fold([title, ...names.flat(), text].join(" ")));
  return texts.some((text) => text.split(/[^\p{L}\p{N}]+/u).some((other) => other.startsWith(word)));
}

/** What a query finds, the best first, and how many results each value of a facet has. */
export async function find(query, chosen = {}) {
  const filters = Object.fromEntries(Object.entries(chosen).map(([name, any]) => [name, { any }]));
  let words = [];
  let answer = nothing;
  for (const loose of [false, true]) {
    words = asked(query, { loose, lang });
    answer = await ask(words, filters);
    if (answer.results.length && !(await areKnown(words, answer.results))) answer = nothing;
    if (answer.results.length) break;
  }
  const named = await namesakes(query, filters);
  const ids = new Set(named.map((result) => result.id));
  const others = answer.results.filter(({ id }) => !ids.has(id));
  const results = named.length ? [...(await byKind(named)), ...others] : await begunFirst(others, query);
  const counts = { ...answer.filters };
  // Of a facet in which something is chosen, the other values still tell what they would give.
  for (const facet of answer.results.length ? Object.keys(chosen) : []) {
    counts[facet] = (await ask(words, without(filters, facet))).filters[facet];
  }
  return { results, counts };
}

/** Namesakes in the order of their kinds: the city before the term that is its name. */
async function byKind(results) {
  const order = [...document.querySelectorAll("[name=kind]")].map((box) => box.value);
  const placed = await Promise.all(
    results.slice(0, STEP).map(async (result) => ({ result, place: order.indexOf((await result.data()).kind) })),
  );
  return placed.sort((one, other) => one.place - other.place).map(({ result }) => result);
}

/** Results with those in front, among the first, whose name begins as the query does: it may be half typed. */
async function begunFirst(results, query) {
  const first = results.slice(0, STEP);
  const names = await Promise.all(
    first.map(async (result) => {
      const { title, names: others } = await result.data();
      return [title, ...others.map(([, name]) => name)].map(fold);
    }),
  );
  const begins = first.filter((_, index) => names[index].some((name) => name.startsWith(fold(query))));
  return [...(await byKind(begins)), ...results.filter((result) => !begins.includes(result))];
}
