// Names that are meant by somebody who mistyped a letter.

import { spelled, vocabulary } from "./search-read.js";
import { bare, isChinese, isNear } from "./search-words.js";

/** Letters or characters that a word must have before one may be wrong. */
const FEWEST = { letters: 4, characters: 3 };
/** Letters from which on two may be wrong. */
const LONG = 9;
/** Names that are offered, and how many are looked at for that: some are the same in other letters. */
const OFFERED = 4;
const READ = 6;

const scriptOf = (word) => (isChinese(word) ? "characters" : "letters");

/** Whether a word, of letters and numbers only, may be a mistyped name. */
const mayBe = (word) => [...word].length >= FEWEST[scriptOf(word)] && !/^\p{N}+$/u.test(word);

/** The names that begin as a word does: as they are compared, their weights from 0 to 25, and as their pages write them. */
async function likely(word) {
  return (await spelled(scriptOf(word), word)).map((line) => {
    const end = line.lastIndexOf("=");
    const shown = line.slice(1, end > 0 ? end : undefined);
    return [end > 0 ? line.slice(end + 1) : bare(shown), line.charCodeAt(0) - 65, shown];
  });
}

/** Loads what will be needed if this word, which no page has, is a mistyped name. */
export function expect(word) {
  if (mayBe(word)) spelled(scriptOf(word), word).catch(() => {}); // it is asked for again, and fails there
}

/**
 * The names of the index that are nearly what was typed, the likeliest first, as they are written. If all names have to
 * be looked through, `meanwhile` is called, to load what will be needed if none is near.
 */
export async function nearest(typed, meanwhile = () => {}) {
  const word = bare(typed);
  if (!word || !mayBe(word)) return [];
  const length = [...word].length;
  const most = scriptOf(word) === "letters" && length >= LONG ? 2 : 1;
  const near = (names) => names.filter(([key]) => isNear(word, key, most));
  // The first letter is seldom wrong.
  const begun = near(await likely(word)).filter(([key]) => key.codePointAt(0) === word.codePointAt(0));
  if (!begun.length) meanwhile();
  const found = begun.length ? begun : near(await vocabulary(scriptOf(word)));
  const rank = ([key, weight]) => [isNear(word, key, 1) ? 0 : 1, weight];
  const ranked = found
    .map((one) => ({ one, order: rank(one) }))
    .sort((a, b) => a.order.map((value, at) => value - b.order[at]).find(Boolean) ?? 0);
  const written = new Map();
  for (const shown of await Promise.all(ranked.slice(0, READ).map(({ one: [key, , known] }) => known ?? spelling(key)))) {
    if (!written.has(bare(shown))) written.set(bare(shown), shown);
  }
  return [...written.values()].slice(0, OFFERED);
}

/** The name as its page writes it; of one that the page does not show, such as a Simplified one, its title. */
async function spelling(key) {
  const [, , shown] = (await likely(key)).find(([name]) => name === key);
  return shown;
}
