// How a list compares what is typed with what it holds.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { fold } from "#published/search-words.js";
import { inside } from "./scripts.mjs";

const plain = inside("portal.js", "plain");

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

test("the search sees as equal what lists see as equal", () => {
  for (const [one, other] of [["臺北", "台北"], ["姊妹", "姐妹"], ["ＫＡＧＡ", "kaga"], ["Chișinău", "chisinau"]]) {
    assert.equal(plain(one), plain(other));
    assert.equal(fold(one), fold(other));
  }
});
