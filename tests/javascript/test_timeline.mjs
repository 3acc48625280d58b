// How the timeline finds entries by what is typed and chosen.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { inside } from "./scripts.mjs";

const SCRIPTS = ["fold.js", "timeline-words.js", "timeline.js"];
const { comparer, byCharacter, fold, find } = inside(SCRIPTS, `({ comparer, byCharacter, fold, find: test })`);

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

describe("a text is compared character by character as it is as a whole", () => {
  const compare = byCharacter(fold);
  const cases = {
    "Chinese with full-width signs": "臺北市（２０１４年）與濱松市",
    "letters with accents, composed and not": "Zürich, São Paulo, Ho\u0302 Chi\u0301",
    "capitals and forms of letters": "ØRESUND Straße Łódź ﬁne",
    "what becomes several letters": "第Ⅲ屆…½㈱",
    "Korean, in syllables and in their parts": "부산광역시 \u1107\u116e\u1109\u1161\u11ab",
    "characters of two units": "𠮷野家 🏙 𝐀",
    "marks and signs alone": "\u0301 ʻOʻahu \ufeff\ufffd\uffff \u0000 \ud800",
    "nothing": "",
  };
  for (const [name, text] of Object.entries(cases)) test(name, () => assert.equal(compare(text), fold(text)));
});
