
document.querySelectorAll(".copy").forEach(function (button) {
  "use strict";
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
