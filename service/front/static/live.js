// Keeps the place of whoever acts on a page that htmx changes. Without scripts every form and link works by a new page.
"use strict";

(function () {
  const announced = document.getElementById("announced");
  const names = document.getElementById("names");
  const SECONDS = 8;
  let timer = 0;
  let open = []; // the ids of what somebody has opened
  let acting = false; // whether the focus was in what is replaced
  let height = 0; // how far the page was scrolled, in pixels

  // Read out, and seen wherever the page is scrolled to; what was done stands at its place in the page as well and goes away here.
  function say(text, look) {
    announced.textContent = ""; // the same words twice are said twice
    announced.className = look;
    requestAnimationFrame(() => { announced.textContent = text; });
    clearTimeout(timer);
    if (look === "said") timer = setTimeout(hide, SECONDS * 1000);
  }

  function hide() {
    announced.className = "hidden";
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
    say(announced.dataset.unreachable, "said failed");
  }

  // What is no page of this service (a proxy that answers in its place) is not shown in the page.
  document.addEventListener("htmx:beforeSwap", (event) => {
    hide();
    if (event.detail.target.id !== "content") return;
    event.detail.shouldSwap = event.detail.xhr.responseText.includes('<main id="content"');
    if (!event.detail.shouldSwap) return unreachable();
    height = scrollY;
    acting = event.detail.target.contains(document.activeElement);
    open = [...document.querySelectorAll("details[id][open]")].map((one) => one.id);
  });
  document.addEventListener("htmx:sendError", unreachable);

  // After an act what was open is open, and what was done is said. htmx keeps the focus on the control; where that is gone, the focus goes
  // to the place of the act, which the address names, and of what was refused to the words.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "content") return;
    for (const name of open) document.getElementById(name)?.setAttribute("open", "");
    scrollTo(scrollX, height);
    const refused = document.getElementById("refused");
    const place = document.getElementById(new URLSearchParams(location.search).get("at"));
    const told = event.target.querySelector("[role=status]");
    if (told) say(told.textContent, told.matches(".done") ? "said" : "hidden");
    if (refused) refused.focus();
    else if (acting && document.activeElement === document.body) (place ?? event.target).focus({ preventScroll: true });
    if (acting && document.activeElement !== event.target) document.activeElement.scrollIntoView({ block: "nearest" });
  });
})();
