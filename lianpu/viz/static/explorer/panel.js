// Evidence panel: what is chosen, and every claim behind it as the sentence in its paragraph.
import { el, flowing, unique } from "./dom.js";
import { edgeId } from "./links.js";
import { classGlyph, linkGlyph, stateGlyph } from "./look.js";
import { listed, named, sectioned, t, titled } from "./words.js";

const OPEN_AT_FIRST = 3;
const ALL = 200;

export class Panel {
  /** `actions` has choose(select), around(id), from(id), to(id), toggle(id); `context()` gives the view on screen. */
  constructor(root, source, actions, context) {
    this.root = root;
    this.source = source;
    this.actions = actions;
    this.context = context;
    this.turn = 0;
  }

  async show(select, state) {
    const turn = (this.turn += 1);
    this.root.hidden = !select;
    document.body.classList.toggle("with-panel", Boolean(select));
    if (!select) return;
    let parts;
    try {
      if (select.startsWith("row ")) parts = await this.row(select.slice(4));
      else if (select.startsWith("edge ")) parts = await this.edge(select);
      else parts = await this.node(select.slice(5), state);
    } catch (error) {
      parts = [el("p", { class: "nothing" }, t("not_found", { name: error.message }))];
    }
    if (turn !== this.turn) return;
    this.root.replaceChildren(
      el("button", { class: "close", "aria-label": t("close"), onclick: () => this.actions.choose("") }, "×"),
      ...parts.filter(Boolean),
    );
    this.root.scrollTop = 0;
  }

  // -- a link of a chain ------------------------------------------------------------------------------------------

  async row(key) {
    const board = this.context();
    const row = board.view?.rows?.find((one) => one.key === key);
    if (!row) throw new Error(key);
    const item = (id) => board.items.get(id);
    const owned = (one) => [one.owner, one.status ? t(`status.${one.status}`) : ""];
    const firm = (one) => [
      one.firm,
      [t(`basis.${one.basis}`), t(`status.${one.status}`), one.through ? item(one.through).name : ""],
    ];
    const offer = (one) => [
      one.firm,
      [
        t(`tier.${one.tier}`),
        t(`distance.${one.distance}`),
        item(one.firm).place,
        one.through ? t("through", { name: item(one.through).name }) : "",
        one.share ? t("share", { share: Math.round(one.share * 100) }) : "",
      ],
    ];
    const groups = [
      ["declared", owned],
      ["firms", firm],
      ["planned", owned],
      ["candidates", offer],
      ["elsewhere", owned],
      ["buyers", owned],
      ["parks", owned],
    ];
    const parts = await Promise.all(
      groups.map(([name, reads]) =>
        this.group(
          t(`row.${name}`),
          (row[name] ?? []).map((one) => [...reads(one), one.claims ?? []]),
          item,
        ),
      ),
    );
    const nothing =
      row.states[0] === "unstated"
        ? el(
            "p",
            { class: "note" },
            t("unstated_note", {
              documents: listed((board.view.searched ?? []).map((id) => this.context().titles?.get(id) ?? id)),
            }),
          )
        : null;
    return [
      el("h2", {}, stateGlyph(row.states[0]), named(row.name, row.en)),
      el(
        "p",
        { class: "meta" },
        listed(
          [
            ...row.states.map((one) => t(`state.${one}`)),
            row.position === "other" ? "" : t(`position.${row.position}`),
            row.priority ? t("priority", { points: row.priority }) : "",
          ].filter(Boolean),
        ),
      ),
      row.entity
        ? el("p", { class: "actions" }, el("button", { onclick: () => this.actions.around(row.entity) }, t("show_around")))
        : null,
      nothing,
      ...parts,
      row.further ? el("p", { class: "note" }, t("further", { count: row.further })) : null,
    ];
  }

  async group(heading, entries, item) {
    if (!entries.length) return null;
    const parts = entries.map(async ([id, notes, claims], index) =>
      el(
        "li",
        {},
        el(
          "button",
          { class: "entity", onclick: () => this.actions.choose(`node ${id}`) },
          classGlyph(item(id).type),
          item(id).name,
        ),
        el("span", { class: "meta" }, listed([notes].flat().filter(Boolean))),
        await this.proof(claims, index < OPEN_AT_FIRST),
      ),
    );
    return el(
      "section",
      {},
      el("h3", {}, heading, el("small", {}, String(entries.length))),
      el("ul", { class: "plain" }, await Promise.all(parts)),
    );
  }

  // -- an edge ----------------------------------------------------------------------------------------------------

  async edge(select) {
    const [s, p, o] = select.slice(5).split("\t");
    const board = this.context();
    const here = board.links?.get(select);
    const piece = here ? null : await this.source.neighbours(s, ALL);
    const link = here ?? (piece.edges ?? []).find((one) => edgeId(one) === select);
    if (!link) throw new Error(`${s} ${o}`);
    const item = (id) => board.items.get(id) ?? piece.nodes.find((one) => one.id === id);
    const end = (id) =>
      el(
        "button",
        { class: "entity", onclick: () => this.actions.choose(`node ${id}`) },
        classGlyph(item(id).type),
        item(id).name,
      );
    return [
      el("h2", { class: "statement" }, end(s), el("span", { class: "predicate" }, `${t(`predicate.${p}`)} →`), end(o)),
      el(
        "p",
        { class: "meta" },
        linkGlyph(link.kind ?? "fact"),
        t(`link.${link.kind ?? "fact"}`),
        " · ",
        listed((link.statuses?.length ? link.statuses : [link.status]).map((one) => t(`status.${one}`))),
        link.rule ? ` · ${t("rule", { rule: link.rule })}` : "",
      ),
      link.place ? el("p", { class: "note" }, t("from_chain", { place: sectioned(link.place) })) : null,
      link.place ? null : el("h3", {}, t("claims"), el("small", {}, String((link.claims ?? []).length))),
      link.place ? null : await this.sentences(link.claims ?? []),
    ];
  }

  // -- an entity --------------------------------------------------------------------------------------------------

  async node(id, state) {
    const [card, piece] = await Promise.all([this.source.entity(id), this.source.neighbours(id, ALL)]);
    const item = card.item;
    return [
      el("h2", {}, classGlyph(item.type), item.name),
      el(
        "p",
        { class: "meta" },
        listed(
          [
            t(`class.${item.type}`),
            item.place,
            item.origin && item.origin !== "documents" ? t("origin", { origin: item.origin }) : "",
          ].filter(Boolean),
        ),
      ),
      item.aliases?.length ? el("p", { class: "meta" }, t("aliases", { names: listed(item.aliases) })) : null,
      this.actionsFor(id, state),
      this.way(state),
      this.figures(card.figures ?? []),
      ...this.relations(id, piece),
      piece.left ? el("p", { class: "note" }, t("left_out", { name: item.name, count: piece.left })) : null,
      card.mentions?.length ? this.folded(t("mentions"), card.mentions.length, () => this.sentences(card.mentions)) : null,
    ];
  }

  actionsFor(id, state) {
    const here = state.view === "around";
    const open = state.open.includes(id);
    const last = state.path.at(-1);
    return el(
      "p",
      { class: "actions" },
      here
        ? el("button", { class: "expand", onclick: () => this.actions.toggle(id) }, open ? t("collapse") : t("expand"))
        : el("button", { class: "expand", onclick: () => this.actions.around(id) }, t("show_around")),
      el("button", { class: "from", onclick: () => this.actions.from(id) }, t("path_from")),
      last && last !== id ? el("button", { class: "to", onclick: () => this.actions.to(id) }, t("path_to")) : null,
    );
  }

  /** The path as a list, where one is shown. */
  way(state) {
    const { way, items } = this.context();
    if (state.view !== "around" || !way?.edges?.length) return null;
    const steps = way.edges.map((link) => {
      const chain = link.kind === "reference";
      const text = `${items.get(link.s).name} — ${t(`predicate.${link.p}`)} → ${items.get(link.o).name}`;
      return el(
        "li",
        { class: `k-${link.kind ?? "fact"}` },
        el("button", { class: "entity", onclick: () => this.actions.choose(edgeId(link)) }, linkGlyph(link.kind ?? "fact"), text),
        chain ? el("span", { class: "tag" }, t("link.reference_short")) : null,
      );
    });
    return el(
      "section",
      { class: "steps" },
      el("h3", {}, t("path_steps"), el("small", {}, String(steps.length))),
      el("ol", {}, steps),
    );
  }

  figures(figures) {
    if (!figures.length) return null;
    const rows = figures.map((one) => {
      const value =
        `${one.op === "=" ? "" : one.op} ${one.value}${one.value_max ? `–${one.value_max}` : ""} ${one.unit ?? ""}`.trim();
      return el(
        "li",
        {},
        this.folded(
          `${one.metric} ${value}`,
          one.year ?? "",
          () => this.sentences(one.claims ?? []),
          t(one.achieved ? "achieved" : "target"),
        ),
      );
    });
    return el(
      "section",
      {},
      el("h3", {}, t("figures"), el("small", {}, String(figures.length))),
      el("ul", { class: "plain" }, rows),
    );
  }

  relations(id, piece) {
    const names = new Map(piece.nodes.map((item) => [item.id, item]));
    const groups = new Map();
    for (const link of piece.edges ?? []) {
      const key = `${link.s === id ? "out" : "in"}.${link.p}`;
      groups.set(key, [...(groups.get(key) ?? []), link]);
    }
    return [...groups]
      .sort(([a], [b]) => (a > b ? -1 : 1))
      .map(([key, links]) => {
        const forward = key.startsWith("out");
        const predicate = t(`predicate.${key.split(".")[1]}`);
        const rows = links.map((link) => {
          const other = names.get(link.s === id ? link.o : link.s);
          const note = listed(
            [
              link.status === "existing" ? "" : t(`status.${link.status}`),
              (link.kind ?? "fact") === "fact" || link.kind === "seeks" ? "" : t(`link.${link.kind}`),
            ].filter(Boolean),
          );
          const entity = el(
            "button",
            { class: "entity", onclick: () => this.actions.choose(`node ${other.id}`) },
            classGlyph(other.type),
            other.name,
          );
          const proof = link.place
            ? el("p", { class: "note" }, t("from_chain", { place: sectioned(link.place) }))
            : this.folded(t("evidence"), (link.claims ?? []).length, () => this.sentences(link.claims ?? []));
          return el("li", {}, entity, note ? el("span", { class: "meta" }, note) : null, proof);
        });
        return el(
          "section",
          {},
          el("h3", {}, forward ? `${predicate} →` : `← ${predicate}`, el("small", {}, String(links.length))),
          el("ul", { class: "plain" }, rows),
        );
      });
  }

  // -- sentences --------------------------------------------------------------------------------------------------

  folded(text, count, make, note = "") {
    const body = el("div", {});
    const load = async () => {
      if (box.open && !body.firstChild) body.replaceChildren(await make());
    };
    const box = el(
      "details",
      { ontoggle: load },
      el(
        "summary",
        {},
        text,
        count === "" ? null : el("small", {}, String(count)),
        note ? el("span", { class: "meta" }, note) : null,
      ),
      body,
    );
    return box;
  }

  async proof(claims, open) {
    if (!claims.length) return null;
    return open
      ? this.sentences(claims.slice(0, 2)).then((shown) =>
          el(
            "div",
            {},
            shown,
            claims.length > 2 ? this.folded(t("more_claims"), claims.length - 2, () => this.sentences(claims.slice(2))) : null,
          ),
        )
      : this.folded(t("evidence"), claims.length, () => this.sentences(claims));
  }

  async sentences(claims) {
    const { sentences } = await this.source.evidence(unique(claims));
    const found = sentences ?? [];
    return el(
      "div",
      { class: "sentences" },
      found.length ? found.map(sentenceBlock) : el("p", { class: "note" }, t("no_sentences")),
    );
  }
}

/** A sentence, highlighted in its paragraph, with document, section, status and rule. */
function sentenceBlock(one) {
  const where = listed([titled(one.title), ...(one.section ? [sectioned(one.section)] : [])]);
  const how = listed(
    [
      one.status ? t(`status.${one.status}`) : "",
      one.rule ? t("rule", { rule: one.rule }) : "",
      one.start >= 0 ? t("span", { start: one.start, end: one.end }) : "",
    ].filter(Boolean),
  );
  const quote = one.before || one.after ? flowing(one.quote) : one.text || flowing(one.quote);
  return el(
    "figure",
    { "data-claim": one.claim },
    el("blockquote", {}, flowing(one.before ?? ""), el("mark", {}, quote), flowing(one.after ?? "")),
    el("figcaption", {}, el("span", { class: "where" }, where), el("span", { class: "how" }, how)),
  );
}
