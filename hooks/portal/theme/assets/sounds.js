// Chinese words are found by how they are read, in Zhuyin or Hanyu Pinyin, without tones. A script of pages with a list
// that has a table of sounds.

/**
 * What reads texts aloud by a table: syllables in all their spellings, each followed by the characters read so:
 * `ㄐㄧㄝ jie 姊姐 ㄇㄟ mei 妹`. Of each run of characters it says the syllables from every one on, put together:
 * whoever looks for 姊妹市 may begin with 妹.
 */
globalThis.sounds = (table) => {
  const spellings = new Map();
  let current = [];
  let isRead = true;
  for (const part of table.split(" ").filter(Boolean)) {
    if (/\p{Script=Han}/u.test(part)) {
      for (const character of part) spellings.set(character, current);
      isRead = true;
    } else if (isRead) {
      current = [part];
      isRead = false;
    } else current.push(part);
  }
  const spoken = (run) => {
    const known = [...run].map((character) => spellings.get(character) ?? []);
    const ways = Math.max(0, ...known.map((all) => all.length));
    return known.flatMap((_, first) =>
      Array.from({ length: ways }, (_, way) => known.slice(first).map((all) => all[way] ?? "").join("")),
    );
  };
  return (text) => (text.match(/\p{Script=Han}+/gu) ?? []).flatMap(spoken).join(" ");
};
