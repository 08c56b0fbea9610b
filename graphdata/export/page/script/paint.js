"use strict";
// Paints the marks of the map (strokes, polygons, discs, words) on vis-network's canvas, as the program's own painter
// does. A colour is a number of the palette in force; -1 is none. Paths are made once.

const chart = JSON.parse(document.getElementById("entente-map").textContent);
const FONT = '"Noto Sans","Noto Sans Arabic","Segoe UI","Helvetica Neue",Arial,sans-serif';
const paths = new Map();

function pathOf(data) {
  if (!paths.has(data)) paths.set(data, new Path2D(data));
  return paths.get(data);
}

function fillAndLine(pen, path, fill, line, width) {
  if (fill) { pen.fillStyle = fill; pen.fill(path); }
  if (line && width) { pen.strokeStyle = line; pen.lineWidth = width; pen.setLineDash([]); pen.stroke(path); }
}

const painters = {
  s(pen, colours, [data, ink, width, round, opacity, dash]) {
    pen.globalAlpha *= opacity;
    pen.strokeStyle = colours[ink];
    pen.lineWidth = width;
    pen.lineCap = round ? "round" : "butt";
    pen.lineJoin = "round";
    pen.setLineDash(dash || []);
    pen.stroke(pathOf(data));
  },
  p(pen, colours, [data, fill, line, width, opacity]) {
    pen.globalAlpha *= opacity;
    fillAndLine(pen, pathOf(data), colours[fill], colours[line], width);
  },
  d(pen, colours, [x, y, radius, fill, line, width]) {
    const path = new Path2D();
    path.arc(x, y, radius, 0, 2 * Math.PI);
    fillAndLine(pen, path, colours[fill], colours[line], width);
  },
  w(pen, colours, [x, y, text, size, ink, bold, anchor]) {
    pen.font = `${bold ? "bold " : ""}${size}px ${FONT}`;
    pen.textAlign = { start: "left", middle: "center", end: "right" }[anchor];
    pen.textBaseline = "alphabetic";
    pen.fillStyle = colours[ink];
    pen.fillText(text, x, y);
  },
};

// Paint one group of marks: a guide or its words, a line, its heads, its sign, an actor or its label.
function paint(pen, layer, id, alpha) {
  const colours = chart.palettes[isDark() ? 1 : 0];
  for (const [kind, ...values] of chart.layers[layer][id] || []) {
    pen.save();
    pen.globalAlpha = alpha;
    painters[kind](pen, colours, values);
    pen.restore();
  }
}

// Paint the broad rim under a line that is chosen or under the pointer.
function paintRim(pen, id, alpha) {
  const stroke = (chart.layers.line[id] || []).find(([kind]) => kind === "s");
  if (!stroke) return;
  pen.save();
  pen.globalAlpha = alpha;
  pen.strokeStyle = variable("--select");
  pen.lineWidth = stroke[3] + 7;
  pen.lineCap = pen.lineJoin = "round";
  pen.stroke(pathOf(stroke[1]));
  pen.restore();
}

function paintRing(pen, node, alpha) {
  pen.save();
  pen.globalAlpha = alpha;
  pen.strokeStyle = variable("--select");
  pen.lineWidth = 3;
  pen.beginPath();
  pen.arc(node.x, node.y, node.across / 2 + 2, 0, 2 * Math.PI);
  pen.stroke();
  pen.restore();
}

function isDark() {
  return document.documentElement.dataset.theme === "dark";
}

function variable(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
