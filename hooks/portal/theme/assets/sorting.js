// Tables can be ordered by a column: a button in its head, the order in the address. Without a script they stay as made.

/** Rows by the values of a column. Rows without a value are last either way, and equal ones keep their order. */
function ordered(rows, value, descending) {
  const sign = descending ? -1 : 1;
  const compare = (one, other) => {
    const [a, b] = [Number(one), Number(other)];
    if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
    return one < other ? -1 : one > other ? 1 : 0;
  };
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    return a === "" || b === "" ? (a === "") - (b === "") : sign * compare(a, b);
  });
}

/** What an address says of the order: the name of a column, after `-` if the last comes first. */
function wanted(search) {
  const word = new URLSearchParams(search).get("sort") ?? "";
  return { name: word.replace(/^-/, ""), descending: word.startsWith("-") };
}

/** Order every table that has the column, and say so in its heads. */
function arrange(tables, { name, descending }) {
  for (const table of tables) {
    const heads = [...table.tHead.rows[0].cells];
    const column = heads.findIndex((head) => head.dataset.sort === name);
    if (column < 0) continue;
    const body = table.tBodies[0];
    body.append(...ordered(body.rows, (row) => row.cells[column]?.dataset.value ?? "", descending));
    for (const head of heads) {
      if (head === heads[column]) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  }
}

function sortable(tables) {
  for (const table of tables) {
    for (const head of table.querySelectorAll("thead [data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const name = head.dataset.sort;
        // Dates begin with the newest: that is what most readers want to know.
        const first = head.dataset.first === "descending";
        const order = head.getAttribute("aria-sort");
        const descending = order ? order === "ascending" : first;
        arrange(tables, { name, descending });
        const url = new URL(location.href);
        url.searchParams.set("sort", descending ? `-${name}` : name);
        history.replaceState(history.state, "", url);
      });
    }
  }
  arrange(tables, wanted(location.search));
}

const tables = [...document.querySelectorAll("table[data-sortable]")];
if (tables.length) sortable(tables);
