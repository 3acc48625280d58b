// The marks of a map are links: arrow keys lead from one to the next, and what has the focus or is pointed at is told below
// the map. Without a script they are links one after the other.

/**
 * Let the marks of a map be followed, which are one stop of the Tab key. A map that shows not all of them says which
 * (`isShown`), what it does when one has the focus (`reach`), and whether another key does something there (`press`).
 */
function follow(figure, { isShown = () => true, reach = () => {}, press = () => false } = {}) {
  const links = [...figure.querySelectorAll(".followed a")];
  const said = figure.querySelector(".map-said");

  /** One of the links is a stop of the Tab key; the arrows lead to the others. */
  function stop(link = links.find(isShown)) {
    for (const one of links) one.setAttribute("tabindex", one === link ? 0 : -1);
  }
  const words = (link) => link?.querySelector("title").textContent ?? said.dataset.hint;
  const linkOf = (event) => event.target.closest(".followed a");

  // What has the focus is drawn once more above all others, since a link may not leave its place in the order.
  const top = document.createElementNS("http://www.w3.org/2000/svg", "g");
  top.setAttribute("class", "spot top");
  top.setAttribute("aria-hidden", "true");

  /** Say what has the focus, lift it above the others, and bring it into view. */
  function tell(link) {
    top.replaceChildren(...(link ? [link.querySelector("g").cloneNode(true)] : []));
    if (link) top.setAttribute("transform", link.getAttribute("transform"));
    link?.closest("svg").append(top);
    said.textContent = words(link);
    if (link) reach(link);
  }

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  figure.addEventListener("keydown", (event) => {
    const link = linkOf(event);
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
    if (press(event.key, link)) return event.preventDefault();
    const shown = links.filter(isShown);
    const at = shown.indexOf(link);
    const ends = { Home: shown[0], End: shown.at(-1) };
    const next = ends[event.key] ?? shown[(at + (STEPS[event.key] ?? 0) + shown.length) % shown.length];
    if (next === link) return;
    next.focus();
    event.preventDefault();
  });
  figure.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (!link) return;
    stop(link);
    tell(link);
  });
  figure.addEventListener("focusout", () => tell());
  figure.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") said.textContent = words(linkOf(event));
  });
  return { links, stop };
}

for (const figure of document.querySelectorAll(".maps:not(.world)")) {
  if (figure.querySelector(".followed")) follow(figure).stop();
}
