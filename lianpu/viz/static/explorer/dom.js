// Small helpers for elements. Text is only ever set as text.

/** An element with attributes, listeners (onclick, …) and children (elements or strings; null is skipped). */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with attributes and children. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const byId = (id) => document.getElementById(id);

/** A labelled choice among `options`, pairs of key and text; `changed` takes the key. */
export const pick = (label, value, options, changed) =>
  el(
    "label",
    { class: "pick" },
    el("span", {}, label),
    el(
      "select",
      { onchange: (event) => changed(event.target.value) },
      options.map(([key, text]) => el("option", { value: key, selected: key === value }, text)),
    ),
  );

/** A long name cut for a chip or a heading; the whole is in the title and in the panel. */
export function short(text, limit = 28) {
  const letters = Array.from(text);
  return letters.length > limit ? letters.slice(0, limit - 1).join("") + "…" : text;
}

/** Source text without the line breaks of its page. */
export const flowing = (text) => text.replace(/[ \t\u3000]*\n\s*/g, "");

export const unique = (list) => [...new Set(list)];
