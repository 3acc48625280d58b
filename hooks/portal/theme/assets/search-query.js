// What somebody means who types this: dates in every form become one, and words of a question are not looked for.

/** Years between the calendar of Taiwan and the common one. */
const ROC = 1911;
/** From which on two digits before 年 are a year of that calendar, and not a number of years. */
const EARLIEST = 40;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";

/** Forms of dates in folded text, and which of their parts are year, month and day. */
const DATES = [
  [/(?:民国?|\broc) ?(\d{2,3})(?:[./-](\d{1,2})[./-](\d{1,2}))/gu, [1, 2, 3], true],
  [/(?:民国?|\broc) ?(\d{1,3})(?: ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号])?)?)?/gu, [1, 2, 3], true],
  [/(?<!\d)(\d{2,4}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号])?)?/gu, [1, 2, 3]],
  [/(?<![\d./-])(\d{2,4})[./-](\d{1,2})[./-](\d{1,2})(?![\d./-])/g, [1, 2, 3]],
  [/(?<![\d./-])(\d{4})[./-](\d{1,2})(?![\d./-])/g, [1, 2]],
  [new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH},? (\\d{4})\\b`, "g"), [3, 2, 1]],
  [new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, "g"), [3, 1, 2]],
  [new RegExp(`\\b${MONTH},? (\\d{4})\\b`, "g"), [2, 1]],
  [/(?<![\p{L}\p{N}./-])((?:19|20)\d{2})(?![\p{L}\p{N}./-])/gu, [1]],
];

/** Words of a question, and of what is asked for when somebody wants all. */
const ASKING =
  /请问|共同(?:参加|参与|加入)|(?:总共|一共|目前|现在)?(?:是|有)?(?:几个|几座|多少个?|哪几个|哪些|哪个|哪一个)|有?(?:什么|何)(?:不同|差别|差异|区别)|的?(?:定义|意思|差别|差异|区别)|什么是|是什么|什么|在?哪里|何时|什么时候|是谁|怎么样?|如何|为什么|(?:是|有)?最(?:早|老|久|新|近|晚)(?:结|缔结|签订|签署)?|第一个|吗|呢|有没有|列表|清单|名单|一览表?|查询|(?:官方)?英文(?:名称|译名|怎么[说写])?/gu;
const QUESTION = new Set(
  ("how many much which what where when who whom whose why is are was were be been does do did has have had can could there " +
    "their its our your my me show find list tell about oldest newest latest earliest longest first recent most recently all any between difference differences versus vs definition meaning mean means share shared common official english name").split(" "),
);

/**
 * The words of a date, the whole of it first: 20140708, 201407, 2014. None of a day that no calendar has; nothing at all
 * if it is no date.
 */
function dateWords(year, month, day, isNamed) {
  const full = year < 1000 ? year + ROC : year;
  if ((year < EARLIEST && !isNamed) || full < 1800 || full > 2200) return null;
  if (month > 12 || day > new Date(Date.UTC(full, month || 12, 0)).getUTCDate()) return [];
  const parts = [String(full)];
  if (month) parts.push(parts[0] + String(month).padStart(2, "0"));
  if (month && day) parts.push(parts[1] + String(day).padStart(2, "0"));
  return parts.reverse();
}

const number = (part) => {
  if (!part) return 0;
  const month = MONTHS.indexOf(part.slice(0, 3));
  return month < 0 ? Number(part) : month + 1;
};

/** Chinese numbers below a thousand, and years digit by digit: 一百零三, 二〇一四. */
function digits(numeral) {
  const values = [...numeral].map((character) => "〇一二三四五六七八九".indexOf(character.replace("零", "〇")));
  if (!/[十百]/.test(numeral)) return values.join("");
  const [, hundreds = "", , tens = "", ten = "", ones = ""] = numeral.match(/^(?:(.?)(百))?[零〇]?(?:(.?)(十))?(.?)$/u) ?? [];
  const value = (part, isThere) => (isThere ? (part ? "〇一二三四五六七八九".indexOf(part) : 1) : 0);
  return String(100 * value(hundreds, numeral.includes("百")) + 10 * value(tens, ten) + value(ones, ones));
}

const NUMERALS = /[零〇一二三四五六七八九十百]+(?=[年月日号])/gu;

/** Takes the dates out of folded text: what is left, and the text and the words of each. */
export function takeDates(folded) {
  const dates = [];
  let rest = /\d|年/.test(folded) ? folded.replace(NUMERALS, digits) : folded;
  for (const [form, order, isNamed] of DATES) {
    rest = rest.replace(form, (...found) => {
      const words = dateWords(...[...order.map((group) => number(found[group])), 0].slice(0, 3), isNamed);
      if (!words) return found[0];
      dates.push({ text: found[0].trim(), words });
      return " ";
    });
  }
  return { rest, dates };
}

/** Takes the words of a question out of folded text, if anything else is left. */
export function takeQuestion(folded) {
  const rest = folded.replace(ASKING, " ");
  const left = rest
    .split(/\s+/)
    .filter((word) => word && !QUESTION.has(word.replace(/[?,.!;:]/g, "")))
    .join(" ");
  return /[\p{L}\p{N}]/u.test(left) ? left : folded;
}

/** Levels of places as romanized names carry them: Yokohama-shi, Kumamoto-ken. */
const LEVELS = /(?<=(?<![\p{L}\p{N}-])[a-z]{3,})-(?:shi|ken|fu|gun|to|cho|machi|mura|son|ku|si)(?![\p{L}\p{N}-])/gu;

/** Words that mean the same, each with the one that stands in the records. */
let same = [];

/** Takes groups of words that mean the same, the one of the records first: 姊妹市＝姉妹都市；agreement＝treaty. */
export function learnSame(folded) {
  same = folded.split(/[;；]/).filter(Boolean).flatMap((group) => {
    const [to, ...others] = group.split(/[=＝]/).map((word) => word.trim());
    return others.filter((word) => word !== to).map((word) => [word, to]);
  });
}

/** Words for ties of any kind, longest first. */
let ties = /(?!)/;

/** Takes words for ties: 姊妹市、友好城市、sister cities. */
export function learnTies(folded) {
  const words = folded.split(/[、,，;；]/).map((word) => word.trim()).filter(Boolean);
  words.sort((one, other) => other.length - one.length);
  const [latin, others] = [words.filter(isLatin), words.filter((word) => !isLatin(word))];
  const longest = [...(latin.length ? [apart(`(?:${latin.join("|")})`)] : []), ...others];
  if (longest.length) ties = new RegExp(longest.join("|"), "gu");
}

/** Between the parts of a Chinese phrase: 大阪在德国. */
const WITHIN = /(?<=..)[在与和跟同于](?=..)/gu;

/**
 * Folded text without words for ties, if it has some and says more: 大阪 德国 of 大阪 德国 姊妹市. The parts of it in the
 * orders in which they may be meant.
 */
export function besidesTies(folded, runs) {
  const left = folded.replace(ties, " ");
  if (left === folded) return [];
  return [left, left.replace(WITHIN, " ")].flatMap((text) => {
    const parts = runs(text);
    return parts.map((_, at) => [...parts.slice(at), ...parts.slice(0, at)].join(" "));
  });
}

/** Folded text with a space before a word for ties: 大阪市 姊妹市. */
export const tiesApart = (folded) => folded.replace(ties, (word) => (isLatin(word) ? word : ` ${word}`));

const isLatin = (word) => /^[a-z]/.test(word);

/** The pattern of a whole word of letters. */
const apart = (pattern) => `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`;

/** Folded text in the words of the records. A pattern takes long to make, so none is made of what is not there. */
export const standard = (folded) =>
  same.reduce(
    (text, [word, to]) => (text.includes(word) ? text.replace(new RegExp(isLatin(word) ? apart(word) : word, "gu"), to) : text),
    folded.replace(LEVELS, ""),
  );

const COMPARED = [
  /\bdifferences? between (?:an? |the )?(.+?) and (?:an? |the )?([^?.]+)/,
  /^(?:an? )?(.+?) (?:vs\.?|versus) (?:an? )?([^?.]+)/,
  /^(.+?)(?:以及|和|与|跟|及)(.+?)(?:之间)?(?:有|的)*(?:什么|何)?(?:不同|不一样|差别|差异|区别)/u,
];

/** The two things whose difference is asked for. */
export function compared(folded) {
  for (const question of COMPARED) {
    const found = folded.match(question);
    if (found) return found.slice(1, 3).map((part) => part.trim());
  }
  return [];
}
