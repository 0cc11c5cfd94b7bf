/** Arrows lead from a figure, or a head, to the next one on that side. */
export function arrows(event: KeyboardEvent): void {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const next = beside(event.target, event.key)
  if (!next) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function beside(target: Element, key: string): HTMLButtonElement | undefined {
  const cell = target.closest<HTMLTableCellElement>('td, th')
  const row = cell?.closest('tr')
  if (!cell || !row) return undefined
  const at = cell.cellIndex
  const cells = [...row.cells]
  if (key === 'ArrowRight') return buttonIn(cells.slice(at + 1))
  if (key === 'ArrowLeft') return buttonIn(cells.slice(0, at).reverse())
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined
  const rows = [...(row.closest('table')?.rows ?? [])]
  const from = rows.indexOf(row)
  const onward = key === 'ArrowDown' ? rows.slice(from + 1) : rows.slice(0, from).reverse()
  return buttonIn(onward.flatMap((one) => one.cells[at] ?? []))
}

function buttonIn(cells: readonly Element[]): HTMLButtonElement | undefined {
  for (const cell of cells) {
    const button = cell.querySelector('button')
    if (button) return button
  }
  return undefined
}
