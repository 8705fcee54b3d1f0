/* What-if without a reload: the form is asked again whenever something in it changes. Without a script it has a button. */
"use strict";
(function () {
  const form = document.getElementById("trial");
  const place = document.getElementById("tried");
  const PAUSE = 250;
  let timer = 0;
  let asked = null;

  function show() {
    for (const one of form.querySelectorAll("output")) one.value = document.getElementById(one.htmlFor.value).value;
  }

  async function ask() {
    if (asked) asked.abort();
    asked = new AbortController();
    const query = new URLSearchParams(new FormData(form)).toString();
    place.classList.add("busy");
    place.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(location.pathname + "?" + query, { headers: { "X-Requested-With": "fetch" }, signal: asked.signal });
      if (!answer.ok && answer.status !== 422) throw new Error(String(answer.status));
      place.innerHTML = await answer.text();
      history.replaceState(null, "", "?" + query);
    } catch (fault) {
      if (fault.name === "AbortError") return;
      place.textContent = form.dataset.lost;
    }
    place.classList.remove("busy");
    place.removeAttribute("aria-busy");
  }

  form.addEventListener("input", () => {
    show();
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask();
  });
})();
