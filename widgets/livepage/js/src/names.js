// Stock ipywidgets leave some controls without an accessible name. Where a page is ours to mend, it is mended: a
// slider is named and says its unit, a group of buttons is a named group.

/** Name what `view` shows after its model's description. */
export function name(view, model) {
  const label = model.get("description") || model.get("tooltip");
  const element = view.el;
  // A tooltip that is not set is written as the word.
  for (const odd of [element, ...element.querySelectorAll('[title="null"]')]) if (odd.title === "null") odd.removeAttribute("title");
  if (!label) return;
  const plain = label.replace(/<[^>]*>/g, "");
  const readout = element.querySelector(".widget-readout");
  const handles = element.querySelectorAll(".noUi-handle");
  handles.forEach((handle, index) => {
    const which = handles.length > 1 ? [", from", ", to"][index] : "";
    handle.setAttribute("aria-label", plain + which);
    if (!readout || handles.length > 1) return;
    const say = () => handle.setAttribute("aria-valuetext", readout.textContent);
    say();
    new MutationObserver(say).observe(readout, { childList: true, characterData: true, subtree: true });
  });
  if (readout && handles.length) {
    readout.setAttribute("role", "textbox");
    readout.setAttribute("aria-label", `${plain}, typed`);
  }
  const group = element.querySelector(".widget-radio-box, .widget-toggle-buttons");
  const grouped = group || (element.matches(".widget-toggle-buttons, .widget-radio") ? element : null);
  if (grouped) {
    grouped.setAttribute("role", grouped.matches(".widget-radio-box, .widget-radio") ? "radiogroup" : "group");
    grouped.setAttribute("aria-label", plain);
  }
  for (const input of element.querySelectorAll("input, select, textarea")) {
    const named = input.labels?.length && [...input.labels].some((one) => one.textContent.trim() && one.offsetParent);
    if (!named && !input.getAttribute("aria-label")) input.setAttribute("aria-label", plain);
  }
}
