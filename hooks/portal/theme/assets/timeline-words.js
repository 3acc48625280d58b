// Text of the timeline as it is compared. Thousands of entries are made ready while somebody begins to type.

/** Text as the index is compared, with the Simplified and Japanese forms of its characters. */
globalThis.comparer = (pairs) => {
  const forms = new Map();
  const characters = [...pairs];
  for (let at = 0; at < characters.length; at += 2) forms.set(characters[at], characters[at + 1]);
  const form = new RegExp(`[${[...forms.keys()].join("")}]`, "gu");
  return byCharacter((text) => fold(text).replace(/['’‘`´]/g, "").replace(form, (one) => forms.get(one)));
};

/**
 * The same comparison, made once of each character and then looked up, which takes a tenth of the time. What consists
 * of two units of UTF-16, or becomes several, is rare: then the whole text is compared as it is.
 */
function byCharacter(compare) {
  const [UNKNOWN, NONE, SEVERAL] = [0xffff, 0xfffe, 0xfffd]; // no letter of any text
  const known = new Uint16Array(0x10000).fill(UNKNOWN).fill(SEVERAL, 0xd800, 0xe000).fill(SEVERAL, 0xfffd);
  const learn = (unit) => {
    const one = compare(String.fromCharCode(unit));
    return (known[unit] = one.length > 1 ? SEVERAL : one ? one.charCodeAt(0) : NONE);
  };
  const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });
  return (text) => {
    const composed = text.normalize("NFC");
    const units = new Uint16Array(composed.length);
    let length = 0;
    for (let at = 0; at < composed.length; at += 1) {
      let one = known[composed.charCodeAt(at)];
      if (one === UNKNOWN) one = learn(composed.charCodeAt(at));
      if (one === SEVERAL) return compare(text);
      if (one !== NONE) units[length++] = one;
    }
    return decoder.decode(units.subarray(0, length));
  };
}

/** A test of texts: whether a word begins a word, or stands anywhere if it is Chinese, Japanese or Korean. */
globalThis.holder = (word) => {
  if (!/^[\p{Script=Latin}\p{N}]/u.test(word)) return (text) => text.includes(word);
  const spaced = ` ${word}`;
  return (text) => text.startsWith(word) || text.includes(spaced);
};
