// How a list compares what is typed with what it holds.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { fold } from "#published/search-words.js";
import { inside } from "./scripts.mjs";

const plain = inside(["fold.js", "narrow.js"], "plain");

describe("a list is narrowed by what people type", () => {
  const found = [
    ["台北", "臺北市"],
    ["臺中", "台中市"],
    ["姐妹市", "姊妹市"],
    ["姊妹市", "姐妹市"],
    ["ｋａｇａ", "Kaga"],
    ["KAGA", "Kaga"],
    ["ﾌｸｵｶ", "フクオカ"],
    ["hachioji", "Hachiōji"],
    ["são", "Sao Paulo"],
    ["Sa\u0303o", "São Paulo"],
    ["chisinau", "Chișinău"],
    ["부산", "부산광역시".normalize("NFD")],
    ["улан", "УЛАН-БАТОР"],
    ["２０１４", "2014年"],
    ["吉野", "𠮷野、吉野"],
    ["o'higgins", "O’Higgins"],
    ["ohiggins", "O’Higgins"],
    ["lodz", "Łódź"],
    ["tromso", "Tromsø"],
    ["giessen", "Gießen"],
    ["", "臺北市"],
  ];
  for (const [typed, item] of found) test(`${typed} in ${item}`, () => assert.ok(plain(item).includes(plain(typed))));

  const missed = [
    ["台南", "臺北市"],
    ["吉野", "𠮷野"],
    ["・", "加賀"],
    ["부산", "부천"],
  ];
  for (const [typed, item] of missed) {
    test(`${typed} not in ${item}`, () => assert.ok(!plain(item).includes(plain(typed))));
  }
});

describe("a word of letters is looked for where words begin, Chinese anywhere", () => {
  const [holds, comparable] = inside(["fold.js", "narrow.js"], "[holds, comparable]");
  const found = (typed, item) => holds(comparable(item), plain(typed));
  for (const [typed, item] of [
    ["san", "Santa Maria"], ["san", "Busan · San Antonio"], ["usa", "United States · USA"], ["york", "New York"],
    ["城市", "臺北市城市外交"], ["京", "東京都"], ["광역", "부산광역시"], ["c40", "加入C40城市網"], ["shi", "Yokohama-shi"],
    ["higgins", "O’Higgins"], ["ohiggins", "O’Higgins"], ["年", "2014年"], ["2014", "民國2014年"], ["", "Kaga"],
  ]) test(`${typed} in ${item}`, () => assert.ok(found(typed, item)));
  for (const [typed, item] of [
    ["san", "Busan"], ["usa", "Busan"], ["14", "2014"], ["улан", "Байулан"], ["京東", "東京都"], ["aga", "Kága"],
  ]) test(`${typed} not in ${item}`, () => assert.ok(!found(typed, item)));
});

test("forms that the page has are one", () => {
  const [learned, compared] = inside(["fold.js", "narrow.js"], "[learn, plain]");
  assert.notEqual(compared("旧金山"), compared("舊金山"));
  learned("舊旧國国");
  assert.equal(compared("旧金山"), compared("舊金山"));
  assert.equal(compared("国"), compared("國"));
});

test("the address is noted once after the last of many letters", async () => {
  const settled = inside(["fold.js", "narrow.js"], "settled");
  let calls = 0;
  await new Promise((done) => {
    const note = settled(() => {
      calls += 1;
      done();
    }, 5);
    for (let letter = 0; letter < 200; letter++) note();
  });
  assert.equal(calls, 1);
});

test("the search sees as equal what lists see as equal", () => {
  for (const [one, other] of [["臺北", "台北"], ["姊妹", "姐妹"], ["ＫＡＧＡ", "kaga"], ["Chișinău", "chisinau"]]) {
    assert.equal(plain(one), plain(other));
    assert.equal(fold(one), fold(other));
  }
});

test("what was chosen holds of an item if one of its values is meant, for every choice", () => {
  const chosen = inside(["fold.js", "narrow.js"], "chosen");
  const item = { dataset: { home: "taipei kaohsiung", status: "active" } };
  assert.ok(chosen(item, []));
  assert.ok(chosen(item, [["home", ""], ["status", "active"]]));
  assert.ok(chosen(item, [["home", "kaohsiung"]]));
  assert.ok(!chosen(item, [["home", "kaohsiung"], ["status", "ended"]]));
  assert.ok(!chosen(item, [["home", "kao"]]));
  assert.ok(!chosen(item, [["kind", "sister"]]));
});
