// Addresses that open an exercise with values: PAGE#NAME?VALUES. A fragment reaches no server and works without one.
// What the values say is between the widget that wrote them and itself.

/** What the fragment of an address asks for, as a name and values; nothing where it is one like any other. */
export function asked(fragment) {
  const [, name, values] = /^#([^?]+)[?](.*)$/s.exec(fragment) ?? [];
  try {
    return name && { name: decodeURIComponent(name), values };
  } catch {
    return undefined; // a stray percent sign
  }
}

/** The address that opens an exercise of this page with values. What was searched for (?highlight=) is nobody's business. */
export const addressOf = (name, values) => `${location.origin}${location.pathname}#${encodeURIComponent(name)}?${values}`;

/** Let go of an exercise's values in this page's own address, so that a reload does not bring them again. */
export function forget(name) {
  if (asked(location.hash)?.name === name) history.replaceState(history.state, "", location.pathname + location.search);
}

/** A field to copy an address from by hand. */
export function copyable(address) {
  const field = document.createElement("input");
  field.readOnly = true;
  field.value = address;
  field.setAttribute("aria-label", "Link to these values");
  field.addEventListener("focus", () => field.select());
  return field;
}
