// Saves a form a few seconds after the last key, and says so. Without it the form is saved by its button, as ever.
// What cannot be sent, since the network is away, waits in this window and is offered back.
"use strict";

(() => {
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const status = document.getElementById("autosave");
  const say = word => { status.textContent = status.dataset[word] || ""; };
  const key = "samlyft " + form.getAttribute("action").split("#")[0];
  const pause = Number(form.dataset.autosave) * 1000;
  let waiting = null;
  let running = false;
  let again = false;

  const typed = () => [...new FormData(form)].filter(([name]) => name !== "csrf" && name !== "once");
  const text = () => JSON.stringify(typed().filter(([name]) => name !== "version" && name !== "shown"));
  let saved = text();

  // What the form is now based on: the version that was saved, and what this window holds of the section.
  const takeOver = said => {
    form.elements.namedItem("version").value = said.version;
    form.elements.namedItem("shown").value = said.shown;
  };

  const keep = () => sessionStorage.setItem(key, JSON.stringify(typed()));

  const save = async () => {
    if (running) { again = true; return; }
    const now = text();
    if (now === saved) return;
    running = true;
    say("saving");
    try {
      const answer = await fetch(form.getAttribute("action").split("#")[0], {
        method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" },
        credentials: "same-origin",
      });
      const isOurs = (answer.headers.get("content-type") || "").startsWith("application/json");
      if (answer.ok && isOurs) {
        takeOver(await answer.json());
        saved = now;
        sessionStorage.removeItem(key);
        say("saved");
      } else if (answer.ok || answer.status >= 500) {
        // Logged out, or the service is in trouble.
        keep();
        say("away");
      } else {
        say("refused");
      }
    } catch {
      keep();
      say("away");
    }
    running = false;
    if (again) { again = false; later(); }
  };

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, pause);
  };

  form.addEventListener("input", later);
  form.addEventListener("submit", () => { clearTimeout(waiting); sessionStorage.removeItem(key); });
  window.addEventListener("online", later);

  // What waited here is offered, and never put in unasked.
  const kept = sessionStorage.getItem(key);
  if (!kept) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = status.dataset.restore;
  button.addEventListener("click", () => {
    const values = JSON.parse(kept);
    for (const field of form.elements) {
      if (!field.name || field.type === "hidden" || field.type === "submit") continue;
      const mine = values.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox" || field.type === "radio") field.checked = mine.includes(field.value);
      else if (mine.length) field.value = mine[0];
    }
    sessionStorage.removeItem(key);
    button.remove();
    say("restored");
    later();
  });
  say("kept");
  status.after(button);
})();
