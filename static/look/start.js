// Starts the Design System's own behaviour, from the address the page names (it changes with the file's content).
const start = document.querySelector("link[data-start]");
const { initAll } = await import(start.href);
initAll();

// What htmx puts in later is started too. Its neighbours are met again on the way; that they run already is no fault.
const onError = (error) => {
  if (error.name !== "InitError") {
    console.error(error);
  }
};
document.addEventListener("htmx:load", ({ target }) => {
  if (target !== document.body) {
    initAll({ scope: target.parentElement, onError });
  }
});
