"use strict";
// The page is whole without this file. It keeps what was opened open over a refresh, asks anew when central has news,
// says so when central no longer answers, and draws the figures of a table as a plot.
(function () {
  var heard = new Date();
  var open = {};
  var plots = [];

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

  function listen() {
    if (!document.querySelector("main[hx-get]") || !window.EventSource) {
      return;
    }
    var source = new EventSource("/v1/news");
    var soon = 0;
    source.addEventListener("news", function () {
      if (!soon) {
        soon = window.setTimeout(function () {
          soon = 0;
          document.body.dispatchEvent(new CustomEvent("news"));
        }, 2000);
      }
    });
    window.addEventListener("pagehide", function () {
      source.close();
    });
  }

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function draw(box, figures) {
    var soft = colour("--soft");
    var line = colour("--line");
    var axis = { stroke: soft, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
    function count(label, name) {
      return { label: label, scale: "n", stroke: colour(name), width: 2, points: { show: false } };
    }
    var score = figures.score.map(function (value) {
      return value === "" ? null : value;
    });
    var plot = new window.uPlot(
      {
        width: box.clientWidth,
        height: 220,
        tzDate: function (at) { return window.uPlot.tzDate(new Date(at * 1000), "Etc/UTC"); },
        cursor: { drag: { x: false, y: false } },
        scales: { s: { range: [0, 100] }, n: { range: function (u, low, high) { return [0, Math.max(5, high * 1.3)]; } } },
        axes: [
          Object.assign({ values: "{D} {MMM}", incrs: [1, 2, 4, 7, 14].map(function (days) { return days * 86400; }) }, axis),
          Object.assign({ scale: "s", label: "Score", size: 46, labelSize: 20 }, axis),
          { scale: "n", side: 1, label: "Laptops", stroke: soft, grid: { show: false }, ticks: axis.ticks, size: 46, labelSize: 20 }
        ],
        series: [
          { label: "Day", value: "{YYYY}-{MM}-{DD}" },
          { label: "Score", scale: "s", stroke: colour("--light"), width: 3, points: { show: false } },
          count("Unsafe", "--unsafe"),
          count("Silent", "--silent")
        ]
      },
      [figures.at, score, figures.unsafe, figures.silent],
      box
    );
    plots.push({ box: box, plot: plot, figures: figures });
  }

  function plot() {
    document.querySelectorAll(".plot[data-source]").forEach(function (box) {
      fetch(box.dataset.source, { headers: { Accept: "application/json" } })
        .then(function (answer) {
          return answer.ok ? answer.json() : Promise.reject(new Error("no figures"));
        })
        .then(function (figures) {
          if (figures.at.length > 1 && window.uPlot) {
            draw(box, figures);
            box.classList.add("is-drawn");
          }
        })
        .catch(function () {
          // The table below has the figures.
        });
    });
  }

  window.addEventListener("resize", function () {
    plots.forEach(function (one) {
      one.plot.setSize({ width: one.box.clientWidth, height: 220 });
    });
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", function () {
    plots.splice(0).forEach(function (one) {
      one.plot.destroy();
      draw(one.box, one.figures);
    });
  });
  document.addEventListener("DOMContentLoaded", function () {
    listen();
    plot();
  });
})();
