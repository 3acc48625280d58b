// In which order the rows of a table stand, and what the address says of it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { inside } from "./scripts.mjs";

const ordered = inside("sorting.js", "ordered");
const wanted = inside("sorting.js", "wanted");
const arrange = inside("sorting.js", "arrange");

const sorted = (values, descending) => [...ordered(values, (value) => value, descending)];

describe("rows are ordered by the values of a column", () => {
  test("numbers as numbers", () => assert.deepEqual(sorted(["10", "9", "100"], false), ["9", "10", "100"]));
  test("dates of any precision", () => {
    const dates = ["2014-07-08", "1977", "2014", "2014-07"];
    assert.deepEqual(sorted(dates, false), ["1977", "2014", "2014-07", "2014-07-08"]);
    assert.deepEqual(sorted(dates, true), ["2014-07-08", "2014-07", "2014", "1977"]);
  });
  test("what has no value is last either way", () => {
    assert.deepEqual(sorted(["", "2", "1"], false), ["1", "2", ""]);
    assert.deepEqual(sorted(["", "2", "1"], true), ["2", "1", ""]);
  });
  test("equal ones keep their order", () => {
    const rows = [["1", "a"], ["0", "b"], ["1", "c"]];
    assert.deepEqual([...ordered(rows, ([value]) => value, true)].map(([, name]) => name), ["a", "c", "b"]);
  });
});

test("the address names a column and the way", () => {
  assert.deepEqual({ ...wanted("?sort=-date") }, { name: "date", descending: true });
  assert.deepEqual({ ...wanted("?q=a&sort=name") }, { name: "name", descending: false });
  assert.deepEqual({ ...wanted("") }, { name: "", descending: false });
});

/** A table of two columns, as far as the script sees it. */
function table(values) {
  const head = (name) => {
    const attributes = new Map();
    return {
      dataset: { sort: name },
      attributes,
      setAttribute: (key, value) => attributes.set(key, value),
      removeAttribute: (key) => attributes.delete(key),
    };
  };
  const heads = [head("name"), head("date")];
  const rows = values.map((row) => ({ cells: row.map((value) => ({ dataset: { value } })) }));
  const body = {
    rows,
    append(...moved) {
      this.rows = moved;
    },
  };
  return { heads, body, tHead: { rows: [{ cells: heads }] }, tBodies: [body] };
}

test("only the head of the column says how the rows stand", () => {
  const one = table([["1", "2000"], ["2", "2010"]]);
  const orders = () => one.heads.map((head) => head.attributes.get("aria-sort"));
  arrange([one], { name: "date", descending: true });
  assert.deepEqual(one.body.rows.map((row) => row.cells[0].dataset.value), ["2", "1"]);
  assert.deepEqual(orders(), [undefined, "descending"]);
  arrange([one], { name: "name", descending: false });
  assert.deepEqual(one.body.rows.map((row) => row.cells[0].dataset.value), ["1", "2"]);
  assert.deepEqual(orders(), ["ascending", undefined]);
  arrange([one], { name: "size", descending: false });
  assert.deepEqual(orders(), ["ascending", undefined]);
});
