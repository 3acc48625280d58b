// Chinese words are found by how they are read.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inside } from "./scripts.mjs";

const TABLE = "ㄐㄧㄝ姊姐解ㄇㄟ妹美ㄕ市世ㄒㄧㄥ行ㄌㄩ旅";

/** Whether a list finds an item by what was typed, as narrow.js asks. */
function hears(typed, item, table = TABLE) {
  const [sounds, holds, plain] = inside(["fold.js", "sounds.js", "narrow.js"], "[globalThis.sounds, holds, plain]");
  return holds(plain(sounds(table)(item)), plain(typed));
}

for (const [typed, item] of [
  ["jiemei", "姊妹市"], ["jiěmèishì", "姊妹市"], ["jieme", "姐妹"], ["mei", "姊妹市 sister city"], ["ㄐㄧㄝˇ", "姊妹市"],
  ["ㄐㄧㄝˇㄇㄟˋ", "姊妹市"], ["ㄇㄟ", "姊妹市"], ["lüxing", "旅行"], ["lvxing", "旅行"], ["JieMei", "sister city · 姊妹市"],
]) test(`${typed} finds ${item}`, () => assert.ok(hears(typed, item)));

for (const [typed, item] of [
  ["emei", "姊妹市"], ["jieshi", "姊妹市"], ["meijie", "姊妹"], ["jie", "sister city"], ["shixing", "姊妹市 · 行"],
]) test(`${typed} does not find ${item}`, () => assert.ok(!hears(typed, item)));

test("a character that the table does not have ends no word", () => assert.ok(hears("mei", "妹〇")));
test("without a table nothing is heard", () => assert.ok(!hears("mei", "姊妹", "")));
