// Region view: regions and parks nested, what each focuses on, seeks and has; one region, or two side by side.
import { el, pick, short } from "./dom.js";
import { classGlyph, stateGlyph } from "./look.js";
import { edgeId } from "./links.js";
import { fits } from "./source.js";
import { listed, t } from "./words.js";

const CHIPS_SHOWN = 10;
const DEEP = 5;
const DEEPER = 12;
const GROUPS = ["seeks", "focuses", "firms", "others"];

export class RegionBoard {
  constructor(source, choose, change) {
    this.source = source;
    this.choose = choose;
    this.change = change;
    this.unfolded = new Set();
  }

  async load(state) {
    this.state = state;
    this.views = await Promise.all(state.regions.map((id) => this.source.region(id)));
    this.items = new Map(this.views.flatMap((view) => view.items ?? []).map((item) => [item.id, item]));
    this.common = this.inBoth();
    this.links = new Map();
  }

  render(root, state, meta) {
    this.root = root;
    root.replaceChildren(
      this.head(state, meta),
      el(
        "div",
        { class: `regions n${this.views.length}` },
        this.views.map((view) => this.region(view)),
      ),
    );
    this.mark(state.select);
  }

  /** What both regions focus on or seek. */
  inBoth() {
    if (this.views.length < 2) return new Set();
    const [left, right] = this.views.map(
      (view) =>
        new Set((view.boxes ?? []).flatMap((box) => [...(box.focuses ?? []), ...(box.seeks ?? [])].map((tie) => tie.other))),
    );
    return new Set([...left].filter((id) => right.has(id)));
  }

  head(state, meta) {
    const options = meta.regions.map((one) => [one.id, one.full]);
    const second = (id) => this.change({ regions: [state.regions[0], id].filter(Boolean), select: "" });
    return el(
      "div",
      { class: "controls" },
      pick(t("region"), state.regions[0] ?? "", options, (id) =>
        this.change({ regions: [id, ...state.regions.slice(1).filter((one) => one !== id)], select: "" }),
      ),
      pick(t("beside"), state.regions[1] ?? "", [["", t("none")], ...options.filter(([id]) => id !== state.regions[0])], second),
      this.views.length > 1 ? el("p", { class: "figures" }, t("in_both", { count: this.common.size })) : null,
    );
  }

  region(view) {
    const inside = new Map();
    for (const box of view.boxes ?? []) inside.set(box.parent ?? "", [...(inside.get(box.parent ?? "") ?? []), box]);
    return el("section", { class: "region", "aria-label": view.full }, this.nested(inside, view));
  }

  /** Boxes in boxes, made without recursion: regions may be nested deeper than a stack. */
  nested(inside, view) {
    const root = el("div", { class: "nest" });
    const todo = (inside.get("") ?? []).map((box) => [box, root, 0]);
    while (todo.length) {
      const [box, parent, depth] = todo.shift();
      const children = inside.get(box.id) ?? [];
      const nest = children.length ? el("div", { class: "nest" }) : null;
      parent.append(this.box(box, depth, nest, view));
      if (nest) todo.push(...children.map((child) => [child, nest, depth + 1]));
    }
    return root;
  }

  box(box, depth, nest, view) {
    const item = this.items.get(box.id);
    const name = depth === 0 ? view.full : item.name;
    return el(
      "article",
      { class: `box c-${item.type} ${depth > DEEP ? "deep" : ""} ${depth > DEEPER ? "deeper" : ""}` },
      el(
        "button",
        { class: "box-name", "data-select": `node ${box.id}`, title: name, onclick: () => this.choose(`node ${box.id}`) },
        classGlyph(item.type),
        short(name, 40),
      ),
      GROUPS.map((group) => this.group(box, group)),
      nest,
    );
  }

  /** The fact behind a tie, kept for the panel; gives what chooses it. */
  link(box, tie) {
    const [s, o] = tie.p === "focusesOn" || tie.p === "seeks" ? [box.id, tie.other] : [tie.other, box.id];
    const link = { ...tie, s, o, kind: tie.p === "seeks" ? "seeks" : "fact" };
    this.links.set(edgeId(link), link);
    return edgeId(link);
  }

  kept(ties) {
    const { hidden, filters } = this.state;
    const some = (wanted, has) => !wanted.length || wanted.some((one) => (has ?? []).includes(one));
    return (ties ?? []).filter((tie) => {
      const item = this.items.get(tie.other);
      const told = some(filters.statuses, [tie.status]) && some(filters.documents, tie.documents);
      return item && told && !hidden.includes(item.type) && fits(item, { ...filters, statuses: [], documents: [] });
    });
  }

  group(box, group) {
    if (group === "seeks" && this.state.hidden.includes("seeks")) return null;
    const ties = this.kept(box[group]);
    if (!ties.length) return null;
    const key = `${box.id} ${group}`;
    const all = this.unfolded.has(key) || ties.length <= CHIPS_SHOWN + 1;
    const chips = (all ? ties : ties.slice(0, CHIPS_SHOWN)).map((tie) => this.chip(box, tie, group));
    const unfold = () => {
      this.unfolded.add(key);
      const last = part.querySelectorAll(".chip")[CHIPS_SHOWN - 1];
      part.querySelector(".chips").replaceChildren(...ties.map((tie) => this.chip(box, tie, group)));
      last?.focus();
    };
    const more = all
      ? null
      : el(
          "button",
          { class: "chip more", "aria-label": t("more_here", { count: ties.length - CHIPS_SHOWN }), onclick: unfold },
          `+${ties.length - CHIPS_SHOWN}`,
        );
    const part = el(
      "div",
      { class: `group ${group}` },
      el("h4", {}, t(`group.${group}`), el("small", {}, String(ties.length))),
      el("div", { class: "chips" }, chips, more),
    );
    return part;
  }

  chip(box, tie, group) {
    const item = this.items.get(tie.other);
    const select = this.link(box, tie);
    const sought = group === "seeks";
    const both = this.common.has(tie.other) ? el("small", { class: "both" }, t("both")) : null;
    const status = sought || tie.status !== "existing" ? el("small", {}, t(`status.${tie.status}`)) : null;
    return el(
      "button",
      {
        class: `chip c-${item.type} ${sought ? "s-declared" : ""}`,
        "data-select": select,
        title: item.name,
        onclick: () => this.choose(select),
      },
      sought ? stateGlyph("declared") : classGlyph(item.type),
      el("span", { class: "name" }, short(item.name, 28)),
      status,
      both,
    );
  }

  mark(select) {
    for (const one of this.root.querySelectorAll("[data-select]"))
      one.toggleAttribute("aria-current", one.dataset.select === select);
  }

  table() {
    const rows = [];
    for (const box of this.views.flatMap((view) => view.boxes ?? [])) {
      for (const group of GROUPS) {
        for (const tie of this.kept(box[group])) {
          const other = this.items.get(tie.other);
          rows.push({
            select: this.link(box, tie),
            cells: [
              this.items.get(box.id).name,
              t(`group.${group}`),
              other.name,
              t(`class.${other.type}`),
              t(`status.${tie.status}`),
              listed(tie.documents ?? []),
            ],
          });
        }
      }
    }
    return {
      caption: this.views.map((view) => view.full).join(" / "),
      columns: ["column.place", "column.relation", "column.name", "column.class", "column.status", "column.documents"].map(
        (key) => t(key),
      ),
      rows,
    };
  }

  legend() {
    const classes = new Set([...this.items.values()].map((item) => item.type));
    const seeks = this.views.some((view) => (view.boxes ?? []).some((box) => box.seeks?.length));
    return { states: [], classes: [...classes], links: seeks ? ["seeks"] : [] };
  }
}
