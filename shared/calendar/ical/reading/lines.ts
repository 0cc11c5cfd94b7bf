import { Failure } from '../../../errors.ts'

/** More than this no calendar that is given to a person has (characters). */
export const LARGEST = 8_000_000

/** The lines of a calendar file, joined where they were folded, each with the number of its first line. */
interface Line {
  readonly text: string
  readonly number: number
}

/**
 * Looks a file through before it is read: each line is a name with a value, what begins ends. Failures `ical-none` where
 * it is no calendar, `ical-line` with the number of the first line that is none, `ical-cut` where the end is missing,
 * `ical-large` (SPEC E12).
 */
export function checkLines(text: string): void {
  if (text.length > LARGEST) throw new Failure('ical-large')
  const open: string[] = []
  const lines = linesOf(text)
  if (!/^BEGIN:VCALENDAR\s*$/i.test(lines[0]?.text ?? '')) throw new Failure('ical-none')
  for (const line of lines) checkLine(line, open)
  if (open.length > 0) throw new Failure('ical-cut', { component: open.at(-1) ?? '' })
}

function checkLine({ text, number }: Line, open: string[]): void {
  const [, name = '', value = ''] = /^([A-Za-z0-9-]+)(?=[;:])(?:[^":]|"[^"]*")*:(.*)$/s.exec(text) ?? []
  if (name === '') throw new Failure('ical-line', { line: number })
  const component = value.trim().toUpperCase()
  if (name.toUpperCase() === 'BEGIN') open.push(component)
  if (name.toUpperCase() === 'END' && open.pop() !== component) throw new Failure('ical-line', { line: number })
}

function linesOf(text: string): Line[] {
  const lines: { text: string; number: number }[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = lines.at(-1)
    if (/^[ \t]/.test(line) && last) last.text += line.slice(1)
    else if (line.trim() !== '') lines.push({ text: line, number: index + 1 })
  }
  return lines
}
