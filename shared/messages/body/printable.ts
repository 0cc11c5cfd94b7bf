/** A text as letters may bear it: whole letters, and of the signs that steer machines none but the tabulator and the break of a line. */
export function printable(text: string): string {
  return [...text.toWellFormed()]
    .filter((sign) => sign >= ' ' || sign === '\n' || sign === '\t')
    .join('')
    .replaceAll('\u007f', '')
}
