/* The editor of a rotation: the page stays while its parts change. Everything it does the plain forms and links do too. */
"use strict";
(function () {
  const editor = document.getElementById("editor");
  const find = (id) => document.getElementById(id);
  let busy = false;

  function tell(words, bad) {
    find("status").textContent = words;
    find("status").className = bad ? "status bad" : "status";
  }

  function take(parts) {
    for (const [id, html] of Object.entries(parts)) {
      const part = find(id);
      const open = Array.from(part.querySelectorAll("details[open]"), (one) => one.id);
      part.innerHTML = html;
      open.forEach((one) => find(one) && (find(one).open = true));
    }
  }

  function look(part) {
    const place = part && find(part);
    if (!place) return;
    place.focus({ preventScroll: true });
    const top = place.getBoundingClientRect().top;
    if (top < 0 || top > window.innerHeight * 0.6) place.scrollIntoView({ block: "start" });
  }

  function lasted(since) {
    requestAnimationFrame(() => setTimeout(() => {
      document.documentElement.dataset.edited = (performance.now() - since).toFixed(1);
    }, 0));
  }

  async function ask(address, given) {
    if (busy) return false;
    const since = performance.now();
    busy = true;
    editor.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin", ...given });
      if (!(answer.headers.get("Content-Type") || "").startsWith("application/json")) throw new Error(String(answer.status));
      const got = await answer.json();
      if (got.parts) take(got.parts);
      tell(got.why || (given ? editor.dataset.done : ""), !answer.ok);
      lasted(since);
      return answer.ok;
    } catch (fault) {
      tell(editor.dataset.lost, true);
      return false;
    } finally {
      busy = false;
      editor.removeAttribute("aria-busy");
    }
  }

  async function go(address, part) {
    if (!(await ask(address))) return;
    history.pushState(null, "", address);
    look(part);
  }

  editor.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-part]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link.href, link.dataset.part);
  });

  editor.addEventListener("submit", (event) => {
    const form = event.target;
    if ("leaves" in form.dataset) return;
    event.preventDefault();
    const body = new FormData(form, event.submitter);
    if (form.method === "get") {
      const said = Array.from(body.entries()).filter(([, value]) => value);
      go("?" + new URLSearchParams(said), null);
      return;
    }
    const inside = form.closest("section");
    ask(form.action, { method: "POST", body }).then((done) => {
      if (done && inside) look(inside.id);
    });
  });

  find("narrow").addEventListener("change", (event) => {
    if (event.target.matches("select, [type=checkbox]")) find("narrow").requestSubmit();
  });

  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.target.matches("input, textarea")) return;
    const key = event.key.toLowerCase();
    const redo = key === "y" || (key === "z" && event.shiftKey);
    if (!redo && key !== "z") return;
    const button = document.querySelector("#turn [value=" + (redo ? "redo" : "undo") + "]");
    if (!button || button.disabled) return;
    event.preventDefault();
    button.form.requestSubmit(button);
  });

  window.addEventListener("popstate", () => location.reload());
})();
