// The words of what readers type, as the search index knows them. The build cuts every text in the same way
// (outputs/search/search_words.py, text/wide_folding.py), so that both meet in every browser: none of them has to know where
// a Chinese word ends.
//
// Chinese, Japanese and Korean are cut into pairs of neighboring characters: 八王子 is the two pairs 八王 and 王子.

import "./fold.js";

let forms = new Map();

/** Takes the forms of characters that the site has, each before the one that stands for it: 臺台縣县県县. */
export function learn(pairs) {
  forms = new Map();
  const characters = [...pairs];
  for (let at = 0; at < characters.length; at += 2) forms.set(characters[at], characters[at + 1]);
}

/** Text as it is compared: width, capitals, accents and forms of a character make no difference. */
export const fold = (text) => [...globalThis.fold(text)].map((character) => forms.get(character) ?? character).join("");

const CJK = "[\\u3005-\\u3007\\u3040-\\u30ff\\u3105-\\u312f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff]";
const LETTERS = `(?:(?!${CJK})[\\p{L}\\p{N}])+`;
const RUN = new RegExp(`${CJK}+|${LETTERS}(?:['’.·-]${LETTERS})*`, "gu");
const IS_CJK = new RegExp(`^${CJK}`, "u");
const JOINT = /['’.·-]/;

/** Words of English that say nothing of what is looked for. */
const EMPTY = new Set("a an and at by for from in of on or the to with".split(" "));

/** Whether a word is written in Chinese characters, kana or Hangul. */
export const isChinese = (word) => IS_CJK.test(word);

/** The runs of folded text: Chinese between two 的, or a word of letters; a possessive is the word itself. */
export function runs(folded) {
  return (folded.match(RUN) ?? []).flatMap((run) => {
    if (isChinese(run)) return run.split("的").filter(Boolean);
    const parts = run.replace(/['’]s$/, "").split(JOINT);
    const letters = parts.every((part) => part.length === 1) ? [parts.join("")] : parts;
    return letters.filter((part) => !EMPTY.has(part));
  });
}

/** The pairs of neighboring characters of a run. */
export function pairs(run) {
  const all = [...run];
  return all.slice(1).map((second, index) => all[index] + second);
}

/** The parts of Chinese that the browser takes for words. */
export function cut(run, lang) {
  if (typeof Intl.Segmenter === "undefined") return run.match(/.{1,2}/gu) ?? [];
  return [...new Intl.Segmenter(lang, { granularity: "word" }).segment(run)].map((part) => part.segment);
}

/** Only the letters and numbers of a name: the index knows whole names so. */
export const bare = (name) => fold(name).replace(/[^\p{L}\p{N}]/gu, "");

const LEVEL = [
  /(?<=..)(?:特别市|直辖市|广域市|[市县区府都道州郡省町村])$/u,
  /(?<=..) (?:metropolitan city|special city|city|county|prefecture|province|state|district|town|municipality)$/,
  /^(?:city|county|state|province|municipality) of (?=..)/,
];

/** The name of a place, and the name without its level: 八王子 for 八王子市, Kumamoto for Kumamoto Prefecture. */
export function placeNames(name) {
  const folded = fold(name);
  return [folded, ...LEVEL.map((level) => folded.replace(level, "")).filter((short) => short !== folded)];
}

/** Other numbers of what a word of letters counts, by its ending: city and cities, visit and visits. */
export function numbers(text) {
  if (!/[a-z]{3}$/.test(text)) return [];
  if (/[^aeiou]y$/.test(text)) return [text.replace(/y$/, "ies")];
  if (/ies$/.test(text)) return [text.replace(/ies$/, "y")];
  if (/(?:s|x|z|ch|sh)es$/.test(text)) return [text.slice(0, -2)];
  if (/[^is']s$/.test(text)) return [text.slice(0, -1)];
  return [text + (/(?:s|x|z|ch|sh)$/.test(text) ? "es" : "s")];
}

/** What somebody did, as a thing: visit and visits of visited and visiting, donation of donate and donated, plan of planned. */
export function deeds(word) {
  const [, given] = word.match(/^([a-z]{3,}at)(?:e[ds]?|ing)$/) ?? [];
  if (given) return [`${given}ion`, `${given}e`];
  const [, root] = word.match(/^([a-z]{3,})(?:ed|ing)$/) ?? [];
  return root ? [root, `${root}s`, `${root}e`, ...(/([^aeiou])\1$/.test(root) ? [root.slice(0, -1)] : [])] : [];
}

const ENDINGS = [
  [/^(.{3,})ies$/, "$1y"],
  [/^(.+(?:s|x|z|ch|sh))es$/, "$1"],
  [/^(.{2,}[^aiu's])s$/, "$1"],
  [/^(.{4,})isation$/, "$1ization"],
  [/^(.{3,})is(e[dr]?|ing)$/, "$1iz$2"],
  [/^(.{5,})at(?:ions?|e[ds]?|ing)$/, "$1"],
  [/^(.{3,4})ations?$/, "$1at"],
  [/^(.*[aeiouy].*)(?:ing|ed)$/, "$1"],
  [/^(.+)mme$/, "$1m"],
  [/^(.{3,})our$/, "$1or"],
  [/^(.{2,})tre$/, "$1ter"],
  [/([^aeiouls])\1$/, "$1"],
  [/^(.{4,}a)n$/, "$1"],
  [/^(.{3,})e$/, "$1"],
  [/^(.{2,})y$/, "$1i"],
];

/** What is left of an English word without its endings, the same for cities and city, signed and signing. */
export const stem = (word) =>
  /^[a-z]{4,}$/.test(word) ? ENDINGS.reduce((left, [ending, by]) => left.replace(ending, by), word) : word;

/** Whether one text becomes the other by so many letters left out, added, changed or swapped (Damerau 1964). */
export function isNear(one, other, most = 1) {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > most) return false;
  let before = [];
  let row = b.map((_, at) => at + 1);
  row.unshift(0);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return false;
    [before, row] = [row, next];
  }
  return row[b.length] <= most;
}
