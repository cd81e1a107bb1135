/* Attributes that are set only when they change, for what redraws often. */

/** Set an attribute to a text, true or false, only when it is another one; null takes it away. */
export function attribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}
