"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const face = getComputedStyle(document.body).fontFamily;
  const network = new vis.Network(document.getElementById("picture"), { nodes, edges }, {
    physics: false,
    interaction: { hover: true, multiselect: false, tooltipDelay: 1e9 },
    nodes: { font: { face } },
    edges: {
      arrows: { to: { enabled: true, scaleFactor: 0.55 } },
      smooth: { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.45 },
      font: { face, size: 11, color: "#66707c", strokeWidth: 4, align: "horizontal" },
      selectionWidth: 1.5,
    },
  });

  const faded = "rgba(170,178,188,0.18)";
  const looks = new Map(data.nodes.map((node) => [node.id, node]));
  const lines = new Map(data.edges.map((edge) => [edge.id, edge]));

  function make(tag, text, name) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    return element;
  }

  function quotes(list) {
    return list.map((quote) => {
      const block = make("blockquote", quote.text);
      block.append(make("footer", quote.document + (quote.section ? " · " + quote.section : "")));
      return block;
    });
  }

  function statement(edge) {
    const name = (id) => data.details[id].name;
    const part = make("section");
    part.append(make("h3", `${name(edge.s)} → ${edge.label} → ${name(edge.o)}`), make("p", edge.how, "meta"), ...quotes(edge.quotes));
    return part;
  }

  function show(...elements) {
    const detail = document.getElementById("detail");
    detail.replaceChildren(...elements);
    detail.hidden = elements.length === 0;
    document.getElementById("summary").hidden = elements.length > 0;
    document.getElementById("panel").scrollTop = 0;
  }

  function showNode(id) {
    const detail = data.details[id];
    const head = [make("h2", detail.name), make("p", detail.kind + (detail.aliases.length ? data.words.also_called + detail.aliases.join(data.words.comma) : ""), "meta")];
    if (detail.state) head.push(make("p", detail.state, "state"));
    const near = data.statements.filter((edge) => edge.s === id || edge.o === id);
    show(...head, ...quotes(detail.quotes), ...near.map(statement));
  }

  // What is near the selection keeps its look, the rest steps back.
  function highlight(ids, edgeIds) {
    const all = ids === null;
    nodes.update(data.nodes.map((node) => {
      const keep = all || ids.has(node.id) || node.shape === "text";
      const look = looks.get(node.id);
      return { id: node.id, opacity: keep ? 1 : 0.15, font: { ...look.font, face, color: keep ? look.font.color : faded } };
    }));
    edges.update(data.edges.map((edge) => {
      const keep = all || edgeIds.has(edge.id);
      const label = all ? lines.get(edge.id).label : keep ? data.statements[edge.id].label : "";
      return { id: edge.id, label: label || undefined, color: keep ? lines.get(edge.id).color : faded };
    }));
  }

  network.on("click", (event) => {
    const id = event.nodes.find((node) => node in data.details);
    if (id !== undefined) {
      const near = data.statements.map((edge, index) => ({ ...edge, index })).filter((edge) => edge.s === id || edge.o === id);
      highlight(new Set([id, ...near.flatMap((edge) => [edge.s, edge.o])]), new Set(near.map((edge) => edge.index)));
      showNode(id);
    } else if (event.edges.length > 0) {
      const index = event.edges[0];
      const edge = data.statements[index];
      highlight(new Set([edge.s, edge.o]), new Set([index]));
      show(statement(edge));
    } else {
      highlight(null);
      show();
    }
  });
  // The canvas learns its size only after the first layout of the page.
  function fit() {
    network.setSize("100%", "100%");
    network.redraw();
    network.fit({ animation: false, maxZoomLevel: 1.4 });
  }
  window.addEventListener("resize", fit);
  requestAnimationFrame(() => {
    fit();
    document.body.setAttribute("data-drawn", "true");
  });
  window.lianpu = { network };
})();
