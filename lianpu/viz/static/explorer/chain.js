// Chain view: stages from left to right, links in them with their firms, gaps in their places; candidates outside the border.
import { el, pick, short, svg, unique } from "./dom.js";
import { classGlyph, stateGlyph } from "./look.js";
import { fits } from "./source.js";
import { listed, named, t } from "./words.js";

const POSITIONS = ["upstream", "midstream", "downstream", "other"];
const FIRMS_SHOWN = 3;
const OFFERS_SHOWN = 4;

export const rowId = (row) => `row ${row.key}`;

export class ChainBoard {
  /** `choose(select)` is called with what is clicked. */
  constructor(source, choose, change) {
    this.source = source;
    this.choose = choose;
    this.change = change;
  }

  async load(state) {
    this.view = await this.source.chain(state.region, state.chain);
    this.items = new Map((this.view.items ?? []).map((item) => [item.id, item]));
    this.rows = (this.view.rows ?? []).filter((row) => this.keeps(row, state));
    this.state = state;
  }

  render(root, state, meta) {
    const board = el("div", { class: "board" }, this.inside(meta), this.outside());
    board.style.setProperty("--columns", String(this.columns().length || 1));
    this.lines = svg("svg", { class: "feeds", "aria-hidden": "true" });
    board.append(this.lines);
    this.board = board;
    root.replaceChildren(
      this.head(state, meta),
      el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("view.chain") }, board),
    );
    this.mark(state.select);
  }

  keeps(row, { hidden, filters }) {
    const some = (wanted, has) => !wanted.length || wanted.some((one) => (has ?? []).includes(one));
    return !hidden.includes(row.states[0]) && some(filters.statuses, row.statuses) && some(filters.documents, row.documents);
  }

  shown(id) {
    const item = this.items.get(id);
    return item && !this.state.hidden.includes(item.type) && fits(item, { ...this.state.filters, statuses: [] });
  }

  columns() {
    return (this.view.stages ?? []).filter((stage) => this.rows.some((row) => inStage(row, stage)));
  }

  head(state, meta) {
    const regions = meta.regions.filter((region) => region.code);
    const chains = (meta.chains ?? []).filter((one) => one.region === state.region);
    const count = (name) => this.rows.filter((row) => row.states.includes(name)).length;
    return el(
      "div",
      { class: "controls" },
      pick(
        t("region"),
        state.region,
        regions.map((one) => [one.code, one.full]),
        (code) => this.change({ region: code, chain: firstChain(meta, code, state.chain), select: "" }),
      ),
      pick(
        t("chain"),
        state.chain,
        chains.map((one) => [
          one.chain,
          `${named(one.chain, one.en)}${one.declared ? ` · ${t("gaps_short", { count: one.declared })}` : ""}`,
        ]),
        (chain) => this.change({ chain, select: "" }),
      ),
      el(
        "p",
        { class: "figures" },
        t("coverage", { covered: this.view.covered ?? 0, total: this.view.total ?? 0 }),
        el("span", { class: "s-declared" }, t("declared_count", { count: count("declared") })),
        el("span", {}, t("unstated_count", { count: count("unstated") })),
      ),
    );
  }

  inside(meta) {
    const documents = (this.view.searched ?? []).map((id) => meta.documents.find((one) => one.id === id)?.title ?? id);
    const parts = POSITIONS.map((position) => [position, this.columns().filter((stage) => stage.position === position)]).filter(
      ([, stages]) => stages.length,
    );
    return el(
      "section",
      { class: "inside", "aria-label": t("inside", { region: this.view.full }) },
      el(
        "h2",
        { class: "border-name" },
        t("inside", { region: this.view.full }),
        el("small", {}, t("by_documents", { documents: listed(documents) })),
      ),
      this.rows.length ? null : el("p", { class: "nothing" }, t("nothing_here")),
      el(
        "div",
        { class: "positions" },
        parts.map(([position, stages]) => this.position(position, stages)),
      ),
    );
  }

  position(position, stages) {
    const part = el(
      "div",
      { class: "position" },
      el("h3", {}, position === "other" ? t("other_stage") : t(`position.${position}`)),
      el(
        "div",
        { class: "stages" },
        stages.map((stage) => this.stage(stage)),
      ),
    );
    part.style.setProperty("--span", String(stages.length));
    return part;
  }

  stage(stage) {
    const rows = this.rows.filter((row) => inStage(row, stage)).sort(byState);
    return el(
      "div",
      { class: "stage" },
      el("h4", {}, stage.position === "other" ? "" : named(stage.zh, stage.en)),
      el(
        "ul",
        {},
        rows.map((row) => el("li", {}, this.card(row))),
      ),
    );
  }

  card(row) {
    const state = row.states[0];
    const firms = unique((row.firms ?? []).map((one) => one.firm)).filter((id) => this.shown(id));
    const tags = unique((row.declared ?? []).map((one) => t(`status.${one.status}`)));
    const label = [row.name, t(`state.${state}`), ...tags].join(" ");
    const name = named(row.name, row.en);
    return el(
      "div",
      { class: `card s-${state}`, "data-row": row.key },
      el(
        "button",
        {
          class: "link",
          "data-select": rowId(row),
          title: row.name,
          "aria-label": label,
          onclick: () => this.choose(rowId(row)),
        },
        stateGlyph(state),
        el("span", { class: "name" }, short(name, 40)),
        ...tags.map((tag) => el("span", { class: "tag" }, tag)),
      ),
      firms.length
        ? el(
            "div",
            { class: "chips" },
            firms.slice(0, FIRMS_SHOWN).map((id) => this.chip(id)),
            firms.length > FIRMS_SHOWN ? this.more(row, firms.length - FIRMS_SHOWN) : null,
          )
        : null,
    );
  }

  more(row, count) {
    return el(
      "button",
      { class: "chip more", "aria-label": t("more_firms", { count, name: row.name }), onclick: () => this.choose(rowId(row)) },
      `+${count}`,
    );
  }

  chip(id, note = "") {
    const item = this.items.get(id);
    return el(
      "button",
      { class: `chip c-${item.type}`, "data-select": `node ${id}`, title: item.name, onclick: () => this.choose(`node ${id}`) },
      classGlyph(item.type),
      el("span", { class: "name" }, short(item.name, 16)),
      note ? el("small", {}, note) : null,
    );
  }

  outside() {
    const rows = this.rows.filter((row) => (row.candidates ?? []).some((one) => this.shown(one.firm)));
    if (!rows.length) return el("p", { class: "outside none" }, t("no_candidates"));
    return el(
      "section",
      { class: "outside", "aria-label": t("candidates") },
      el("h2", { class: "border-name" }, t("candidates"), el("small", {}, t("candidates_note"))),
      el(
        "ul",
        { class: "offers" },
        rows.sort(byState).map((row) => el("li", {}, this.offers(row))),
      ),
    );
  }

  offers(row) {
    const offers = row.candidates.filter((one) => this.shown(one.firm));
    const place = (id) => short(this.items.get(id).place ?? "", 10);
    const tier = (one) => t(`tier.${one.tier}`).split(/[：:]/)[0];
    const left = offers.length - OFFERS_SHOWN + (row.further ?? 0);
    return el(
      "div",
      { class: "offer", "data-for": row.key },
      el(
        "button",
        { class: "for", onclick: () => this.choose(rowId(row)) },
        stateGlyph(row.states[0]),
        short(named(row.name, row.en), 24),
      ),
      el(
        "div",
        { class: "chips" },
        offers.slice(0, OFFERS_SHOWN).map((one) => this.chip(one.firm, [tier(one), place(one.firm)].filter(Boolean).join(" · "))),
        left > 0 ? this.more(row, left) : null,
      ),
    );
  }

  /** Mark what is chosen and draw what feeds it and what it feeds. */
  mark(select) {
    if (!this.board) return;
    for (const one of this.board.querySelectorAll("[data-select]"))
      one.toggleAttribute("aria-current", one.dataset.select === select);
    this.lines.replaceChildren();
    const key = select.startsWith("row ") ? select.slice(4) : null;
    const near = (this.view.feeds ?? []).filter((feed) => feed.source === key || feed.target === key);
    const touched = new Set(near.flatMap((feed) => [feed.source, feed.target]));
    for (const card of this.board.querySelectorAll(".card"))
      card.classList.toggle("tied", touched.has(card.dataset.row) && card.dataset.row !== key);
    // What was drawn for more room must not itself make room.
    for (const side of ["width", "height"]) this.lines.setAttribute(side, "0");
    const frame = this.board.getBoundingClientRect();
    this.lines.setAttribute("width", String(this.board.scrollWidth));
    this.lines.setAttribute("height", String(this.board.scrollHeight));
    const cards = new Map(
      [...this.board.querySelectorAll(".card")].map((card) => [card.dataset.row, card.getBoundingClientRect()]),
    );
    for (const feed of near) {
      const [from, to] = [cards.get(feed.source), cards.get(feed.target)];
      if (from && to) this.lines.append(svg("path", { d: curve(from, to, frame), class: "feed" }));
    }
  }

  table() {
    const names = (list) =>
      listed(
        unique(list)
          .filter((id) => this.shown(id))
          .map((id) => this.items.get(id).name),
      );
    return {
      caption: `${this.view.full} · ${named(this.view.chain, this.view.en)}`,
      columns: [
        "column.link",
        "column.position",
        "column.state",
        "column.status",
        "column.owner",
        "column.firms",
        "column.candidates",
      ].map((key) => t(key)),
      rows: this.columns().flatMap((stage) =>
        this.rows
          .filter((row) => inStage(row, stage))
          .sort(byState)
          .map((row) => ({
            select: rowId(row),
            cells: [
              named(row.name, row.en),
              row.position === "other" ? t("other_stage") : `${t(`position.${row.position}`)} · ${named(stage.zh, stage.en)}`,
              listed(row.states.map((one) => t(`state.${one}`))),
              listed((row.statuses ?? []).map((one) => t(`status.${one}`))),
              names([...(row.declared ?? []), ...(row.planned ?? [])].map((one) => one.owner)),
              names((row.firms ?? []).map((one) => one.firm)),
              names((row.candidates ?? []).map((one) => one.firm)),
            ],
          })),
      ),
    };
  }

  legend() {
    return {
      states: unique(this.rows.map((row) => row.states[0])),
      classes: ["Enterprise"],
      links: this.view.feeds?.length ? ["reference"] : [],
    };
  }
}

const inStage = (row, stage) => row.position === stage.position && row.order === stage.order;
const STATE_ORDER = ["declared", "covered", "planned", "unstated"];
const byState = (a, b) =>
  STATE_ORDER.indexOf(a.states[0]) - STATE_ORDER.indexOf(b.states[0]) ||
  (b.priority ?? 0) - (a.priority ?? 0) ||
  (a.name < b.name ? -1 : 1);

function curve(from, to, frame) {
  const forward = to.left > from.left;
  const x1 = (forward ? from.right : from.left) - frame.left;
  const x2 = (forward ? to.left : to.left === from.left ? to.left : to.right) - frame.left;
  const y1 = (from.top + from.bottom) / 2 - frame.top;
  const y2 = (to.top + to.bottom) / 2 - frame.top;
  const bend = to.left === from.left ? -24 : (x2 - x1) / 2;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${to.left === from.left ? x2 + bend : x2 - bend} ${y2} ${x2} ${y2}`;
}

/** The chain that a region is shown with: the same if it has it, else the one with most gaps. */
export function firstChain(meta, code, wanted = "") {
  const chains = (meta.chains ?? []).filter((one) => one.region === code);
  const best = [...chains].sort(
    (a, b) => (a.kind === "reference" ? 0 : 1) - (b.kind === "reference" ? 0 : 1) || (b.declared ?? 0) - (a.declared ?? 0),
  )[0];
  return (chains.find((one) => one.chain === wanted) ?? best)?.chain ?? "";
}
