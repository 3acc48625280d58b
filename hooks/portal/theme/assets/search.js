// The search page: shows results and facets, and keeps what was asked in the address.

import { find, ready, STEP } from "./search-find.js";
import { fold } from "./search-words.js";

/** Of a long list of choices, how many are shown before all are asked for: those with the most results. */
const FEW = 8;
const FACETS = ["kind", "home", "country", "year", "status"];
/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;
const lang = document.documentElement.lang;

/** Folded text, and for each of its letters where it stands in the text itself. */
function folded(text) {
  const places = [];
  let plain = "";
  let at = 0;
  for (const character of text) {
    const form = fold(character);
    plain += form;
    for (let unit = 0; unit < form.length; unit++) places.push(at);
    at += character.length;
  }
  places.push(at);
  return { plain, places };
}

/** Where parts of the query stand in a text: whole words, else pairs of characters. */
function matches(text, query) {
  const { plain, places } = folded(text);
  const parts = fold(query).split(/[\s的]+/u).filter(Boolean);
  const found = [];
  for (const part of parts) {
    const pieces = plain.includes(part) ? [part] : (part.match(/[^\x00-\u02ff]{2}/gu) ?? []);
    for (const piece of pieces) {
      for (let at = plain.indexOf(piece); at >= 0; at = plain.indexOf(piece, at + piece.length)) {
        found.push([places[at], places[at + piece.length]]);
      }
    }
  }
  return found.sort(([one], [other]) => one - other);
}

/** Where a word begins, near a place: a space is looked for on the way back, and Chinese may be cut anywhere. */
const beginning = (text, place) => (/[\u0021-\u024f]/.test(text[place]) ? text.lastIndexOf(" ", place) + 1 || place : place);

/** A text with what was found marked; with a length only that much around the first find. */
function marked(text, query, length = Infinity) {
  const found = matches(text, query);
  const before = length < text.length && found.length ? found[0][0] - Math.floor(length / 4) : 0;
  const start = before > 0 ? beginning(text, before) : 0;
  const end = start + length < text.length ? beginning(text, start + length) : text.length;
  const piece = document.createDocumentFragment();
  if (start) piece.append("…");
  let at = start;
  for (const [from, to] of found) {
    if (from < at || to > end) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    piece.append(text.slice(at, from), mark);
    at = to;
  }
  piece.append(text.slice(at, end));
  if (end < text.length) piece.append("…");
  return piece;
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const word = (facet, value) =>
  document.querySelector(`[name="${facet}"][value="${CSS.escape(value)}"] + span`)?.textContent ?? value;

/** The icon of a kind, as the facet has it. */
const sign = (kind) =>
  [...document.querySelectorAll(`[name="kind"][value="${CSS.escape(kind)}"] ~ svg`)].map((icon) => icon.cloneNode(true));

/** The text of a result; if what is looked for is not in it, a name or a title on the page where it is. */
function telling({ text, more = [] }, query) {
  const has = (words) => matches(words, query).length > 0;
  return (has(text) ? undefined : more.find(has)) ?? text;
}

/** A result as an item of the list: what was typed or mended stands in it, or the name that it is known by here. */
function item(data, { query, typed }, texts, lacks) {
  const [iso, day] = data.date;
  const facts = [element("span", { className: "badge" }, ...sign(data.kind), word("kind", data.kind))];
  if (day) facts.push(element("time", { dateTime: iso }, day));
  if (data.homes.length && data.kind !== "homes") {
    facts.push(data.homes.map((home) => word("home", home)).join(texts.separator));
  }
  if (data.countries.length === 1) facts.push(word("country", data.countries[0]));
  const made = element(
    "li",
    {},
    element("h3", {}, element("a", { href: `../${data.path}` }, marked(data.title, query))),
    element("p", { className: "result-facts" }, ...facts.map((fact) => (typeof fact === "string" ? element("span", {}, fact) : fact))),
  );
  const also = matches(data.title, typed).length ? [] : data.names.filter(([, name]) => matches(name, typed).length);
  for (const [tag, name] of also.slice(0, 1)) {
    made.append(element("p", {}, texts.also, element("span", { lang: tag, dir: RIGHT_TO_LEFT.test(name) ? "rtl" : "ltr" }, marked(name, query))));
  }
  made.append(element("p", {}, marked(telling(data, query), query, lang.startsWith("zh") ? 90 : 200)));
  if (lacks) made.append(element("p", { className: "quiet" }, texts.lacks, lacks));
  return made;
}

/** The page: form, results, facets, address. */
function open(form) {
  const texts = form.dataset;
  const input = form.elements.q;
  const [status, section, list, more, facets, browse, advice, meant] = [
    "status", "results", "list", "more", "facets", "browse", "advice", "meant",
  ].map((id) => document.getElementById(`search-${id}`));
  const boxes = [...facets.querySelectorAll("[type=checkbox]")];
  const results = document.getElementById("search-found");
  const clear = facets.querySelector("div > button");
  const title = document.title;
  let current = { results: [], query: "", typed: "", asked: "", corrected: [], missing: [] };
  let shown = 0;
  let turn = 0;
  let isBroken = false;

  /** Of a part that could not be loaded: the others are shown. */
  function failed(error) {
    console.error(error);
    isBroken = true;
  }

  const chosen = () => {
    const found = {};
    for (const name of FACETS) {
      const values = boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
      if (values.length) found[name] = values;
    }
    return found;
  };

  /** Where a part of the query, which is folded, begins and ends in it. */
  function placeOf(part) {
    const typed = folded(current.asked);
    const at = typed.plain.indexOf(part);
    return at < 0 ? [0, current.asked.length] : [typed.places[at], typed.places[at + part.length]];
  }

  /** A part of the query as it was typed; the word in whose place another was looked for is not in it. */
  const written = (part) => (folded(current.asked).plain.includes(part) ? current.asked.slice(...placeOf(part)) : part);

  /** What is said above the results: how many there are, and what was not found or understood otherwise. */
  function tell() {
    const all = current.results.length;
    const template = shown < all ? texts.shown : all === 1 ? texts.one : texts.count;
    const counted = template.replace("{shown}", shown).replace("{count}", all);
    const said = [];
    for (const { from, to } of current.corrected) said.push(texts.corrected.replace("{from}", written(from)).replace("{to}", to));
    if (current.missing.length) said.push(texts.missing.replace("{words}", current.missing.map(written).join(texts.separator)));
    else if (current.isPartial) said.push(texts.partial);
    if (isBroken) said.push(texts.part);
    status.textContent = [...said, counted].join(texts.between);
  }

  /** Links to what else may be meant. */
  function offer() {
    const links = current.corrected.flatMap(({ from, others }) =>
      others.map((other) => {
        const [start, end] = placeOf(from);
        const query = current.asked.slice(0, start) + other + current.asked.slice(end);
        return element("a", { href: `?${new URLSearchParams({ q: query })}` }, query);
      }),
    );
    meant.hidden = !links.length;
    meant.replaceChildren(texts.meant, ...links.flatMap((link, at) => (at ? [texts.separator, link] : [link])));
  }

  async function show() {
    const mine = turn;
    const items = [];
    const next = current.results.slice(shown, shown + STEP).map(({ lacks, data }) => ({ lacks, loading: data() }));
    for (const { lacks, loading } of next) {
      const data = await loading.catch(failed); // each is shown as soon as those before it are
      if (mine !== turn) return undefined;
      if (!data) continue;
      items.push(item(data, current, texts, lacks.map(written).join(texts.separator)));
      list.append(items.at(-1));
    }
    if (next.length && !items.length) throw new Error("no result could be loaded");
    shown += next.length;
    more.hidden = shown >= current.results.length;
    tell();
    return items[0];
  }

  function showFacets(counts) {
    for (const set of facets.querySelectorAll("fieldset")) {
      const countOf = (box) => counts[box.name]?.[box.value] ?? 0;
      const offered = [];
      for (const label of set.querySelectorAll("label")) {
        const box = label.querySelector("input");
        label.hidden = !countOf(box) && !box.checked;
        label.querySelector(".many").textContent = countOf(box);
        if (!label.hidden) offered.push([label, box]);
      }
      const byCount = [...offered].sort(([, one], [, other]) => countOf(other) - countOf(one));
      for (const [place, [label, box]] of byCount.entries()) label.classList.toggle("beyond", place >= FEW && !box.checked);
      const all = set.querySelector("button");
      const isWhole = set.classList.contains("opened") || set.querySelectorAll(".beyond:not([hidden])").length < 3;
      set.classList.toggle("whole", isWhole);
      all.hidden = isWhole;
      all.textContent = texts.all.replace("{count}", offered.length);
      set.hidden = !offered.length;
    }
    clear.hidden = !facets.querySelector(":checked");
  }

  // Beside the results the facets come after them in the order of the keys, on a phone before them. Nothing moves while
  // somebody is there, nor when the page has no results yet.
  const wide = matchMedia("(min-width: 62em)");
  function place(isLast) {
    if (facets.contains(document.activeElement)) return;
    if (wide.matches || isLast) results.append(facets);
    else results.prepend(facets);
  }

  async function run() {
    const mine = ++turn;
    const query = input.value.trim();
    const selected = chosen();
    const isAsked = query !== "" || Object.keys(selected).length > 0;
    document.title = query ? `${query} – ${title}` : title;
    advice.hidden = meant.hidden = true;
    browse.hidden = isAsked;
    facets.hidden = false;
    place(!isAsked);
    section.hidden = !isAsked;
    status.textContent = isAsked ? texts.searching : "";
    if (!isAsked) list.replaceChildren();
    try {
      const found = await find(query, selected);
      if (mine !== turn) return;
      const typed = [query, ...found.corrected.map(({ to }) => to)].join(" ");
      current = { ...found, asked: query, typed, query: [typed, ...found.used].join(" ") };
      shown = 0;
      isBroken = false;
      list.replaceChildren();
      offer();
      section.hidden = !found.results.length;
      browse.hidden = isAsked && found.results.length > 0;
      if (found.results.length) await show();
      else if (isAsked) {
        status.textContent = texts.none.replace("{query}", query);
        advice.hidden = false;
      }
      const counts = await found.counts().catch(failed);
      if (mine !== turn) return;
      if (counts) showFacets(counts);
      else if (isAsked) {
        facets.hidden = true;
        if (found.results.length) tell();
      } else status.textContent = texts.failed;
    } catch (error) {
      if (mine !== turn) return;
      console.error(error);
      section.hidden = facets.hidden = true;
      browse.hidden = false;
      status.textContent = texts.failed;
    }
  }

  function read() {
    const given = new URL(location.href).searchParams;
    input.value = given.get("q") ?? "";
    for (const box of boxes) {
      box.checked = given.getAll(box.name).includes(box.value);
    }
  }

  function go() {
    const url = new URL(location.href);
    url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    if (url.href !== location.href) history.pushState(null, "", url);
    return run();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    for (const box of boxes) box.checked &&= input.value.trim() === current.asked;
    go();
  });
  facets.addEventListener("change", go);
  // Long lists of choices show the first few, and all when they are asked for.
  facets.addEventListener("click", (event) => {
    const set = event.target.closest("fieldset > button")?.parentNode;
    if (!set) return;
    const first = set.querySelector("label.beyond:not([hidden]) input");
    set.classList.add("opened", "whole");
    event.target.hidden = true;
    first?.focus();
  });
  clear.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    input.focus();
    go();
  });
  more.addEventListener("click", async () => (await show())?.querySelector("a").focus());
  addEventListener("popstate", () => {
    read();
    run();
  });
  input.addEventListener("focus", () => ready().catch(() => {}), { once: true });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...list.querySelectorAll("a")];
    const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (stops.includes(document.activeElement) && stops[next]) {
      event.preventDefault();
      stops[next].focus();
    }
  });

  wide.addEventListener("change", () => place(!browse.hidden));
  document.getElementById("search-hint").textContent = texts.hint;
  read();
  facets.open = wide.matches || Object.keys(chosen()).length > 0;
  run();
}

const form = document.getElementById("search-form");
if (form) open(form);
