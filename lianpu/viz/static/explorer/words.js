// Texts of the page in the chosen language. The catalogue comes from Python.

const catalogue = JSON.parse(document.getElementById("words").textContent);
let language = "zh";

export function setLanguage(code) {
  language = catalogue[code] ? code : "zh";
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}

export const currentLanguage = () => language;

/** The text of a key with {names} filled in. */
export function t(key, values = {}) {
  const text = catalogue[language][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** What a chain, a stage or a link is called: the English name where there is one and it is wanted. */
export const named = (zh, en) => (language === "en" && en ? en : zh);

export const listed = (names) => names.join(language === "zh" ? "、" : ", ");

/** A section of a document; of a table or chain file its line. */
export const sectioned = (section) => section.replace(/(?<=^|\s)行 (\d+)$/, (_, number) => t("row", { number }));

export const titled = (title) => (language === "zh" ? `《${title}》` : title);
