// Exports: a picture of the view as SVG or PNG, its table as CSV. What is drawn as elements is drawn again as SVG.
import { CLASSES, LINKS, classColour, ink } from "./look.js";
import { svg } from "./dom.js";

const PNG_SCALE = 2;
const PNG_LARGEST = 8000;

export function download(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A table as CSV that spreadsheets open as UTF-8; nothing in it is a formula. */
export function csv({ columns, rows }) {
  const cell = (value) => {
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns, ...rows.map((row) => row.cells)].map((cells) => cells.map(cell).join(","));
  return new Blob(["\ufeff", lines.join("\r\n"), "\r\n"], { type: "text/csv" });
}

export const svgBlob = (drawing) => new Blob([new XMLSerializer().serializeToString(drawing)], { type: "image/svg+xml" });

export async function png(drawing) {
  const address = URL.createObjectURL(svgBlob(drawing));
  const image = new Image();
  image.src = address;
  await image.decode();
  const [width, height] = ["width", "height"].map((side) => Number(drawing.getAttribute(side)));
  const scale = Math.min(PNG_SCALE, PNG_LARGEST / Math.max(width, height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * scale, height * scale].map(Math.ceil);
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function sheetOf(width, height) {
  const drawing = svg("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width: Math.ceil(width),
    height: Math.ceil(height),
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
  });
  drawing.append(svg("rect", { width: "100%", height: "100%", fill: ink("paper") }));
  return drawing;
}

/** Elements as they stand on screen: frames, signs and each line of text. */
export function drawElements(root) {
  const frame = root.getBoundingClientRect();
  const drawing = sheetOf(root.scrollWidth, root.scrollHeight);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) drawText(drawing, node, frame, root);
    else if (node.namespaceURI !== "http://www.w3.org/2000/svg") drawFrame(drawing, node, frame, root);
    else if (node.tagName === "svg") drawSign(drawing, node, frame, root);
  }
  return drawing;
}

const place = (box, frame, root) => ({ x: box.left - frame.left + root.scrollLeft, y: box.top - frame.top + root.scrollTop });

function drawFrame(drawing, element, frame, root) {
  const look = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const line = parseFloat(look.borderTopWidth) || 0;
  const filled = look.backgroundColor !== "rgba(0, 0, 0, 0)";
  if (!box.width || (!line && !filled) || element === root) return;
  const { x, y } = place(box, frame, root);
  const radius = Math.min(parseFloat(look.borderTopLeftRadius) || 0, box.height / 2);
  const dashes = { dashed: "5 3", dotted: "2 3" }[look.borderTopStyle] ?? null;
  drawing.append(
    svg("rect", {
      x: x + line / 2,
      y: y + line / 2,
      width: Math.max(0, box.width - line),
      height: Math.max(0, box.height - line),
      rx: radius,
      fill: filled ? look.backgroundColor : "none",
      stroke: line ? look.borderTopColor : "none",
      "stroke-width": line,
      "stroke-dasharray": dashes,
    }),
  );
}

function drawSign(drawing, sign, frame, root) {
  const box = sign.getBoundingClientRect();
  const { x, y } = place(box, frame, root);
  const copy = svg("svg", { x, y, width: box.width, height: box.height, viewBox: sign.getAttribute("viewBox") });
  for (const path of sign.querySelectorAll("path")) {
    const look = getComputedStyle(path);
    copy.append(
      svg("path", {
        d: path.getAttribute("d"),
        fill: look.fill,
        stroke: look.stroke,
        "stroke-width": look.strokeWidth,
        "stroke-dasharray": look.strokeDasharray === "none" ? null : look.strokeDasharray,
      }),
    );
  }
  if (box.width) drawing.append(copy);
}

/** A text line by line, as the browser broke it. */
function drawText(drawing, node, frame, root) {
  if (!node.data.trim() || !node.parentElement || node.parentElement.closest("select, .unseen")) return;
  const look = getComputedStyle(node.parentElement);
  const range = document.createRange();
  const lines = [];
  let at = 0;
  for (const letter of node.data) {
    range.setStart(node, at);
    at += letter.length;
    range.setEnd(node, at);
    const box = range.getClientRects()[0];
    if (!box) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - box.top) < 3) last.text += letter;
    else lines.push({ box, text: letter });
  }
  const size = parseFloat(look.fontSize);
  for (const { box, text } of lines) {
    const { x, y } = place(box, frame, root);
    drawing.append(
      svg(
        "text",
        {
          x,
          y: y + box.height / 2 + size * 0.36,
          fill: look.color,
          "font-family": look.fontFamily,
          "font-size": size,
          "font-weight": look.fontWeight,
          "xml:space": "preserve",
        },
        text,
      ),
    );
  }
}

const OUTLINE = 24;

/** The network as cytoscape has placed it. */
export function drawNetwork(cy) {
  const all = cy.elements().boundingBox({ includeLabels: true });
  const margin = 24;
  const drawing = sheetOf(all.w + 2 * margin, all.h + 2 * margin);
  const inner = svg("g", {
    transform: `translate(${margin - all.x1} ${margin - all.y1})`,
    "font-family": getComputedStyle(document.body).fontFamily,
  });
  cy.edges().forEach((edge) => inner.append(...drawEdge(edge)));
  cy.nodes().forEach((node) => inner.append(...drawNode(node)));
  drawing.append(inner);
  return drawing;
}

function drawEdge(edge) {
  const [a, b] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const look = LINKS[edge.data("kind")];
  const colour = edge.style("line-color");
  const angle = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
  const line = svg("path", {
    d: `M${a.x} ${a.y}L${b.x} ${b.y}`,
    stroke: colour,
    "stroke-width": parseFloat(edge.style("width")),
    "stroke-dasharray": look.dashes || null,
    fill: "none",
  });
  const head = svg("path", { d: "M0 0L-8 4V-4z", fill: colour, transform: `translate(${b.x} ${b.y}) rotate(${angle})` });
  return [
    line,
    head,
    ...drawLabel(
      edge.data("label"),
      (a.x + b.x) / 2,
      (a.y + b.y) / 2,
      parseFloat(edge.style("font-size")),
      edge.style("color"),
      "400",
    ),
  ];
}

function drawNode(node) {
  const { x, y } = node.position();
  const size = node.width();
  const sign = svg("path", {
    d: CLASSES[node.data("type")].path,
    fill: classColour(node.data("type")),
    transform: `translate(${x - size / 2} ${y - size / 2}) scale(${size / OUTLINE})`,
  });
  return [
    sign,
    ...drawLabel(
      node.data("label"),
      x,
      y + size / 2 + 14,
      parseFloat(node.style("font-size")),
      node.style("color"),
      node.style("font-weight"),
    ),
  ];
}

function drawLabel(label, x, y, size, colour, weight) {
  const halo = { stroke: ink("paper"), "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" };
  return (label ?? "")
    .split("\n")
    .filter(Boolean)
    .map((line, index) =>
      svg(
        "text",
        {
          x,
          y: y + index * size * 1.25,
          "text-anchor": "middle",
          "font-size": size,
          "font-weight": weight,
          fill: colour,
          ...halo,
        },
        line,
      ),
    );
}
