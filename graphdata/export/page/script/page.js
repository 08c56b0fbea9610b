// Brings the page to life: the map in vis-network, what is chosen, filters, search, keys, the table's twin rows.

const byId = (id) => document.getElementById(id);
const boxes = Array.from(document.querySelectorAll("#domains input"));
const system = matchMedia("(prefers-color-scheme: dark)");
const narrowWindow = matchMedia("(max-width: 1000px)"); // the evidence stands below the map then
const root = document.documentElement;
let visible = visibleUnder(new Set(boxes.map((box) => box.value)), 0);
let chosen = null; // { kind: "line" | "actor", id }
let pointed = null; // the same, under the pointer
let touched = false; // whether the reader has moved the map

root.dataset.theme = root.dataset.theme || (system.matches ? "dark" : "light");
root.classList.add("live");
// Where the browser prints the marking at the foot of each page by itself, the last page need not have it twice.
const rules = Array.from(document.styleSheets).flatMap((sheet) => Array.from(sheet.cssRules));
root.classList.toggle("footed", rules.some((rule) => rule.cssText.startsWith("@page") && rule.cssText.includes("@bottom-right")));
byId("live").hidden = false;

// vis-network holds the places, the camera, and what lies under the pointer; our marks are painted in its hooks.
const nodes = new vis.DataSet(chart.nodes.map((node) => ({ ...node, label: " ", ctxRenderer: nodePainter(node) })));
const edges = new vis.DataSet(chart.edges.map(({ via, ...edge }) => edge));
const shownNodes = new vis.DataView(nodes, { filter: (node) => visible.actors.has(node.id) });
const shownEdges = new vis.DataView(edges, { filter: (edge) => visible.lines.has(edge.id) });
const network = new vis.Network(byId("map"), { nodes: shownNodes, edges: shownEdges }, {
  physics: { enabled: false },
  layout: { improvedLayout: false },
  nodes: { fixed: true, chosen: false },
  edges: { smooth: { enabled: true, type: "dynamic", roundness: 0.5 }, chosen: false, hoverWidth: 0, selectionWidth: 0 },
  interaction: { hover: true, dragNodes: false, keyboard: false, selectConnectedEdges: false, hideEdgesOnDrag: false },
});
const places = new Map(chart.nodes.map((node) => [node.id, node]));

function nodePainter(node) {
  return ({ ctx }) => ({
    drawNode() { paint(ctx, "actor", node.id, alphaOf("actor", node.id)); },
    nodeDimensions: { width: node.across, height: node.across },
  });
}

// Let each line bend as it is painted, so that the pointer finds it: its hidden middle node is put where it belongs.
// Set as moveNode sets it, which would paint the whole map anew for each.
function bendEdges() {
  for (const { id, via } of chart.edges) {
    const middle = network.body.nodes[`edgeId:${id}`];
    if (middle) [middle.x, middle.y] = via;
  }
}

// Return how strongly something is painted: what has nothing to do with what is chosen steps back.
function alphaOf(kind, id) {
  if (!chosen) return 1;
  const near = chosen.kind === "line" ? new Set([said.lines[chosen.id].giver, said.lines[chosen.id].receiver]) : partners(chosen.id);
  if (kind === "actor") return near.has(id) ? 1 : 0.3;
  const line = said.lines[id];
  const isNear = chosen.kind === "line" ? id === chosen.id : line.giver === chosen.id || line.receiver === chosen.id;
  return isNear ? 1 : 0.16;
}

function linesOf(actor) {
  return lineIds.filter((id) => visible.lines.has(id) && [said.lines[id].giver, said.lines[id].receiver].includes(actor));
}

function partners(actor) {
  return new Set([actor, ...linesOf(actor).flatMap((id) => [said.lines[id].giver, said.lines[id].receiver])]);
}

// Return what is under the pointer and what is chosen, as far as it is on show, with the strength of its rim.
function marked() {
  return [[pointed, 0.25], [chosen, 0.45]].filter(([mark]) => mark && (mark.kind === "line" ? visible.lines : visible.actors).has(mark.id));
}

network.on("beforeDrawing", (pen) => {
  for (const id of Object.keys(chart.layers.guide)) paint(pen, "guide", id, 1);
  for (const [mark, alpha] of marked()) if (mark.kind === "line") paintRim(pen, mark.id, alpha);
  const lines = lineIds.filter((id) => visible.lines.has(id));
  for (const id of lines) paint(pen, "line", id, alphaOf("line", id));
  for (const id of lines) paint(pen, "head", id, alphaOf("line", id));
  for (const id of Object.keys(chart.layers.heading)) paint(pen, "heading", id, 1);
  for (const id of lines) paint(pen, "sign", id, alphaOf("line", id));
});
network.on("afterDrawing", (pen) => {
  for (const [mark, alpha] of marked()) if (mark.kind === "actor") paintRing(pen, places.get(mark.id), alpha + 0.4);
  for (const node of chart.nodes) if (visible.actors.has(node.id)) paint(pen, "label", node.id, alphaOf("actor", node.id));
});

// The camera.
function wholeMap() {
  const [left, top, right, bottom] = chart.bounds;
  const room = byId("map").getBoundingClientRect();
  const scale = 0.96 * Math.min(room.width / (right - left), room.height / (bottom - top));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
}

function zoomBy(factor) {
  touched = true;
  network.moveTo({ scale: network.getScale() * factor, animation: false });
}

// Bring what was chosen by key or from a list into sight, if it is not.
function bringIntoSight(mark) {
  const ends = mark.kind === "line" ? [said.lines[mark.id].giver, said.lines[mark.id].receiver] : [mark.id];
  const room = byId("map").getBoundingClientRect();
  const out = ends.map((id) => network.canvasToDOM(places.get(id))).some(({ x, y }) => x < 0 || y < 0 || x > room.width || y > room.height);
  if (!out) return;
  const middle = (axis) => ends.reduce((sum, id) => sum + places.get(id)[axis], 0) / ends.length;
  network.moveTo({ position: { x: middle("x"), y: middle("y") }, animation: false });
}

// Choosing: the one way in which anything becomes the chosen line or actor.
function choose(mark, relation) {
  chosen = mark;
  if (!mark) fillPane(emptyPage());
  else if (mark.kind === "line") fillPane(linePage(mark.id, visible), relation);
  else fillPane(actorPage(mark.id, visible));
  if (mark) bringIntoSight(mark);
  for (const row of document.querySelectorAll("#table tbody tr")) {
    row.classList.toggle("chosen", Boolean(mark) && mark.kind === "line" && row.dataset.line === mark.id);
  }
  byId("read").hidden = !mark || !narrowWindow.matches;
  say(mark || pointed);
  network.redraw();
}

function say(mark) {
  const words = !mark ? "" : mark.kind === "line" ? said.lines[mark.id].words : `${said.actors[mark.id].title} · ${said.actors[mark.id].kind}`;
  byId("said").textContent = words;
}

function point(mark) {
  pointed = mark;
  byId("map").style.cursor = mark ? "pointer" : "default";
  say(mark || chosen);
  network.redraw();
}

network.on("click", ({ nodes: [node], edges: [edge] }) => {
  choose(node ? { kind: "actor", id: node } : edge ? { kind: "line", id: edge } : null);
});
network.on("hoverNode", ({ node }) => point({ kind: "actor", id: node }));
network.on("hoverEdge", ({ edge }) => point({ kind: "line", id: edge }));
network.on("blurNode", () => point(null));
network.on("blurEdge", () => point(null));
network.on("zoom", () => { touched = true; });
network.on("dragEnd", () => { touched = true; });
network.on("resize", () => requestAnimationFrame(() => { if (!touched) wholeMap(); })); // vis sets its camera after the event

// Filters. Hiding moves nothing; what was chosen and is now hidden is let go.
function narrow() {
  const domains = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const level = Number(byId("level").value);
  visible = visibleUnder(domains, level);
  shownNodes.refresh();
  shownEdges.refresh();
  bendEdges();
  for (const row of document.querySelectorAll("#table tbody tr")) row.hidden = !visible.relations.has(row.dataset.relation);
  byId("narrowed").textContent = narrowedInWords(domains, level);
  byId("count").textContent = visible.relations.size < lineOf.size ? `, ${visible.relations.size} of them after narrowing` : "";
  pointed = null;
  const lost = chosen && !(chosen.kind === "line" ? visible.lines : visible.actors).has(chosen.id);
  choose(lost ? null : chosen);
  listHits();
}

function narrowedInWords(domains, level) {
  const all = Object.keys(said.relations).length;
  if (visible.relations.size === all) return "";
  const limits = [];
  if (domains.size < boxes.length) limits.push(`domain ${[...domains].join(", ") || "none"}`);
  if (level) limits.push(`confidence ${byId("level").selectedOptions[0].textContent}`);
  return `Narrowed on this page: ${limits.join("; ")}. ${visible.relations.size} of ${all} relations, ${visible.lines.size} of ${lineIds.length} lines. Print and the marking are of the whole view.`;
}

// Search.
function listHits() {
  const list = byId("hits"), text = byId("search").value;
  const hits = found(text, visible);
  list.hidden = !fold(text);
  const rows = hits.slice(0, MOST_HITS).map(({ kind, id }) => el("li", [
    kind === "actor"
      ? button([said.actors[id].title, textOf("span", [said.actors[id].kind, ...(said.actors[id].names || [])].join(" · "), "quiet")], () => choose({ kind: "actor", id }))
      : button([said.relations[id].summary, textOf("span", `${said.relations[id].title} · ${said.relations[id].domain}`, "quiet")], () => choose({ kind: "line", id: lineOf.get(id) }, id)),
  ]));
  if (hits.length > MOST_HITS) rows.push(el("li", [el("p", `and ${hits.length - MOST_HITS} more; type more letters`, "quiet")]));
  if (!hits.length) rows.push(el("li", [el("p", "Nothing on show fits.", "quiet")]));
  list.replaceChildren(...rows);
}

// Keys.
function walk(ids, kind, step) {
  if (!ids.length) return;
  const at = chosen && chosen.kind === kind ? ids.indexOf(chosen.id) : -1;
  choose({ kind, id: ids[at < 0 ? (step > 0 ? 0 : ids.length - 1) : (at + step + ids.length) % ids.length] });
}

let around = null; // the actor whose lines the arrow keys walk along
function walkLines(step) {
  if (chosen && chosen.kind === "actor") around = chosen.id;
  const own = around && visible.actors.has(around) ? linesOf(around) : [];
  walk(own.length ? own : lineIds.filter((id) => visible.lines.has(id)), "line", step);
}

function walkActors(step) {
  around = null;
  walk(chart.nodes.map((node) => node.id).filter((id) => visible.actors.has(id)), "actor", step);
}

const onMap = {
  ArrowRight: () => walkLines(1),
  ArrowLeft: () => walkLines(-1),
  ArrowDown: () => walkActors(1),
  ArrowUp: () => walkActors(-1),
  Enter: () => pane.focus(),
  "+": () => zoomBy(1.25),
  "-": () => zoomBy(0.8),
  0: () => wholeMap(),
};
byId("map").addEventListener("keydown", (event) => {
  const act = onMap[event.key];
  if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  act();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    around = null;
    byId("search").value = "";
    listHits();
    choose(null);
    byId("map").focus();
  } else if (event.key === "/" && event.target !== byId("search")) {
    event.preventDefault();
    byId("search").focus();
  }
});
byId("search").addEventListener("keydown", (event) => {
  const first = byId("hits").querySelector("button");
  if (event.key === "Enter" && first) first.click();
  if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
});

// The table: what a relation is becomes a button that shows its evidence; sources can be copied.
for (const row of document.querySelectorAll("#table tbody tr")) {
  const cell = row.children[4];
  const words = cell.textContent;
  cell.replaceChildren(button(words, () => { choose({ kind: "line", id: row.dataset.line }, row.dataset.relation); pane.focus(); }));
}
said.sources.forEach((source) => {
  const item = byId(`note-${source.number}`);
  item.append(copyButton(source.text), button("Grade and use", () => showSource(source.number), "copy"));
});

// Theme.
function dress() {
  byId("theme").textContent = isDark() ? "Light" : "Dark";
  network.redraw();
}
byId("theme").addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; dress(); });

byId("search").addEventListener("input", listHits);
boxes.forEach((box) => box.addEventListener("change", narrow));
byId("level").addEventListener("change", narrow);
byId("closer").addEventListener("click", () => zoomBy(1.25));
byId("further").addEventListener("click", () => zoomBy(0.8));
byId("read").addEventListener("click", () => pane.focus());
narrowWindow.addEventListener("change", () => { byId("read").hidden = !chosen || !narrowWindow.matches; });
byId("whole").addEventListener("click", () => { touched = false; wholeMap(); });

if (narrowWindow.matches) for (const part of document.querySelectorAll("#controls details")) part.open = false;
bendEdges();
wholeMap();
dress();
choose(null);
