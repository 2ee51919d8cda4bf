// Starts the Design System's own behaviour, from the address the page names (it changes with the file's content).
const start = document.querySelector("link[data-start]");
const frontend = await import(start.href);
frontend.initAll();

// What htmx swaps in is started too.
document.addEventListener("htmx:load", (event) => {
  if (event.target !== document.body) {
    frontend.initAll({ scope: event.target });
  }
});
