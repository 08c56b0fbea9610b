// The evidence pane: what the line, relation or actor that was chosen rests on. Everything is a text node; nothing from
// data is ever read as markup, and no address is a link.

const pane = document.getElementById("evidence");
const SHORT = { "+": "for", "≠": "against", "~": "qualifies" };

// Return an element with text or children; empty texts make nothing.
function el(name, content, kind) {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  const parts = Array.isArray(content) ? content : [content];
  made.append(...parts.filter((part) => part !== undefined && part !== null && part !== ""));
  if (!Array.isArray(content)) made.dir = "auto";
  return made;
}

function textOf(name, text, kind) {
  return text ? el(name, String(text), kind) : "";
}

function listOf(texts) {
  return texts && texts.length ? el("ul", texts.map((text) => el("li", [el("span", text)]))) : "";
}

function folded(heading, content, open) {
  const made = el("details", [el("summary", heading), ...content]);
  made.open = Boolean(open);
  return made;
}

function button(content, act, kind) {
  const made = el("button", content, kind);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

// Return a button that copies a text, or marks it for copying where the browser refuses.
function copyButton(text, words) {
  return button(words || "Copy", async (event) => {
    const pressed = event.currentTarget;
    try {
      await navigator.clipboard.writeText(text);
      pressed.textContent = "Copied";
    } catch {
      const range = document.createRange();
      range.selectNodeContents(pressed.parentElement);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      pressed.textContent = "Marked: press Ctrl+C";
    }
  }, "copy");
}

function markingOf(one) {
  return one.marking && one.marking !== "TLP:CLEAR" ? el("p", one.marking, "warn") : "";
}

// Return the number of a source as a button that leads to it.
function noteButton(number) {
  const made = button(`[${number}]`, () => showSource(number), "copy");
  made.setAttribute("aria-label", `Source ${number}`);
  return made;
}

function cardOf(card) {
  const place = card.number ? [noteButton(card.number), ` ${card.locator || ""}`] : [card.cited || "", ` ${card.locator || ""}`];
  const source = said.sources[card.number - 1];
  const made = el("div", [
    el("p", [el("span", `${card.sign} ${card.stance}`, "stance"), ` · ${card.basis} · ${card.grade} (${card.grade_words})`]),
    textOf("p", card.summary),
    textOf("p", card.value),
    textOf("blockquote", card.quote && `“${card.quote}”`),
    textOf("p", card.translation, "quiet"),
    textOf("p", card.when && `Information of ${card.when}`, "quiet"),
    el("p", ["Chain: ", el("span", card.chain || "")], "quiet"),
    el("p", place, "quiet"),
    source ? textOf("p", source.text, "quiet") : "",
    textOf("p", card.note, "quiet"),
    textOf("p", card.answered && `Answered: ${card.answered}`, "quiet"),
    listOf(card.faults),
    textOf("p", card.set_aside && `Set aside: ${card.set_aside}`, "warn"),
    markingOf(card),
  ], `card ${card.stance.toLowerCase()}${card.set_aside ? " aside" : ""}`);
  made.dataset.claim = card.id;
  return made;
}

function aspectOf(aspect, first) {
  const part = (heading, texts) => (texts && texts.length ? folded(heading, [listOf(texts)]) : "");
  return folded(`${aspect.heading} · ${aspect.verdict}`, [
    textOf("p", (aspect.flags || []).join(", "), "warn"),
    ...aspect.cards.map(cardOf),
    part("Independent origins", aspect.origins),
    part("Origins against", aspect.against),
    part("What would raise it", aspect.raised),
    part("How the rules decided", aspect.trace),
  ], first);
}

function relationOf(id) {
  const one = said.relations[id];
  const claims = one.aspects.flatMap((aspect) => aspect.cards || []);
  const count = (sign) => claims.filter((card) => card.sign === sign).length;
  const tally = Object.entries(SHORT).filter(([sign]) => count(sign)).map(([sign, word]) => `${count(sign)} ${word}`);
  const made = el("article", [
    el("h3", one.summary),
    el("p", [one.title, ` · ${one.domain} · ${one.kind}`]),
    el("p", [el("span", one.verdict, "level"), tally.length ? ` · claims: ${tally.join(", ")}` : " · no claims"]),
    textOf("p", one.override, "warn"),
    textOf("p", [one.status, one.attested].filter(Boolean).join(" · "), "quiet"),
    listOf(one.magnitudes),
    textOf("p", one.via && `Through ${one.via}`),
    textOf("p", one.note, "quiet"),
    listOf(one.faults),
    markingOf(one),
    ...one.aspects.map((aspect, rank) => aspectOf(aspect, rank === 0)),
  ]);
  made.dataset.relation = id;
  return made;
}

function linePage(id, visible) {
  const line = said.lines[id];
  const shown = line.relations.filter((each) => visible.relations.has(each));
  const hidden = line.relations.length - shown.length;
  return [
    el("h2", line.title),
    el("p", [`${line.domain} · ${line.verdict}`, copyButton(line.words, "Copy in words")]),
    textOf("p", hidden ? `${hidden} of ${line.relations.length} relations are hidden by the filters of this page.` : "", "warn"),
    ...shown.map(relationOf),
  ];
}

function actorPage(id, visible) {
  const actor = said.actors[id];
  const rows = (actor.rows || []).filter(([relation]) => visible.relations.has(relation));
  return [
    el("h2", actor.title),
    el("p", [actor.kind, copyButton([actor.title, ...(actor.names || [])].join("\n"), "Copy names")]),
    listOf(actor.names),
    listOf(actor.facts),
    textOf("p", actor.note, "quiet"),
    listOf(actor.faults),
    markingOf(actor),
    el("h3", `${rows.length} relations on show`),
    ...rows.map(([relation, text]) => relationRow(relation, text)),
  ];
}

function relationRow(relation, text) {
  const one = said.relations[relation];
  const swatch = el("span", [], `swatch ${one.sign}`);
  const detail = el("span", `${one.domain} · ${one.summary} · ${one.verdict}`, "quiet");
  return button([swatch, text, detail], () => choose({ kind: "line", id: lineOf.get(relation) }, relation), "row");
}

function sourcePage(number) {
  const source = said.sources[number - 1];
  return [
    el("h2", `Source ${number}`),
    el("p", [source.text, copyButton(source.text)]),
    textOf("p", source.read, "quiet"),
    el("h3", "Reliability"),
    listOf(source.grades),
    listOf(source.descriptor),
    textOf("p", source.note, "quiet"),
    listOf(source.faults),
    markingOf(source),
    el("h3", `Claims on show that rest on it: ${(source.uses || []).length}`),
    ...(source.uses || []).map((use) => relationRow(use.relation, use.text)),
  ];
}

function emptyPage() {
  return [
    el("h2", "Evidence"),
    el("p", "Choose a line to read what it rests on: every claim for and against, where it stands, and who had it from whom. Choose an actor to see its relations."),
  ];
}

// Fill the pane; the relation asked for is brought into sight.
function fillPane(content, relation) {
  pane.replaceChildren(...content.filter(Boolean));
  pane.scrollTop = 0;
  const wanted = relation && pane.querySelector(`[data-relation="${CSS.escape(relation)}"]`);
  if (wanted) wanted.scrollIntoView({ block: "nearest" });
}

function showSource(number) {
  fillPane(sourcePage(number));
  pane.focus();
}
