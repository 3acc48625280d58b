// Which results a query gets, and in which order, of a search engine that behaves as Pagefind does.

import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";

import { nameWord, placeNames, words } from "#published/search-words.js";
import { module } from "./scripts.mjs";

const city = (title, text, more = {}) => ({ kind: "cities", title, text, names: [], ...more });
const PAGES = [
  { kind: "exchanges", title: "八王子祭", text: "八王子市的八王子祭，在八王子", names: [] },
  { kind: "glossary", title: "八王子", text: "地名", names: [] },
  city("八王子市", "東京都的城市", { names: [["en", "Hachioji"]], country: "JP" }),
  city("釜山", "韓國的城市", { names: [["ko", "부산"]], country: "KR" }),
  city("加賀", "日本的城市，與高雄市鼓山區往來", { names: [["en", "Kaga"]], country: "JP" }),
  { kind: "press_releases", title: "簽署協定", text: "高雄市與佐渡市", names: [], country: "JP" },
];

/** Finds words by their beginning, or exactly in quotation marks; passes over those that no page has. */
class Engine {
  hold(pages) {
    this.asked = [];
    this.pages = pages.map((page, id) => {
      const names = [page.title, ...page.names.map(([, name]) => name)];
      const wholes = names.flatMap((name) => (page.kind === "cities" ? placeNames(name) : [name])).map(nameWord);
      return { id, page, index: [...wholes, ...words([...names, page.text].join("\n"))] };
    });
  }

  async filters() {
    return {};
  }

  async search(text, { filters = {} } = {}) {
    this.asked.push(text);
    const exact = text.startsWith('"');
    const wanted = text.replaceAll('"', "").split(" ");
    const has = ({ index }, word) => index.some((one) => (exact ? one === word : one.startsWith(word)));
    const known = wanted.filter((word) => this.pages.some((one) => has(one, word)));
    const allowed = ({ page }) => Object.entries(filters).every(([name, { any }]) => any.includes(page[name]));
    const found = known.length ? this.pages.filter((one) => known.every((word) => has(one, word)) && allowed(one)) : [];
    const counts = { kind: {}, country: {} };
    for (const name of Object.keys(counts)) {
      for (const { page } of found) if (page[name]) counts[name][page[name]] = (counts[name][page[name]] ?? 0) + 1;
    }
    return { results: found.map(({ id, page }) => ({ id, data: async () => page })), filters: counts };
  }
}

const KINDS = ["homes", "cities", "organizations", "glossary", "exchanges", "press_releases"];
const boxes = { querySelectorAll: (selector) => (selector === "[name=kind]" ? KINDS.map((value) => ({ value })) : []) };
const pagefind = "export const createInstance = () => globalThis.engine;";
const { find } = await module("search-find.js", { page: boxes, pagefind });
const engine = (globalThis.engine = new Engine());

beforeEach(() => engine.hold(PAGES));

async function titles(query, chosen) {
  const { results } = await find(query, chosen);
  return Promise.all(results.map(async (result) => (await result.data()).title));
}

describe("the order of results", () => {
  test("what is called so comes before what tells of it, the city before the term", async () => {
    assert.deepEqual(await titles("八王子"), ["八王子市", "八王子", "八王子祭"]);
  });

  test("a name that is half typed comes first", async () => {
    engine.hold([city("其他", "Kagawa 與 kaga"), city("加賀", "…", { names: [["en", "Kagaya"]] })]);
    assert.deepEqual(await titles("kag"), ["加賀", "其他"]);
  });

  for (const query of ["HACHIOJI", "Hachiōji City", "ｈａｃｈｉｏｊｉ", "hachi"]) {
    test(`${query} finds 八王子市`, async () => assert.equal((await titles(query))[0], "八王子市"));
  }

  test("a name in its own script", async () => assert.deepEqual(await titles("부산"), ["釜山"]));
});

describe("what is not there is not found", () => {
  for (const query of ["火星", "kagax", "加賀 火星", "kaga mars", "八王孫", "祭子"]) {
    test(query, async () => assert.deepEqual(await titles(query), []));
  }
});

describe("nothing is asked", () => {
  for (const query of ["", "？！", "的", "the of"]) {
    test(JSON.stringify(query), async () => {
      const { results, counts } = await find(query);
      assert.deepEqual([results, counts], [[], {}]);
      assert.deepEqual(engine.asked.filter((text) => !text.startsWith("ω")), []);
    });
  }
});

test("words that stand apart in the text are found where all of them together are not", async () => {
  assert.deepEqual(await titles("高雄佐渡"), ["簽署協定"]);
});

describe("facets", () => {
  test("narrow the results", async () => {
    assert.deepEqual(await titles("城市", { country: ["KR"] }), ["釜山"]);
    assert.deepEqual(await titles("城市", { country: ["KR", "JP"] }), ["八王子市", "釜山", "加賀"]);
    assert.deepEqual(await titles("八王子", { kind: ["exchanges"] }), ["八王子祭"]);
  });

  test("tell what their other values would give", async () => {
    const { counts } = await find("城市", { country: ["KR"] });
    assert.deepEqual(counts, { kind: { cities: 1 }, country: { JP: 2, KR: 1 } });
  });

  test("tell nothing where nothing is found", async () => {
    assert.deepEqual(await find("加賀 火星", { country: ["JP"] }), { results: [], counts: {} });
  });
});

test("an engine that could not be loaded is loaded again at the next query", async (t) => {
  const fresh = await module("search-find.js", { page: boxes, pagefind });
  t.mock.method(engine, "filters", () => Promise.reject(new Error("offline")), { times: 1 });
  await assert.rejects(fresh.find("八王子"), /offline/);
  assert.equal((await fresh.find("八王子")).results.length, 3);
});
