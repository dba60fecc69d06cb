// Before anything is drawn: pages one at a time, the reader's language and light.
(function (root) {
  root.classList.add("js");
  var kept = {};
  try { kept = { labels: localStorage.getItem("claimbook-labels"), light: localStorage.getItem("claimbook-light") }; }
  catch (error) { /* a page opened from a file may not be allowed to keep anything */ }
  if (kept.labels) root.dataset.labels = kept.labels;
  if (kept.light) root.dataset.light = kept.light;
})(document.documentElement);
