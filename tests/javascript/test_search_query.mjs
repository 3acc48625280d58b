// What somebody means: dates in every form, and questions.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { takeDates, takeQuestion } from "#published/search-query.js";

describe("a date is one, however it is written", () => {
  const day = ["20140708", "201407", "2014"];
  const cases = [
    ["民国103年7月8日", day], ["103年7月8日", day], ["103.7.8", day], ["103/7/8", day], ["2014-07-08", day], ["2014/7/8", day],
    ["2014年7月8日", day], ["8 july 2014", day], ["july 8, 2014", day], ["8th of jul 2014", day], ["7月8日", undefined],
    ["103年7月", ["201407", "2014"]], ["2014-07", ["201407", "2014"]], ["july 2014", ["201407", "2014"]],
    ["民国103", ["2014"]], ["103年", ["2014"]], ["民国 103年", ["2014"]], ["mayor 2014", ["2014"]],
  ];
  for (const [typed, words] of cases) test(typed, () => assert.deepEqual(takeDates(typed).dates[0]?.words, words));

  test("what is around it stays", () => {
    const { rest, dates } = takeDates("103年 日本 與 8 july 2014 kaga");
    assert.deepEqual(rest.split(/\s+/).filter(Boolean), ["日本", "與", "kaga"]);
    assert.equal(dates.length, 2);
  });

  for (const typed of ["10年", "9999年", "192.168.1.1", "30th anniversary", "room 1234", "apcs2013", "2013亚太"]) {
    test(`${typed} is none`, () => assert.deepEqual(takeDates(typed), { rest: typed, dates: [] }));
  }

  for (const typed of ["2014-13-40", "103年2月30日", "31 april 2014"]) {
    test(`${typed} is a day that no calendar has`, () => {
      assert.deepEqual(takeDates(typed).dates, [{ text: typed, words: [] }]);
    });
  }

  const numerals = [["民国一百零三年", "2014"], ["民国九十九年七月八日", "20100708"], ["二〇一四年七月", "201407"], ["民103", "2014"], ["民国十年十二月二十五日", "19211225"]];
  for (const [typed, word] of numerals) {
    test(`${typed} is ${word}`, () => assert.equal(takeDates(typed).dates[0].words[0], word));
  }
});

describe("of a question only what it is about is looked for", () => {
  const cases = [
    ["高雄市有几个姊妹市", "高雄市 姊妹市"],
    ["什么是姊妹市", "姊妹市"],
    ["最早的姊妹市", "的姊妹市"],
    ["how many sister cities does taipei have?", "sister cities taipei"],
    ["which is the oldest sister city", "the sister city"],
    ["秘书处英文名称", "秘书处"],
  ];
  for (const [typed, left] of cases) test(typed, () => assert.equal(takeQuestion(typed), left));
  for (const typed of ["how many", "有哪些", "最早"]) test(`${typed} is all there is`, () => assert.equal(takeQuestion(typed), typed));
});
