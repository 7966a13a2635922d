"use strict";
// Shows the card of the field that is pointed at, or else of the one that has the focus; the page works without, with all cards below.
(() => {
  const here = document.getElementById("here");
  const shownSheet = () => [...document.querySelectorAll(".reading")].find((one) => one.checkVisibility())?.querySelector(".sheet");
  const fieldAt = (node) => (node instanceof Element ? node.closest(".field") : null);
  let kept = null;

  function show(field) {
    for (const one of document.querySelectorAll(".chosen, .shown")) one.classList.remove("chosen", "shown");
    if (!field) return;
    field.classList.add("chosen");
    document.getElementById(`${field.id}-card`).classList.add("shown");
    document.getElementById("details").scrollTop = 0;
  }

  function leave() {
    kept = null;
    here.textContent = "";
    show(null);
  }

  function go(field) {
    const sheet = field.closest(".reading");
    const choice = document.getElementById(`as-${sheet.id}`);
    if (!choice.checked) choice.click();
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: "center" });
  }

  document.body.classList.add("scripted");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const field = fieldAt(event.target);
    const part = event.target.closest?.("[data-part]");
    here.textContent = field && part ? part.dataset.part : "";
    if (field) show(field);
    else if (event.target.closest?.("main")) show(kept);
  });

  document.addEventListener("focusin", (event) => {
    const field = fieldAt(event.target);
    if (field) show((kept = field));
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (fieldAt(target)) {
      event.preventDefault();
      go(target);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document.activeElement?.blur();
      leave();
      return;
    }
    const field = fieldAt(document.activeElement);
    if (!field || event.altKey || event.shiftKey) return;
    const sheet = field.closest(".sheet");
    const fields = [...sheet.querySelectorAll(".field")];
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") {
      getSelection().selectAllChildren(sheet);
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const at = fields.indexOf(field);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: fields.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    fields[to]?.focus();
  });

  document.getElementById("close").addEventListener("click", () => {
    document.activeElement?.blur();
    leave();
  });

  for (const choice of document.querySelectorAll('[name="text"]')) choice.addEventListener("change", leave);

  // A browser copies what it shows: no-break spaces as blanks, no white space at the end. What is copied here is the text.
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const around = range.commonAncestorContainer;
    if (!(around instanceof Element ? around : around.parentElement).closest(".sheet")) return;
    event.clipboardData.setData("text/plain", range.cloneContents().textContent);
    event.preventDefault();
  });

  document.getElementById("copy").addEventListener("click", (event) => {
    const sheet = shownSheet();
    if (!sheet) return;
    getSelection().selectAllChildren(sheet);
    document.execCommand("copy");
    event.target.textContent = "Copied";
    setTimeout(() => (event.target.textContent = "Copy text"), 1500);
  });
})();
