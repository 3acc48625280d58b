// Text that cannot be read where it stands: beyond the edge of the window, cut off, or under other text.
globalThis.portalLayout = (() => {
  const styles = new Map();
  const style = (element) => {
    if (!styles.has(element)) styles.set(element, getComputedStyle(element));
    return styles.get(element);
  };
  const snippet = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  const sheet = new CSSStyleSheet();

  // What a browser lays out only when a reader comes near is laid out at once: until then its text has no place.
  const layOut = () => {
    for (const one of document.body.querySelectorAll("*")) {
      if (getComputedStyle(one).contentVisibility === "auto") one.style.contentVisibility = "visible";
    }
  };

  // The style of a reader, which must win over the page's.
  const restyle = (css) => {
    layOut();
    sheet.replaceSync(css);
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
    styles.clear();
  };

  // Offered to screen readers only, on purpose.
  const unseen = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const box = one.getBoundingClientRect();
      const clips = style(one).overflowX !== "visible" || style(one).clipPath !== "none" || style(one).clip !== "auto";
      if (clips && box.width <= 1.5 && box.height <= 1.5) return true;
      if (style(one).position === "fixed") return true;
    }
    return false;
  };

  // The nearest ancestor that does not show this piece of text, and whether it can be scrolled to it.
  const hider = (element, box) => {
    for (let one = element; one && one !== document.body && one !== document.documentElement; one = one.parentElement) {
      const { overflowX, overflowY } = style(one);
      if (style(one).display === "inline" || (overflowX === "visible" && overflowY === "visible")) continue;
      const edge = one.getBoundingClientRect();
      const sideways = box.right > edge.right + 2 || box.left < edge.left - 2;
      const upright = box.bottom > edge.bottom + 2 || box.top < edge.top - 2;
      if (sideways && overflowX !== "visible") return { one, scrolls: /auto|scroll/.test(overflowX) };
      if (upright && overflowY !== "visible") return { one, scrolls: /auto|scroll/.test(overflowY) };
    }
    return null;
  };

  // Every line of text: the element it is in, and the middle half of its box, where the glyphs are.
  const lines = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (unseen(element)) continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const inset = rect.height / 4;
        if (rect.width < 3 || rect.right <= 0 || rect.bottom <= 0 - scrollY) continue;
        const box = { left: rect.left + 1, right: rect.right - 1, top: rect.top + inset, bottom: rect.bottom - inset };
        found.push({ node, element, box });
      }
    }
    return found;
  };

  const overlaps = (visible) => {
    const wrong = [];
    const open = [];
    for (const line of visible.sort((one, other) => one.box.top - other.box.top)) {
      for (let i = open.length - 1; i >= 0; i -= 1) {
        const above = open[i];
        if (above.box.bottom <= line.box.top + 1) open.splice(i, 1);
        else if (above.node !== line.node && above.box.left + 1 < line.box.right && line.box.left + 1 < above.box.right) {
          wrong.push(["text-overlaps", `${snippet(above.element)} and ${snippet(line.element)}`]);
        }
      }
      open.push(line);
    }
    return wrong;
  };

  const judge = () => {
    const wrong = [];
    const visible = [];
    const root = document.scrollingElement;
    for (const line of lines()) {
      const hidden = hider(line.element, line.box);
      if (hidden && !hidden.scrolls) wrong.push(["text-clipped", snippet(hidden.one)]);
      if (!hidden) {
        visible.push(line);
        if (line.box.right > innerWidth + 1) wrong.push(["text-beyond-window", snippet(line.element)]);
      }
    }
    if (root.scrollWidth > root.clientWidth) {
      const widest = [...document.body.querySelectorAll("*")]
        .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1 && !hider(one.parentElement, one.getBoundingClientRect()))
        .pop();
      wrong.push(["scrolls-sideways", `${root.scrollWidth} px: ${widest ? snippet(widest) : "?"}`]);
    }
    return [...wrong, ...overlaps(visible)];
  };

  return { judge, restyle };
})();
