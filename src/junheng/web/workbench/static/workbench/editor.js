/* The editor of zones: drag areas to another school, see the numbers. Everything it does the plain form does too. */
"use strict";
(function () {
  const held = JSON.parse(document.getElementById("data").textContent);
  const find = (id) => document.getElementById(id);
  const svg = find("map");
  const shapes = Array.from(find("areas").children);
  const dots = Array.from(find("schools").children);
  const schoolOf = new Map(held.schools.map((code, at) => [code, at]));
  const picked = new Set();
  const loose = new Set(held.loose);
  const locked = new Set(held.locked);
  const home = { x: 0, y: 0, w: 1000, h: held.height };
  const view = Object.assign({}, home);
  const options = new Map(Array.from(find("list") ? find("list").options : []).map((one) => [Number(one.dataset.at), one]));
  const pending = new Set();
  const CLICK = 4;
  const CLOSE = 1.7;
  let zones = held.zones;
  let revision = held.revision;
  let mode = held.draws ? "drag" : "pan";
  let busy = false;
  let gesture = null;

  const say = (words, ...given) => words.replace(/\{(\d)\}/g, (_all, at) => given[Number(at)]);
  const thousands = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

  /* ---- what the map shows */

  function paintArea(at) {
    const shape = shapes[at];
    let look = "a z" + held.colours[zones[at]];
    if (zones[at] !== held.today[at]) look += " changed";
    if (locked.has(at)) look += " locked";
    if (loose.has(at)) look += " loose";
    if (shape.getAttribute("class") !== look) shape.setAttribute("class", look);
  }

  function paintBorder() {
    let line = "";
    for (const [one, other, seam] of held.seams) if (zones[one] !== zones[other]) line += seam;
    find("border").setAttribute("d", line);
  }

  function paintMarks() {
    const marks = find("marks");
    const size = 15 * scale();
    const parts = document.createDocumentFragment();
    zones.forEach((school, at) => {
      const sign = locked.has(at) ? "■" : school !== held.today[at] ? "•" : "";
      if (!sign) return;
      const mark = document.createElementNS(svg.namespaceURI, "text");
      const [x, y] = held.middles[at];
      mark.setAttribute("class", "m");
      mark.setAttribute("x", x);
      mark.setAttribute("y", y + size / 3);
      mark.setAttribute("font-size", (sign === "■" ? 0.7 : 1.3) * size);
      mark.textContent = sign;
      parts.appendChild(mark);
    });
    marks.replaceChildren ? marks.replaceChildren(parts) : ((marks.textContent = ""), marks.appendChild(parts));
  }

  function paintPicked() {
    let line = "";
    for (const at of picked) line += shapes[at].getAttribute("d");
    find("picked").setAttribute("d", line);
    let pupils = 0;
    for (const at of picked) pupils += held.pupils[at];
    if (find("count")) find("count").textContent = picked.size ? say(held.words.selected, picked.size, thousands(pupils)) : held.words.none;
  }

  function paintAll() {
    for (let at = 0; at < shapes.length; at += 1) paintArea(at);
    paintBorder();
    paintMarks();
  }

  function aim(school) {
    let line = "";
    if (school !== null) for (let at = 0; at < zones.length; at += 1) if (zones[at] === school) line += shapes[at].getAttribute("d");
    find("aim").setAttribute("d", line);
    dots.forEach((dot, at) => dot.classList.toggle("hit", at === school));
  }

  /* ---- looking at the map: zoom and pan */

  const scale = () => view.w / home.w;

  function look() {
    svg.setAttribute("viewBox", [view.x, view.y, view.w, view.h].map((one) => one.toFixed(2)).join(" "));
    svg.classList.toggle("close", scale() < 1 / CLOSE);
    const size = Math.min(1, Math.max(0.1, scale() * 1.35));
    dots.forEach((dot) => {
      const place = dot.getAttribute("transform").replace(/\s*scale\(.*/, "");
      dot.setAttribute("transform", place + " scale(" + size.toFixed(3) + ")");
    });
    paintMarks();
  }

  function pointOf(event) {
    const point = svg.createSVGPoint();
    point.x = event.clientX;
    point.y = event.clientY;
    return point.matrixTransform(svg.getScreenCTM().inverse());
  }

  function zoom(factor, around) {
    const w = Math.min(home.w, Math.max(home.w / 24, view.w * factor));
    const by = w / view.w;
    const at = around || { x: view.x + view.w / 2, y: view.y + view.h / 2 };
    move(at.x - (at.x - view.x) * by, at.y - (at.y - view.y) * by, w, view.h * by);
  }

  function move(x, y, w, h) {
    view.w = w;
    view.h = h;
    view.x = Math.min(home.w - w, Math.max(0, x));
    view.y = Math.min(home.h - h, Math.max(0, y));
    look();
  }

  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1 / 1.25 : 1.25, pointOf(event));
  }, { passive: false });

  find("zooms").hidden = false;
  find("zooms").addEventListener("click", (event) => {
    const wanted = event.target.dataset.zoom;
    if (wanted === "in") zoom(1 / 1.5);
    if (wanted === "out") zoom(1.5);
    if (wanted === "all") move(0, 0, home.w, home.h);
  });

  /* ---- the mouse */

  const areaAt = (event) => {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const at = under && under.closest ? under.closest("[data-at]") : null;
    if (!at || !svg.contains(at)) return null;
    return at.parentNode.id === "schools" ? { school: Number(at.dataset.at) } : { area: Number(at.dataset.at), school: zones[Number(at.dataset.at)] };
  };

  function hover(event) {
    const under = areaAt(event);
    let words = "\u00a0";
    if (under && under.area !== undefined) {
      words = held.names[under.area] + " · " + held.schoolNames[under.school] + " · " + say(held.words.pupils, thousands(held.pupils[under.area]));
    } else if (under) words = held.schoolNames[under.school];
    find("hover").textContent = words;
  }

  svg.addEventListener("pointerdown", (event) => {
    if (event.button > 1) return;
    event.preventDefault();
    const under = areaAt(event);
    const what = event.button === 1 || mode === "pan" || !under ? "pan" : mode === "lasso" ? "lasso" : "area";
    gesture = { what, under, from: [event.clientX, event.clientY], start: pointOf(event), view: Object.assign({}, view), moved: false, many: event.shiftKey, line: [] };
    svg.setPointerCapture(event.pointerId);
  });

  svg.addEventListener("pointermove", (event) => {
    if (!gesture) return hover(event);
    if (!gesture.moved && Math.hypot(event.clientX - gesture.from[0], event.clientY - gesture.from[1]) < CLICK) return undefined;
    gesture.moved = true;
    if (gesture.what === "pan") return pan(event);
    if (gesture.what === "lasso") return rope(event);
    return pull(event);
  });

  function pan(event) {
    const by = view.w / svg.getBoundingClientRect().width;
    move(gesture.view.x - (event.clientX - gesture.from[0]) * by, gesture.view.y - (event.clientY - gesture.from[1]) * by, view.w, view.h);
  }

  function rope(event) {
    gesture.line.push(pointOf(event));
    find("lasso").setAttribute("d", "M" + gesture.line.map((one) => one.x.toFixed(1) + "," + one.y.toFixed(1)).join("L") + "Z");
  }

  function pull(event) {
    if (!held.draws || gesture.under.area === undefined) return;
    if (!gesture.begun) {
      gesture.begun = true;
      if (!picked.has(gesture.under.area)) choose([gesture.under.area], gesture.many);
      svg.classList.add("pulling");
    }
    const under = areaAt(event);
    const school = under ? under.school : null;
    if (school !== gesture.over) aim((gesture.over = school));
    const to = pointOf(event);
    find("pull").setAttribute("d", "M" + gesture.start.x.toFixed(1) + "," + gesture.start.y.toFixed(1) + "L" + to.x.toFixed(1) + "," + to.y.toFixed(1));
    find("hover").textContent = school === null ? "\u00a0" : say(held.words.target, held.schoolNames[school]);
  }

  svg.addEventListener("pointerup", (event) => {
    const done = gesture;
    gesture = null;
    svg.classList.remove("pulling");
    find("pull").setAttribute("d", "");
    find("lasso").setAttribute("d", "");
    aim(null);
    if (!done) return;
    if (done.what === "lasso" && done.moved) return choose(inside(done.line), done.many);
    if (done.begun) return dropped(areaAt(event), event.timeStamp);
    if (!done.moved && done.what !== "pan") clicked(done.under, event);
    return undefined;
  });
  svg.addEventListener("pointercancel", () => {
    gesture = null;
    svg.classList.remove("pulling");
    ["pull", "lasso"].forEach((id) => find(id).setAttribute("d", ""));
    aim(null);
  });

  function dropped(under, since) {
    if (under && under.school !== undefined) give(under.school, since);
  }

  function clicked(under, event) {
    if (!under) return choose([], false);
    if (under.area === undefined) {
      if (picked.size && held.draws) give(under.school, event.timeStamp);
      else aim(under.school);
      return undefined;
    }
    if (event.shiftKey) {
      picked.has(under.area) ? picked.delete(under.area) : picked.add(under.area);
      return chosen();
    }
    return choose(picked.size === 1 && picked.has(under.area) ? [] : [under.area], false);
  }

  function inside(line) {
    const within = (x, y) => {
      let odd = false;
      for (let i = 0, j = line.length - 1; i < line.length; j = i, i += 1) {
        const a = line[i];
        const b = line[j];
        if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) odd = !odd;
      }
      return odd;
    };
    return held.middles.map((one, at) => (within(one[0], one[1]) ? at : -1)).filter((at) => at >= 0);
  }

  /* ---- the selection, shared by map and list */

  function choose(areas, more) {
    if (!more) picked.clear();
    areas.forEach((at) => picked.add(at));
    chosen();
  }

  function chosen() {
    paintPicked();
    if (!find("list")) return;
    options.forEach((one, at) => {
      if (one.selected !== picked.has(at)) one.selected = picked.has(at);
    });
    const first = find("list").selectedOptions[0];
    if (first && document.activeElement !== find("list")) find("list").scrollTop = first.offsetTop - find("list").clientHeight / 3;
  }

  /* ---- asking the server */

  function tell(words, bad) {
    const status = find("status");
    status.textContent = words;
    status.classList.toggle("bad", Boolean(bad));
  }

  async function ask(what, told, since) {
    if (busy || !held.draws) return;
    busy = true;
    const form = new URLSearchParams();
    form.append("csrfmiddlewaretoken", document.querySelector("#edit [name=csrfmiddlewaretoken]").value);
    form.append("revision", revision);
    what.forEach(([name, value]) => form.append(name, value));
    try {
      const answer = await fetch(held.edit, { method: "POST", body: form, headers: { Accept: "application/json" }, credentials: "same-origin" });
      const kind = answer.headers.get("Content-Type") || "";
      if (!kind.startsWith("application/json")) throw new Error(String(answer.status));
      const got = await answer.json();
      if (answer.ok) {
        take(got);
        tell(told);
        after(since);
      } else refused(got.why, answer.status);
    } catch (fault) {
      paintAll();
      tell(held.words.lost, true);
    } finally {
      busy = false;
    }
  }

  function refused(why, status) {
    paintAll();
    tell(why, true);
    if (status !== 409) return;
    const again = document.createElement("a");
    again.href = location.href;
    again.textContent = held.words.stale;
    find("status").append(" ", again);
  }

  function after(since) {
    if (since === undefined) return;
    requestAnimationFrame(() => setTimeout(() => {
      performance.measure ? performance.measure("edit", { start: since, end: performance.now() }) : undefined;
      document.documentElement.dataset.edited = (performance.now() - since).toFixed(1);
    }, 0));
  }

  function give(school, since) {
    const areas = Array.from(picked).filter((at) => zones[at] !== school);
    if (!areas.length) return;
    const fixed = areas.find((at) => locked.has(at));
    if (fixed !== undefined) {
      tell(held.words.isLocked + "：" + held.names[fixed], true);
      return;
    }
    areas.forEach((at) => {
      pending.add(at);
      shapes[at].setAttribute("class", "a z" + held.colours[school]);
    });
    const what = [["do", "move"], ["school", held.schools[school]], ...areas.map((at) => ["areas", held.areas[at]])];
    ask(what, say(held.words.moved, areas.length, held.schoolNames[school]), since);
  }

  /* ---- what the server said */

  function take(got) {
    revision = got.revision;
    document.querySelectorAll("input[name=revision]").forEach((one) => {
      one.value = revision;
    });
    const before = looks();
    zones = got.zones;
    replace(loose, got.loose);
    replace(locked, got.locked);
    repaint(before);
    got.tiles.forEach(tile);
    document.querySelectorAll("#rows tr.fresh").forEach((one) => one.classList.remove("fresh"));
    got.schools.forEach(row);
    got.spreads.forEach(spread);
    history(got.history);
    document.querySelector("#turn [value=undo]").disabled = !got.undo;
    document.querySelector("#turn [value=redo]").disabled = !got.redo;
  }

  const looks = () => zones.map((school, at) => [school, locked.has(at), loose.has(at)].join());

  function repaint(before) {
    const fresh = looks();
    fresh.forEach((one, at) => {
      if (one === before[at] && !pending.has(at)) return;
      paintArea(at);
      option(at);
    });
    pending.clear();
    paintBorder();
    paintMarks();
  }

  function replace(kept, fresh) {
    kept.clear();
    fresh.forEach((one) => kept.add(one));
  }

  function tile(one) {
    const place = document.querySelector("#tiles [data-id=" + one.id + "]");
    place.className = one.look;
    place.querySelector("b").textContent = one.value;
    place.querySelector("small").textContent = one.note;
  }

  function row(one) {
    const place = document.querySelector('#rows tr[data-at="' + one.at + '"]');
    place.className = one.look + " fresh";
    one.cells.forEach((cell, at) => {
      place.children[at + 1].textContent = cell;
    });
    dots[one.at].classList.toggle("over", one.look === "over");
  }

  function spread(one) {
    const place = document.querySelector("#spreads [data-id=" + one.id + "]");
    place.className = one.look;
    place.children[2].firstChild.textContent = one.plan;
    place.children[4].textContent = one.sign;
  }

  function history(moves) {
    const list = find("moves");
    list.textContent = "";
    moves.forEach((one) => {
      const item = document.createElement("li");
      item.className = one.look;
      item.textContent = one.words;
      list.append(item);
    });
  }

  function option(at) {
    const one = options.get(at);
    if (one) one.textContent = held.names[at] + " · " + held.schoolNames[zones[at]] + " · " + held.pupils[at];
  }

  /* ---- the form and the keyboard */

  if (held.draws) {
    find("modes").hidden = false;
    find("find-go").hidden = true;
    find("list").addEventListener("change", () => {
      choose(Array.from(find("list").selectedOptions).map((one) => Number(one.dataset.at)), false);
    });
    find("find").addEventListener("input", () => {
      const wanted = find("find").value.trim();
      options.forEach((one) => {
        one.hidden = Boolean(wanted) && !one.textContent.includes(wanted);
      });
    });
    find("find").form.addEventListener("submit", (event) => event.preventDefault());
    find("edit").addEventListener("submit", (event) => {
      event.preventDefault();
      const button = event.submitter || document.activeElement;
      const does = button && button.name === "do" ? button.value : "move";
      const areas = Array.from(picked).map((at) => ["areas", held.areas[at]]);
      if (does !== "move") return ask([["do", does], ...areas], does === "lock" ? held.words.locked : held.words.unlocked);
      const school = schoolOf.get(find("school").value);
      return ask([["do", "move"], ["school", find("school").value], ...areas], school === undefined ? "" : say(held.words.moved, picked.size, held.schoolNames[school]), event.timeStamp);
    });
    find("turn").addEventListener("submit", (event) => {
      event.preventDefault();
      const button = event.submitter || document.activeElement;
      turn(button.value);
    });
    document.addEventListener("keydown", (event) => {
      const typing = /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
      if (event.key === "Escape") return choose([], false);
      if (!(event.ctrlKey || event.metaKey) || typing) return undefined;
      const key = event.key.toLowerCase();
      if (key === "z" && !event.shiftKey) event.preventDefault(), turn("undo");
      if (key === "y" || (key === "z" && event.shiftKey)) event.preventDefault(), turn("redo");
      return undefined;
    });
  }

  function turn(which) {
    ask([["do", which]], which === "undo" ? held.words.undone : held.words.redone);
  }

  find("modes").addEventListener("click", (event) => {
    if (!event.target.dataset.mode) return;
    mode = event.target.dataset.mode;
    Array.from(find("modes").children).forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.mode === mode)));
    svg.classList.toggle("pan", mode === "pan");
    svg.classList.toggle("lasso", mode === "lasso");
  });

  svg.classList.add("live");
  document.querySelectorAll("#rows tr.over").forEach((one) => dots[Number(one.dataset.at)] && dots[Number(one.dataset.at)].classList.add("over"));
  look();
  chosen();
  document.documentElement.dataset.ready = "1";
})();
