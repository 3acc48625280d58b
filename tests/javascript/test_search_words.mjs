// What people type is found, however they write it; what is something else is not.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { asked, fold, isCharacter, isSpelled, nameWord, placeNames, words } from "#published/search-words.js";

/** Written in one way and in the other. */
const SAME = [
  ["臺北", "台北"],
  ["姊妹市", "姐妹市"],
  ["熊本県", "熊本縣"],
  ["横浜", "横濱"],
  ["桜島", "櫻島"],
  ["内湖", "內湖"],
  ["台北巿", "臺北市"], // with U+5DFF, which looks like 市
  ["率先", "\uf961先"], // a character for compatibility
  ["⽇本", "日本"], // a radical
  ["ＩＣＬＥＩ", "iclei"],
  ["２０１４", "2014"],
  ["ﾌｸｵｶ", "フクオカ"],
  ["ﾌﾞｻﾝ", "ブサン"],
  ["부산".normalize("NFD"), "부산"],
  ["Hachiōji", "hachioji"],
  ["São José", "sao jose"],
  ["Chișinău", "CHISINAU"],
  ["Đà Nẵng", "da nang"],
  ["José".normalize("NFD"), "José"],
  ["Łódź", "Lodz"],
  ["Tromsø", "tromso"],
  ["Gießen", "GIESSEN"],
  ["Œuvre", "oeuvre"],
  ["Þingvellir", "thingvellir"],
  ["İstanbul", "istanbul"],
  ["Diyarbakır", "diyarbakir"],
  ["Oʻahu", "oahu"],
  ["УЛААНБААТАР", "улаанбаатар"],
  ["Αθήνα", "ΑΘΗΝΑ"],
];
const OTHER = [
  ["臺北", "臺南"],
  ["東京", "京都"],
  ["日", "曰"],
  ["Lome", "Rome"],
  ["부산", "부천"],
];
const NOTHING = ["", " ", "　", "、。！？", "「」", "...", "-", "’", "的", "的的", "👋🏽", "\u200d", "\ud842"];

describe("fold", () => {
  for (const [one, other] of SAME) test(`${one} is ${other}`, () => assert.equal(fold(one), fold(other)));
  for (const [one, other] of OTHER) test(`${one} is not ${other}`, () => assert.notEqual(fold(one), fold(other)));

  test("what is folded stays as it is", () => {
    for (const text of [...SAME.flat(), ...NOTHING]) assert.equal(fold(fold(text)), fold(text));
  });

  test("characters of two units stay whole", () => assert.equal(fold("𠮷野家 👋"), "𠮷野家 👋"));
});

/** Whether the words that are asked for stand in the index of a text. A single character begins a pair. */
function finds(query, text, how) {
  const all = words(text);
  const wanted = asked(query, how);
  return wanted.length > 0 && wanted.every((word) => all.some((one) => one === word || (isCharacter(word) && one.startsWith(word))));
}

describe("a query finds a text", () => {
  const found = [
    ...SAME,
    ...SAME.map(([one, other]) => [other, one]),
    ["八王子", "東京都八王子市"],
    ["王子", "八王子市"],
    ["市", "八王子市"],
    ["八", "八王子市"],
    ["高雄市政府", "高雄市政府行政暨國際處"],
    ["政府行政暨國際", "高雄市政府行政暨國際處"],
    ["城市外交的意義", "城市外交與它的意義"],
    ["うるま市", "沖繩縣うるま市"],
    ["ㄅㄆ", "注音ㄅㄆㄇ"],
    ["ICLEI會員", "ICLEI 會員"],
    ["2014年", "民國103年（2014年）"],
    ["the city of Kaga", "Kaga City"],
    ["UN-Habitat", "un habitat"],
    ["un habitat", "UN-Habitat"],
    ["unhabitat", "UN-Habitat"],
    ["O’Higgins", "O'Higgins Region"],
    ["OHiggins", "O’Higgins"],
    ["U.N.", "the UN"],
    ["a.p.c.s.", "APCS"],
    ["Gyeongsangnam-do", "Gyeongsangnam-do, Korea"],
    ["Sofia–Varna", "Varna, Sofia"],
    ["𠮷野", "𠮷 野"],
    ["Привет, мир!", "мир привет"],
  ];
  for (const [query, text] of found) test(`${query} in ${text}`, () => assert.ok(finds(query, text)));

  const missed = [
    ...OTHER,
    ["子王", "八王子市"],
    ["東京市", "東京都八王子市"],
    ["北京市", "東北京都市"],
    ["hach", "hachioji"], // half a word is looked for in the results
    ["habitat unit", "UN-Habitat"],
    ["고양", "양고기"],
  ];
  for (const [query, text] of missed) test(`${query} not in ${text}`, () => assert.ok(!finds(query, text)));

  for (const query of [...NOTHING, "the", "Of The"]) {
    test(`${JSON.stringify(query)} asks for nothing`, () => {
      assert.deepEqual(asked(query), []);
      assert.deepEqual(asked(query, { loose: true }), []);
    });
  }

  test("each word is asked for once", () => {
    assert.deepEqual(asked("Kaga kaga ＫＡＧＡ"), ["kaga"]);
    assert.equal(asked("加賀 加賀").length, 1);
  });

  test("a long run costs half its pairs, and none of its ends is forgotten", () => {
    const run = "高雄市政府行政暨國際處";
    assert.equal(asked(run).length, run.length / 2 + 0.5);
    assert.ok(!finds(run, "高雄市政府行政暨國際"));
    assert.ok(!finds(run, "雄市政府行政暨國際處"));
  });
});

describe("a query is cut loosely", () => {
  const query = "高雄熊本";
  const text = "高雄市與熊本市簽署了合作備忘錄";

  test("where the language has words", () => {
    assert.ok(!finds(query, text));
    assert.ok(finds(query, text, { loose: true, lang: "zh-Hant-TW" }));
    assert.ok(!finds(query, "高雄市與熊谷市", { loose: true }));
  });

  test("in twos, by a browser that knows no words", (t) => {
    const { Segmenter } = Intl;
    t.after(() => (Intl.Segmenter = Segmenter));
    delete Intl.Segmenter;
    assert.ok(finds(query, text, { loose: true }));
    assert.deepEqual(asked("市", { loose: true }), []);
  });
});

describe("words", () => {
  for (const text of [...NOTHING, "the of"]) {
    test(`none in ${JSON.stringify(text)}`, () => assert.deepEqual(words(text), []));
  }

  test("each once, with its parts and as a whole", () => {
    assert.deepEqual(words("UN-Habitat, the UN"), ["un", "habitat", "unhabitat"]);
  });

  test("Chinese in letters that no splitter takes apart and no stemmer shortens", () => {
    for (const word of words("臺北市與うるま市、부산")) assert.match(word, /^ψ[b-df-hj-np-tv-xyz0-9]+$/);
  });

  test("Chinese in three letters a character, so that the index stays small", () => {
    assert.deepEqual(asked("一丁 龍鳳").map((word) => word.length), [7, 7]);
  });

  test("every character in its own way, and none begins like another", () => {
    const codes = new Set();
    for (const [from, to] of [[0x3041, 0x3096], [0x30a1, 0x30fa], [0x3400, 0x9fff], [0xac00, 0xd7a3]]) {
      for (let point = from; point <= to; point++) {
        const [word] = asked(String.fromCodePoint(point));
        if (word && fold(String.fromCodePoint(point)).codePointAt(0) === point) {
          assert.ok(isCharacter(word) && !codes.has(word), word);
          codes.add(word);
        }
      }
    }
    assert.ok(codes.size > 30_000);
    for (const word of codes) assert.ok(!codes.has(word.slice(0, 4)) || word.length === 4, word);
  });
});

test("a single character, a pair and a spelled word are told apart", () => {
  const kinds = (query) => asked(query).map((word) => (isSpelled(word) ? "spelled" : isCharacter(word) ? "character" : "pair"));
  assert.deepEqual(kinds("市"), ["character"]);
  assert.deepEqual(kinds("う"), ["character"]);
  assert.deepEqual(kinds("城市"), ["pair"]);
  assert.deepEqual(kinds("うる"), ["pair"]);
  assert.deepEqual(kinds("市う"), ["pair"]);
  assert.deepEqual(kinds("city 2014 𠮷"), ["spelled", "spelled", "spelled"]);
});

describe("a whole name", () => {
  const same = [...SAME, ["釜山 廣域市", "釜山廣域市"], ["St. John’s", "st johns"], ["Washington, D.C.", "Washington DC"]];
  for (const [one, other] of same) test(`${one} is ${other}`, () => assert.equal(nameWord(one), nameWord(other)));

  test("is nobody else's", () => {
    const names = ["", "熊本", "熊本市", "熊本縣", "Kumamoto", "Kumamoto City", "Lome", "Rome", "𠮷野", "𠮶野", "부산", "부천"];
    assert.equal(new Set(names.map(nameWord)).size, names.length);
  });

  test("is a word that no splitter takes apart", () => {
    for (const [name] of SAME) assert.match(nameWord(name), /^ω[b-df-hj-np-tv-x0-9]{7}$/);
  });
});

describe("the name of a place without its level", () => {
  const short = [
    ["八王子市", "八王子"],
    ["熊本県", "熊本"],
    ["東京都", "東京"],
    ["大阪府", "大阪"],
    ["鼓山區", "鼓山"],
    ["釜山廣域市", "釜山"],
    ["首爾特別市", "首爾"],
    ["重庆直辖市", "重庆"],
    ["Hachioji City", "hachioji"],
    ["KUMAMOTO PREFECTURE", "kumamoto"],
    ["Ho Chi Minh City", "ho chi minh"],
    ["Busan Metropolitan City", "busan"],
    ["City of São Paulo", "sao paulo"],
    ["Province of Bolzano", "bolzano"],
  ];
  for (const [name, without] of short) {
    test(`${name}: ${without}`, () => assert.deepEqual(placeNames(name), [fold(name), without]));
  }

  const whole = ["京都", "津市", "加賀", "市", "City", "Sin City Hall", "Quebec", "Velocity", "City of X", "X City", ""];
  for (const name of whole) test(`${name} has none`, () => assert.deepEqual(placeNames(name), [fold(name)]));
});
