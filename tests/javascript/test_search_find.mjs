// Which results a query gets, and in which order, of an index that the test makes.

import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { gzipSync } from "node:zlib";

import { bare, isChinese, isNear, learn, pairs, placeNames, runs } from "#published/search-words.js";
import { module } from "./scripts.mjs";

const KINDS = ["homes", "cities", "lists", "glossary", "exchanges", "press_releases"];
const FORMS = "臺台國国簽签濱滨橫横個个縣县";
learn(FORMS);

const city = (title, text, more = {}) => ({ kind: "cities", title, text, names: [], ...more });
const PAGES = [
  { kind: "exchanges", title: "八王子祭", text: "八王子市的八王子祭，在八王子 2014", names: [], year: "2014" },
  { kind: "glossary", title: "八王子", text: "地名", names: [] },
  city("八王子市", "東京都的城市", { names: [["en", "Hachioji"]], country: "JP" }),
  city("釜山", "韓國的城市", { names: [["ko", "부산"]], country: "KR", status: "dormant" }),
  city("加賀", "日本的城市，與高雄市鼓山區往來", { names: [["en", "Kaga"]], country: "JP" }),
  { kind: "press_releases", title: "簽署協定", text: "高雄市與佐渡市", names: [], country: "JP" },
  { kind: "homes", title: "高雄市", text: "簽署協定的城市", names: [["en", "Kaohsiung"]] },
  { kind: "lists", title: "高雄的夥伴", text: "加賀", names: [], phrases: ["高雄 姊妹市", "sister cities Kaohsiung"] },
];

const cutAll = (text) =>
  runs(text).flatMap((run) => (isChinese(run) ? [...pairs(run), [...run].at(-1)] : [run]));

/** The files of an index, with a piece for every two words. */
function files(pages) {
  const words = new Map();
  const written = new Map();
  const put = (word, id, weight) => words.set(word, new Map(words.get(word)).set(id, weight));
  pages.forEach((page, at) => {
    const id = (at + 1) * 40;
    const names = [page.title, ...page.names.map(([, name]) => name)];
    for (const word of cutAll([page.text, ...(page.phrases ?? [])].join("\n").normalize("NFKC").toLowerCase())) put(word, id, 2);
    for (const name of names) for (const word of cutAll(bare(name))) put(word, id, 12);
    for (const name of [...names, ...(page.aliases ?? [])].flatMap(placeNames)) {
      const byName = [page.title].flatMap(placeNames).includes(name) ? 0 : 1;
      for (const word of [`=${bare(name)}`, `${bare(name)}=`]) put(word, id, 2 * KINDS.indexOf(page.kind) + byName);
      written.set(`=${bare(name)}`, names.find((one) => bare(one).startsWith(bare(name))) ?? page.title);
    }
    for (const other of page.aliases ?? []) put(`${bare(other)}==${bare(placeNames(page.title).at(-1))}`, id, 0);
    for (const phrase of page.phrases ?? []) put(`:${bare(phrase)}`, id, KINDS.indexOf(page.kind));
  });
  const sorted = [...words].sort(([one], [other]) => (one < other ? -1 : 1));
  const made = {};
  const starts = [];
  for (let at = 0; at < sorted.length; at += 2) {
    starts.push(sorted[at][0]);
    const lines = sorted.slice(at, at + 2).map(([word, documents]) => {
      let last = 0;
      const steps = [...documents].map(([id, weight]) => {
        const step = (id - last).toString(36);
        last = id;
        return step + String.fromCharCode(65 + weight);
      });
      return `${word} ${steps.join("")}`;
    });
    made[`words/${String(at).padStart(8, "0")}.piece`] = lines.join("\n");
  }
  pages.forEach((page, at) => {
    made[`documents/${((at + 1) * 40).toString(36).padStart(6, "0")}.piece`] = JSON.stringify({ ...page, path: page.title });
  });
  const rows = pages.map((page, at) =>
    [((at + 1) * 40).toString(36), page.kind, page.country ?? "-", page.year ?? "-", page.status ?? "-"].join(" "),
  );
  made["facets/f.piece"] = ["id kind country year status", ...rows].join("\n");
  const named = sorted.filter(([word]) => word.startsWith("=")).map(([word, documents]) => [word.slice(1), documents]);
  for (const script of ["characters", "letters"]) {
    const own = named.filter(([name]) => isChinese(name) === (script === "characters"));
    for (let part = 0; part < 32; part++) {
      made[`names/${script}-${part.toString(36)}.piece`] = own
        .filter(([name]) => name.codePointAt(0) % 32 === part)
        .map(([name, documents]) => {
          const shown = [...written.get(`=${name}`)];
          const end = shown.findIndex((_, at) => bare(shown.slice(0, at + 1).join("")) === name);
          const text = end < 0 ? `${shown.join("")}=${name}` : shown.slice(0, end + 1).join("");
          return String.fromCharCode(65 + Math.min(...documents.values())) + text;
        })
        .join("\n");
    }
    made[`names/${script}.piece`] = own
      .map(([name, documents]) => name + String.fromCharCode(65 + Math.min(...documents.values())))
      .join("");
  }
  const names = Object.keys(made).filter((path) => path.startsWith("words/")).map((path) => path.slice(6, 14)).join("");
  made["directory.piece"] = JSON.stringify({
    documents: pages.length, starts: starts.join(" "), names, forms: FORMS, same: "姊妹市＝姉妹都市; agreement = treaty",
    ties: "姊妹市、友好城市、sister cities", facets: "f", characters: "characters", letters: "letters",
  });
  return made;
}

let served;
let asked;
/** Some hosts say that a piece is packed, and the browser unpacks it. */
let isUnpacked = false;
globalThis.fetch = async (url) => {
  const path = url.pathname.split("/search-index/zh-Hant-TW/")[1];
  asked.push(path);
  if (!(path in served)) return { ok: false, status: 404 };
  return { ok: true, arrayBuffer: async () => (isUnpacked ? Buffer.from(served[path]) : gzipSync(served[path])) };
};
const page = { querySelectorAll: (selector) => (selector === "[name=kind]" ? KINDS.map((value) => ({ value })) : []) };
let find;

async function hold(pages) {
  served = files(pages);
  asked = [];
  ({ find } = await module("search-find.js", { page }));
}

beforeEach(() => hold(PAGES));

async function titles(query, chosen) {
  const { results } = await find(query, chosen);
  return Promise.all(results.map(async (result) => (await result.data()).title));
}

describe("the order of results", () => {
  test("what is called so comes before what tells of it, the city before the term", async () => {
    assert.deepEqual(await titles("八王子"), ["八王子市", "八王子", "八王子祭"]);
  });

  for (const query of ["HACHIOJI", "Hachiōji City", "ｈａｃｈｉｏｊｉ", "hachi"]) {
    test(`${query} finds 八王子市`, async () => assert.equal((await titles(query))[0], "八王子市"));
  }

  test("a name in its own script", async () => assert.deepEqual(await titles("부산"), ["釜山"]));
  test("a single character", async () => assert.deepEqual(await titles("釜"), ["釜山"]));

  for (const query of ["高雄姊妹市", "姊妹市 高雄", "高雄有幾個姊妹市？", "how many sister cities does Kaohsiung have"]) {
    test(`${query} leads with the list`, async () => assert.equal((await titles(query))[0], "高雄的夥伴"));
  }

  test("what is named so comes before what names it", async () => {
    assert.equal((await titles("高雄 加賀"))[0], "加賀");
  });
});

describe("what is not there is not found", () => {
  for (const query of ["火星", "kagax zzz", "的", "？！", ""]) {
    test(JSON.stringify(query), async () => {
      const { results } = await find(query);
      assert.deepEqual(results.length, query.startsWith("kagax") ? 1 : 0);
    });
  }

  test("nothing is loaded for nothing", async () => {
    await find("？！");
    assert.deepEqual(asked.filter((path) => path.startsWith("words/")), []);
  });
});

describe("of several words", () => {
  test("one that no page has is named, and the others are looked for", async () => {
    const { results, missing } = await find("加賀 火星人類");
    assert.deepEqual([(await results[0].data()).title, missing], ["加賀", ["火星人類"]]);
  });

  test("those that stand together on few pages are looked for apart too", async () => {
    await hold([city("加賀", "高雄姊妹城市"), city("釜山", "姊妹城市與高雄往來")]);
    assert.deepEqual(await titles("高雄姊妹城市"), ["加賀", "釜山"]);
  });

  test("those that stand together nowhere are looked for apart", async () => {
    assert.equal((await titles("高雄佐渡"))[0], "簽署協定");
  });

  test("Chinese that no page has is named, also without a space", async () => {
    const { results, missing } = await find("加賀火星人類");
    assert.deepEqual([(await results[0].data()).title, missing], ["加賀", ["火星人類"]]);
    assert.deepEqual((await find("加賀與釜山")).missing, []);
  });

  test("one that no page has leaves the order of the others", async () => {
    assert.deepEqual(await titles("八王子 火星人類"), await titles("八王子"));
    assert.deepEqual(await titles("八王子火星人類"), await titles("八王子"));
  });

  test("each result tells what its page lacks", async () => {
    const { results } = await find("釜山 佐渡");
    const told = await Promise.all(results.map(async (one) => [(await one.data()).title, one.lacks]));
    assert.deepEqual(Object.fromEntries(told), { 釜山: ["佐渡"], 簽署協定: ["釜山"] });
    assert.deepEqual((await find("高雄 佐渡")).results[0].lacks, []);
  });

  test("two whose difference is asked for come first, in turn", async () => {
    assert.deepEqual((await titles("加賀和釜山有何不同")).slice(0, 2), ["加賀", "釜山"]);
    assert.deepEqual((await titles("difference between Kaga and Hachioji")).slice(0, 2), ["加賀", "八王子市"]);
  });

  test("no page that has all is said", async () => {
    const { results, isPartial } = await find("釜山 佐渡");
    assert.equal(isPartial, true);
    assert.equal(results.length, 2);
    assert.equal((await find("高雄 佐渡")).isPartial, false);
  });
});

describe("a letter that is wrong", () => {
  for (const [typed, meant] of [["Hachiouji", "Hachioji"], ["Hachoiji", "Hachioji"], ["八玉子市", "八王子市"], ["Koahsiung", "Kaohsiung"]]) {
    test(`${typed}: ${meant}`, async () => {
      const { results, corrected, missing } = await find(typed);
      assert.equal(corrected[0].to, meant);
      assert.ok(results.length);
      assert.deepEqual(missing, []);
    });
  }

  test("shows what its page is called, and not a name that no page shows", async () => {
    await hold([city("巴塞隆納", "城市", { aliases: ["巴塞罗那"] })]);
    assert.deepEqual((await find("巴塞罗拿")).corrected, [{ from: "巴塞罗拿", to: "巴塞隆納", others: [] }]);
  });

  test("is one of a name: other words are not taken for one that a page has", async () => {
    await hold([city("加賀", "made in japan")]);
    assert.deepEqual((await find("male")).corrected, []);
  });

  test("names are looked through only if something is missing", async () => {
    await find("Hachioji");
    const before = asked.length;
    await find("Hachiouji");
    assert.ok(asked.length > before);
  });

  test("is one, not two, and never in a short word or a number", async () => {
    for (const typed of ["Hachxxji", "kbg", "2015", "釜水"]) assert.deepEqual((await find(typed)).corrected, [], typed);
  });

  const near = [["kaga", "kaga", true], ["kaga", "kaag", true], ["kaga", "kag", true], ["kaga", "kagga", true], ["kaga", "naga", true],
    ["kaga", "nagy", false], ["", "ab", false], ["八王子", "八玉子", true]];
  for (const [one, other, is] of near) test(`${one} ${other}`, () => assert.equal(isNear(one, other), is));
});

test("words that mean the same find the same, and a level in letters is none", async () => {
  assert.deepEqual(await titles("高雄 姉妹都市"), await titles("高雄 姊妹市"));
  assert.deepEqual(await titles("Kaga-shi"), await titles("Kaga"));
});

test("one and many are one", async () => {
  await hold([city("Visits", "a visit"), city("Kaga", "visits"), city("Visitors’ Center", "visitors")]);
  assert.deepEqual(await titles("visit"), await titles("visits"));
});

test("a day that no calendar has is named", async () => {
  assert.deepEqual((await find("2014-02-30 八王子")).missing, ["2014-02-30"]);
});

test("a year of Taiwan's calendar finds what tells the common one", async () => {
  assert.deepEqual(await titles("民國103年"), ["八王子祭"]);
  assert.deepEqual(await titles("103年 八王子"), ["八王子祭"]);
});

test("what has only some of the words is of the year that was asked for, if anything is", async () => {
  const visit = (title, year) => ({ kind: "exchanges", title, text: `市長訪問 ${year}`, names: [], year });
  await hold([visit("甲的訪問", "2014"), visit("乙的訪問", "2019"), city("大阪", "日本")]);
  for (const query of ["市長訪問 大阪 2019", "2019年 大阪 市長訪問"]) assert.deepEqual(await titles(query), ["乙的訪問"], query);
});

test("what has the rarest of the words comes first, even if others have more of them", async () => {
  const of = (title, text) => ({ kind: "lists", title, text, names: [] });
  await hold([...["甲", "乙", "丙", "丁"].map((name) => of(name, "taipei sister city")), of("德國", "sister city germany")]);
  assert.equal((await titles("taipei sister city germany"))[0], "德國");
});

test("a day on which nothing happened gives its year, and that is said", async () => {
  const { results, corrected } = await find("2014-07-09 八王子");
  assert.deepEqual([(await results[0].data()).title, corrected], ["八王子祭", [{ from: "2014-07-09", to: "2014", others: [] }]]);
});

describe("facets", () => {
  test("narrow the results", async () => {
    assert.deepEqual(await titles("城市", { country: ["KR"] }), ["釜山"]);
    assert.deepEqual((await titles("城市", { country: ["KR", "JP"] })).toSorted(), ["八王子市", "加賀", "釜山"].toSorted());
    assert.deepEqual(await titles("八王子", { kind: ["exchanges"] }), ["八王子祭"]);
  });

  test("find without a word", async () => {
    assert.deepEqual(await titles("", { status: ["dormant"] }), ["釜山"]);
    assert.deepEqual((await titles("", { country: ["JP"] })).slice(0, 2).toSorted(), ["八王子市", "加賀"]);
  });

  test("tell what their other values would give", async () => {
    const counts = await (await find("城市", { country: ["KR"] })).counts();
    assert.deepEqual(counts, { kind: { cities: 1 }, country: { JP: 2, KR: 1 }, year: {}, status: { dormant: 1 } });
  });

  test("count everything as long as nothing is asked", async () => {
    assert.equal((await (await find("")).counts()).kind.cities, 3);
  });
});

test("what could not be loaded is loaded again at the next query", async () => {
  const kept = served["directory.piece"];
  delete served["directory.piece"];
  await assert.rejects(find("八王子"), /404/);
  served["directory.piece"] = kept;
  assert.equal((await find("八王子")).results.length, 3);
});

test("a piece that arrives unpacked is read too", async (t) => {
  isUnpacked = true;
  t.after(() => (isUnpacked = false));
  assert.equal((await titles("八王子"))[0], "八王子市");
});

describe("ties of a government in a country", () => {
  const pages = [
    ...PAGES,
    { kind: "lists", title: "德国的城市", text: "高雄市的姊妹市在德国", names: [] },
    { kind: "lists", title: "高雄的伙伴", text: "名單", names: [], phrases: ["高雄 德国", "Kaohsiung Germany"] },
  ];
  for (const query of ["高雄 德國 姊妹市", "高雄德國姊妹市", "德國姊妹市 高雄", "高雄在德國的友好城市", "Kaohsiung's sister cities in Germany"]) {
    test(`${query} leads with their list`, async () => {
      await hold(pages);
      assert.equal((await titles(query))[0], "高雄的伙伴");
    });
  }

  test("are not meant where nobody asks for ties", async () => {
    await hold(pages);
    assert.notEqual((await titles("高雄 德國 八王子"))[0], "高雄的伙伴");
  });
});

describe("another name", () => {
  const pages = [
    city("首尔", "韓國的首都", { aliases: ["漢城"], country: "KR" }),
    { kind: "exchanges", title: "市長出訪", text: "市長訪問首尔", names: [] },
    city("Ulaanbaatar", "", { aliases: ["Ulan Bator"] }),
    { kind: "exchanges", title: "會晤", text: "A visit to Ulaanbaatar", names: [] },
  ];
  for (const [other, used] of [["漢城", "首尔"], ["Ulan Bator", "Ulaanbaatar"]]) {
    test(`${other} finds what tells of ${used}`, async () => {
      await hold(pages);
      assert.deepEqual(await titles(other), await titles(used));
      assert.equal((await titles(other)).length, 2);
      assert.deepEqual((await find(other)).used.map(bare), [bare(used)]);
      assert.deepEqual((await find(used)).used, []);
    });
  }
});

test("what was done is found as the thing", async () => {
  await hold([{ kind: "lists", title: "往來", text: "", names: [], phrases: ["visits"] }, ...PAGES]);
  for (const query of ["visit", "visits", "visited", "visiting"]) assert.deepEqual(await titles(query), ["往來"]);
});

describe("names", () => {
  const names = () => asked.filter((path) => path.startsWith("names/"));

  test("are not asked for by who types what is there", async () => {
    await titles("Hachioji");
    assert.deepEqual(names(), []);
  });

  test("are asked for by their first letter, and all of a script only if none of these is near", async () => {
    await find("Hachoiji");
    assert.deepEqual(names(), ["names/letters-8.piece"]);
    await find("zzyzxquark");
    assert.deepEqual(names().slice(1), ["names/letters-q.piece", "names/letters.piece"]);
  });

  test("are found by who mistypes their first letter too", async () => {
    assert.deepEqual((await find("Jachioji")).corrected, [{ from: "jachioji", to: "Hachioji", others: [] }]);
  });
});

describe("files that wait for each other", () => {
  /** How often a query waits for files until it has the details of what it finds; all that it asks for at a time arrive together. */
  async function rounds(query) {
    await hold(PAGES);
    const answer = globalThis.fetch;
    const waiting = [];
    globalThis.fetch = (url) => new Promise((done) => waiting.push(() => done(answer(url))));
    isUnpacked = true; // nothing of the page is done beside its own thread, so it has nothing to do after some turns
    let isOver = false;
    const found = titles(query).finally(() => (isOver = true));
    let count = 0;
    while (!isOver) {
      for (let turns = 0; turns < 200; turns++) await new Promise(setImmediate);
      if (waiting.length) count += 1;
      for (const one of waiting.splice(0)) one();
    }
    [globalThis.fetch, isUnpacked] = [answer, false];
    assert.ok((await found).length);
    return count;
  }

  // The list of pieces, words, details.
  for (const query of ["八王子", "Hachioji", "高雄 加賀", "Kaohsiung sister cities", "加賀 2014"]) {
    test(`${query} waits three times`, async () => assert.ok((await rounds(query)) <= 3));
  }

  // Besides, names of the first letter, and the words of the one that is meant.
  for (const query of ["Hachoiji", "八玉子市", "Koahsiung sister cities", "Koahsiung Hachoiji"]) {
    test(`${query} waits five times`, async () => assert.ok((await rounds(query)) <= 5));
  }
});

test("a mistyped government with a word for ties leads with the list", async () => {
  for (const query of ["Koahsiung sister cities", "sister cities Koahsiung"]) {
    const { results, corrected, missing } = await find(query);
    assert.deepEqual([(await results[0].data()).title, corrected[0].to, missing], ["高雄的夥伴", "Kaohsiung", []], query);
  }
});

test("what has the name of one thing for its title is that, and not the other", async () => {
  await hold([
    { kind: "homes", title: "臺北", text: "城市", names: [] },
    { kind: "homes", title: "新北", text: "城市", names: [], aliases: ["臺北"] },
  ]);
  const { used, results } = await find("臺北");
  assert.deepEqual(used, []);
  assert.equal((await results[0].data()).title, "臺北");
});
