// What a query finds, the best first, in the language of the page.

import { expect, nearest } from "./search-near.js";
import { besidesTies, compared, learnSame, learnTies, standard, takeDates, takeQuestion, tiesApart } from "./search-query.js";
import { allFacets, begun, details, directory, documentsNamed, documentsOf, entries, usedInstead } from "./search-read.js";
import { bare, cut, deeds, fold, isChinese, learn, numbers, pairs, placeNames, runs, stem } from "./search-words.js";

/** Results whose details are loaded at a time. */
export const STEP = 10;

/** What a name adds that is the query, or begins with it. */
const BEGUN = 40;
/** Of a word of the query that is somebody's whole name. */
const NAMED = 24;
/** What is left of a weight when only the beginning of a word was typed. */
const HALF = 0.5;
/** Of what lacks a part of the query, and how many must have all for these not to be shown. */
const PARTLY = 0.5;
const FEW = 4;
/** Letters or characters that a name must begin with at least. */
const FEWEST = { letters: 3, characters: 2 };

const lang = document.documentElement.lang;

/** Loads the list of pieces; everything else is loaded when it is asked for. */
export async function ready() {
  const list = await directory();
  learn(list.forms);
  learnSame(fold(list.same ?? ""));
  learnTies(fold(list.ties ?? ""));
  return list;
}

/** Documents with points: of each the most that one of the alternatives gives. */
function most(alternatives) {
  const found = new Map();
  for (const [documents, share] of alternatives) {
    for (const [id, weight] of documents) found.set(id, Math.max(found.get(id) ?? 0, (weight + 1) * share));
  }
  return found;
}

/** Points, each times what a word tells that so many documents have. */
async function rated(documents) {
  const { documents: all } = await ready();
  const factor = Math.log(1 + all / (1 + documents.size));
  return new Map([...documents].map(([id, points]) => [id, points * factor]));
}

/** Of a word in letters: itself, others of its stem, and those that it begins. */
async function ofLetters(word) {
  const isShort = word.length < 3 || /^\p{N}+$/u.test(word);
  const root = stem(word);
  const [documents, near] = await Promise.all([
    documentsOf(word).then((documents) => {
      if (!documents.size) expect(word);
      return documents;
    }),
    isShort ? [] : begun(root.length > 4 ? root.slice(0, /er$/.test(root) ? -2 : -1) : root),
  ]);
  const same = near.filter(([other]) => other !== word && other.length > 2 && stem(other) === root);
  const one = word.endsWith("s") ? numbers(word)[0] ?? word : word;
  const half = one.length > 3 || !documents.size ? near.filter(([other]) => other !== word && other.startsWith(one)) : [];
  return rated(
    most([
      [documents, 1],
      ...same.map(([, packed]) => [entries(packed), 1]),
      ...half.map(([, packed]) => [entries(packed), HALF]),
    ]),
  );
}

/** Documents that are in all of these, with the sum of their points. */
function both(sets) {
  if (!sets.length) return new Map();
  const [least, ...others] = [...sets].sort((one, other) => one.size - other.size);
  const found = new Map();
  for (const [id, points] of least) {
    if (!others.every((set) => set.has(id))) continue;
    found.set(id, others.reduce((sum, set) => sum + set.get(id), points));
  }
  return found;
}

/** Of Chinese without a space: all of its pairs. */
async function ofCharacters(run) {
  if ([...run].length === 1) {
    return rated(most((await begun(run)).map(([, packed]) => [entries(packed), 1])));
  }
  return both(await Promise.all(pairs(run).map(async (pair) => rated(await documentsOf(pair)))));
}

/** The parts of Chinese between which no page has a pair: 日本 and 姊妹市 of 日本姊妹市. */
async function known(run) {
  const characters = [...run];
  const has = await Promise.all(pairs(run).map(async (pair) => (await documentsOf(pair)).size > 0));
  const parts = [characters[0]];
  has.forEach((isKnown, at) => {
    if (isKnown) parts[parts.length - 1] += characters[at + 1];
    else parts.push(characters[at + 1]);
  });
  return parts;
}

/** Characters between words that say nothing of what is looked for, and levels of places. */
const BETWEEN = /^[与和及跟同或在对向到之于有是了个市县区府国]$/u;

/** Characters that stand alone become one part with their neighbors that do: 量子火锅, which no page has. */
function gathered(parts) {
  const found = [];
  let open = "";
  for (const part of [...parts, ""]) {
    if ([...part].length === 1) {
      open += part;
      continue;
    }
    if (open && !BETWEEN.test(open)) found.push(open);
    if (part) found.push(part);
    open = "";
  }
  return found;
}

/** A part of the query with its documents; Chinese that stands together nowhere becomes several. */
async function units(run) {
  if (!isChinese(run)) return [{ typed: run, documents: await ofLetters(run) }];
  const documents = await ofCharacters(run);
  const whole = [{ typed: run, documents }];
  if ([...run].length < 3 || documents.size >= FEW) return whole;
  if (documents.size) return [{ typed: run, documents: most([[documents, 1], [await apart(run), PARTLY]]) }];
  let parts = await known(run);
  const isBroken = parts.some((part) => [...part].length === 1);
  if (isBroken && (await nearest(bare(run))).length) return whole;
  const long = parts.filter((part) => [...part].length > 1).join("");
  if (long.length * 3 < run.length) return whole;
  if (parts.length === 1) parts = cut(run, lang);
  const found = (await Promise.all(gathered(parts).map(part))).flat();
  return found.some((one) => one.documents.size) ? found : whole;
}

/** Documents of the words of Chinese that stand together on few pages, wherever they stand. */
async function apart(run) {
  const words = gathered(cut(run, lang));
  if (words.length < 2 || words.some((word) => [...word].length < 2)) return new Map();
  return both(await Promise.all(words.map(ofCharacters)));
}

async function part(run) {
  const documents = await ofCharacters(run);
  if (documents.size || [...run].length < 3 || (await known(run)).length > 1) return [{ typed: run, documents }];
  const smaller = gathered(cut(run, lang));
  return Promise.all(smaller.map(async (typed) => ({ typed, documents: await ofCharacters(typed) })));
}

/** Of a date all forms that a page has, the most exact first: its day, its month, its year. */
async function ofDate({ text, words }) {
  const forms = await Promise.all(
    words.map(async (word) => ({ to: word, documents: await rated(most([[await documentsOf(word), 1]])) })),
  );
  const known = forms.filter(({ documents }) => documents.size);
  return { typed: text, exact: words[0], forms: known, ...(known[0] ?? { documents: new Map() }) };
}

/** A month or a year as people write it. */
const shownDate = (word) => (word.length === 6 ? `${word.slice(0, 4)}-${word.slice(4)}` : word);

/** The parts with dates in the most exact form that stands on a page with all other parts. */
function dated(parts) {
  const others = parts.filter(({ forms, documents }) => !forms && documents.size).map(({ documents }) => documents);
  return parts.map((part) => {
    const form = part.forms?.find(({ documents }) => both([documents, ...others]).size);
    return form ? { ...part, ...form } : part;
  });
}

const inForms = (texts) => [...new Set(texts.flatMap((text) => [text, ...numbers(text), ...deeds(text)]).filter(bare))];
const called = (text) => placeNames(text).map((name) => documentsNamed(bare(name)));

/** The documents of the first that has some, in the order of their kinds. */
async function firstOf(loading) {
  const found = new Set();
  for (const documents of (await Promise.all(loading)).find((some) => some.some(({ size }) => size)) ?? []) {
    for (const [id] of [...documents].sort(([, one], [, other]) => one - other)) found.add(id);
  }
  return [...found];
}

/** Documents whose whole name is this. */
const named = (...texts) => firstOf(inForms(texts).map((text) => Promise.all(called(text))));

/** Documents whose whole name is this, or what they are asked for by. */
const meant = (...texts) => firstOf(inForms(texts).map((text) => Promise.all([documentsOf(`:${bare(text)}`), ...called(text)])));

/** Documents that are asked for by this, as a whole. */
const askedFor = async (text) => [...(await documentsOf(`:${bare(text)}`)).keys()];

/** Of texts that may be meant the documents of the first that has some. */
async function firstAsked(texts) {
  return (await Promise.all(texts.map(askedFor))).find((ids) => ids.length) ?? [];
}

/** A country in place of what comes from there: south africa for south african. */
const ofCountry = (text) => text.replace(/(?<=[a-z]{4}a)n(?![a-z])/g, "");

/** Documents of two things whose difference is asked for, in turn. */
async function compare(folded) {
  const [one = [], other = []] = await Promise.all(compared(folded).map((text) => meant(text)));
  if (!one.length || !other.length) return [];
  return [...new Set(one.flatMap((id, at) => [id, other[at]]).concat(other).filter((id) => id !== undefined))];
}

/** The points of those whose name begins with the query, most if it is nearly the whole of it. */
async function favored(query) {
  const typed = bare(query.endsWith("s") ? numbers(query)[0] ?? query : query);
  const best = new Map();
  if ([...typed].length < (isChinese(typed) ? FEWEST.characters : FEWEST.letters)) return best;
  for (const [word, packed] of await begun(`=${typed}`, 2)) {
    const more = (BEGUN * typed.length) / (word.length - 1);
    for (const [id] of entries(packed)) best.set(id, Math.max(best.get(id) ?? 0, more));
  }
  return best;
}

/**
 * What the parts of a query find together: all that have every part; if these are few, those too that have most of it,
 * with fewer points, and those of the month or the year of a day.
 */
function together(parts) {
  const there = parts.filter(({ documents }) => documents.size);
  const points = both(there.map(({ documents }) => documents));
  const isPartial = !points.size && there.length > 1;
  if (points.size < FEW && there.length > 1) addPartial(points, there, isPartial);
  if (there.length > 1) {
    for (const id of there.flatMap(({ names }) => names ?? [])) if (points.has(id)) points.set(id, points.get(id) + NAMED);
  }
  return { points, isPartial };
}

function addPartial(points, there, isPartial) {
  const counts = new Map();
  for (const { documents } of there) {
    for (const [id, some] of documents) {
      const [times, sum] = counts.get(id) ?? [0, 0];
      counts.set(id, [times + 1, sum + some]);
    }
  }
  // Of what has some of the words, that of another day, month or year is not meant, if something is of this one.
  const isOfDate = (id) => there.every(({ forms, documents }) => !forms || documents.has(id));
  if ([...counts].some(([id, [times]]) => times > 1 && isOfDate(id))) {
    for (const id of counts.keys()) if (!isOfDate(id)) counts.delete(id);
  }
  const full = points.size;
  const many = isPartial ? Math.max(...[...counts.values()].map(([times]) => times)) : there.length - 1;
  const rarest = there.reduce((one, other) => (other.documents.size < one.documents.size ? other : one));
  for (const [id, [times, sum]] of counts) {
    const hasRarest = rarest.documents.has(id);
    if (points.has(id) || times < (isPartial && hasRarest && many > 2 ? many - 1 : many)) continue;
    if (isPartial || hasRarest) points.set(id, isPartial && hasRarest ? sum : sum * PARTLY);
  }
  const near = both(there.map(({ documents, forms }) => (forms ? most(forms.map((form) => [form.documents, 1])) : documents)));
  for (const [id, sum] of near) if (!points.has(id)) points.set(id, sum * PARTLY);
  if (points.size - full >= FEW) return;
  for (const [id, some] of rarest.documents) if (counts.has(id) && !points.has(id)) points.set(id, some * PARTLY * HALF);
}

/** How many documents have each value of a facet, of those that all other facets let through. */
async function counted(ids, chosen) {
  const facets = await allFacets();
  const counts = {};
  for (const id of ids) {
    const own = facets.get(id) ?? {};
    const refused = Object.keys(chosen).filter((name) => !chosen[name].some((value) => own[name]?.includes(value)));
    for (const [name, values] of Object.entries(own)) {
      if (refused.some((other) => other !== name)) continue;
      counts[name] ??= {};
      for (const value of values) counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}

async function allowed(ids, chosen) {
  if (!Object.keys(chosen).length) return ids;
  const facets = await allFacets();
  return ids.filter((id) =>
    Object.entries(chosen).every(([name, values]) => values.some((value) => facets.get(id)?.[name]?.includes(value))),
  );
}

/** Without a word all documents are found that the facets let through, the newest of each kind first. */
async function all() {
  const facets = await allFacets();
  const kinds = [...document.querySelectorAll("[name=kind]")].map((box) => box.value);
  const order = ([, own]) => [kinds.indexOf(own.kind?.[0]), -(own.year?.[0] ?? 0)];
  return [...facets].sort((one, other) => {
    const [a, b] = [order(one), order(other)];
    return a[0] - b[0] || a[1] - b[1] || one[0] - other[0];
  }).map(([id]) => id);
}

/** How a list of a month or a year may be asked for: 201407 exchanges. */
const dateWith = (date, others) => (others ? [`${date} ${others}`, `${others} ${date}`] : [date]);

async function asked(query) {
  const folded = fold(query);
  const plain = takeQuestion(standard(folded));
  const { rest, dates } = takeDates(plain);
  const spoken = runs(plain).join(" ");
  const [date] = dates.length === 1 ? dates[0].words : [];
  const others = runs(rest).join(" ");
  const [days, worded, first, within, begin] = await Promise.all([
    Promise.all(dates.map(ofDate)),
    ofWords(runs(tiesApart(rest)), others),
    compare(standard(folded)).then((some) =>
      some.length ? some : meant(...new Set([...(date ? dateWith(date, others) : [folded]), spoken, spoken.replace(/isation/g, "ization"), ofCountry(spoken)])),
    ),
    firstAsked([...new Set(besidesTies(plain, runs))]),
    favored(query),
  ]);
  return { parts: dated([...days, ...worded]), first: first.length ? first : within, begin };
}

/** The parts of a query without dates: the whole of it, if that is another name of something, or each word. */
async function ofWords(words, whole) {
  const each = Promise.all([...new Set(words)].map(ofWord));
  const used = words.length > 1 ? await usedInstead(bare(whole)) : [];
  const parts = (await each).flat();
  return used.length ? [await alsoOf(whole, parts, used)] : parts;
}

async function ofWord(run) {
  const [parts, names, used] = await Promise.all([units(run), named(run), usedInstead(bare(run))]);
  if (used.length) return [{ ...(await alsoOf(run, parts, used)), names }];
  return parts.length === 1 ? [{ ...parts[0], names }] : withNames(parts);
}

/** One part of several that are another name together: what tells of it by the name that is used here is found as well. */
async function alsoOf(typed, parts, used) {
  const own = both(parts.map(({ documents }) => documents));
  const others = await Promise.all(used.map(ofName));
  return { typed, used, documents: most([own, ...others].map((documents) => [documents, 1])) };
}

/** Documents that have all words of a name. */
const ofName = async (name) =>
  both(await Promise.all(runs(name).map((run) => (isChinese(run) ? ofCharacters(run) : ofLetters(run)))));

const withNames = (parts) =>
  Promise.all(
    parts.map(async (part) => {
      const [names, used] = await Promise.all([named(part.typed), usedInstead(bare(part.typed))]);
      return { ...(used.length ? await alsoOf(part.typed, [part], used) : part), names };
    }),
  );

/** What is meant by the parts that some page has, and what is called nearly so. */
async function ofRest(parts) {
  const rest = parts.filter(({ documents }) => documents.size).map(({ typed }) => typed).join(" ");
  return rest ? Promise.all([meant(rest), favored(rest)]) : [[], new Map()];
}

/**
 * What a query finds, the best first.
 *
 * `counts` gives the number of results for each value of a facet; `missing` the words that no page has; `corrected` the
 * words in whose place others were looked for, each with others again that may be meant; `isPartial` says that no page
 * has all of the words; `used` are names that the pages use of what was asked for by another. Each result has the words
 * that its page lacks.
 */
export async function find(query, chosen = {}) {
  await ready();
  let ids;
  let missing = [];
  let isPartial = false;
  let looked = [];
  let points = new Map();
  const corrected = [];
  const hasWords = /[\p{L}\p{N}]/u.test(query);
  if (hasWords) {
    let { parts, first, begin } = await asked(query);
    if (!first.length) {
      const meanwhile = () => ofRest(parts).catch(() => {}); // if it is needed, it is asked for again, and fails there
      const near = await Promise.all(parts.map(async (part) => (part.documents.size ? [] : nearest(part.typed, meanwhile))));
      for (const [at, [best, ...others]] of near.entries()) if (best) corrected.push({ from: parts[at].typed, to: best, others });
      if (corrected.length) {
        const meantBy = parts.map(({ typed }, at) => near[at][0] ?? typed).join(" ");
        ({ parts, first, begin } = await asked(meantBy));
      }
    }
    const made = together(parts);
    points = made.points;
    isPartial = made.isPartial && !first.length;
    for (const { typed, exact, to, forms } of parts) {
      if (!exact || !to || exact === to) continue;
      if (forms[0].to === exact) isPartial = true; // the day is known, but not together with the rest
      else corrected.push({ from: typed, to: shownDate(to), others: [] });
    }
    missing = first.length ? [] : parts.filter(({ documents }) => !documents.size).map(({ typed }) => typed);
    looked = parts.filter(({ documents }) => documents.size);
    if (missing.length && looked.length && !first.length) [first, begin] = await ofRest(parts);
    for (const [id, more] of first.length ? [] : begin) points.set(id, (points.get(id) ?? 0) + more);
    const ranked = [...points].sort(([one, more], [other, less]) => less - more || one - other).map(([id]) => id);
    ids = [...first, ...ranked.filter((id) => !first.includes(id))];
  } else ids = query.trim() ? [] : await all();
  const left = await allowed(ids, chosen);
  const isAsked = hasWords || Object.keys(chosen).length > 0;
  return {
    used: looked.flatMap(({ used = [] }) => used),
    results: (isAsked ? left : []).map((id) => ({
      id,
      lacks: points.has(id) ? looked.filter(({ documents }) => !documents.has(id)).map(({ typed }) => typed) : [],
      data: () => details(id),
    })),
    counts: () => counted(ids, chosen),
    missing,
    corrected,
    isPartial,
  };
}
