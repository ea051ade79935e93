// Search over names, aliases and pinyin initials, as a combobox.
import { el, short } from "./dom.js";
import { classGlyph } from "./look.js";
import { listed, t } from "./words.js";

const FOUND_SHOWN = 20;
const PAUSE = 80;

export class Finder {
  constructor(input, list, source, filters, found) {
    Object.assign(this, { input, list, source, filters, found, items: [], at: -1, turn: 0 });
    input.addEventListener("input", () => this.soon());
    input.addEventListener("focus", () => input.value && this.ask());
    input.addEventListener("keydown", (event) => this.key(event));
    // A list that was opened again in between stays.
    input.addEventListener("blur", () => setTimeout(() => document.activeElement === input || this.close(), 150));
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const turn = (this.turn += 1);
    if (!this.input.value.trim()) return this.close();
    const { items, total } = await this.source.search(this.input.value, this.filters(), FOUND_SHOWN);
    if (turn !== this.turn) return undefined;
    this.items = items ?? [];
    this.at = this.items.length ? 0 : -1;
    this.fill(total ?? 0);
    return undefined;
  }

  fill(total) {
    const options = this.items.map((item, index) =>
      el(
        "li",
        {
          role: "option",
          id: `found-${index}`,
          "data-id": item.id,
          title: item.name,
          onmousedown: (event) => event.preventDefault(),
          onclick: () => this.take(index),
        },
        classGlyph(item.type),
        el("span", { class: "name" }, short(item.name, 40)),
        el("small", {}, listed([t(`class.${item.type}`), item.place ?? ""].filter(Boolean))),
      ),
    );
    const note = total > this.items.length ? t("found_more", { count: total - this.items.length }) : total ? "" : t("found_none");
    this.list.replaceChildren(...options, ...(note ? [el("li", { class: "note", role: "presentation" }, note)] : []));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.mark();
  }

  mark() {
    [...this.list.querySelectorAll("[role=option]")].forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === this.at));
      if (index === this.at) option.scrollIntoView({ block: "nearest" });
    });
    if (this.at >= 0) this.input.setAttribute("aria-activedescendant", `found-${this.at}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.items.length) {
      this.at = (this.at + step + this.items.length) % this.items.length;
      this.mark();
    } else if (event.key === "Enter") this.enter();
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  async enter() {
    clearTimeout(this.timer);
    if (this.list.hidden) await this.ask();
    if (this.at >= 0) this.take(this.at);
  }

  take(index) {
    const item = this.items[index];
    this.input.value = "";
    this.close();
    this.found(item.id);
  }

  close() {
    this.turn += 1;
    this.list.hidden = true;
    this.items = [];
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
