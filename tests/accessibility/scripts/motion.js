// What moves: for readers who asked for less motion nothing may, for the others nothing for ever.
globalThis.portalMotion = (() => {
  const snippet = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  const seconds = (list) => Math.max(...list.split(",").map((one) => parseFloat(one) * (/ms/.test(one) ? 0.001 : 1)));

  const reduced = () => {
    const wrong = [];
    for (const element of document.querySelectorAll("html, body, body *")) {
      for (const pseudo of [undefined, "::before", "::after"]) {
        const style = getComputedStyle(element, pseudo);
        if (pseudo && style.content === "none") continue;
        if (style.animationName !== "none" && seconds(style.animationDuration) > 0.01) wrong.push(["animation", snippet(element)]);
        if (style.transitionProperty !== "none" && seconds(style.transitionDuration) > 0.01) wrong.push(["transition", snippet(element)]);
        if (!pseudo && style.scrollBehavior === "smooth") wrong.push(["smooth-scrolling", snippet(element)]);
      }
    }
    return wrong;
  };

  const endless = () =>
    document
      .getAnimations()
      .filter((animation) => animation.effect && animation.effect.getComputedTiming().endTime > 5000)
      .map((animation) => ["animation-over-five-seconds", snippet(animation.effect.target)])
      .concat([...document.querySelectorAll("marquee, blink, video[autoplay]")].map((one) => ["moves-by-itself", snippet(one)]));

  return { reduced, endless };
})();
