// What is marked in a result, and how much of its text is shown.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { module } from "./scripts.mjs";

const text = (part) => (typeof part === "string" ? part : part.text);

/** Elements that are their text; a mark has brackets. */
const page = {
  createDocumentFragment: () => ({ text: "", append(...parts) { this.text += parts.map(text).join(""); } }),
  createElement: () => ({ set textContent(marked) { this.text = `[${marked}]`; } }),
};
const { marked, matches, telling } = await module("search.js", { inner: ["marked", "matches", "telling"], page, forms: "臺台姐姊" });

describe("what was asked for is marked as it is written", () => {
  const cases = [
    ["八王子市", "八王子", "[八王子]市"],
    ["臺北市與台北", "台北", "[臺北]市與[台北]"],
    ["姊妹市", "姐妹市", "[姊妹市]"],
    ["Hachiōji City", "hachioji", "[Hachiōji] City"],
    ["São José", "sao jose", "[São] [José]"],
    ["Sa\u0303o", "são", "[Sa\u0303o]"],
    ["Die Gießener", "giessen", "Die [Gießen]er"],
    ["ÆRØ", "aero", "[ÆRØ]"],
    ["ＩＣＬＥＩ會員", "iclei", "[ＩＣＬＥＩ]會員"],
    ["𠮷野家 👋 Kaga", "kaga", "𠮷野家 👋 [Kaga]"],
    ["高雄市與熊本市", "高雄熊本", "[高雄]市與[熊本]市"],
    ["城市外交的意義", "外交的意義", "城市[外交]的[意義]"],
    ["kaga, Kaga; KAGA", "kaga", "[kaga], [Kaga]; [KAGA]"],
    ["aaa", "aa", "[aa]a"],
    ["八王子", "王子 八王子", "[八王子]"],
    ["釜山", "부산", "釜山"],
    ["釜山", "", "釜山"],
    ["", "釜山", ""],
    ["(a.b)", ".", "(a[.]b)"],
  ];
  for (const [whole, query, expected] of cases) {
    test(`${query} in ${whole}`, () => assert.equal(marked(whole, query).text, expected));
  }

  test("a query of words that a name lacks finds no place in it", () => assert.deepEqual(matches("釜山", "kaga"), []));
});

describe("only what stands around the first find is shown", () => {
  test("Chinese is cut at the length", () => {
    const long = `${"前".repeat(50)}八王子${"後".repeat(50)}`;
    assert.equal(marked(long, "八王子", 20).text, `…${"前".repeat(5)}[八王子]${"後".repeat(12)}…`);
  });

  test("English is cut between words", () => {
    const long = "The mayors of both cities signed an agreement in Hachioji on the first day of the festival of lights.";
    const short = marked(long, "hachioji", 40).text;
    assert.equal(short, "…agreement in [Hachioji] on the first day …");
  });

  test("from the beginning, if it stands there or nowhere", () => {
    const long = `八王子${"後".repeat(30)}`;
    assert.equal(marked(long, "八王子", 10).text, `[八王子]${"後".repeat(7)}…`);
    assert.equal(marked(long, "釜山", 10).text, `八王子${"後".repeat(7)}…`);
  });

  test("to the end, if it stands there", () => {
    assert.equal(marked(`${"前".repeat(30)}八王子`, "八王子", 10).text, "…前前[八王子]");
  });

  test("a short text as a whole", () => {
    assert.equal(marked("加賀與八王子市", "八王子", 7).text, "加賀與[八王子]市");
  });

  test("what is cut off halfway is not marked", () => {
    assert.equal(marked("八王子一二三八王子", "八王子", 7).text, "[八王子]一二三八…");
  });
});

describe("what a result tells", () => {
  const data = { text: "高雄市與釜山往來。", more: ["市長", "青年局局長"] };

  test("its text, if what was asked for stands there or nowhere", () => {
    assert.equal(telling(data, "釜山 局長"), data.text);
    assert.equal(telling(data, "火星"), data.text);
  });

  test("the title or the name where it stands", () => assert.equal(telling(data, "青年局"), "青年局局長"));
  test("its text, if it has nothing else", () => assert.equal(telling({ text: data.text }, "青年局"), data.text));
});
