// Names that are meant by somebody who mistyped a letter.

import { details, documentsOf, vocabulary } from "./search-read.js";
import { bare, isChinese, isNear } from "./search-words.js";

/** Letters or characters that a word must have before one may be wrong. */
const FEWEST = { letters: 4, characters: 3 };
/** Letters from which on two may be wrong. */
const LONG = 9;
/** Names that are offered, and how many are read for that, at once: some are the same in other letters. */
const OFFERED = 4;
const READ = 6;

/** The names of the index that are nearly what was typed, the likeliest first, as they are written. */
export async function nearest(typed) {
  const word = bare(typed);
  const length = [...word].length;
  const isHan = isChinese(word);
  if (length < (isHan ? FEWEST.characters : FEWEST.letters) || /^\p{N}+$/u.test(word)) return [];
  const most = !isHan && length >= LONG ? 2 : 1;
  const found = (await vocabulary(isHan ? "characters" : "letters")).filter(([key]) => isNear(word, key, most));
  // The first letter is seldom wrong.
  const begun = found.filter(([key]) => key[0] === word[0]);
  const rank = ([key, weight]) => [isNear(word, key, 1) ? 0 : 1, weight];
  const ranked = (begun.length ? begun : found)
    .map((one) => ({ one, order: rank(one) }))
    .sort((a, b) => a.order.map((value, at) => value - b.order[at]).find(Boolean) ?? 0);
  const written = new Map();
  for (const shown of await Promise.all(ranked.slice(0, READ).map(({ one: [key] }) => spelling(key)))) {
    if (!written.has(bare(shown))) written.set(bare(shown), shown);
  }
  return [...written.values()].slice(0, OFFERED);
}

/** The name as its page writes it; of one that the page does not show, such as a Simplified one, its title. */
async function spelling(key) {
  const [[id]] = await documentsOf(`=${key}`);
  const { title, names } = await details(id);
  for (const name of [title, ...names.map(([, other]) => other)]) {
    // The name of a place may have been typed without its level.
    const end = [...name].findIndex((_, at) => bare(name.slice(0, at + 1)) === key);
    if (end >= 0) return name.slice(0, end + 1);
  }
  return title;
}
