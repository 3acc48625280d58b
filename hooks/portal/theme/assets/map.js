// The map of all ties can be magnified and moved, by buttons, keys, wheel and fingers, and what narrows the table narrows
// the map. Without a script the map is whole. How its ties are followed stands in map-follow.js, which comes before.

const LEVELS = [16, 8, 4, 2];
const MOST = 16;

/** What of a map is seen, in its units: its middle and how many times it is magnified, kept inside the map. */
function kept({ x, y, zoom }, { width, height, ratio }) {
  const near = Math.min(Math.max(zoom, 1), MOST);
  const wide = width / near;
  const high = Math.min(wide * ratio, height);
  const inside = (at, span, size) => Math.min(Math.max(at, span / 2), size - span / 2);
  return { x: inside(x, wide, width), y: inside(y, high, height), zoom: near };
}

/** What holds all of some points, with room around them, magnified so many times at most. */
function around(points, { width, height }, most = 8) {
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const zoom = Math.min(width / ((right - left) * 1.25 + 80), height / ((bottom - top) * 1.25 + 80), most);
  return { x: (left + right) / 2, y: (top + bottom) / 2, zoom };
}

/** The magnification whose names have room; on a phone, where letters are twice as large, that of half as much. */
const levelOf = (zoom, isNarrow) => LEVELS.find((level) => zoom / (isNarrow ? 2 : 1) >= level) ?? 1;

/** Where a mark stands. */
const placeOf = (link) => link.getAttribute("transform").match(/-?[\d.]+/g).map(Number);

/** The tie of a link: its group, which holds its line too. */
const tieOf = (link) => link.closest("[data-tie]");
const isOut = (link) => tieOf(link).classList.contains("out");

/** The names of what is shown: each place has one, and the first of its marks that is shown carries it. */
function label(links) {
  const byPlace = new Map();
  for (const link of links) {
    const text = link.querySelector("text");
    if (!text) continue;
    const at = link.getAttribute("transform");
    const place = byPlace.get(at) ?? byPlace.set(at, { look: text.dataset.look ?? text.getAttribute("class"), texts: [] }).get(at);
    place.texts.push([link, text]);
  }
  for (const { look, texts } of byPlace.values()) {
    const first = texts.find(([link]) => !isOut(link));
    for (const [link, text] of texts) {
      text.dataset.look = look ?? "";
      text.setAttribute("class", link === first?.[0] ? (look ?? "") : "n0");
    }
  }
}

function enliven(figure) {
  const [map, part] = figure.querySelectorAll(".map");
  const [svg, picture] = [map.querySelector("svg"), map.querySelector("img")];
  const tools = figure.querySelector(".map-tools");
  const { width, height } = svg.viewBox.baseVal;
  const whole = { x: width / 2, y: height / 2, zoom: 1 };
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = matchMedia("(max-width: 47.99em)");
  let view = whole;
  let moving = 0;

  const size = () => ({ width, height, ratio: map.clientHeight / map.clientWidth });
  const isShown = (link) =>
    !isOut(link) && (view.zoom > 1 ? map.contains(link) : !tieOf(link).classList.contains("crowd"));

  const { links, stop } = follow(figure, { isShown, reach, press });

  function show(next) {
    const isNear = next.zoom > 1 && map.clientWidth > 0;
    const isTurned = map.classList.contains("zoomed") !== isNear;
    map.classList.toggle("zoomed", isNear); // on a phone, this makes the map higher
    figure.classList.toggle("near", isNear);
    if (part) part.hidden = isNear;
    view = isNear ? kept(next, size()) : whole;
    const scale = isNear ? (map.clientWidth * view.zoom) / width : 1; // a whole map is not measured: it may not be laid out yet
    const [wide, high] = [width / view.zoom, isNear ? map.clientHeight / scale : height];
    const [left, top] = [view.x - wide / 2, view.y - high / 2];
    svg.setAttribute("viewBox", `${left} ${top} ${wide} ${high}`);
    if (isNear || isTurned) svg.style.setProperty("--zoom", view.zoom);
    picture.style.transform = isNear ? `translate(${-left * scale}px, ${-top * scale}px) scale(${view.zoom})` : "";
    if (isNear && picture.getAttribute("src") !== map.dataset.finer) picture.src = map.dataset.finer;
    map.dataset.level = levelOf(view.zoom, narrow.matches);
    if (isTurned && !links.some((link) => link.tabIndex === 0 && isShown(link))) stop();
    const off = { in: view.zoom >= MOST, out: !isNear, all: !isNear, left: !isNear, right: !isNear, up: !isNear, down: !isNear };
    for (const button of tools.querySelectorAll("button")) button.setAttribute("aria-disabled", off[button.dataset.do]);
  }

  /** Go there, in a quarter of a second, or at once for those who want no motion. */
  function go(next) {
    cancelAnimationFrame(moving);
    const [from, to] = [view, next.zoom > 1 ? kept(next, size()) : whole];
    if (still.matches) return show(to);
    const start = performance.now();
    const step = (now) => {
      const part = Math.min((now - start) / 250, 1);
      const eased = part * (2 - part);
      const between = (key) => from[key] + (to[key] - from[key]) * eased;
      const zoom = from.zoom * (to.zoom / from.zoom) ** eased;
      show({ x: between("x"), y: between("y"), zoom: part < 1 ? zoom : to.zoom });
      if (part < 1) moving = requestAnimationFrame(step);
    };
    moving = requestAnimationFrame(step);
  }

  /** Magnify around a point of the map, which stays where it is. */
  const zoomed = (times, [x, y] = [view.x, view.y]) => {
    const zoom = Math.min(Math.max(view.zoom * times, 1), MOST);
    const rest = view.zoom / zoom;
    return { x: x + (view.x - x) * rest, y: y + (view.y - y) * rest, zoom };
  };
  const moved = (right, down) => {
    const span = width / view.zoom / 3;
    return { ...view, x: view.x + right * span, y: view.y + down * span * size().ratio };
  };
  const pointAt = (event) => {
    const box = map.getBoundingClientRect();
    const unit = width / view.zoom / box.width;
    return [view.x + (event.clientX - box.left - box.width / 2) * unit, view.y + (event.clientY - box.top - box.height / 2) * unit];
  };
  const DO = {
    in: (at) => zoomed(2, at), out: (at) => zoomed(1 / 2, at), all: () => whole,
    left: () => moved(-1, 0), right: () => moved(1, 0), up: () => moved(0, -1), down: () => moved(0, 1),
  };

  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && button.getAttribute("aria-disabled") !== "true") go(DO[button.dataset.do]());
  });

  /** Bring what has the focus into view. */
  function reach(link) {
    if (view.zoom === 1) return;
    const [x, y] = placeOf(link);
    const [wide, high] = [width / view.zoom, (width / view.zoom) * size().ratio];
    if (Math.abs(x - view.x) > wide * 0.42 || Math.abs(y - view.y) > high * 0.42) go({ ...view, x, y });
  }

  /** Magnify by a key, around the mark that has the focus; whether the key does so. */
  function press(key, link) {
    const KEYS = { "+": "in", "=": "in", "-": "out", "−": "out", 0: "all" };
    if (!(key in KEYS)) return false;
    const twin = links.find((one) => map.contains(one) && tieOf(one).dataset.tie === tieOf(link).dataset.tie);
    const target = DO[KEYS[key]](placeOf(twin));
    go(target);
    if (target.zoom > 1 && twin !== link) {
      show({ ...view, zoom: Math.max(view.zoom, 1.001) });
      stop(twin);
      twin.focus();
    }
    return true;
  }

  const fingers = new Map();
  let hasMoved = false;
  const spread = () => {
    const [one, other] = [...fingers.values()];
    return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  };
  map.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    cancelAnimationFrame(moving);
    show(zoomed(2 ** (-event.deltaY / (event.deltaMode ? 6 : 200)), pointAt(event)));
  }, { passive: false });
  map.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!fingers.size) hasMoved = false;
    fingers.set(event.pointerId, event);
  });
  addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const unit = width / view.zoom / map.clientWidth;
    if (fingers.size === 2) {
      const was = spread();
      fingers.set(event.pointerId, event);
      hasMoved = true;
      if (was) show(zoomed(spread() / was, pointAt(event)));
    } else if (view.zoom > 1 && (hasMoved || Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) > 4)) {
      hasMoved = true;
      fingers.set(event.pointerId, event);
      show({ ...view, x: view.x - (event.clientX - before.clientX) * unit, y: view.y - (event.clientY - before.clientY) * unit });
    }
  });
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, (event) => fingers.delete(event.pointerId));
  map.addEventListener("dragstart", (event) => event.preventDefault());
  map.addEventListener("click", (event) => {
    if (hasMoved) event.preventDefault(); // a mark that was dragged is not followed
    hasMoved = false;
  });

  // The table says which ties are shown.
  const rows = new Map([...document.querySelectorAll("tr[data-tie]")].map((row) => [row.dataset.tie, row]));
  let region = "";
  function narrowed(move = go) {
    for (const link of links) tieOf(link).classList.toggle("out", rows.get(tieOf(link).dataset.tie)?.hidden ?? false);
    const given = new URL(location.href).searchParams;
    const shown = links.filter((link) => map.contains(link) && !isOut(link));
    figure.classList.toggle("few", shown.length < 60);
    for (const sheet of [map, part]) if (sheet) label(links.filter((link) => sheet.contains(link)));
    const wanted = `${choice("continent", given)} ${choice("country", given)}`;
    if (wanted !== region && shown.length) move(wanted.trim() ? around(shown.map(placeOf), { width, height }) : whole);
    region = wanted;
    stop();
  }
  const choice = (key, given) => document.getElementById(`by-${key}`)?.value ?? given.get(key) ?? "";
  region = " ";
  document.addEventListener("narrowed", () => narrowed());
  addEventListener("resize", () => show(view));
  tools.hidden = false;
  show(whole);
  narrowed(show); // a page that has just come does not move
}

const figure = document.querySelector(".maps.world");
if (figure) enliven(figure);
