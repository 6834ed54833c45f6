
(function () {
  "use strict";
  var tip = document.getElementById("tip");
  var list = document.querySelector("details.list");
  var framed = window.parent !== window;

  function entry(link) {
    var href = link.getAttribute("href") || "";
    return href.charAt(0) === "#" ? document.getElementById(href.slice(1)) : null;
  }
  function marks(id) {
    return document.querySelectorAll('.drawing a[href="#' + CSS.escape(id) + '"]');
  }
  function show(link, x, y) {
    var place = entry(link);
    tip.replaceChildren();
    var words = document.createElement("b");
    words.textContent = link.getAttribute("aria-label");
    tip.append(words);
    var quote = place && (place.matches("blockquote") ? place.querySelector("p") : place.querySelector("blockquote p"));
    if (quote) {
      var said = quote.textContent;
      var cited = document.createElement("i");
      cited.dir = "auto";
      cited.textContent = said.length > 280 ? said.slice(0, 279) + "…" : said;
      tip.append(cited);
    }
    tip.hidden = false;
    var left = Math.min(x + 14, innerWidth - tip.offsetWidth - 8);
    var top = y + 18 + tip.offsetHeight > innerHeight ? y - tip.offsetHeight - 12 : y + 18;
    tip.style.left = Math.max(8, left) + "px";
    tip.style.top = Math.max(8, top) + "px";
  }
  function hide() {
    tip.hidden = true;
  }
  document.querySelectorAll(".drawing a").forEach(function (link) {
    link.addEventListener("mousemove", function (event) {
      show(link, event.clientX, event.clientY);
    });
    link.addEventListener("mouseleave", hide);
    link.addEventListener("focus", function () {
      if (!link.matches(":focus-visible")) return;
      var box = link.getBoundingClientRect();
      show(link, box.left, box.bottom - 10);
    });
    link.addEventListener("blur", hide);
    link.addEventListener("click", function () {
      hide();
      if (list) list.open = true;
    });
  });
  addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
  });
  addEventListener("scroll", hide, { passive: true });
  document.querySelectorAll(".event, .event blockquote").forEach(function (place) {
    ["mouseenter", "mouseleave"].forEach(function (kind) {
      place.addEventListener(kind, function () {
        marks(place.id).forEach(function (link) {
          link.classList.toggle("on", kind === "mouseenter");
        });
      });
    });
  });
  document.querySelectorAll(".copy").forEach(function (button) {
    var area = button.parentElement.querySelector("textarea");
    button.hidden = false;
    button.addEventListener("click", function () {
      area.select();
      var done = navigator.clipboard ? navigator.clipboard.writeText(area.value) : Promise.resolve(document.execCommand("copy"));
      done.then(function () {
        button.textContent = "Copied";
      });
    });
  });
  if (framed) {
    if (list && !location.hash) list.open = false;
    var tell = function () {
      parent.postMessage({ timelineChartHeight: Math.ceil(document.body.scrollHeight) }, "*");
    };
    new ResizeObserver(tell).observe(document.body);
  }
})();
