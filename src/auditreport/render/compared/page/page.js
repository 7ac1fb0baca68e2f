// Filter of the figures, the window in which a source opens, and the language: all of it adds to a page that is whole.
"use strict";
(() => {
  const page = document.documentElement;
  const form = document.querySelector(".filter");
  const table = document.getElementById("table");
  const rows = [...table.tBodies[0].rows];
  const heads = [...table.querySelectorAll("th[data-column]")];
  const places = [...table.querySelectorAll("th[data-place].place")];
  const charts = [...document.querySelectorAll("figure[data-indicator]")];
  const count = form.querySelector(".count");

  // -- language --------------------------------------------------------------------------------------------------
  const inLanguage = (element) => element.dataset[page.lang];
  function speak(language) {
    page.lang = language;
    document.title = document.body.dataset[language === "ko" ? "titleKo" : "titleEn"];
    for (const option of form.querySelectorAll("option")) option.textContent = inLanguage(option);
    tell();
  }
  for (const choice of document.querySelectorAll("input[name=language]")) {
    choice.addEventListener("change", () => speak(choice.value));
    if (choice.checked) page.lang = choice.value;
  }

  // -- filter ----------------------------------------------------------------------------------------------------
  let shown = 0;
  function tell() {
    count.textContent = inLanguage(count).replace("{shown}", shown).replace("{all}", count.dataset.all);
  }
  function filter() {
    const wanted = Object.fromEntries(new FormData(form));
    const fits = (name, value) => wanted[name] === "*" || wanted[name] === value;
    const words = wanted.text.toLowerCase().split(/\s+/).filter(Boolean);
    const open = heads.map((head) => fits("district", head.dataset.district) && fits("year", head.dataset.year));
    heads.forEach((head, i) => { head.hidden = !open[i]; });
    for (const place of places) {
      const own = heads.filter((head) => head.dataset.place === place.dataset.place && !head.hidden).length;
      place.hidden = own === 0;
      place.colSpan = own || 1;
    }
    shown = 0;
    for (const row of rows) {
      const cells = [...row.cells].slice(1);
      cells.forEach((cell, i) => { cell.hidden = !open[i]; });
      const figures = cells.reduce((sum, cell, i) => sum + (open[i] ? cell.querySelectorAll(".figure").length : 0), 0);
      const found = words.every((word) => row.dataset.search.includes(word));
      row.hidden = !(figures && found && fits("indicator", row.dataset.indicator) && fits("phase", row.dataset.phase));
      if (!row.hidden) shown += figures;
    }
    document.querySelector(".nothing").hidden = shown > 0;
    table.hidden = shown === 0;
    const kept = new Set(rows.filter((row) => !row.hidden).map((row) => `${row.dataset.indicator} ${row.dataset.phase}`));
    for (const chart of charts) {
      const has = (name, list) => wanted[name] === "*" || JSON.parse(list).map(String).includes(wanted[name]);
      chart.hidden = !(kept.has(`${chart.dataset.indicator} ${chart.dataset.phase}`)
        && has("district", chart.dataset.districts) && has("year", chart.dataset.years));
    }
    tell();
  }
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;

  // -- sources ---------------------------------------------------------------------------------------------------
  const dialog = document.getElementById("passage");
  const title = dialog.querySelector("h2");
  const body = dialog.querySelector(".body");
  function copy(element) {
    const twin = element.cloneNode(true);
    twin.removeAttribute("id");
    for (const inner of twin.querySelectorAll("[id]")) inner.removeAttribute("id");
    const part = document.createElement("div");
    part.className = "source";
    part.append(...twin.childNodes);
    return part;
  }
  function line(...parts) {
    const text = document.createElement("span");
    text.className = "line";
    for (const part of parts) text.append(part, " ");
    return text;
  }
  function name(link) {
    const cell = link.closest("td[data-column]");
    if (!cell) return [line(...[...link.childNodes].map((node) => node.cloneNode(true)))];
    const head = cell.parentElement.cells[0].cloneNode(true);
    const label = cell.querySelector(".label").cloneNode(true);
    label.className = "detail";
    label.removeAttribute("aria-hidden");
    return [line(...head.querySelector(".name").childNodes, link.textContent), line(head.querySelector(".detail"), label)];
  }
  // A link into a part that is folded opens it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    const folded = target && target.closest("details");
    if (folded) folded.open = true;
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-sources]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const wanted = link.dataset.sources.split(" ").filter(Boolean).map((number) => `s${number}`);
    const target = link.getAttribute("href").slice(1);
    if (!wanted.includes(target)) wanted.unshift(target);
    const parts = wanted.map((id) => document.getElementById(id)).filter(Boolean);
    if (!parts.length) return;
    event.preventDefault();
    title.replaceChildren(...name(link));
    body.replaceChildren(...parts.map(copy));
    if (!dialog.open) dialog.showModal();
    body.parentElement.scrollTop = 0;
  });
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  filter();
})();
