// Classes and states: each has a colour and a shape of its own, so that nothing is told by colour alone.
import { svg } from "./dom.js";

// Outlines in a box of 24 by 24, and the names of the same shapes in cytoscape.
export const CLASSES = {
  Region: { colour: "#4d6a8a", dark: "#9db7d4", shape: "round-rectangle", path: "M2 6h20v12H2z" },
  Park: { colour: "#8f6400", dark: "#e3b341", shape: "triangle", path: "M12 3 22 21H2z" },
  Enterprise: { colour: "#0067a8", dark: "#64b5f6", shape: "rectangle", path: "M4 4h16v16H4z" },
  Institution: { colour: "#6b4c9a", dark: "#b79ce8", shape: "hexagon", path: "M7 3h10l5 9-5 9H7l-5-9z" },
  Platform: { colour: "#a8447f", dark: "#ee9ac7", shape: "vee", path: "M2 3l10 6 10-6-10 18z" },
  Agency: { colour: "#5c6470", dark: "#b3bac4", shape: "star", path: "M12 1l3 7 8 1-6 5 2 8-7-4-7 4 2-8-6-5 8-1z" },
  Industry: { colour: "#00694f", dark: "#4fc3a1", shape: "ellipse", path: "M12 3a9 9 0 1 0 .01 0z" },
  Product: { colour: "#2c7a34", dark: "#8bd192", shape: "barrel", path: "M5 4c4 2 10 2 14 0v16c-4-2-10-2-14 0z" },
  Project: { colour: "#b34a00", dark: "#ff9e57", shape: "pentagon", path: "M12 2l10 8-4 12H6L2 10z" },
  Policy: { colour: "#6a6045", dark: "#cfc39d", shape: "tag", path: "M3 4h12l7 8-7 8H3z" },
};

export const STATES = {
  declared: { path: "M12 1l11 11-11 11L1 12z" },
  unstated: { path: "M4 4h16v16H4z", dashed: true },
  planned: { path: "M12 3a9 9 0 1 0 .01 0z" },
  covered: { path: "M4 4h16v16H4zM7 12l4 4 7-8", mark: true },
};

export const LINKS = {
  fact: { style: "solid", width: 1.4, dashes: "" },
  seeks: { style: "solid", width: 2.6, dashes: "" },
  derived: { style: "dotted", width: 1.4, dashes: "2 4" },
  reference: { style: "dashed", width: 2, dashes: "8 5" },
  table: { style: "dashed", width: 1.4, dashes: "3 3" },
  regions: { style: "dotted", width: 1, dashes: "1 4" },
};

const small = (attributes, ...children) =>
  svg("svg", { viewBox: "-1 -1 26 26", width: 14, height: 14, "aria-hidden": "true", ...attributes }, ...children);

/** The sign of a class. */
export const classGlyph = (type) => small({ class: `glyph c-${type}` }, svg("path", { d: CLASSES[type].path }));

/** The sign of a gap state. */
export const stateGlyph = (state) =>
  small(
    { class: `glyph s-${state}` },
    svg("path", { d: STATES[state].path, "stroke-dasharray": STATES[state].dashed ? "4 2.5" : null }),
  );

/** The sign of a kind of line. */
export const linkGlyph = (kind) =>
  svg(
    "svg",
    { viewBox: "0 0 36 10", width: 30, height: 10, class: `line k-${kind}`, "aria-hidden": "true" },
    svg("path", { d: "M1 5h34", "stroke-width": LINKS[kind].width + 0.4, "stroke-dasharray": LINKS[kind].dashes || null }),
  );

export const isDark = () => document.documentElement.dataset.theme === "dark";
export const classColour = (type) => (isDark() ? CLASSES[type].dark : CLASSES[type].colour);
export const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
