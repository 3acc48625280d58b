// What the site does with JavaScript: lists can be narrowed while typing. Without it they are whole.

/** Text as it is compared: full width and 臺/台, 姊/姐 and capitals make no difference. */
const plain = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("臺", "台").replaceAll("姊", "姐");

/** Let a field narrow the lists of its page, and the page's address keep what was typed. */
function narrow(filter) {
  const input = filter.querySelector("input");
  const output = filter.querySelector("output");
  const items = [...document.querySelectorAll("main [data-list] > *")];
  const groups = [...document.querySelectorAll("main section, main [data-group]")].filter((group) =>
    group.querySelector("[data-list]"),
  );
  // What stands above a list is said of each of its items: 日本 finds every place in Japan.
  const texts = items.map((item) => {
    const above = groups.filter((group) => group.contains(item));
    return plain([...above.map((group) => group.querySelector("h2, h3").textContent), item.textContent].join(" "));
  });

  function show() {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    items.forEach((item, index) => {
      item.hidden = !words.every((word) => texts[index].includes(word));
      shown += !item.hidden;
    });
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-list] > :not([hidden])");
    }
    output.value = words.length
      ? filter.dataset.count.replace("{shown}", shown).replace("{all}", items.length)
      : "";
    const url = new URL(location.href);
    if (words.length) url.searchParams.set("q", input.value);
    else url.searchParams.delete("q");
    history.replaceState(null, "", url);
  }

  input.value = new URL(location.href).searchParams.get("q") ?? "";
  input.addEventListener("input", show);
  filter.hidden = false;
  show();
}

const filter = document.querySelector(".filter[data-count]");
if (filter) narrow(filter);
