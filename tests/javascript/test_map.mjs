// What of the map of all ties is seen, and which names.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { inside } from "./scripts.mjs";

const map = (inner) => inside(["map.js"], inner);
const SIZE = { width: 2000, height: 860, ratio: 0.43 };
/** Objects of the page's own world are not deeply equal to ours. */
const plain = (value) => JSON.parse(JSON.stringify(value));

describe("what is seen stays inside the map", () => {
  const kept = map("kept");
  test("the whole world cannot be moved", () => {
    assert.deepEqual(plain(kept({ x: 20, y: 900, zoom: 0.3 }, SIZE)), { x: 1000, y: 430, zoom: 1 });
  });
  test("a part stops at the edges", () => {
    assert.deepEqual(plain(kept({ x: -50, y: 5000, zoom: 4 }, SIZE)), { x: 250, y: 752.5, zoom: 4 });
    assert.deepEqual(plain(kept({ x: 700, y: 400, zoom: 4 }, SIZE)), { x: 700, y: 400, zoom: 4 });
  });
  test("nothing is magnified without end", () => assert.equal(kept({ x: 1, y: 1, zoom: 900 }, SIZE).zoom, 16));
  test("a high window is not left empty at its foot", () => {
    assert.equal(kept({ x: 700, y: 1, zoom: 2 }, { ...SIZE, ratio: 1 }).y, 430);
  });
});

describe("places that were chosen are brought into view", () => {
  const around = map("around");
  test("all of them", () => {
    const { x, y, zoom } = around([[300, 100], [500, 300]], SIZE);
    assert.deepEqual([x, y], [400, 200]);
    assert.ok(2000 / zoom > 200 && 860 / zoom > 200);
    assert.ok(zoom > 2);
  });
  test("one is not drawn larger than its coast bears", () => assert.equal(around([[300, 100]], SIZE).zoom, 8));
});

test("names come with the magnification, on a phone later", () => {
  const levelOf = map("levelOf");
  assert.deepEqual([1, 1.9, 2, 5, 16].map((zoom) => levelOf(zoom, false)), [1, 1, 2, 4, 16]);
  assert.deepEqual([1, 2, 4, 16].map((zoom) => levelOf(zoom, true)), [1, 1, 2, 8]);
});
