// Neighbourhood view: an entity and what touches it, drawn by cytoscape; more by expanding; a path between two.
import { el, short, unique } from "./dom.js";
import { edgeId } from "./links.js";
import { CLASSES, LINKS, classColour, ink } from "./look.js";
import { spread, start } from "./places.js";
import { fits } from "./source.js";
import { listed, t } from "./words.js";

const LABELS_UP_TO = 30;
const SHOWN_AROUND = 40;
const LAYOUT_UP_TO = 400;
const MOST_ZOOM = 1.3;
const LEAST_ZOOM = 0.75; // on a phone: there the rest is a swipe away, and labels stay readable
const NARROW = 600;
const LINE = 10; // letters

export class Around {
  constructor(source, choose, change) {
    this.source = source;
    this.choose = choose;
    this.change = change;
    this.cy = null;
    this.focus = "";
  }

  async load(state) {
    this.state = state;
    await this.gather(state);
  }

  render(root, state) {
    if (!this.cy || !root.querySelector(".canvas")) this.build(root);
    this.head(state);
    this.draw(state);
    this.mark(state.select);
  }

  /** What is expanded, and the path, put together. */
  async gather({ open, path }) {
    const pieces = await Promise.all(open.map((id) => this.source.neighbours(id, SHOWN_AROUND)));
    this.way = path.length > 1 ? await this.legs(path) : null;
    this.items = new Map();
    this.links = new Map();
    this.left = new Map(open.map((id, at) => [id, pieces[at].left ?? 0]));
    for (const piece of [...(this.way ? [this.way] : []), ...pieces]) {
      for (const item of piece.nodes ?? []) this.items.set(item.id, item);
      for (const link of piece.edges ?? []) this.links.set(edgeId(link), link);
    }
    this.steps = new Set((this.way?.edges ?? []).map(edgeId));
    this.on = new Set((this.way?.nodes ?? []).map((item) => item.id));
  }

  /** The ways from each stop to the next, as one; a leg that has none is counted. */
  async legs(path) {
    const ways = await Promise.all(path.slice(1).map((to, at) => this.source.path(path[at], to)));
    const stops = (await Promise.all(path.map((id) => this.source.entity(id)))).map((card) => card.item);
    const nodes = ways.flatMap((way, at) => (way.nodes?.length ? way.nodes : [stops[at], stops[at + 1]]));
    return {
      nodes: unique(nodes.map((item) => item.id)).map((id) => nodes.find((item) => item.id === id)),
      edges: ways.flatMap((way) => way.edges ?? []),
      broken: ways.filter((way) => !way.edges?.length).length,
    };
  }

  build(root) {
    this.close();
    this.bar = el("div", { class: "controls" });
    this.canvas = el("div", {
      class: "canvas",
      tabindex: "0",
      role: "application",
      "aria-label": t("canvas"),
      "aria-describedby": "canvas-help",
    });
    const help = el("p", { id: "canvas-help", class: "unseen" }, t("canvas_help"));
    root.replaceChildren(this.bar, help, this.canvas);
    this.cy = cytoscape({
      container: this.canvas,
      minZoom: 0.05,
      maxZoom: 3,
      boxSelectionEnabled: false,
      textureOnViewport: false,
    });
    this.cy.on("tap", "node", (event) => this.choose(`node ${event.target.id()}`));
    this.cy.on("dbltap", "node", (event) => this.toggle(event.target.id()));
    this.cy.on("tap", "edge", (event) => this.choose(event.target.id()));
    this.canvas.addEventListener("keydown", (event) => this.key(event));
  }

  close() {
    this.cy?.destroy();
    this.cy = null;
  }

  head(state) {
    const name = (id) => short(this.items.get(id)?.name ?? id, 20);
    const crumbs = state.open.map((id) =>
      el(
        "button",
        {
          class: "chip",
          title: this.items.get(id)?.name,
          "aria-label": t("collapse_name", { name: name(id) }),
          onclick: () => this.toggle(id),
        },
        name(id),
        el("span", { "aria-hidden": "true" }, " ×"),
      ),
    );
    const cut = state.open
      .filter((id) => this.left.get(id))
      .map((id) => t("left_out", { name: name(id), count: this.left.get(id) }));
    const way = state.path.length > 1 ? this.wayText(state, name) : null;
    this.bar.replaceChildren(
      ...[
        el("div", { class: "chips" }, el("span", { class: "lead" }, state.open.length ? t("expanded") : ""), crumbs),
        way,
        cut.length ? el("p", { class: "figures" }, listed(cut)) : null,
      ].filter(Boolean),
    );
  }

  wayText(state, name) {
    const text = this.way.broken ? t("path_none") : t("path_found", { count: this.way.edges.length });
    return el(
      "p",
      { class: "figures way" },
      `${state.path.map(name).join(" → ")} · ${text}`,
      el("button", { class: "small", onclick: () => this.change({ path: [] }) }, t("path_close")),
    );
  }

  /** Expand an entity, or collapse it. The last one stays. */
  toggle(id) {
    const { open, path } = this.state;
    if (!open.includes(id)) this.change({ open: [...open, id] });
    else if (open.length > 1 || path.length > 1) this.change({ open: open.filter((one) => one !== id) });
  }

  shownItems() {
    const { hidden, filters, open } = this.state;
    const free = (id) => open.includes(id) || this.on.has(id);
    return [...this.items.values()].filter((item) => free(item.id) || (!hidden.includes(item.type) && fits(item, filters)));
  }

  shownLinks() {
    const { hidden } = this.state;
    const there = new Set(this.shownItems().map((item) => item.id));
    return [...this.links.values()].filter(
      (link) => there.has(link.s) && there.has(link.o) && !hidden.includes(link.kind ?? "fact"),
    );
  }

  draw(state) {
    const items = this.shownItems();
    const links = this.shownLinks();
    const kept = new Map(this.cy.nodes().map((node) => [node.id(), { ...node.position() }]));
    const labelled = links.length <= LABELS_UP_TO;
    const elements = [
      ...items.map((item) => ({
        group: "nodes",
        data: { id: item.id, label: wrapped(short(item.name, 30)), type: item.type, big: state.open.includes(item.id) ? 1 : 0 },
        classes: this.on.has(item.id) ? "way" : "",
      })),
      ...links.map((link) => ({
        group: "edges",
        data: {
          id: edgeId(link),
          source: link.s,
          target: link.o,
          label: this.linkText(link, labelled),
          kind: link.kind ?? "fact",
        },
        classes: this.steps.has(edgeId(link)) ? "way" : "",
      })),
    ];
    this.cy.batch(() => {
      this.cy.elements().remove();
      this.cy.add(elements);
      this.cy.style(sheet());
    });
    this.place(state, kept);
  }

  linkText(link, labelled) {
    const step = this.steps.has(edgeId(link));
    const text = link.p === "seeks" ? t(`status.${link.status}`) : t(`predicate.${link.p}`);
    if (step && link.kind === "reference") return `${text}（${t("link.reference_short")}）`;
    return step || labelled ? text : "";
  }

  place(state, kept) {
    const same = kept.size > 0 && this.cy.nodes().every((node) => kept.has(node.id()));
    const at = start(
      this.cy.nodes(),
      state.open,
      (this.way?.nodes ?? []).map((item) => item.id),
      this.cy.edges(),
      this.narrow,
    );
    this.cy.nodes().positions((node) => (same ? kept.get(node.id()) : at.get(node.id())));
    if (!same && state.open.length > 1 && this.cy.nodes().length <= LAYOUT_UP_TO) {
      const fixed = [...this.on].map((id) => ({ nodeId: id, position: at.get(id) }));
      this.cy
        .layout({
          name: "fcose",
          quality: "default",
          randomize: false,
          animate: false,
          fit: false,
          nodeDimensionsIncludeLabels: true,
          idealEdgeLength: 130,
          nodeSeparation: 90,
          nodeRepulsion: 9000,
          numIter: 1200,
          fixedNodeConstraint: fixed.length ? fixed : undefined,
          uniformNodeDimensions: false,
          packComponents: false,
        })
        .run();
    }
    if (!same) {
      spread(this.cy.nodes(), this.on);
      this.fit();
    }
  }

  get narrow() {
    return this.canvas.clientWidth < NARROW;
  }

  fit() {
    if (!this.cy) return;
    this.cy.resize();
    this.cy.fit(undefined, this.narrow ? 12 : 36);
    const least = this.narrow ? LEAST_ZOOM : 0;
    if (this.cy.zoom() > MOST_ZOOM || this.cy.zoom() < least) {
      const middle = this.cy.getElementById(this.state.open[0] ?? this.state.path[0]);
      this.cy.zoom(Math.max(least, Math.min(MOST_ZOOM, this.cy.zoom())));
      this.cy.center(least && middle.nonempty() ? middle : undefined);
    }
  }

  /** New colours after a change of theme. */
  restyle() {
    this.cy?.style(sheet());
  }

  mark(select) {
    if (!this.cy) return;
    this.cy.elements().removeClass("chosen near");
    const id = select.startsWith("node ") ? select.slice(5) : select;
    const found = id ? this.cy.getElementById(id) : this.cy.collection();
    found.addClass("chosen");
    (found.isNode?.() ? found.connectedEdges() : found.connectedNodes?.())?.addClass("near");
    if (found.nonempty() && found.isNode()) this.focus = id;
  }

  /** Arrows go to the nearest node that way, Enter chooses, + and - expand and collapse, 0 shows all. */
  key(event) {
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const now = this.cy.getElementById(this.focus || this.state.open[0] || this.state.path[0] || "");
    if (ways[event.key]) this.step(now, ways[event.key]);
    else if (event.key === "+" || event.key === "=") !this.state.open.includes(this.focus) && this.toggle(this.focus);
    else if (event.key === "-") this.state.open.includes(this.focus) && this.toggle(this.focus);
    else if (event.key === "0") this.fit();
    else if (event.key === "Enter" || event.key === " ") now.nonempty() && this.choose(`node ${now.id()}`);
    else return;
    event.preventDefault();
  }

  step(now, [dx, dy]) {
    const from = now.nonempty() ? now.position() : { x: 0, y: 0 };
    const cost = (node) => {
      const [x, y] = [node.position("x") - from.x, node.position("y") - from.y];
      const along = x * dx + y * dy;
      return along <= 1 ? Infinity : along + 2 * Math.abs(x * dy - y * dx);
    };
    const best = this.cy.nodes().min(cost);
    if (best.ele && best.value < Infinity) this.choose(`node ${best.ele.id()}`);
  }

  table() {
    const name = (id) => this.items.get(id).name;
    const way = (this.way?.edges ?? []).map(edgeId);
    const links = [...this.shownLinks()].sort(
      (a, b) => order(way, a) - order(way, b) || (a.s + a.p + a.o < b.s + b.p + b.o ? -1 : 1),
    );
    return {
      caption: t("view.around"),
      columns: ["column.subject", "column.relation", "column.object", "column.status", "column.kind", "column.documents"].map(
        (key) => t(key),
      ),
      rows: links.map((link) => ({
        select: edgeId(link),
        cells: [
          name(link.s),
          t(`predicate.${link.p}`),
          name(link.o),
          t(`status.${link.status}`),
          t(`link.${link.kind ?? "fact"}`),
          listed(unique(link.documents ?? [])),
        ],
      })),
    };
  }

  legend() {
    return {
      states: [],
      classes: unique([...this.items.values()].map((item) => item.type)),
      links: unique([...this.links.values()].map((link) => link.kind ?? "fact")),
    };
  }
}

function order(way, link) {
  const at = way.indexOf(edgeId(link));
  return at < 0 ? way.length : at;
}

/** A label in lines of about ten letters: Chinese has no spaces to break at. A number or a Latin word, and a bracket with what
 * follows it, stay together. */
function wrapped(text) {
  const parts = text.match(/[（“《(]?[A-Za-z0-9]+[-—.%）]?|[（“《(]?./gsu) ?? [];
  const lines = [""];
  for (const part of parts) {
    if (lines.at(-1) && lines.at(-1).length + part.length > LINE) lines.push("");
    lines[lines.length - 1] += part;
  }
  if (lines.length > 1 && lines.at(-1).length === 1) lines[lines.length - 2] += lines.pop();
  return lines.join("\n");
}

function sheet() {
  const face = getComputedStyle(document.body).fontFamily;
  const classes = Object.entries(CLASSES).map(([type, look]) => ({
    selector: `node[type="${type}"]`,
    style: { shape: look.shape, "background-color": classColour(type) },
  }));
  const links = Object.entries(LINKS).map(([kind, look]) => ({
    selector: `edge[kind="${kind}"]`,
    style: {
      "line-style": look.style,
      width: look.width,
      ...(look.dashes ? { "line-dash-pattern": look.dashes.split(" ").map(Number) } : {}),
      "line-color": ink(`k-${kind}`),
      "target-arrow-color": ink(`k-${kind}`),
      color: ink(kind === "seeks" ? "declared" : "soft"),
    },
  }));
  return [
    {
      selector: "node",
      style: {
        label: "data(label)",
        "font-family": face,
        "font-size": 13,
        color: ink("ink"),
        width: 22,
        height: 22,
        "text-valign": "bottom",
        "text-margin-y": 4,
        "text-wrap": "wrap",
        "line-height": 1.25,
        "text-background-color": ink("paper"),
        "text-background-opacity": 0.85,
        "text-background-padding": 2,
        "border-width": 0,
      },
    },
    { selector: "node[big=1]", style: { width: 34, height: 34, "font-size": 16, "font-weight": "bold" } },
    ...classes,
    {
      selector: "edge",
      style: {
        label: "data(label)",
        "font-family": face,
        "font-size": 11,
        "curve-style": "straight",
        "target-arrow-shape": "triangle",
        "arrow-scale": 0.8,
        "text-background-color": ink("paper"),
        "text-background-opacity": 0.9,
        "text-background-padding": 2,
      },
    },
    ...links,
    { selector: "edge.way", style: { width: 4, "font-size": 13, "font-weight": "bold", "z-index": 5 } },
    { selector: "node.way", style: { width: 32, height: 32, "font-weight": "bold", "font-size": 15 } },
    { selector: "node.chosen", style: { "border-width": 4, "border-color": ink("accent"), "border-opacity": 1 } },
    { selector: "edge.chosen", style: { width: 5, "line-color": ink("accent"), "target-arrow-color": ink("accent") } },
    { selector: "edge.near", style: { width: 3 } },
  ];
}
