// Text as it is compared, by lists and by the search. A script of pages with lists, and a module for the search.

globalThis.fold = (() => {
  /** Forms of one character, and letters that no accent can be taken off, each with the form that stands for all. */
  const FORMS = Object.fromEntries(
    ("臺台 姊姐 峯峰 羣群 裏裡 恒恆 衞衛 爲為 敎教 内內 巿市 佈布 佔占 県縣 县縣 国國 区區 広廣 浜濱 沢澤 竜龍 桜櫻 関關 " +
      "øo œoe æae ßss đd ðd þth łl ıi")
      .split(" ")
      .map((pair) => [pair[0], pair.slice(1)]),
  );
  const FORM = new RegExp(`[${Object.keys(FORMS).join("")}]`, "g");

  /** Width, capitals, accents and forms of a character make no difference. */
  return (text) =>
    text.normalize("NFKD").replace(/[\p{M}ʻʼ]/gu, "").normalize("NFC").toLowerCase().replace(FORM, (form) => FORMS[form]);
})();
