// Filters and legend.
import { el, unique } from "./dom.js";
import { CLASSES, LINKS, STATES, classGlyph, linkGlyph, stateGlyph } from "./look.js";
import { NO_FILTERS } from "./state.js";
import { named, t } from "./words.js";

const STATUSES = ["existing", "planned", "recruit", "supplement", "breakthrough", "extend"];

/** How many filters are set. */
export const filterCount = ({ types, statuses, region, chain, documents }) =>
  types.length + statuses.length + documents.length + Number(Boolean(region)) + Number(Boolean(chain));

export function drawFilters(root, state, meta, change) {
  const filters = state.filters;
  const set = (part) => change({ filters: { ...filters, ...part } });
  const toggled = (list, one) => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one]);
  const box = (key, one, text, sign) =>
    el(
      "label",
      { class: "check" },
      el("input", {
        type: "checkbox",
        "data-filter": `${key} ${one}`,
        checked: filters[key].includes(one),
        onchange: () => set({ [key]: toggled(filters[key], one) }),
      }),
      sign,
      el("span", {}, text),
    );
  const group = (name, boxes) => el("fieldset", {}, el("legend", {}, name), boxes);
  const pick = (key, label, options) =>
    el(
      "label",
      { class: "pick" },
      el("span", {}, label),
      el(
        "select",
        { "data-filter": key, onchange: (event) => set({ [key]: event.target.value }) },
        el("option", { value: "" }, t("all")),
        options.map(([value, text]) => el("option", { value, selected: filters[key] === value }, text)),
      ),
    );
  const chains = new Map((meta.chains ?? []).map((one) => [one.chain, named(one.chain, one.en)]));
  const focus = root.contains(document.activeElement) ? document.activeElement.dataset.filter : null;
  root.replaceChildren(
    el(
      "h2",
      {},
      t("filters"),
      el(
        "button",
        { class: "small", disabled: filterCount(filters) === 0, onclick: () => change({ filters: NO_FILTERS }) },
        t("clear"),
      ),
    ),
    group(
      t("class"),
      Object.keys(CLASSES).map((type) => box("types", type, t(`class.${type}`), classGlyph(type))),
    ),
    group(
      t("status"),
      STATUSES.map((status) => box("statuses", status, t(`status.${status}`))),
    ),
    pick(
      "region",
      t("region"),
      meta.regions.filter((one) => one.code).map((one) => [one.code, one.full]),
    ),
    pick(
      "chain",
      t("chain"),
      [...chains].sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    group(
      t("document"),
      meta.documents.map((one) => box("documents", one.id, one.title)),
    ),
  );
  if (focus) [...root.querySelectorAll("[data-filter]")].find((one) => one.dataset.filter === focus)?.focus();
}

/** What is drawn how; a click hides it or shows it again. */
export function drawLegend(root, { states, classes, links }, state, change) {
  const toggle = (one) =>
    change({ hidden: state.hidden.includes(one) ? state.hidden.filter((other) => other !== one) : [...state.hidden, one] });
  const key = (one, sign, text) =>
    el(
      "button",
      {
        class: "key",
        "data-key": one,
        "aria-pressed": String(!state.hidden.includes(one)),
        title: t(state.hidden.includes(one) ? "show_again" : "hide"),
        onclick: () => toggle(one),
      },
      sign,
      text,
    );
  const there = (order, list) => Object.keys(order).filter((one) => list.includes(one) || state.hidden.includes(one));
  const focus = root.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  root.replaceChildren(
    ...there(STATES, unique(states)).map((one) => key(one, stateGlyph(one), t(`state.${one}`))),
    ...there(CLASSES, unique(classes)).map((one) => key(one, classGlyph(one), t(`class.${one}`))),
    ...there(LINKS, unique(links)).map((one) => key(one, linkGlyph(one), t(`link.${one}`))),
  );
  if (focus) [...root.querySelectorAll("[data-key]")].find((one) => one.dataset.key === focus)?.focus();
}
