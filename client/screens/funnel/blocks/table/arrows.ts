/** Arrows lead from a figure of a table to the next one on that side, over cells that are empty. */
export function arrows(event: KeyboardEvent): void {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const cell = event.target.closest<HTMLTableCellElement>('th, td')
  const next = cell && nextButton(cell, event.key)
  if (!next) return
  event.preventDefault()
  next.focus()
}

function nextButton(cell: HTMLTableCellElement, key: string): HTMLButtonElement | undefined {
  if (key === 'ArrowRight') return firstButton(after(cell, (at) => at.nextElementSibling))
  if (key === 'ArrowLeft') return firstButton(after(cell, (at) => at.previousElementSibling))
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined
  const rows = [...(cell.closest('table')?.rows ?? [])]
  const at = rows.findIndex((row) => row.contains(cell))
  const onward = key === 'ArrowDown' ? rows.slice(at + 1) : rows.slice(0, at).reverse()
  return firstButton(onward.map((row) => row.cells[cell.cellIndex]))
}

function firstButton(cells: readonly (Element | undefined)[]): HTMLButtonElement | undefined {
  for (const cell of cells) {
    const button = cell?.querySelector('button')
    if (button) return button
  }
  return undefined
}

/** The elements behind one, on the side to which `step` leads. */
function after(from: Element, step: (at: Element) => Element | null): Element[] {
  const found: Element[] = []
  for (let at = step(from); at; at = step(at)) found.push(at)
  return found
}
