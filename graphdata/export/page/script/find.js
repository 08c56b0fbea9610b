// Filters and search: which relations, lines and actors are on show, and which of them fit some words.

const said = JSON.parse(document.getElementById("entente-evidence").textContent);
const lineIds = Object.keys(said.lines);
const lineOf = new Map(lineIds.flatMap((id) => said.lines[id].relations.map((relation) => [relation, id])));
const MOST_HITS = 40;

// Fold a text as the program does: no case, no accents, one shape per letter, words apart by one space.
function fold(text) {
  const shaped = (each) => Array.from(each, (letter) => said.folds[letter] ?? letter).join("");
  const bare = shaped(text).normalize("NFKD").toUpperCase().toLowerCase().replaceAll("ς", "σ").normalize("NFKD").replace(/\p{M}/gu, "");
  return (shaped(bare).match(/[\p{L}\p{N}]+/gu) || []).join(" ");
}

// Return what the filters let through: sets of relations, lines and actors.
function visibleUnder(domains, level) {
  const relations = new Set(Object.keys(said.relations).filter((id) => {
    const one = said.relations[id];
    return domains.has(one.sign) && (one.level || 0) >= level;
  }));
  const lines = new Set(lineIds.filter((id) => said.lines[id].relations.some((each) => relations.has(each))));
  const actors = new Set();
  for (const id of lines) actors.add(said.lines[id].giver).add(said.lines[id].receiver);
  if (relations.size === Object.keys(said.relations).length) Object.keys(said.actors).forEach((id) => actors.add(id));
  return { relations, lines, actors };
}

// Return the actors, then the relations, that hold every word; a relation is found by the names of its actors too.
function found(text, visible) {
  const words = fold(text).split(" ").filter(Boolean);
  if (!words.length) return [];
  const fits = (haystack) => words.every((word) => haystack.includes(word));
  const named = (id) => (said.actors[id] || {}).text || "";
  const actors = Object.keys(said.actors).filter((id) => visible.actors.has(id) && fits(named(id)));
  const relations = Object.keys(said.relations).filter((id) => {
    const one = said.relations[id];
    return visible.relations.has(id) && fits([one.text, ...one.actors.map(named)].join(" "));
  });
  return [...actors.map((id) => ({ kind: "actor", id })), ...relations.map((id) => ({ kind: "relation", id }))];
}
