
(function () {
  "use strict";
  document.querySelectorAll(".copy").forEach(function (button) {
    var source = button.parentElement.querySelector("textarea, pre");
    var label = button.firstChild;
    button.hidden = false;
    button.addEventListener("click", function () {
      var text = source.value || source.textContent;
      function done() {
        label.nodeValue = "Copied";
        setTimeout(function () {
          label.nodeValue = "Copy";
        }, 2000);
      }
      function byHand() {
        var range = document.createRange();
        range.selectNodeContents(source);
        if (source.select) source.select();
        else getSelection().removeAllRanges(), getSelection().addRange(range);
        if (document.execCommand("copy")) done();
      }
      if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, byHand);
      else byHand();
    });
  });

  var form = document.getElementById("filter");
  if (!form) return;
  var FIRST = 25;
  var rows = Array.prototype.slice.call(document.querySelectorAll("table.events tbody tr"));
  var words = rows.map(function (row) {
    return row.textContent.toLowerCase();
  });
  var found = document.getElementById("found");
  var more = document.getElementById("more");
  var all = rows.length <= FIRST + 5;

  function fits(row, at) {
    var wanted = form.elements;
    var year = wanted.year.value;
    var asked = wanted.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    return (
      (!wanted.type.value || row.dataset.type === wanted.type.value) &&
      (!wanted.country.value || row.dataset.country === wanted.country.value) &&
      (!year || (year === "none" ? !row.dataset.year : row.dataset.year.split(" ").indexOf(year) >= 0)) &&
      asked.every(function (word) {
        return words[at].indexOf(word) >= 0;
      })
    );
  }
  function show() {
    var count = 0;
    rows.forEach(function (row, at) {
      var fit = fits(row, at);
      if (fit) count += 1;
      row.hidden = !fit || (!all && count > FIRST);
    });
    found.textContent = count + " of " + rows.length + " events";
    more.hidden = all || count <= FIRST;
    more.textContent = "Show all " + count + " events";
  }
  function lead() {
    var row = rows.filter(function (one) {
      return location.hash === "#" + one.id;
    })[0];
    if (!row) return;
    all = true;
    form.reset();
    show();
    row.scrollIntoView();
  }
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  form.addEventListener("reset", function () {
    setTimeout(show, 0);
  });
  more.addEventListener("click", function () {
    var next = rows.filter(function (row) {
      return !row.hidden;
    })[FIRST - 1];
    all = true;
    show();
    if (next) {
      next.tabIndex = -1;
      next.focus({ preventScroll: true });
    }
  });
  addEventListener("hashchange", lead);
  show();
  lead();
})();
