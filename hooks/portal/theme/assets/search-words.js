// The words of a text as the search index knows them. The build makes the index with this file and the search page asks
// with it, so both cut every text alike, in every browser: none of them has to know where a Chinese word ends.
//
// Chinese, Japanese and Korean are cut into pairs of neighboring characters, written in letters that a word splitter
// leaves whole: 八王子 is the two pairs 八王 and 王子.

import "./fold.js";

const CJK = "[\\u3005-\\u3007\\u3040-\\u30ff\\u3105-\\u312f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff]";
const LETTERS = `(?:(?!${CJK})[\\p{L}\\p{N}])+`;
const RUN = new RegExp(`${CJK}+|${LETTERS}(?:['’.·-]${LETTERS})*`, "gu");
const IS_CJK = new RegExp(`^${CJK}`, "u");
const JOINT = /['’.·-]/;

/** Words of English that say nothing of what is looked for. */
const EMPTY = new Set("a an and at by for from in of on or the to with".split(" "));

/** Text as it is compared: width, capitals, accents and forms of a character make no difference. */
export const { fold } = globalThis;

/** No vowels: a stemmer finds no ending in what is written so. `y` and `z` have a meaning of their own. */
const ALPHABET = "bcdfghjklmnpqrstvwx0123456789";
const PAIR = "ψ";
const NAME = "ω";
const END = "z";

function letters(number, length) {
  let text = "";
  for (let rest = number; text.length < length; rest = Math.floor(rest / ALPHABET.length)) {
    text = ALPHABET[rest % ALPHABET.length] + text;
  }
  return text;
}

const codes = new Map();

/** A character in letters: three for Chinese, `y` and four for others, so that no code begins with another. */
function code(character) {
  let known = codes.get(character);
  if (!known) {
    const point = character.codePointAt(0);
    known = point >= 0x4e00 && point <= 0x9fff ? letters(point - 0x4e00, 3) : `y${letters(point, 4)}`;
    codes.set(character, known);
  }
  return known;
}

/** The runs of a text: Chinese between two 的, or a word of letters with its hyphens. */
const runs = (text) =>
  (fold(text).match(RUN) ?? []).flatMap((run) => (IS_CJK.test(run) ? run.split("的").filter(Boolean) : [run]));

function pairs(run) {
  const all = [...run].map(code);
  return all.slice(1).map((second, index) => PAIR + all[index] + second);
}

/** The words under which a text is found, each once. */
export function words(text) {
  const found = new Set();
  for (const run of runs(text)) {
    if (IS_CJK.test(run)) {
      for (const pair of pairs(run)) found.add(pair);
      found.add(PAIR + code(run.at(-1)) + END);
    } else {
      const parts = run.split(JOINT);
      for (const part of [...parts, parts.join("")]) if (!EMPTY.has(part)) found.add(part);
    }
  }
  return [...found];
}

/** The words that a page must have to be found. With `loose`, Chinese is cut where the browser sees words. */
export function asked(query, { loose = false, lang = "zh" } = {}) {
  const found = new Set();
  for (const run of runs(query)) {
    if (!IS_CJK.test(run)) {
      const parts = run.split(JOINT);
      const letters = parts.every((part) => part.length === 1) ? [parts.join("")] : parts;
      for (const part of letters) if (!EMPTY.has(part)) found.add(part);
    } else if (loose) {
      for (const part of cut(run, lang)) for (const pair of pairs(part)) found.add(pair);
    } else if (run.length === 1) {
      found.add(PAIR + code(run));
    } else {
      // Of a long run every second pair is enough, and each pair costs a piece of the index.
      const all = pairs(run);
      all.forEach((pair, index) => {
        if (all.length <= 3 || index % 2 === 0 || index === all.length - 1) found.add(pair);
      });
    }
  }
  return [...found];
}

function cut(run, lang) {
  if (typeof Intl.Segmenter === "undefined") return run.match(/.{2}/gu) ?? [];
  return [...new Intl.Segmenter(lang, { granularity: "word" }).segment(run)].map((part) => part.segment);
}

/** Whether a word is a single character, which begins the pairs that hold it. */
export const isCharacter = (word) => word.startsWith(PAIR) && word.length === (word[1] === "y" ? 6 : 4);

/** Whether a word is written in letters, so that part of it may have been typed. */
export const isSpelled = (word) => !word.startsWith(PAIR);

const bare = (name) => fold(name).replace(/[^\p{L}\p{N}]/gu, "");

/** The word of a whole name: who types exactly that is looking for what is called so. */
export function nameWord(name) {
  let hash = 0x811c9dc5; // FNV-1a, 32 bits
  for (const unit of bare(name)) hash = Math.imul(hash ^ unit.codePointAt(0), 0x01000193) >>> 0;
  return NAME + letters(hash, 7);
}

const LEVEL = [
  /(?<=..)(?:特別市|直轄市|廣域市|直辖市|[市縣區府都道州郡省町村])$/u,
  /(?<=..) (?:metropolitan city|special city|city|county|prefecture|province|state|district|town|municipality)$/,
  /^(?:city|county|state|province|municipality) of (?=..)/,
];

/** The name of a place, and the name without its level: 八王子 for 八王子市, Kumamoto for Kumamoto Prefecture. */
export function placeNames(name) {
  const folded = fold(name);
  return [folded, ...LEVEL.map((level) => folded.replace(level, "")).filter((short) => short !== folded)];
}
