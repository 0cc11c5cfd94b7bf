/** A page of rows, each with four plain inputs that no script hears. */
export function plainRows(count: number): string {
  const row = (at: number) =>
    `<li><input value="Line ${at + 1}"><input value="1"><input value="100,00"><input value=""><b>100,00</b></li>`
  const style = 'li { display: grid; grid-template-columns: 2fr repeat(4, 1fr); gap: 4px; padding: 8px 0 }'
  const rows = Array.from({ length: count }, (_, at) => row(at)).join('')
  return `<!doctype html><title>Rows</title><style>${style}</style><ul>${rows}</ul>`
}
