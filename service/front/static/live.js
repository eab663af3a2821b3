// Keeps the place of whoever acts on a page that htmx changes. Without scripts every form and link works by a new page.
"use strict";

(function () {
  const announced = document.getElementById("announced");
  const names = document.getElementById("names");

  function say(text) {
    announced.textContent = ""; // the same words twice are said twice
    requestAnimationFrame(() => { announced.textContent = text; });
  }

  // Arrows lead from the search into the names that it offers and back; Escape takes the names away.
  names?.closest("form").addEventListener("keydown", (event) => {
    const field = document.getElementById("search");
    const places = [field, ...names.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (places.length === 1 || (!step && event.key !== "Escape")) return;
    event.preventDefault();
    if (step) return places.at((places.indexOf(document.activeElement) + step) % places.length).focus();
    names.replaceChildren();
    field.focus();
  });

  function unreachable() {
    announced.className = "unreachable";
    say(announced.dataset.unreachable);
  }

  // What is no page of this service (a proxy that answers in its place) is not shown in the page.
  document.addEventListener("htmx:beforeSwap", (event) => {
    announced.className = "hidden";
    if (event.detail.target.id !== "content" || event.detail.xhr.responseText.includes('<main id="content"')) return;
    event.detail.shouldSwap = false;
    unreachable();
  });
  document.addEventListener("htmx:sendError", unreachable);

  // After an act: say what was done. htmx keeps the focus on the control; where that is gone, or the act was refused, it goes to the words.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "content") return;
    const refused = document.getElementById("refused");
    const done = event.target.querySelector(".done");
    if (done) say(done.textContent);
    if (refused) refused.focus();
    else if (document.activeElement === document.body) (done?.closest("[tabindex]") ?? event.target).focus({ preventScroll: true });
    document.activeElement.scrollIntoView({ block: "nearest" });
  });
})();
