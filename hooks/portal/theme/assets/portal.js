// What every page does with JavaScript: the switch of the language keeps what was typed, narrowed, sorted and gone to.
// Without it, the switch leads to the same page in the other language.

/** The address of a page in another language, with the query and the fragment of this one. */
function carried(target, here) {
  const url = new URL(target, here);
  const { search, hash } = new URL(here);
  url.search = search;
  url.hash = hash;
  return url.href;
}

// When the link is used, not before: lists and the search change the address while they are used.
for (const link of document.querySelectorAll("header a[hreflang]")) {
  const plain = link.href;
  for (const event of ["pointerdown", "focus", "click", "contextmenu"]) {
    link.addEventListener(event, () => {
      link.href = carried(plain, location.href);
    });
  }
}
