// What people type is found, however they write it; what is something else is not.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { bare, fold, learn, pairs, placeNames, runs, stem } from "#published/search-words.js";

// What a site has of forms of characters, each before the one that stands for it.
learn("臺台姐姊県县縣县濱滨浜滨橫横櫻樱桜樱內内巿市廣广區区別别轄辖");

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

describe("runs", () => {
  const cases = [
    ["東京都八王子市", ["東京都八王子市"]],
    ["城市外交的意義", ["城市外交", "意義"]],
    ["ICLEI會員", ["iclei", "會員"]],
    ["2014年", ["2014", "年"]],
    ["the city of Kaga", ["city", "kaga"]],
    ["UN-Habitat", ["un", "habitat"]],
    ["Taipei's partners", ["taipei", "partners"]],
    ["Taipei’s", ["taipei"]],
    ["U.N.", ["un"]],
    ["a.p.c.s.", ["apcs"]],
    ["Sofia–Varna", ["sofia", "varna"]],
    ["𠮷野", ["𠮷", "野"]],
    ["Привет, мир!", ["привет", "мир"]],
  ];
  for (const [text, expected] of cases) test(text, () => assert.deepEqual(runs(fold(text)), expected));
  for (const text of [...NOTHING, "the", "Of The"]) {
    test(`none in ${JSON.stringify(text)}`, () => assert.deepEqual(runs(fold(text)), []));
  }
});

test("pairs are neighbors", () => {
  assert.deepEqual(pairs("八王子市"), ["八王", "王子", "子市"]);
  assert.deepEqual(pairs("市"), []);
});

describe("the stem of", () => {
  const same = [
    ["city", "cities"], ["tie", "ties"], ["agreement", "agreements"], ["exchange", "exchanges"], ["exchange", "exchanged"],
    ["visit", "visits"], ["visit", "visiting"], ["visit", "visited"], ["sign", "signing"], ["twin", "twinning"],
    ["organization", "organisations"], ["organize", "organised"], ["recommend", "recommendations"], ["harbor", "harbours"],
    ["center", "centre"], ["program", "programmes"], ["bus", "buses"], ["church", "churches"], ["mayor", "mayors"],
    ["donate", "donation"], ["donated", "donations"], ["cooperate", "cooperation"], ["delegates", "delegation"],
  ];
  for (const [one, other] of same) test(`${one} and ${other}`, () => assert.equal(stem(one), stem(other)));
  const apart = [["paris", "pari"], ["port", "portland"], ["mali", "malis"], ["station", "state"], ["2014", "201"], ["addis", "addi"]];
  for (const [one, other] of apart) test(`${one}, not ${other}`, () => assert.notEqual(stem(one), stem(other)));
});

describe("a whole name", () => {
  const same = [...SAME, ["釜山 廣域市", "釜山廣域市"], ["St. John’s", "st johns"], ["Washington, D.C.", "Washington DC"]];
  for (const [one, other] of same) test(`${one} is ${other}`, () => assert.equal(bare(one), bare(other)));

  test("is nobody else's", () => {
    const names = ["", "熊本", "熊本市", "熊本縣", "Kumamoto", "Kumamoto City", "Lome", "Rome", "𠮷野", "𠮶野", "부산", "부천"];
    assert.equal(new Set(names.map(bare)).size, names.length);
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
