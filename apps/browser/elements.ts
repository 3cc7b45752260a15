/** Elements of the card and the panel. */

export function element(name: string, className: string, children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  made.append(...children)
  return made
}

/** A message: what stands between backticks is code. */
export function proseOf(text: string): (Node | string)[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? element('code', '', [part]) : part))
}
