// Says before anything is drawn that scripts run and that the browser is one GOV.UK Frontend supports.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
