// Where the page has its answers from: the graph inside the file, or an API of the same payloads. Both have the same methods:
// atlas, search, entity, neighbours, chain, region, path, evidence. Each gives a promise.

import { currentLanguage } from "./words.js";

const NEIGHBOURS = 60;
const PLACE_STEP = 2;

/** The source that the page was made with. */
export async function openSource() {
  if (!document.getElementById("graph")) return new ApiSource(document.body.dataset.api);
  return new FileSource(await unpacked("graph"), () => unpacked("sentences"));
}

/** What an element of the page holds: JSON, packed. */
async function unpacked(id) {
  const held = document.getElementById(id);
  const packed = Uint8Array.from(atob(held.textContent.trim()), (letter) => letter.charCodeAt(0));
  held.remove();
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

/** Whether an item passes the filters; as `fits` in lianpu/atlas/make.py. */
export function fits(item, filters) {
  const some = (wanted, has) => !wanted.length || wanted.some((one) => has.includes(one));
  return (
    (!filters.types.length || filters.types.includes(item.type)) &&
    some(filters.statuses, item.statuses ?? []) &&
    (!filters.region || (item.codes ?? []).includes(filters.region)) &&
    (!filters.chain || (item.chains ?? []).includes(filters.chain)) &&
    some(filters.documents, item.documents ?? [])
  );
}

function rank(item, wanted) {
  const names = [item.name, ...(item.aliases ?? [])].map((name) => name.toLowerCase());
  const initials = item.initials ?? [];
  if (names.includes(wanted)) return 0;
  if (initials.includes(wanted)) return 1;
  if (names.some((name) => name.startsWith(wanted))) return 2;
  if (names.some((name) => name.includes(wanted))) return 3;
  return initials.some((letters) => letters.startsWith(wanted)) ? 4 : null;
}

const byWeight = (a, b) => (b.degree ?? 0) - (a.degree ?? 0) || (a.id < b.id ? -1 : 1);

export class FileSource {
  /** `sentences` unpacks the sentences: most of the file, and not needed before the first of them is asked for. */
  constructor(bundle, sentences) {
    this.unpack = sentences;
    this.meta = bundle.meta;
    this.items = new Map((bundle.items ?? []).map((item) => [item.id, item]));
    this.links = bundle.links ?? [];
    this.touching = new Map();
    for (const link of this.links) {
      for (const end of new Set([link.s, link.o])) {
        if (!this.touching.has(end)) this.touching.set(end, []);
        this.touching.get(end).push(link);
      }
    }
    this.cards = new Map((bundle.cards ?? []).map((card) => [card.item.id, card]));
    this.chains = new Map((bundle.chains ?? []).map((view) => [`${view.region} ${view.chain}`, view]));
    this.regions = new Map((bundle.regions ?? []).map((view) => [view.id, view]));
  }

  async atlas() {
    return this.meta;
  }

  async search(words, filters, limit = 50) {
    const wanted = words.trim().toLowerCase();
    const ranked = [];
    for (const item of this.items.values()) {
      const place = fits(item, filters) ? rank(item, wanted) : null;
      if (place !== null) ranked.push([place, item]);
    }
    ranked.sort((a, b) => a[0] - b[0] || byWeight(a[1], b[1]));
    return { items: ranked.slice(0, limit).map(([, item]) => item), total: ranked.length };
  }

  async entity(id) {
    return { ...(this.cards.get(id) ?? {}), item: this.known(id) };
  }

  known(id) {
    const item = this.items.get(id);
    if (!item) throw new Error(id);
    return item;
  }

  async neighbours(id, limit = NEIGHBOURS) {
    const own = this.known(id);
    const links = this.touching.get(id) ?? [];
    const others = new Set(links.map((link) => (link.s === id ? link.o : link.s)));
    others.delete(id);
    const nodes = [...others].map((one) => this.items.get(one)).sort(byWeight);
    const shown = new Set([id, ...nodes.slice(0, limit).map((item) => item.id)]);
    return {
      nodes: [own, ...nodes.slice(0, limit)],
      edges: links.filter((link) => shown.has(link.s) && shown.has(link.o)),
      left: Math.max(0, nodes.length - limit),
    };
  }

  async chain(region, chain) {
    const view = this.chains.get(`${region} ${chain}`);
    if (!view) throw new Error(chain);
    return { ...view, items: this.all(view.rows ?? [], namedByRow) };
  }

  async region(id) {
    const view = this.regions.get(id);
    if (!view) throw new Error(id);
    return { ...view, items: this.all(view.boxes ?? [], namedByBox) };
  }

  all(parts, names) {
    return [...new Set(parts.flatMap(names))].filter((id) => this.items.has(id)).map((id) => this.items.get(id));
  }

  /** The shortest way as `NetworkxStore.path` has it: over no `seeks`, through nothing wide, a step to a place counting two; of
   *  equal ones that with fewest statements of chains, and of these at each step the next that is first by id. */
  async path(from, to) {
    this.known(from);
    this.known(to);
    const nodes = [this.items.get(from)];
    const edges = [];
    const far = this.costs(to, from);
    if (from === to || !far.has(from)) return { nodes: [], edges: [] };
    for (let at = from; at !== to; at = nodes.at(-1).id) {
      const nearer = ([other, link]) =>
        far.get(other) === far.get(at) - this.cost(link) && (other === to || !this.items.get(other).wide);
      const [other, link] = this.steps(at).find(nearer);
      nodes.push(this.items.get(other));
      edges.push(link);
    }
    return { nodes, edges };
  }

  /** What the ways from an entity cost, as far as another one. */
  costs(start, end) {
    const far = new Map([[start, 0]]);
    const queue = new Heap();
    queue.push(0, start);
    for (let next = queue.pop(); next && next[1] !== end; next = queue.pop()) {
      const [cost, id] = next;
      if (cost > far.get(id) || (id !== start && this.items.get(id).wide)) continue;
      for (const [other, link] of this.steps(id)) {
        const reached = cost + this.cost(link);
        if (reached < (far.get(other) ?? Infinity)) {
          far.set(other, reached);
          queue.push(reached, other);
        }
      }
    }
    return far;
  }

  /** A whole number, so that equal ways are equal: a statement of a chain costs a trifle more than a fact of a document. */
  cost(link) {
    const steps = link.p === "locatedIn" || link.p === "partOf" ? PLACE_STEP : 1;
    return steps * (this.items.size + 1) + Number(link.kind === "reference");
  }

  /** Neighbours with the link to each that a path takes: one of a document before one of a chain, the surest first. */
  steps(id) {
    const best = new Map();
    for (const link of this.touching.get(id) ?? []) {
      if (link.p === "seeks" || link.s === link.o || link.kind === "table" || link.kind === "regions") continue;
      const other = link.s === id ? link.o : link.s;
      const known = best.get(other);
      if (!known || preferred(link, known)) best.set(other, link);
    }
    return [...best].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  async evidence(claims) {
    this.sentences ??= this.unpack().then((list) => new Map(list.map((sentence) => [sentence.claim, sentence])));
    const known = await this.sentences;
    return { sentences: claims.map((claim) => known.get(claim)).filter(Boolean) };
  }
}

function preferred(link, known) {
  const chain = Number(link.kind === "reference") - Number(known.kind === "reference");
  return (
    (chain ||
      (known.confidence ?? 1) - (link.confidence ?? 1) ||
      (link.p < known.p ? -1 : link.p > known.p ? 1 : link.s < known.s ? -1 : 1)) < 0
  );
}

const namedByRow = (row) => [
  row.entity,
  ...["declared", "planned", "elsewhere", "buyers", "parks"].flatMap((key) => (row[key] ?? []).map((one) => one.owner)),
  ...["firms", "candidates"].flatMap((key) => (row[key] ?? []).flatMap((one) => [one.firm, one.through])),
];
const namedByBox = (box) => [
  box.id,
  ...["focuses", "seeks", "firms", "others"].flatMap((key) => (box[key] ?? []).map((tie) => tie.other)),
];

export class ApiSource {
  constructor(address) {
    this.address = address;
  }

  async ask(what, parameters = []) {
    const query = new URLSearchParams(parameters.filter(([, value]) => value !== "" && value !== undefined));
    const answer = await fetch(`${this.address}/${what}${query.size ? `?${query}` : ""}`, { headers: { "accept-language": currentLanguage() } });
    const value = await answer.json();
    if (!answer.ok) throw new Error(value.detail ?? answer.statusText);
    return value;
  }

  atlas = () => this.ask("atlas");
  entity = (id) => this.ask("entity", [["id", id]]);
  neighbours = (id, limit = NEIGHBOURS) =>
    this.ask("neighbours", [
      ["id", id],
      ["limit", limit],
    ]);
  chain = (region, chain) =>
    this.ask("chain", [
      ["region", region],
      ["chain", chain],
    ]);
  region = (id) => this.ask("region", [["id", id]]);
  path = (from, to) =>
    this.ask("path", [
      ["from", from],
      ["to", to],
    ]);

  search(words, filters, limit = 50) {
    const many = (name, values) => values.map((value) => [name, value]);
    return this.ask("search", [
      ["q", words],
      ...many("type", filters.types),
      ...many("status", filters.statuses),
      ["region", filters.region],
      ["chain", filters.chain],
      ...many("document", filters.documents),
      ["limit", limit],
    ]);
  }

  async evidence(claims) {
    const parts = [];
    for (let start = 0; start < claims.length; start += 50) {
      parts.push(
        await this.ask(
          "evidence",
          claims.slice(start, start + 50).map((claim) => ["claim", claim]),
        ),
      );
    }
    return { sentences: parts.flatMap((part) => part.sentences ?? []) };
  }
}

/** A queue that gives the nearest first; of the equally near the one that came first, as that of networkx. */
class Heap {
  constructor() {
    this.list = [];
    this.count = 0;
  }

  push(key, value) {
    const list = this.list;
    let at = list.push([key, value, (this.count += 1)]) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!nearer(list[at], list[above])) break;
      [list[at], list[above]] = [list[above], list[at]];
      at = above;
    }
  }

  pop() {
    const list = this.list;
    const first = list[0];
    const last = list.pop();
    if (list.length) {
      list[0] = last;
      for (let at = 0; ;) {
        let least = at;
        for (const below of [2 * at + 1, 2 * at + 2]) if (below < list.length && nearer(list[below], list[least])) least = below;
        if (least === at) break;
        [list[at], list[least]] = [list[least], list[at]];
        at = least;
      }
    }
    return first;
  }
}

const nearer = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[2] < b[2]);
