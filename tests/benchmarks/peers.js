// Layouts of the browser's libraries, run by Node: a graph as JSON comes in, the place of each node goes out.
//   node peers.js fcose|forceatlas2 < {"nodes": 3, "ends": [[0, 1], [1, 2]]}
"use strict";

// Both libraries draw at random, and neither takes a seed: this is the generator "mulberry32" of Tommy Ettinger.
let state = 1;
Math.random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

function fcose({ nodes, ends }) {
  const cytoscape = require("cytoscape");
  cytoscape.use(require("cytoscape-fcose"));
  const points = Array.from({ length: nodes }, (_, at) => ({ data: { id: String(at) } }));
  const lines = ends.map(([source, target]) => ({ data: { source: String(source), target: String(target) } }));
  const graph = cytoscape({ headless: true, styleEnabled: true, elements: [...points, ...lines] });
  graph.layout({ name: "fcose", animate: false, randomize: true }).run();
  return graph.nodes().map((node) => [node.position("x"), node.position("y")]);
}

function forceatlas2({ nodes, ends }) {
  const Graph = require("graphology");
  const layout = require("graphology-layout-forceatlas2");
  const graph = new Graph({ type: "undirected" });
  for (let at = 0; at < nodes; at += 1) graph.addNode(at, { x: Math.random(), y: Math.random() });
  for (const [one, other] of ends) graph.addEdge(one, other);
  layout.assign(graph, { iterations: 500, settings: layout.inferSettings(graph) });
  return graph.mapNodes((_, { x, y }) => [x, y]);
}

const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
const places = JSON.stringify({ fcose, forceatlas2 }[process.argv[2]](given));
process.stdout.write(places, () => process.exit(0)); // cytoscape's clock would keep the program alive
