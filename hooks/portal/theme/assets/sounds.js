// Chinese words are found by how they are read, in Zhuyin or Hanyu Pinyin, without tones. A script of pages with a list
// that has a table of sounds.

globalThis.sounds = (() => {
  /** What letters of Zhuyin are in Pinyin, as long as nothing stands beside them that changes it. */
  const LETTERS = Object.fromEntries(
    ("ㄅb ㄆp ㄇm ㄈf ㄉd ㄊt ㄋn ㄌl ㄍg ㄎk ㄏh ㄐj ㄑq ㄒx ㄓzh ㄔch ㄕsh ㄖr ㄗz ㄘc ㄙs " +
      "ㄚa ㄛo ㄜe ㄝe ㄞai ㄟei ㄠao ㄡou ㄢan ㄣen ㄤang ㄥeng ㄦer ㄧi ㄨu ㄩü")
      .split(" ")
      .map((pair) => [pair[0], pair.slice(1)]),
  );

  /** A syllable of Zhuyin without its tone, in Pinyin: ㄐㄧㄝ jie, ㄓ zhi, ㄩㄥ yong, ㄌㄩ lü. */
  const pinyin = (syllable) => {
    const spelled = [...syllable]
      .map((letter) => LETTERS[letter])
      .join("")
      .replace(/^([zcs]h?|r)$/, "$1i")
      .replace(/(?<=[iü]|[^aeiouü]u)e(?=n)/, "")
      .replace("üng", "iong");
    return /^[aeiouü]/.test(spelled)
      ? spelled.replace(/^i(?=[aeo])/, "y").replace(/^i/, "yi").replace(/^u$/, "wu").replace(/^u/, "w").replace(/^ü/, "yu")
      : spelled.replace("ung", "ong").replace("iou", "iu").replace("uei", "ui").replace(/^([jqx])ü/, "$1u");
  };

  /** How people type a syllable: lü, which keyboards do not have, also as lv. */
  const spellings = (syllable) => [syllable, pinyin(syllable), pinyin(syllable).replace("ü", "v")];

  /**
   * What reads texts aloud by a table: syllables, each followed by the characters read so: `ㄇㄟ妹ㄐㄧㄝ姊姐`. Of each run
   * of characters it says the syllables from every one on, put together: whoever looks for 姊妹市 may begin with 妹.
   */
  return (table) => {
    const ways = new Map();
    for (const [, syllable, characters] of table.matchAll(/(\p{Script=Bopomofo}+)(\p{Script=Han}+)/gu)) {
      const every = spellings(syllable);
      for (const character of characters) ways.set(character, every);
    }
    const spoken = (run) => {
      const known = [...run].map((character) => ways.get(character) ?? []);
      return known.flatMap((_, first) =>
        [0, 1, 2].map((way) => known.slice(first).map((all) => all[way] ?? "").join("")),
      );
    };
    return (text) => (text.match(/\p{Script=Han}+/gu) ?? []).flatMap(spoken).join(" ");
  };
})();
