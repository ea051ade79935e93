// What is on screen, as a plain value: it can be undone, and a link restores it.

export const NO_FILTERS = { types: [], statuses: [], region: "", chain: "", documents: [] };

export const START = {
  view: "chain", // chain, region, around
  table: false,
  region: "", // code of the chain view
  chain: "",
  regions: [], // entity ids of the region view, one or two
  open: [], // expanded entities of the neighbourhood view, in the order of their expansion
  path: [], // the stops of a path; one alone is where it will begin
  hidden: [], // classes and states that the legend hides
  filters: NO_FILTERS,
  select: "", // "row KEY", "node ID" or "edge S\tP\tO\tORIGIN"
  lang: document.documentElement.lang === "en" ? "en" : "zh", // at first that of the page
  theme: "",
};

const LISTS = ["regions", "open", "path", "hidden"];
const FILTER_LISTS = ["types", "statuses", "documents"];
const MOST_UNDONE = 100;

/** A state as the part of an address after #. */
export function toLink(state) {
  const out = new URLSearchParams();
  const add = (key, value) => value && out.append(key, value);
  for (const key of ["view", "region", "chain", "select", "lang", "theme"]) if (state[key] !== START[key]) add(key, state[key]);
  if (state.table) out.append("table", "1");
  for (const key of LISTS) for (const one of state[key]) out.append(key, one);
  for (const key of FILTER_LISTS) for (const one of state.filters[key]) out.append(key, one);
  add("in", state.filters.region);
  add("of", state.filters.chain);
  return out.toString();
}

/** The state that a link means; what it does not say is as at the start. */
export function fromLink(hash, start) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const state = { ...start, filters: { ...NO_FILTERS } };
  for (const key of ["view", "region", "chain", "select", "lang", "theme"]) if (given.has(key)) state[key] = given.get(key);
  if (!["chain", "region", "around"].includes(state.view)) state.view = "chain";
  state.table = given.get("table") === "1";
  for (const key of LISTS) if (given.has(key)) state[key] = given.getAll(key);
  for (const key of FILTER_LISTS) state.filters[key] = given.getAll(key);
  state.filters.region = given.get("in") ?? "";
  state.filters.chain = given.get("of") ?? "";
  return state;
}

/** Holds the state; tells the listener what it was and is after each change. */
export class Store {
  constructor(state, changed) {
    this.state = state;
    this.changed = changed;
    this.past = [];
  }

  /** Change some keys; `step` false makes no step of its own to be undone. */
  set(change, step = true) {
    const before = this.state;
    const after = { ...before, ...change };
    if (toLink(before) === toLink(after)) return;
    if (step) this.past = [...this.past.slice(1 - MOST_UNDONE), before];
    this.state = after;
    this.changed(after, before);
  }

  undo() {
    const before = this.past.pop();
    if (!before) return;
    const now = this.state;
    // How the page speaks and looks is no step.
    this.state = { ...before, lang: now.lang, theme: now.theme };
    this.changed(this.state, now);
  }
}
