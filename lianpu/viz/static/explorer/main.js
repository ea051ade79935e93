// The page: one state, three views of it, a table, a panel.
import { Around } from "./around.js";
import { ChainBoard, firstChain } from "./chain.js";
import { byId, el } from "./dom.js";
import { Finder } from "./find.js";
import { Panel } from "./panel.js";
import { RegionBoard } from "./region.js";
import { csv, download, drawElements, drawNetwork, png, svgBlob } from "./save.js";
import { drawFilters, drawLegend, filterCount } from "./side.js";
import { openSource } from "./source.js";
import { START, Store, fromLink, toLink } from "./state.js";
import { currentLanguage, listed, setLanguage, t } from "./words.js";

const VIEWS = ["chain", "region", "around"];
const SAID_FOR = 6000; // milliseconds
const NAMED = 3; // regions that the title names

/** What the page is about: its regions, the first of many. */
function about(regions) {
  const names = listed(regions.slice(0, NAMED).map((one) => one.name));
  return regions.length > NAMED ? t("and_others", { names }) : names;
}

class Page {
  constructor(source, meta) {
    this.source = source;
    this.meta = { documents: [], regions: [], chains: [], first: {}, ...meta };
    this.start = this.opening();
    this.turn = 0;
    this.store = new Store(fromLink(location.hash, this.start), (state, before) => this.draw(state, before));
    const choose = (select) => this.store.set({ select });
    const change = (part) => this.store.set(part);
    this.views = {
      chain: new ChainBoard(source, choose, change),
      region: new RegionBoard(source, choose, change),
      around: new Around(source, choose, change),
    };
    this.views.chain.titles = new Map(this.meta.documents.map((one) => [one.id, one.title]));
    this.panel = new Panel(
      byId("panel"),
      source,
      {
        choose,
        around: (id) => this.around(id),
        from: (id) => this.from(id),
        to: (id) => this.to(id),
        toggle: (id) => this.views.around.toggle(id),
      },
      () => this.view(),
    );
    this.finder = new Finder(
      byId("search"),
      byId("found"),
      source,
      () => this.state.filters,
      (id) => this.around(id, this.state.path),
    );
    this.bind();
  }

  get state() {
    return this.store.state;
  }

  view() {
    return this.views[this.state.view];
  }

  opening() {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const first = this.meta.first;
    const region = first.region || this.meta.regions.find((one) => one.code)?.code || "";
    const home = this.meta.regions.find((one) => one.code === region) ?? this.meta.regions[0];
    return {
      ...START,
      region,
      chain: first.chain ?? "",
      regions: home ? [home.id] : [],
      view: first.chain ? "chain" : "region",
      theme: dark ? "dark" : "light",
    };
  }

  // -- changes ----------------------------------------------------------------------------------------------------

  /** Show what touches an entity. What is searched for may be the next stop of a path, so that the path stays. */
  around(id, path = this.state.path.slice(0, this.state.path.length === 1 ? 1 : 0)) {
    this.store.set({ view: "around", table: false, open: [id], path, select: `node ${id}` });
  }

  from(id) {
    this.store.set({ path: [id], select: `node ${id}` });
    this.say(t("path_pick"));
    byId("search").focus();
  }

  to(id) {
    const path = [...this.state.path, id];
    this.store.set({ view: "around", table: false, path, open: [], select: `node ${path[0]}` });
  }

  open(view) {
    const change = { view, select: "", table: false };
    const open = this.state.open.length || this.state.path.length > 1;
    if (view === "around" && !open) {
      byId("search").focus();
      return this.say(t("search_first"));
    }
    return this.store.set(change);
  }

  say(text) {
    byId("said").textContent = text;
    clearTimeout(this.silence);
    this.silence = setTimeout(() => byId("said").replaceChildren(), SAID_FOR);
  }

  // -- drawing ----------------------------------------------------------------------------------------------------

  async draw(state, before = null) {
    const turn = (this.turn += 1);
    const fresh =
      !before ||
      ["lang", "view", "region", "chain", "table"].some((key) => state[key] !== before[key]) ||
      ["regions", "open", "path", "hidden", "filters"].some((key) => JSON.stringify(state[key]) !== JSON.stringify(before[key]));
    history.replaceState(null, "", `#${toLink(state)}`);
    setLanguage(state.lang);
    document.documentElement.dataset.theme = state.theme;
    document.body.dataset.view = state.view;
    document.body.dataset.ready = "";
    this.frame(state);
    if (fresh) await this.fill(state, turn);
    else {
      if (state.table) this.markRow(state.select);
      else this.view().mark(state.select);
      if (before.theme !== state.theme) this.views.around.restyle();
    }
    if (turn !== this.turn) return;
    const wide = byId("view").clientWidth;
    await this.panel.show(state.select, state);
    if (byId("view").clientWidth !== wide) this.resized();
    drawLegend(byId("legend"), this.view().legend(), state, (part) => this.store.set(part));
    if (turn === this.turn) document.body.dataset.ready = "true";
  }

  /** The view has more room or less. */
  resized() {
    if (this.state.table) return;
    if (this.state.view === "around") this.views.around.fit();
    else this.view().mark(this.state.select);
  }

  async fill(state, turn) {
    const root = byId("view");
    try {
      await this.view().load(state);
      if (turn !== this.turn) return;
      if (state.table) root.replaceChildren(this.table());
      else this.view().render(root, state, this.meta);
    } catch (error) {
      root.replaceChildren(el("p", { class: "nothing" }, t("not_found", { name: error.message })));
    }
  }

  table() {
    const { caption, columns, rows } = this.view().table();
    const body = rows.map((row) =>
      el(
        "tr",
        { "data-row": row.select, "aria-selected": String(row.select === this.state.select) },
        row.cells.map((cell, index) =>
          el(
            "td",
            { "data-label": columns[index] },
            index ? cell : el("button", { class: "entity", onclick: () => this.store.set({ select: row.select }) }, cell),
          ),
        ),
      ),
    );
    return el(
      "div",
      { class: "table", tabindex: "0", role: "region", "aria-label": caption },
      el(
        "table",
        {},
        el("caption", {}, caption, el("small", {}, t("rows", { count: rows.length }))),
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            columns.map((name) => el("th", { scope: "col" }, name)),
          ),
        ),
        el("tbody", {}, body),
      ),
    );
  }

  markRow(select) {
    for (const row of byId("view").querySelectorAll("tr[data-row]"))
      row.setAttribute("aria-selected", String(row.dataset.row === select));
  }

  /** Everything around the view, in the language of the state. */
  frame(state) {
    for (const one of document.querySelectorAll("[data-text]")) one.textContent = t(one.dataset.text);
    for (const one of document.querySelectorAll("[data-name]")) {
      one.setAttribute("aria-label", t(one.dataset.name));
      one.title = t(one.dataset.name);
    }
    byId("search").placeholder = t("search");
    const subject = about(this.meta.regions ?? []);
    document.title = `${t("title")} · ${subject}`;
    byId("subject").textContent = subject;
    for (const view of VIEWS) byId(`to-${view}`).setAttribute("aria-pressed", String(state.view === view));
    byId("to-table").setAttribute("aria-pressed", String(state.table));
    byId("undo").disabled = this.store.past.length === 0;
    // Only a served page has it.
    const editor = document.getElementById("editor");
    if (editor) editor.search = `lang=${state.lang}`;
    byId("language").textContent = state.lang === "zh" ? "EN" : "中文";
    const count = filterCount(state.filters);
    byId("filters-count").textContent = count ? String(count) : "";
    drawFilters(byId("filters"), state, this.meta, (part) => this.store.set(part));
  }

  // -- exports ----------------------------------------------------------------------------------------------------

  drawing() {
    const root = byId("view");
    if (this.state.view === "around" && !this.state.table) return drawNetwork(this.views.around.cy);
    return drawElements(root.querySelector(".board, .regions, table") ?? root);
  }

  async save(form) {
    const name = `lianpu-${this.state.view}.${form}`;
    if (form === "csv") download(name, csv(this.view().table()));
    else if (form === "svg") download(name, svgBlob(this.drawing()));
    else download(name, await png(this.drawing()));
    byId("export").open = false;
    this.say(t("saved", { name }));
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(location.href);
      this.say(t("link_copied"));
    } catch {
      this.say(location.href);
    }
  }

  // -- hands ------------------------------------------------------------------------------------------------------

  bind() {
    for (const view of VIEWS) byId(`to-${view}`).addEventListener("click", () => this.open(view));
    byId("to-table").addEventListener("click", () => this.store.set({ table: !this.state.table }));
    byId("undo").addEventListener("click", () => this.store.undo());
    byId("language").addEventListener("click", () => this.store.set({ lang: currentLanguage() === "zh" ? "en" : "zh" }, false));
    byId("theme").addEventListener("click", () =>
      this.store.set({ theme: this.state.theme === "dark" ? "light" : "dark" }, false),
    );
    byId("to-filters").addEventListener("click", () => this.filters());
    byId("link").addEventListener("click", () => this.copyLink());
    byId("help").addEventListener("click", () => byId("keys").showModal());
    byId("keys-close").addEventListener("click", () => byId("keys").close());
    for (const form of ["png", "svg", "csv"]) byId(`save-${form}`).addEventListener("click", () => this.save(form));
    byId("print").addEventListener("click", () => window.print());
    addEventListener("hashchange", () => this.store.set(fromLink(location.hash, this.start)));
    addEventListener("resize", () => this.resized());
    addEventListener("keydown", (event) => this.key(event));
  }

  filters() {
    const shown = byId("filters").toggleAttribute("hidden") === false;
    byId("to-filters").setAttribute("aria-expanded", String(shown));
    if (shown) byId("filters").querySelector("button, input")?.focus();
  }

  key(event) {
    const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && !typing) this.store.undo();
    else if (event.key === "Escape" && !typing) this.escape();
    else if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === "/") byId("search").focus();
    else if (event.key === "?") byId("keys").showModal();
    else if (VIEWS[Number(event.key) - 1]) this.open(VIEWS[Number(event.key) - 1]);
    else if (event.key === "t") this.store.set({ table: !this.state.table });
    else if (event.key === "f") this.filters();
    else if (event.key === "p") byId("panel").focus();
    else return;
    event.preventDefault();
  }

  escape() {
    if (byId("keys").open) byId("keys").close();
    else if (!byId("filters").hidden) this.filters();
    else this.store.set({ select: "" });
  }
}

async function begin() {
  try {
    const source = await openSource();
    const page = new Page(source, await source.atlas());
    if (page.state.view === "chain" && !page.state.chain)
      page.store.state = { ...page.state, chain: firstChain(page.meta, page.state.region) };
    await page.draw(page.state);
    window.lianpu = page;
  } catch (error) {
    byId("view").replaceChildren(el("p", { class: "nothing" }, t("cannot_open", { name: error.message })));
    throw error;
  }
}

begin();
