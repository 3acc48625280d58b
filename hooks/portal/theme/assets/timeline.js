// The timeline can be narrowed by choices, years and words, which combine and live in the address of the page. What is
// found comes from an index of all entries, and rows from the pages of their years, as many at once as can be read.
// Without a script the timeline is whole.

/** Entries shown at once, and how many of them before the browser paints, which fill a window. */
const PORTION = 50;
const FIRST = 6;

/** Entries whose words are made ready at a time, so that no key waits for them. */
const BATCH = 200;

/** Columns of an entry in the index. */
const [ID, START, END, WITHIN, KIND, HOMES, UNITS, ORGANIZATIONS, CITIES, COUNTRIES, TITLE, ADDRESS, WORDS] = Array(13).keys();

/** Which names of the index belong to the choices of the form, and in which column entries have them. */
const SHELVES = { home: ["homes", HOMES], unit: ["units", UNITS], organization: ["organizations", ORGANIZATIONS], city: ["cities", CITIES] };

/** In which columns names stand that words are looked for in. */
const NAMED = [...Object.values(SHELVES), ["countries", COUNTRIES]];

const make = (tag, properties = {}, ...inner) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inner);
  return element;
};

const yearOf = (entry) => entry[START].slice(0, 4);

/** What the reader asks for, as a test of entries; null if nothing. A word is looked for once in each name, not in each entry. */
function test(values, data, { plain, texts, names }) {
  const tests = [];
  for (const [name, [shelf, column]] of Object.entries(SHELVES)) {
    const number = values[name] ? data[shelf].findIndex(([id]) => id === values[name]) : -1;
    if (values[name]) tests.push((entry) => entry[column].includes(number));
  }
  if (values.kind) tests.push((entry) => data.kinds[entry[KIND]].slice(0, 2).includes(values.kind));
  if (values.country) {
    const numbers = new Set(data.countries.flatMap(([code, , , continent], n) => [code.toLowerCase(), continent].includes(values.country) ? [n] : []));
    tests.push((entry) => entry[COUNTRIES].some((number) => numbers.has(number)));
  }
  const [from, to] = [Number(values.from), Number(values.to)];
  if (from) tests.push((entry) => Number((entry[END] || entry[START]).slice(0, 4)) >= from);
  if (to) tests.push((entry) => Number(entry[START].slice(0, 4)) <= to);
  for (const word of plain(values.q ?? "").split(/\s+/).filter(Boolean)) {
    const holds = holder(word);
    const own = texts();
    const named = NAMED.map(([shelf, column]) => [column, new Set(names[shelf].flatMap((name, n) => (holds(name) ? [n] : [])))]);
    const those = named.filter(([, numbers]) => numbers.size);
    // A number is looked up sooner than a text is searched.
    tests.push((entry, n) => those.some(([column, numbers]) => entry[column].some((number) => numbers.has(number))) || holds(own[n]));
  }
  return tests.length ? (entry, n) => tests.every((one) => one(entry, n)) : null;
}

/** Lines of a table (RFC 4180); what a spreadsheet would take for a formula is marked as text. */
const table = (lines) =>
  `\ufeff${lines.map((line) => line.map((cell) => `"${String(cell).replace(/^[=+@\t\r-]/, "'$&").replaceAll('"', '""')}"`).join(",")).join("\r\n")}\r\n`;

/** A calendar of the entries whose days are known (RFC 5545), each the same event as in the calendars of the site; lines are folded by octets. */
function calendar({ realm, names }, entries, absolute) {
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  const day = (iso, more = 0) => {
    const date = new Date(`${iso}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + more);
    return date.toISOString().slice(0, 10).replaceAll("-", "");
  };
  const folded = (line) => {
    let [text, length] = ["", 0];
    for (const character of line) {
      const size = new TextEncoder().encode(character).length;
      if (length + size > 73) [text, length] = [`${text}\r\n `, 1];
      [text, length] = [text + character, length + size];
    }
    return text;
  };
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const events = entries
    .filter((entry) => !entry[WITHIN] && [entry[START], entry[END] || entry[START]].every((date) => date.length === 10))
    .flatMap((entry) => ["BEGIN:VEVENT", `UID:${names[entry[ID]] ?? entry[ID]}@${realm}`, `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day(entry[START])}`, `DTEND;VALUE=DATE:${day(entry[END] || entry[START], 1)}`,
      `SUMMARY:${escaped(entry[TITLE])}`, `URL:${absolute(entry)}`, "TRANSP:TRANSPARENT", "END:VEVENT"]);
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${location.host}//timeline//`];
  return [...head, ...events, "END:VCALENDAR"].map(folded).join("\r\n") + "\r\n";
}

function take(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Go to the place that the address names, until it stays there: rows that come into sight on the way move it. */
function settle(frames = 8) {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  (place.closest(".year") ?? place).scrollIntoView({ behavior: "instant" }); // the heading itself sticks to the window
  if (frames) requestAnimationFrame(() => settle(frames - 1));
}

class Timeline {
  constructor(form) {
    this.form = form;
    this.found = document.getElementById("found");
    this.more = document.getElementById("more-found");
    this.listing = document.querySelector(".listing");
    this.output = form.querySelector("output");
    this.rows = new Map();
    this.years = new Map();
    this.texts = [];
    this.learn(document);
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.found.querySelector("li a[href]")?.focus();
    });
    form.addEventListener("input", () => this.load().then(() => this.show()));
    form.addEventListener("reset", () => setTimeout(() => this.show()));
    for (const event of ["pointerdown", "focusin"]) form.addEventListener(event, () => this.load(), { once: true });
    this.more.addEventListener("click", () => this.page(this.shown + PORTION, true));
    for (const button of form.querySelectorAll("[data-take]")) button.addEventListener("click", () => this.take(button.dataset.take));
    const given = new URL(location.href).searchParams;
    const isAsked = [...form.elements].some((field) => field.name && given.get(field.name));
    addEventListener("pageshow", () => this.data && this.show());
    // On a phone nine fields would stand before the first row.
    form.querySelector("details").open = isAsked || matchMedia("(min-width: 48em)").matches;
    if (isAsked) this.load(given).then(() => this.show());
    else if ("eager" in form.dataset) this.whenSeen(() => this.load());
  }

  /** When the form comes near the window: there is much before it. */
  whenSeen(act) {
    const seen = new IntersectionObserver(([form]) => {
      if (!form.isIntersecting) return;
      seen.disconnect();
      act();
    }, { rootMargin: "50%" });
    seen.observe(this.form);
  }

  /** Load the index, once, and fill the choices; then take over what the address asks for. */
  load(given) {
    this.loading ??= fetch(this.form.dataset.index).then((answer) => answer.json()).then((data) => {
      this.data = data;
      this.plain = comparer(data.forms);
      this.names = Object.fromEntries(NAMED.map(([shelf]) => [shelf, data[shelf].map(([, name, others]) => this.plain(`${name} ${others}`))]));
      this.fill();
      this.prepare();
      for (const field of given ? this.form.elements : []) {
        const value = field.name && given.get(field.name);
        if (!value) continue;
        const isChoice = field.localName !== "select" || [...field.options].some((option) => option.value === value);
        if (isChoice) field.value = value;
      }
    });
    return this.loading;
  }

  fill() {
    const { data, form } = this;
    const language = document.documentElement.lang;
    const { compare } = new Intl.Collator(language);
    const sorted = (list) => list.toSorted((a, b) => compare(a[1], b[1]));
    const option = ([value, text]) => make("option", { value, textContent: text });
    const group = (text, whole, list) => {
      const made = make("optgroup", { label: text });
      made.append(...(list.length > 1 ? [make("option", { value: whole, textContent: text })] : []), ...list.map(option));
      return made;
    };
    for (const [name, [shelf]] of Object.entries(SHELVES)) {
      form.elements[name].append(...(name === "home" ? data[shelf] : sorted(data[shelf])).map(option));
      form.elements[name].parentElement.hidden = data[shelf].length < 2;
    }
    for (const [family, word] of data.families) {
      const kinds = data.kinds.filter((kind) => kind[1] === family).map(([id, , name]) => [id, name]);
      if (kinds.length) form.elements.kind.append(group(word, family, kinds));
    }
    for (const [continent, word] of data.continents) {
      const countries = sorted(data.countries.filter((one) => one[3] === continent).map(([code, name]) => [code.toLowerCase(), name]));
      if (countries.length) form.elements.country.append(group(word, continent, countries));
    }
    const years = data.entries.map(yearOf).map(Number);
    const [first, last] = [Math.min(...years), Math.max(...years)];
    for (const name of ["from", "to"]) Object.assign(form.elements[name], { min: first, max: last, placeholder: name === "from" ? first : last });
  }

  /** Make the words of some more entries ready, and then, when nothing else is to be done, those of others. */
  prepare() {
    this.read(this.texts.length + BATCH);
    if (this.texts.length < this.data.entries.length) setTimeout(() => this.prepare());
  }

  /** What is compared of the entries, at least up to this one: folded together, since each call has its cost. */
  read(end = Infinity) {
    const { data, texts } = this;
    const own = data.entries.slice(texts.length, end).map((entry) => [entry[TITLE], entry[WORDS], data.kinds[entry[KIND]][2], entry[START]].join(" "));
    if (own.length) texts.push(...this.plain(own.join("\0")).split("\0"));
    return texts;
  }

  show() {
    const { form, data, output } = this;
    const values = Object.fromEntries(new FormData(form));
    const asks = test(values, data, { plain: this.plain, names: this.names, texts: () => this.read() });
    this.results = asks ? data.entries.filter(asks) : [];
    // Not `hidden`: the way back would lay out hundreds of rows again.
    this.listing.classList.toggle("aside", Boolean(asks));
    this.found.hidden = !asks;
    output.value = asks ? form.dataset.count.replace("{shown}", this.results.length).replace("{all}", data.entries.length) : "";
    const none = form.querySelector(".filter-none");
    none.hidden = !asks || this.results.length > 0;
    const search = none.querySelector("a");
    if (search) search.search = new URLSearchParams({ q: values.q.trim() });
    form.querySelector(".clear").hidden = !asks;
    for (const button of form.querySelectorAll("[data-take]")) button.hidden = !this.results.length;
    this.note(values);
    this.page(PORTION);
  }

  /** Let the address say what is asked for; browsers allow a hundred notes in half a minute. */
  note(values) {
    clearTimeout(this.noting);
    this.noting = setTimeout(() => {
      const url = new URL(location.href);
      for (const [name, value] of Object.entries(values)) {
        if (value.trim()) url.searchParams.set(name, value.trim());
        else url.searchParams.delete(name);
      }
      history.replaceState(history.state, "", url);
    }, 250);
  }

  /** Show so many results; when more were asked for, the first of them gets the focus. */
  page(count, isMore = false) {
    const { results } = this;
    const before = isMore ? this.shown : 0;
    this.shown = Math.min(count, results.length);
    if (!isMore) {
      this.drawn = 0;
      this.lists = new Map();
      this.counts = Map.groupBy(results, yearOf);
      this.found.replaceChildren();
    }
    this.draw(Math.min(before + FIRST, this.shown));
    if (this.drawn < this.shown) requestAnimationFrame(() => setTimeout(() => results === this.results && this.draw(this.shown)));
    this.more.parentElement.hidden = this.shown >= results.length;
    if (isMore) this.found.querySelectorAll("li a[href]")[before]?.focus();
  }

  /** Draw the results that are still missing up to one of them, by year. */
  draw(end) {
    for (const [year, entries] of Map.groupBy(this.results.slice(this.drawn, end), yearOf)) {
      if (!this.lists.has(year)) this.found.append(this.year(year));
      this.lists.get(year).append(...entries.map((entry) => this.row(entry)));
      if (entries.some((entry) => !this.rows.has(entry[ID]))) this.fetch(year);
    }
    this.drawn = Math.max(this.drawn, end);
  }

  /** A year with its heading, which says how many of its entries were found, and an empty list. */
  year(year) {
    const count = this.form.dataset.entries.replace("{count}", this.counts.get(year).length);
    const heading = make("h3", {}, make("span", { textContent: year }), make("small", { textContent: count }));
    this.lists.set(year, make("ol", { className: "rows history" }));
    return make("section", { className: "year" }, heading, make("div", {}, this.lists.get(year)));
  }

  row(entry) {
    if (this.rows.has(entry[ID])) return this.copy(entry[ID]);
    const [kind, family, word] = this.data.kinds[entry[KIND]];
    const when = make("div", { className: "when", textContent: entry[START].length > 4 ? entry[START] : this.form.dataset.unknown });
    const link = make("a", { href: entry[ADDRESS], textContent: entry[TITLE] });
    const what = make("div", { className: "what" }, link, make("p", { className: "meta" }, make("b", { textContent: word })));
    const item = make("li", { className: `k-${family}` }, when, make("span", { className: "disc" }), what);
    item.dataset.id = entry[ID];
    item.dataset.kind = kind;
    return item;
  }

  /** A row of this page or of another, which has other relative links, as it stands among results. */
  copy(id) {
    const [row, base] = this.rows.get(id);
    const copy = document.importNode(row, true);
    copy.removeAttribute("id");
    copy.querySelector(".same")?.classList.remove("same");
    for (const link of copy.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), base);
    return copy;
  }

  /** Remember the rows of a page: they are copied when they are found. */
  learn(root, base = location.href) {
    for (const row of root.querySelectorAll(".rows.history > li[data-id]")) {
      if (!this.rows.has(row.dataset.id) && !row.closest("details")) this.rows.set(row.dataset.id, [row, base]);
    }
    for (const symbol of root === document ? [] : root.querySelectorAll("symbol")) {
      if (!document.getElementById(symbol.id)) document.querySelector("svg.symbols")?.append(document.importNode(symbol, true));
    }
  }

  /** The rows of a year that this page does not have, from the year's own page. */
  fetch(year) {
    if (this.years.has(year)) return;
    const address = new URL(`${year}/`, location.href.replace(/[?#].*/, ""));
    this.years.set(year, fetch(address).then((answer) => answer.text()).then((text) => {
      this.learn(new DOMParser().parseFromString(text, "text/html"), address);
      for (const row of this.found.querySelectorAll("li[data-kind]")) {
        if (this.rows.has(row.dataset.id)) row.replaceWith(this.copy(row.dataset.id));
      }
    }));
  }

  take(form) {
    const absolute = (entry) => new URL(entry[ADDRESS], location.href.replace(/[?#].*/, "")).href;
    if (form === "ics") return take("timeline.ics", "text/calendar", calendar(this.data, this.results, absolute));
    const { dataset } = this.form;
    const { data } = this;
    const names = (entry, shelf, column) => entry[column].map((number) => data[shelf][number][1]).join("; ");
    const head = [dataset.from, dataset.to, dataset.title, dataset.kind, dataset.ours, dataset.theirs, dataset.address];
    const lines = this.results.map((entry) => [entry[START], entry[END], entry[TITLE], data.kinds[entry[KIND]][2],
      names(entry, "homes", HOMES), names(entry, "cities", CITIES), absolute(entry)]);
    return take("timeline.csv", "text/csv", table([head, ...lines]));
  }
}

// A page that was opened from a folder may not read another file.
const timeline = location.protocol === "file:" ? null : document.querySelector(".timeline-filter");
if (timeline) {
  new Timeline(timeline);
  addEventListener("hashchange", () => settle());
  if (performance.getEntriesByType("navigation")[0]?.type === "navigate") settle(); // else the browser restores the place
}
