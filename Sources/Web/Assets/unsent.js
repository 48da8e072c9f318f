// Keeps what is typed in the forms of a page until each of them is accepted: while another form of the page is sent,
// when it is refused, and when no answer comes. It waits in this window alone. Without it pages work as ever.
"use strict";

(() => {
  const place = document.getElementById("unsent");
  if (!place) return;
  const words = place.dataset;
  const prefix = `samlyft unsent ${words.person} `;
  const bare = address => new URL(address, location.href).href.split("#")[0];
  const target = form => bare(form.getAttribute("action"));

  const hidden = form => [...form.elements].filter(control => control.type === "hidden");
  const isTyped = control =>
    control.name && !["hidden", "submit", "button", "file", "password", "fieldset"].includes(control.type);
  const typed = form => [...form.elements].filter(isTyped);
  const fields = form => {
    const names = new Set(typed(form).map(control => control.name));
    return [...new FormData(form)].filter(([name]) => names.has(name));
  };
  // What was written in words, for the day when the form itself is gone.
  const texts = form => typed(form).filter(control => control.matches("textarea, input[type=text]"))
    .map(control => control.value).filter(text => text !== "");

  // Rows of a list have one form each, told apart by what they do not show.
  const keyOf = form => prefix + [target(form), ...hidden(form)
    .filter(control => !["csrf", "once", "version"].includes(control.name)).map(control => control.value)].join(" ");
  const keys = () => Object.keys(sessionStorage).filter(key => key.startsWith(prefix));
  const read = key => JSON.parse(sessionStorage.getItem(key));
  const write = (key, entry) => sessionStorage.setItem(key, JSON.stringify(entry));

  // A form that was accepted leads on, from the page that it was sent from or from the one that gave it back. One that
  // was refused is answered where it was sent to, and one without an answer leads nowhere.
  const arrived = performance.getEntriesByType("navigation")[0];
  const wasRefused = document.querySelector("main .error-summary") !== null;
  const settle = key => {
    const entry = read(key);
    if (!entry.sent) return;
    const wasAccepted = !wasRefused && arrived.redirectCount > 0
      && [entry.from, entry.to].includes(bare(document.referrer || "about:blank"));
    if (wasAccepted) sessionStorage.removeItem(key);
    else write(key, { ...entry, sent: false, unsure: !wasRefused });
  };

  const put = (form, kept) => {
    const taken = new Map();
    for (const control of typed(form)) {
      const values = kept.filter(([name]) => name === control.name).map(([, value]) => value);
      if (control.type === "checkbox" || control.type === "radio") {
        control.checked = values.includes(control.value);
        continue;
      }
      const index = taken.get(control.name) || 0;
      taken.set(control.name, index + 1);
      const value = values[index];
      const isThere = control.type !== "select-one" || [...control.options].some(option => option.value === value);
      if (value !== undefined && isThere) control.value = value;
    }
  };

  const paragraph = text => {
    const line = document.createElement("p");
    line.textContent = text;
    return line;
  };
  const discardButton = work => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = words.discard;
    button.addEventListener("click", work);
    return button;
  };

  const tell = (form, key, entry) => {
    const line = paragraph((entry.unsure ? words.unsure : words.kept) + " ");
    line.className = "unsent";
    line.setAttribute("role", "status");
    line.append(discardButton(() => {
      sessionStorage.removeItem(key);
      form.reset();
      line.remove();
      typed(form)[0].focus();
    }));
    form.prepend(line);
    for (let box = form.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  };

  const watch = form => {
    const key = keyOf(form);
    const served = JSON.stringify(fields(form));
    const kept = sessionStorage.getItem(key) && read(key);
    if (kept) {
      put(form, kept.fields);
      if (JSON.stringify(fields(form)) !== served) tell(form, key, kept);
    }
    form.addEventListener("input", () => {
      const now = fields(form);
      if (!wasRefused && JSON.stringify(now) === served) sessionStorage.removeItem(key);
      else write(key, { page: words.page, to: target(form), fields: now, texts: texts(form) });
    });
    form.addEventListener("submit", () => {
      if (sessionStorage.getItem(key)) write(key, { ...read(key), sent: true, from: bare(location.href) });
    });
    return key;
  };

  // A form that the page no longer has: what was written in it is shown, to be copied or thrown away.
  const tellGone = gone => {
    place.className = "notice notice-warning";
    place.append(paragraph(words.gone));
    for (const text of gone.flatMap(key => read(key).texts)) {
      const quote = document.createElement("blockquote");
      quote.append(paragraph(text));
      place.append(quote);
    }
    const last = document.createElement("p");
    last.append(discardButton(() => {
      gone.forEach(key => sessionStorage.removeItem(key));
      place.replaceChildren();
      place.className = "";
    }));
    place.append(last);
  };

  keys().forEach(settle);
  const forms = [...document.querySelectorAll("main form[method=post]:not([data-autosave])")];
  const present = new Set(forms.filter(form => typed(form).length > 0).map(watch));
  const gone = keys().filter(key => !present.has(key) && read(key).page === words.page && read(key).texts.length > 0);
  if (gone.length > 0) tellGone(gone);
})();
