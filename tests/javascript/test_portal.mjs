// What the switch of the language takes along.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inside } from "./scripts.mjs";

const carried = inside("portal.js", "carried");

test("query, filter, order and fragment go to the other language", () => {
  const cases = [
    ["https://example.org/en/cities/", "https://example.org/cities/?q=%E6%9D%B1%E4%BA%AC#asia", "?q=%E6%9D%B1%E4%BA%AC#asia"],
    ["https://example.org/en/search/", "https://example.org/search/?q=a&home=x&home=y", "?q=a&home=x&home=y"],
    ["https://example.org/en/cities/", "https://example.org/cities/", ""],
    ["https://example.org/en/cities/#old", "https://example.org/cities/?sort=-date", "?sort=-date"],
  ];
  for (const [target, here, rest] of cases) {
    assert.equal(carried(target, here), `${target.replace(/#.*/, "")}${rest}`);
  }
});

test("in a folder without a server too", () => {
  assert.equal(carried("file:///a/en/index.html", "file:///a/index.html#latest"), "file:///a/en/index.html#latest");
});
