// Looks at each element that the Tab key reaches. `begin` is called before the first key and tells how many
// there are, `end` after the last one.
globalThis.portalKeyboard = (() => {
  const FOCUSABLE =
    "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, " +
    "audio[controls], video[controls], [contenteditable=true], [tabindex]";
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const looks = new Map();
  const visited = new Set();
  let expected = [];
  const wrong = [];
  let previous = null;
  let first = null;
  let ended = false;
  let trapped = false;

  const snippet = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  // Of a line that is not drawn, color and width do not count.
  const line = (style, name) =>
    style[`${name}Style`] === "none" || parseFloat(style[`${name}Width`]) === 0
      ? "none"
      : [style[`${name}Style`], style[`${name}Width`], style[`${name}Color`]].join(" ");
  const look = (element) => {
    const style = getComputedStyle(element);
    const lines = ["outline", "borderTop", "borderRight", "borderBottom", "borderLeft"].map((name) => line(style, name));
    const underline = style.textDecorationLine === "none" ? "none" : `${style.textDecorationLine} ${style.textDecorationThickness}`;
    return [...lines, underline, style.boxShadow, style.backgroundColor, style.backgroundImage].join("|");
  };
  const channels = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (rgb) =>
    rgb
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (one, other) => {
    const [dark, light] = [luminance(channels(one)), luminance(channels(other))].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  // The color that surrounds an element; null where it is an image or lets something shine through.
  const surrounding = (element) => {
    for (let above = element.parentElement; above; above = above.parentElement) {
      const style = getComputedStyle(above);
      const alpha = channels(style.backgroundColor)[3];
      if (style.backgroundImage !== "none" || (alpha > 0 && alpha < 255)) return null;
      if (alpha === 255) return style.backgroundColor;
    }
    return "Canvas";
  };

  const canTakeFocus = (element) =>
    element.tabIndex >= 0 &&
    !element.matches(":disabled, [inert], [inert] *") &&
    element.checkVisibility({ visibilityProperty: true }) &&
    (element.localName !== "summary" || element.matches("details > summary:first-of-type")) &&
    (element.type !== "radio" || element.checked);

  const begin = () => {
    expected = [...document.querySelectorAll(FOCUSABLE)].filter(canTakeFocus);
    for (const element of expected) looks.set(element, look(element));
    for (const element of expected.filter((one) => one.tabIndex > 0)) wrong.push(["positive-tabindex", snippet(element)]);
    addEventListener("keydown", step, true);
    return expected.length;
  };

  // How many of five points of the element's first line show the element itself.
  const shown = (element, rect) => {
    const points = [[0.5, 0.5], [0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]];
    return points.filter(([x, y]) => {
      const hit = document.elementFromPoint(rect.left + rect.width * x, rect.top + rect.height * y);
      return hit && (element.contains(hit) || hit.contains(element));
    }).length;
  };

  const judge = (element) => {
    const rules = [];
    const box = element.getBoundingClientRect();
    const rect = [...element.getClientRects()].find((one) => one.width > 1 && one.height > 1);
    if (!rect) {
      rules.push("focus-without-size");
    } else if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) {
      rules.push("focus-outside-window");
    } else if (shown(element, rect) < 3 && box.height <= innerHeight) {
      rules.push("focus-covered");
    }
    if (previous && !(previous.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) {
      rules.push("focus-order");
    }
    if (looks.has(element)) {
      const style = getComputedStyle(element);
      const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      const around = surrounding(element);
      if (looks.get(element) === look(element)) {
        rules.push("focus-not-indicated");
      } else if (outlined && style.outlineStyle !== "auto" && around && contrast(style.outlineColor, around) < 3) {
        rules.push("focus-contrast");
      }
    }
    return rules.map((rule) => [rule, snippet(element)]);
  };

  // Each key looks at the element that has the focus before it moves on: by then it has come to rest.
  const step = (event) => {
    const element = document.activeElement;
    if (event.key !== "Tab" || ended || !element || element === document.body) {
      ended ||= event.key === "Tab" && visited.size > 0;
    } else if (visited.has(element)) {
      ended = true;
      trapped = element !== first;
    } else {
      first ??= element;
      wrong.push(...judge(element));
      visited.add(element);
      previous = element;
    }
  };

  // What was wrong on the way; null while it is not at its end.
  const end = () => {
    if (!ended) return null;
    const missed = expected.filter((one) => !visited.has(one) && canTakeFocus(one));
    const rule = trapped ? "focus-trapped" : "focus-never-reached";
    return [...wrong, ...missed.slice(0, 3).map((one) => [rule, snippet(one)])];
  };

  return { begin, end };
})();
