// What the page can do beyond being read: one section at a time, filters in the address, two languages, marks.
// Without this script every section stands below the other and every link still leads where it should.
(function () {
  "use strict";
  var root = document.documentElement;
  var words = JSON.parse(document.getElementById("words").textContent);
  var pages = Array.prototype.slice.call(document.querySelectorAll(".page"));
  var form = document.getElementById("filters");
  var body = document.querySelector("#rows");
  var rows = body ? Array.prototype.slice.call(body.children) : [];
  var shown = document.getElementById("shown");
  var nothing = document.getElementById("nothing");
  var names = ["text", "kind", "verdict", "flag", "from", "to", "either", "source", "since", "until", "sort"];

  function keep(name, value) {
    try { localStorage.setItem("claimbook-" + name, value); } catch (error) { /* not allowed: forget it */ }
  }

  // Sections
  function page(id) {
    var element = document.getElementById(id);
    return element && (element.classList.contains("page") ? element : element.closest(".page"));
  }
  function show() {
    var hash = location.hash.slice(1);
    var id = decode(hash.split("?")[0]) || "matters";
    var target = document.getElementById(id);
    var wanted = page(id) || document.getElementById("matters") || pages[0];
    if (!wanted || id === "main") return;
    pages.forEach(function (one) { one.classList.toggle("now", one === wanted); });
    document.querySelectorAll("nav a").forEach(function (link) {
      var here = link.hash === "#" + (wanted.dataset.tab || wanted.id);
      if (here) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    });
    var title = wanted.querySelector("h2");
    document.title = (wanted.id === "matters" || !title ? "" : title.textContent.trim() + " · ") + "Claimbook";
    if (wanted.id === "matters" && hash.indexOf("?") > 0) restore(hash.split("?")[1]);
    if (wanted.id === "matters") filter();
    unmark();
    if (target && target !== wanted) mark(id, target); else window.scrollTo(0, 0);
    if (target === wanted && hash) { wanted.tabIndex = -1; wanted.focus({ preventScroll: true }); }
  }
  function decode(text) {
    try { return decodeURIComponent(text); } catch (error) { return text; }
  }

  // Marks
  var marked = [];
  function unmark() {
    marked.forEach(function (one) { one.classList.remove("on"); });
    marked = [];
  }
  function mark(id, target) {
    var section = target.closest(".page");
    var claim = id.replace(/^[ck]-/, "");
    if (/^[ck]-/.test(id)) {
      section.querySelectorAll("mark[data-c~='" + CSS.escape(claim) + "']").forEach(function (one) { marked.push(one); });
      var card = document.getElementById("k-" + claim);
      if (card) {
        marked.push(card);
        var list = card.closest(".beside");
        if (list && list.scrollHeight > list.clientHeight) list.scrollTop = card.offsetTop - 60;
      }
      target = marked[0] && marked[0].tagName === "MARK" ? marked[0] : target;
      marked.forEach(function (one) { one.classList.add("on"); });
    }
    target.scrollIntoView({ block: "center" });
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }
  document.addEventListener("click", function (event) {
    var mark = event.target.closest("mark[data-c]");
    if (!mark || !root.classList.contains("js") || String(getSelection())) return;
    var claims = mark.dataset.c.split(" ");
    var now = decode(location.hash.slice(1)).replace(/^[ck]-/, "");
    location.hash = "c-" + claims[(claims.indexOf(now) + 1) % claims.length];
  });

  // Filters
  function state() {
    var parts = [];
    names.forEach(function (name) {
      var value = form.elements[name].value;
      if (value && !(name === "sort" && value === "interest")) parts.push(name + "=" + encodeURIComponent(value));
    });
    return parts.join("&");
  }
  function restore(query) {
    names.forEach(function (name) { form.elements[name].value = name === "sort" ? "interest" : ""; });
    query.split("&").forEach(function (part) {
      var at = part.indexOf("="), name = part.slice(0, at);
      if (names.indexOf(name) >= 0) form.elements[name].value = decode(part.slice(at + 1));
    });
    open();
  }
  function has(row, name, value) {
    return !value || (" " + (row.dataset[name] || "") + " ").indexOf(" " + value + " ") >= 0;
  }
  var more = form && form.querySelector(".more");
  function open() {
    if (more && Array.prototype.some.call(more.querySelectorAll("input, select"), function (one) { return one.value; })) more.open = true;
  }
  var texts = {};
  function text(row) {
    var id = row.dataset.id;
    if (!texts[id]) {
      var section = document.getElementById("m-" + id);
      texts[id] = ((row.textContent || "") + " " + (row.dataset.words || "") + " " + (section ? section.textContent : "")).toLowerCase();
    }
    return texts[id];
  }
  var sorts = {
    interest: function (a, b) { return a.dataset.number - b.dataset.number; },
    documents: function (a, b) { return b.dataset.documents - a.dataset.documents; },
    sources: function (a, b) { return b.dataset.sources - a.dataset.sources; },
    latest: function (a, b) { return (b.dataset.until || "").localeCompare(a.dataset.until || ""); },
    title: function (a, b) { return a.dataset.title.localeCompare(b.dataset.title); }
  };
  var order = "interest";
  function filter() {
    var want = {}, count = 0;
    names.forEach(function (name) { want[name] = form.elements[name].value.trim(); });
    var wanted = want.text.toLowerCase().split(/\s+/).filter(Boolean);
    rows.forEach(function (row) {
      var fits = has(row, "kind", want.kind) && has(row, "verdict", want.verdict) && has(row, "flags", want.flag) &&
        has(row, "from", want.from) && has(row, "to", want.to) && has(row, "parties", want.either) &&
        has(row, "origins", want.source) &&
        (!want.since || (row.dataset.until || "") >= want.since) &&
        (!want.until || (row.dataset.since && row.dataset.since.slice(0, want.until.length) <= want.until)) &&
        wanted.every(function (word) { return text(row).indexOf(word) >= 0; });
      row.hidden = !fits;
      if (fits) count += 1;
    });
    var by = want.sort || "interest";
    if (by !== order && sorts[by]) {
      rows.slice().sort(function (a, b) { return sorts[by](a, b) || sorts.interest(a, b); })
        .forEach(function (row) { body.appendChild(row); });
      order = by;
    }
    shown.textContent = count;
    nothing.hidden = count > 0;
    document.querySelectorAll("[data-verdict-chip]").forEach(function (chip) {
      chip.setAttribute("aria-pressed", String(chip.dataset.verdictChip === want.verdict));
    });
  }
  function changed() {
    var query = state();
    history.replaceState(null, "", "#matters" + (query ? "?" + query : ""));
    filter();
  }
  if (form) {
    var waiting;
    form.addEventListener("input", function (event) {
      clearTimeout(waiting);
      waiting = setTimeout(changed, event.target.name === "text" ? 120 : 0);
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(changed, 0); });
    document.querySelectorAll("[data-verdict-chip]").forEach(function (chip) {
      chip.addEventListener("click", function () {
        form.elements.verdict.value = chip.getAttribute("aria-pressed") === "true" ? "" : chip.dataset.verdictChip;
        changed();
      });
    });
  }

  // Languages and light
  function draw(language) {
    document.querySelectorAll("svg [data-zh]").forEach(function (one) { one.textContent = one.dataset[language]; });
  }
  function speak(language) {
    var at = language === "zh" ? 1 : 0;
    root.dataset.labels = language;
    root.lang = language === "zh" ? "zh-Hans" : "en";
    document.querySelectorAll("[data-t]").forEach(function (one) { one.textContent = words[one.dataset.t][at]; });
    document.querySelectorAll("[data-o]").forEach(function (one) {
      var now = one.textContent;
      one.textContent = one.dataset.o;
      one.dataset.o = now;
    });
    draw(language);
    document.querySelectorAll("a.m").forEach(function (one) {
      var section = document.getElementById(one.hash.slice(1));
      if (section) one.textContent = section.querySelector("h2").textContent;
    });
    document.querySelectorAll("[data-t-hint]").forEach(function (one) { one.placeholder = words[one.dataset.tHint][at]; });
    document.querySelectorAll("[data-t-name]").forEach(function (one) {
      one.setAttribute("aria-label", words[one.dataset.tName][at]);
    });
    texts = {};
  }
  var language = document.getElementById("language");
  language.addEventListener("click", function () {
    var next = root.dataset.labels === "zh" ? "en" : "zh";
    speak(next);
    keep("labels", next);
    language.textContent = next === "zh" ? "English" : "中文";
    language.lang = next === "zh" ? "en" : "zh-Hans";
  });
  document.getElementById("light").addEventListener("click", function () {
    var dark = root.dataset.light === "dark" || (!root.dataset.light && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.light = dark ? "light" : "dark";
    keep("light", root.dataset.light);
  });
  if (root.dataset.labels !== root.dataset.written && /^(en|zh)$/.test(root.dataset.labels)) {
    speak(root.dataset.labels);
    language.textContent = root.dataset.labels === "zh" ? "English" : "中文";
  }
  if (root.dataset.labels === "zh") draw("zh");
  document.querySelectorAll(".only-js").forEach(function (one) { one.hidden = false; });
  addEventListener("hashchange", show);
  addEventListener("load", show); // a browser goes to the address once more when all is drawn
  show();
})();
