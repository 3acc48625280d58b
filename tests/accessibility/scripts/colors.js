// With forced colors, backgrounds and shadows are gone: what is left of each control must show it.
globalThis.portalColors = (() => {
  const snippet = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  const FIELDS = "input:not([type=hidden], [type=image], [type=checkbox], [type=radio], [type=range]), select, textarea";

  const bordered = (element) => {
    const style = getComputedStyle(element);
    return ["Top", "Right", "Bottom", "Left"].some(
      (side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0,
    );
  };
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  const judge = () => {
    const wrong = [];
    for (const element of document.querySelectorAll(`${FIELDS}, button, summary, a[href], [role=button]`)) {
      if (!seen(element)) continue;
      if (element.matches(FIELDS)) {
        if (!bordered(element)) wrong.push(["field-without-border", snippet(element)]);
      } else if (!element.textContent.trim() && !bordered(element) && !element.querySelector("img, svg")) {
        wrong.push(["control-lost-in-forced-colors", snippet(element)]);
      }
    }
    return wrong;
  };

  return { judge };
})();
