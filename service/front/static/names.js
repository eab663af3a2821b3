// Offers names while somebody types one into the search of every page. Without this file the form works as a form does.
"use strict";

(function () {
  const field = document.querySelector("input[data-names]");
  if (!field) return;
  const list = document.createElement("ul");
  const waiting = 150; // milliseconds after the last letter
  let timer = 0;
  let asked = 0;
  let at = -1;

  list.id = "names";
  list.className = "names";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.label);
  field.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id], ["autocomplete", "off"]]) {
    field.setAttribute(name, value);
  }

  function close() {
    list.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function option(person, number) {
    const item = document.createElement("li");
    const name = document.createElement("strong");
    const note = document.createElement("span");
    item.id = "name-" + number;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    name.textContent = person.name;
    note.textContent = person.note;
    item.append(name, note);
    item.dataset.path = person.path;
    item.addEventListener("mousedown", (event) => { event.preventDefault(); location.assign(person.path); });
    return item;
  }

  function show(people) {
    list.replaceChildren(...people.map(option));
    at = -1;
    list.hidden = people.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    field.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    const mine = ++asked;
    const text = field.value.trim();
    if (text.length < 2) return close();
    try {
      const answer = await fetch(field.dataset.names + "?q=" + encodeURIComponent(text), { headers: { Accept: "application/json" } });
      const people = answer.ok ? await answer.json() : [];
      if (mine === asked) show(people); // an older answer that comes late is not shown
    } catch {
      if (mine === asked) close();
    }
  }

  function move(step) {
    const items = list.children;
    if (at >= 0) items[at].setAttribute("aria-selected", "false");
    at = (at + step + items.length) % items.length;
    items[at].setAttribute("aria-selected", "true");
    field.setAttribute("aria-activedescendant", items[at].id);
  }

  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, waiting); });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      location.assign(list.children[at].dataset.path);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
})();
