// How the timeline finds entries by what is typed and chosen.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { inside } from "./scripts.mjs";

const { comparer, find } = inside(["fold.js", "timeline.js"], `({ comparer, find: test })`);

const data = {
  homes: [["north", "北市", "North"]],
  units: [],
  organizations: [["league", "城市聯盟", "League of Cities LC"]],
  cities: [["jp-sado", "佐渡市", "Sado 佐渡島"], ["us-salem", "Salem", "薩冷"]],
  countries: [["JP", "日本", "Japan", "asia"], ["US", "美國", "United States", "america"]],
  kinds: [["visits", "visits", "訪問"], ["signing", "agreements", "簽署"]],
};
// Columns as the script names them: id, days, kind, who took part, title, address, other words.
const entries = [
  ["a", "2014-07-08", "", 0, 0, [0], [], [], [0], [0], "市長訪問佐渡", "a/", "Mayor's visit"],
  ["b", "2016", "", 0, 1, [0], [], [0], [1], [1], "締結姊妹市", "b/", ""],
  ["c", "2020-12-30", "2021-01-02", 0, 0, [0], [], [], [0, 1], [0, 1], "滨海論壇", "c/", ""],
];
const plain = comparer("滨濱");
const names = Object.fromEntries(
  ["homes", "units", "organizations", "cities", "countries"].map((shelf) => [shelf, data[shelf].map(([, name, others]) => plain(`${name} ${others}`))]),
);
const texts = entries.map((entry) => plain(`${entry[10]} ${entry[12]} ${data.kinds[entry[4]][2]} ${entry[1]}`));

function found(values) {
  const asks = find(values, data, { plain, names, texts: () => texts });
  return asks && entries.filter(asks).map(([id]) => id).join("");
}

describe("entries are found by words and choices together", () => {
  const cases = [
    [{ q: "佐渡" }, "ac"],
    [{ q: "sado visit" }, "a"],
    [{ q: "ado" }, ""],
    [{ q: "mayors" }, "a"],
    [{ q: "濱海" }, "c"],
    [{ q: "滨海" }, "c"],
    [{ q: "姐妹市" }, "b"],
    [{ q: "cities united" }, "b"],
    [{ q: "2014-07" }, "a"],
    [{ q: "日本", kind: "agreements" }, ""],
    [{ q: "salem", country: "jp" }, "c"],
    [{ country: "america" }, "bc"],
    [{ from: "2021" }, "c"],
    [{ from: "2015", to: "2016" }, "b"],
    [{ city: "us-salem", organization: "league" }, "b"],
    [{ city: "nowhere" }, ""],
  ];
  for (const [values, ids] of cases) test(`${JSON.stringify(values)}: ${ids || "nothing"}`, () => assert.equal(found(values), ids));

  test("nothing asked is no answer", () => assert.equal(found({ q: " ", home: "" }), null));
});
