// Lists can be narrowed while typing, by what their items show and by words that these have besides, and by choices of
// what their items are. Without a script they are whole.

/** Simplified and Japanese forms of the characters of the page's lists, each with the form that stands for all. */
const forms = new Map();

/** Takes such forms, one after the other: 臺台舊旧. */
function learn(pairs) {
  const characters = [...pairs];
  for (let at = 0; at < characters.length; at += 2) forms.set(characters[at], characters[at + 1]);
}

/** Text as a list compares it; nobody has to know which apostrophe a name has, or which tone a syllable. */
const plain = (text) =>
  [...fold(text).replace(/['’‘`´ˊˇˋ˙]/g, "")].map((character) => forms.get(character) ?? character).join("");

/** What words are made of that stand between spaces, as Chinese, Japanese and Korean ones do not. */
const LETTER = /(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul})[\p{L}\p{N}]/u;

/** Whether a text, compared so, has a word: as the beginning of one of its own, as the search finds it, or anywhere in Chinese. */
function holds(text, word) {
  let at = text.indexOf(word);
  if (LETTER.test(word[0])) while (at > 0 && LETTER.test(text[at - 1])) at = text.indexOf(word, at + 1);
  return at !== -1;
}

/** What is compared of an item: each name with an apostrophe also as two words, O’Higgins under Higgins. */
const comparable = (text) => `${plain(text)} ${plain((text.match(/\S+['’‘`´]\S+/g) ?? []).join(" ").replace(/['’‘`´]/g, " "))}`;

/** Calls a function once nothing has happened for a while: WebKit lets a page note its address a hundred times in 30 s. */
function settled(call, wait = 400) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(call, wait);
  };
}

/** Whether an item is what was chosen: of each name, as `country`, one of the values that it has, as `data-country`. */
const chosen = (item, choices) =>
  choices.every(([name, value]) => !value || (item.dataset[name] ?? "").split(" ").includes(value));

/** Let a field and choices narrow the lists of its page, and the page's address keep what was typed and chosen. */
function narrow(filter) {
  learn(document.querySelector("[data-forms]")?.dataset.forms ?? "");
  const input = filter.querySelector("input");
  const selects = [...filter.querySelectorAll("select")];
  const output = filter.querySelector("output");
  const none = filter.querySelector(".filter-none");
  const items = [...document.querySelectorAll("main [data-list] > *")];
  const groups = [...document.querySelectorAll("main section, main [data-group]")].filter((group) =>
    group.querySelector("[data-list]"),
  );
  // What stands above a list is said of each of its items: 日本 finds every place in Japan.
  const above = new Map(groups.map((group) => [group, group.querySelector("h2, h3")?.textContent ?? ""]));
  const heard = globalThis.sounds?.(document.querySelector("[data-sounds]")?.dataset.sounds ?? "");
  let texts; // made when they are first asked for: most readers of a long list only read
  const textOf = (item) => {
    const heads = groups.filter((group) => group.contains(item)).map((group) => above.get(group));
    const own = [item.textContent, item.dataset.words ?? ""].join(" ");
    return { seen: comparable([...heads, own].join(" ")), heard: heard ? plain(heard(own)) : "" };
  };
  // One letter begins too many syllables to find anything by its sound.
  const isIn = (text, word) =>
    holds(text.seen, word) || ((word.length > 1 || /\p{Script=Bopomofo}/u.test(word)) && holds(text.heard, word));

  const note = () => {
    const url = new URL(location.href);
    for (const { name, value } of [input, ...selects]) {
      if (value.trim()) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history.replaceState(history.state, "", url);
  };
  const noteLater = settled(note);

  function show() {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    const choices = selects.map((select) => [select.name, select.value]);
    const isNarrowed = words.length > 0 || choices.some(([, value]) => value);
    filter.toggleAttribute("data-narrowed", isNarrowed);
    let shown = 0;
    if (words.length) texts ??= items.map(textOf);
    items.forEach((item, index) => {
      item.hidden = !(chosen(item, choices) && words.every((word) => isIn(texts[index], word)));
      shown += !item.hidden;
    });
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-list] > :not([hidden])");
      const folded = group.querySelector(":scope > details");
      if (folded) folded.open = isNarrowed;
    }
    output.value = isNarrowed
      ? filter.dataset.count.replace("{shown}", shown).replace("{all}", items.length)
      : "";
    none.hidden = shown > 0 || !isNarrowed;
    const search = none.querySelector("a");
    if (search) search.search = new URLSearchParams({ q: input.value.trim() });
    document.dispatchEvent(new CustomEvent("narrowed", { detail: { isNarrowed } }));
  }

  const given = new URL(location.href).searchParams;
  for (const select of selects) {
    // A value that no choice has chooses nothing.
    const value = given.get(select.name) ?? "";
    select.value = [...select.options].some((option) => option.value === value) ? value : "";
    select.addEventListener("change", () => {
      show();
      note();
    });
  }
  input.value = given.get("q") ?? "";
  input.addEventListener("input", () => {
    show();
    noteLater();
  });
  input.addEventListener("change", note); // before a link that the reader goes to is followed
  filter.hidden = false;
  show();
}

const filter = document.querySelector(".filter[data-count]");
if (filter) narrow(filter);
