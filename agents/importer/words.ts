import { Failure } from '../../shared/errors.ts'
import type { MappingProblem } from '../../shared/importing/reading/mapping.ts'
import type { ImportReport, Note, RowProblem } from '../../shared/importing/report.ts'
import { fill } from '../../shared/locales/fill.ts'
import type { Words } from '../../shared/locales/index.ts'

/** An import's report as lines of text. */
export function reportLines({ name, sources, made, notes, problems }: ImportReport, words: Words): string[] {
  const { importing } = words
  const counts = Object.entries(made).map(([what, count]) => fill(importing.made, { what: whatOf(what, words), count }))
  return [
    fill(importing.title, { name }),
    ...sources.map((source) => fill(importing.source, { ...source, what: whatOf(source.what, words) })),
    ...(counts.length > 0 ? section(importing.madeTitle, counts) : [importing.nothing]),
    ...section(
      importing.notesTitle,
      notes.map((note) => noteLine(note, words)),
    ),
    ...section(
      importing.problemsTitle,
      problems.map((problem) => problemLine(problem, words)),
    ),
  ]
}

/** A mapping's wrong places as lines of text. */
export function mappingLines(file: string, problems: readonly MappingProblem[], { importing }: Words): string[] {
  const shapes: Readonly<Record<string, string>> = importing.shapes
  const lines = problems.map(({ path, expected, found }) =>
    fill(importing.mappingPlace, { path: path || importing.wholeFile, expected: shapes[expected] ?? expected, found }),
  )
  return [fill(importing.mapping, { file }), ...lines.map(indented)]
}

/** The sentence for a failure; null for an error that is none. */
export function failureLine(error: unknown, { errors }: Words): string | null {
  return error instanceof Failure ? fill(errors[error.code], error.params) : null
}

function noteLine(note: Note, { importing }: Words): string {
  return `${note.file}, ${note.column}: ${fill(importing.notes[note.code], { ...note })}`
}

function problemLine({ file, line, column, code, params }: RowProblem, words: Words): string {
  const { collection } = params
  const named = collection === undefined ? params : { ...params, collection: whatOf(String(collection), words) }
  const place = column === null ? `${file}:${line}` : `${file}:${line}, ${column}`
  return `${place}: ${fill(words.importing.problems[code], named)}`
}

function whatOf(collection: string, { importing }: Words): string {
  const names: Readonly<Record<string, string>> = importing.what
  return names[collection] ?? collection
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map(indented)]
}

function indented(line: string): string {
  return `  ${line}`
}
