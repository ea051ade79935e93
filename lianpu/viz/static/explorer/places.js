// Where nodes are: rings around what is expanded, a path as a line, and labels moved apart until none lies on another.

const RING = 150;
const ROOM = 90;
const STEP = 200;
const ROW = 170;
const SLANT = 68;
const GAP = 8;
const WIDE = [1.35, 0.85];
const TALL = [0.6, 1.3];
const ROUNDS = 60;

/** First places: the path to and fro, around each expanded node rings in sectors of one kind of relation. The same each time.
 *  On a `narrow` screen rings are upright. */
export function start(nodes, open, way, edges, narrow) {
  const at = new Map();
  snake(at, way);
  const below = way.length ? 2 * RING + Math.max(...way.map((id) => at.get(id).y)) : 0;
  open.forEach((id, index) => !at.has(id) && at.set(id, { x: index * 4 * RING, y: below }));
  const near = new Map(open.map((id) => [id, []]));
  const owner = new Map();
  edges.forEach((edge) => {
    for (const [one, other] of [
      [edge.source(), edge.target()],
      [edge.target(), edge.source()],
    ]) {
      if (near.has(one.id()) && !at.has(other.id()) && !owner.has(other.id())) {
        owner.set(other.id(), one.id());
        near
          .get(one.id())
          .push([`${edge.data("kind")} ${one.id() === edge.source().id()} ${other.data("type")} ${other.id()}`, other]);
      }
    }
  });
  for (const [id, others] of near)
    ring(
      at,
      at.get(id),
      others.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, node]) => node),
      narrow ? TALL : WIDE,
    );
  let rest = 0;
  nodes.forEach(
    (node) => !at.has(node.id()) && at.set(node.id(), { x: (rest % 45) * 110, y: below + RING + Math.floor(rest++ / 45) * 80 }),
  );
  return at;
}

/** A path to and fro, so that a long one stays readable; its edges carry labels, so that steps are wide. */
function snake(at, way) {
  const columns = Math.max(3, Math.ceil(Math.sqrt(way.length * 1.7)));
  way.forEach((id, index) => {
    const row = Math.floor(index / columns);
    const column = row % 2 ? columns - 1 - (index % columns) : index % columns;
    at.set(id, { x: column * STEP, y: row * ROW + (column % 2) * SLANT });
  });
}

function ring(at, center, nodes, [across, down]) {
  let placed = 0;
  for (let level = 1; placed < nodes.length; level += 1) {
    const radius = RING * (0.45 + 0.75 * level);
    const room = Math.max(6, Math.floor((2 * Math.PI * radius) / ROOM));
    const here = nodes.slice(placed, placed + room);
    here.forEach((node, index) => {
      const angle = (2 * Math.PI * (index + 0.5 * level)) / here.length - Math.PI / 2;
      at.set(node.id(), { x: center.x + across * radius * Math.cos(angle), y: center.y + down * radius * Math.sin(angle) });
    });
    placed += here.length;
  }
}

/** Move nodes apart until no label lies on another; those in `fixed` stay. It works on cells of a grid: many cost little more. */
export function spread(nodes, fixed) {
  const boxes = nodes.map((node) => {
    const box = node.boundingBox({ includeLabels: true, includeOverlays: false });
    const at = node.position();
    return {
      node,
      still: fixed.has(node.id()),
      x: at.x,
      y: at.y,
      dx: (box.x1 + box.x2) / 2 - at.x,
      dy: (box.y1 + box.y2) / 2 - at.y,
      w: box.w + GAP,
      h: box.h + GAP,
    };
  });
  const size = Math.max(40, ...boxes.map((box) => Math.max(box.w, box.h)));
  for (let round = 0; round < ROUNDS && push(boxes, size); round += 1);
  for (const box of boxes) box.node.position({ x: box.x, y: box.y });
}

function push(boxes, size) {
  const cells = new Map();
  const cell = (box) => [Math.floor((box.x + box.dx) / size), Math.floor((box.y + box.dy) / size)];
  for (const box of boxes) {
    const key = cell(box).join();
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(box);
  }
  let moved = false;
  for (const box of boxes) {
    const [column, row] = cell(box);
    for (let x = column - 1; x <= column + 1; x += 1) {
      for (let y = row - 1; y <= row + 1; y += 1) {
        for (const other of cells.get(`${x},${y}`) ?? [])
          if (other !== box && box.node.id() < other.node.id()) moved = apart(box, other) || moved;
      }
    }
  }
  return moved;
}

function apart(a, b) {
  const x = b.x + b.dx - a.x - a.dx;
  const y = b.y + b.dy - a.y - a.dy;
  const [overX, overY] = [(a.w + b.w) / 2 - Math.abs(x), (a.h + b.h) / 2 - Math.abs(y)];
  if (overX <= 0 || overY <= 0 || (a.still && b.still)) return false;
  const [share, other] = a.still ? [0, 1] : b.still ? [1, 0] : [0.5, 0.5];
  if (overX < overY) {
    const way = x < 0 ? -1 : 1;
    a.x -= way * overX * share;
    b.x += way * overX * other;
  } else {
    const way = y < 0 ? -1 : 1;
    a.y -= way * overY * share;
    b.y += way * overY * other;
  }
  return true;
}
