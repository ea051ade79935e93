// The SPARQL editor: asks this server only, and shows answers as text.
"use strict";

const LANGUAGE = document.documentElement.lang;
const WORDS = JSON.parse(document.getElementById("words").textContent);

/** A text of the catalogue with its {names} filled in. */
const t = (key, values = {}) => WORDS[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

for (const one of document.querySelectorAll("[data-text]")) one.textContent = t(one.dataset.text);
for (const one of document.querySelectorAll("[data-name]")) one.setAttribute("aria-label", t(one.dataset.name));
document.title = `SPARQL · ${t("home")}`;

const PREFIXES = `PREFIX lp: <https://w3id.org/lianpu/ontology#>
PREFIX id: <https://w3id.org/lianpu/id/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>

`;
const EXAMPLES = {
  classes: "SELECT ?class (COUNT(?entity) AS ?count) WHERE {\n  ?entity a ?class ; rdfs:label ?name .\n} GROUP BY ?class ORDER BY DESC(?count)",
  sought: "SELECT ?who ?what ?status ?text WHERE {\n  ?claim rdf:predicate lp:seeks ; rdf:subject/rdfs:label ?who ; rdf:object/rdfs:label ?what ;\n    lp:status ?status ; lp:text ?text .\n} ORDER BY ?who ?what LIMIT 100",
  firms: "SELECT ?firm ?place WHERE {\n  ?f a lp:Enterprise ; rdfs:label ?firm ; lp:locatedIn/rdfs:label ?place .\n} ORDER BY ?place ?firm LIMIT 100",
  documents: "SELECT ?title ?number ?date WHERE {\n  ?document a lp:Document ; dcterms:title ?title .\n  OPTIONAL { ?document lp:number ?number }\n  OPTIONAL { ?document dcterms:date ?date }\n} ORDER BY ?title",
  graphs: "SELECT ?graph (COUNT(*) AS ?statements) WHERE {\n  GRAPH ?graph { ?s ?p ?o }\n} GROUP BY ?graph ORDER BY ?graph",
};
const ROWS = 1000;
const JSON_RESULTS = "application/sparql-results+json";
const TRIPLES = ["text/turtle", "application/n-triples"];

const find = (id) => document.getElementById(id);
const editor = CodeMirror.fromTextArea(find("question"), {
  mode: "application/sparql-query", lineNumbers: true, lineWrapping: true, matchBrackets: true, screenReaderLabel: t("question"),
  extraKeys: { "Ctrl-Enter": run, "Cmd-Enter": run, Tab: false, "Shift-Tab": false },
});

function element(name, text) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
}

function say(text, bad = false) {
  find("status").textContent = text;
  find("status").classList.toggle("bad", bad);
}

async function ask(accept) {
  const response = await fetch("/sparql", {
    method: "POST", headers: { "content-type": "application/sparql-query", accept, "accept-language": LANGUAGE },
    body: editor.getValue(),
  });
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({ detail: response.statusText }));
  throw new Error(problem.detail);
}

async function run() {
  say(t("running"));
  const began = performance.now();
  try {
    const response = await ask([JSON_RESULTS, `${TRIPLES[0]};q=0.9`].join(", "));
    const shown = await show(response);
    say(t("took", { shown, time: Math.round(performance.now() - began) }));
    location.hash = encodeURIComponent(editor.getValue());
  } catch (error) {
    find("answer").replaceChildren();
    say(error.message, true);
  }
}

async function show(response) {
  if (!response.headers.get("content-type").startsWith(JSON_RESULTS)) {
    find("answer").replaceChildren(element("pre", await response.text()));
    return t("done");
  }
  const answer = await response.json();
  if ("boolean" in answer) {
    find("answer").replaceChildren(element("pre", t(answer.boolean ? "true_answer" : "false_answer")));
    return t("done");
  }
  find("answer").replaceChildren(table(answer.head.vars, answer.results.bindings));
  const count = answer.results.bindings.length;
  return t(count > ROWS ? "first_rows" : "rows", { count, shown: ROWS });
}

function table(columns, rows) {
  const made = element("table");
  const head = made.createTHead().insertRow();
  for (const column of columns) {
    const cell = element("th", column);
    cell.scope = "col";
    head.append(cell);
  }
  const body = made.createTBody();
  for (const row of rows.slice(0, ROWS)) {
    const line = body.insertRow();
    for (const column of columns) line.insertCell().textContent = row[column] ? row[column].value : "";
  }
  return made;
}

async function save() {
  const form = find("form");
  try {
    const response = await ask(form.value);
    const link = element("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = `answer.${form.selectedOptions[0].text.toLowerCase()}`;
    link.click();
    URL.revokeObjectURL(link.href);
    say(t("saved"));
  } catch (error) {
    say(error.message, true);
  }
}

for (const name of Object.keys(EXAMPLES)) {
  const option = element("option", t(`example_${name}`));
  option.value = name;
  find("example").append(option);
}
find("other").addEventListener("click", () => {
  // The question goes with it.
  const other = LANGUAGE === "en" ? "zh" : "en";
  find("other").href = `/editor?lang=${other}#${encodeURIComponent(editor.getValue())}`;
});
find("other").textContent = LANGUAGE === "en" ? "中文" : "English";
find("other").href = `/editor?lang=${LANGUAGE === "en" ? "zh" : "en"}`;
find("example").addEventListener("change", () => editor.setValue(PREFIXES + EXAMPLES[find("example").value]));
find("run").addEventListener("click", run);
find("save").addEventListener("click", save);
const linked = location.hash.slice(1);
editor.setValue(linked ? decodeURIComponent(linked) : PREFIXES + EXAMPLES[find("example").value]);
document.body.dataset.ready = "yes";
