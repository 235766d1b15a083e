"use strict";
// The page is whole without this file. It keeps what was opened open over a refresh,
// and says so when central no longer answers.
(function () {
  var heard = new Date();
  var open = {};

  function stale(yes) {
    var note = document.getElementById("stale");
    var since = document.getElementById("stale-since");
    since.textContent = heard.toLocaleTimeString();
    since.setAttribute("datetime", heard.toISOString());
    note.hidden = !yes;
    document.body.classList.toggle("is-stale", yes);
  }

  document.addEventListener("htmx:beforeSwap", function () {
    document.querySelectorAll("details[id]").forEach(function (details) {
      open[details.id] = details.open;
    });
  });
  document.addEventListener("htmx:afterSwap", function () {
    heard = new Date();
    stale(false);
    document.querySelectorAll("details[id]").forEach(function (details) {
      if (details.id in open) {
        details.open = open[details.id];
      }
    });
  });
  ["htmx:sendError", "htmx:responseError", "htmx:timeout"].forEach(function (name) {
    document.addEventListener(name, function () {
      stale(true);
    });
  });
})();
