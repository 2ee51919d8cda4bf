// A button that copies a text: put in where a script runs, since without one it could do nothing.
for (const frame of document.querySelectorAll("[data-copy]")) {
  const text = document.getElementById(frame.dataset.copy);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary govuk-!-margin-bottom-0";
  button.textContent = "Copy this text";
  const told = document.createElement("span");
  told.className = "look-copied";
  told.setAttribute("role", "status");
  frame.append(button, told);
  button.addEventListener("click", async () => {
    told.textContent = (await copied(text)) ? "Copied" : "Select the text and copy it by hand";
  });
}

// The clipboard is there on secure addresses alone; elsewhere what is selected can still be copied.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text.textContent.trim());
    return true;
  } catch {
    getSelection().selectAllChildren(text);
    return document.execCommand("copy");
  }
}
