import type { Field } from '../../records/declarations/fields.ts'
import type { Cell, Mapping } from '../reading/mapping.ts'
import type { Sheet } from '../reading/sheet.ts'
import { formOf } from './form-of.ts'
import { fieldOf, type LaidOut, type Layout, sourceName } from './layout.ts'

/** By the name of a choice in whatever language, in small letters, the choices that are called so: «юр. лицо». */
export type ChoiceWords = Readonly<Record<string, readonly string[]>>

/** Words of choices as dictionaries have them: choices of different fields may be called alike. */
export function choiceWords(dictionaries: readonly Readonly<Record<string, string>>[]): ChoiceWords {
  const named = dictionaries.flatMap((words) => Object.entries(words))
  const byWord = Map.groupBy(named, ([, word]) => word.toLowerCase())
  return Object.fromEntries([...byWord].map(([word, all]) => [word, all.map(([choice]) => choice)]))
}

/** How a mapping is made of a layout. */
export interface Making {
  readonly layout: Layout
  readonly sheet: Sheet
  readonly choices: ChoiceWords
  /** Names the source; else its columns do. */
  readonly source?: string
}

/** The mapping that a layout stands for. */
export function mappingOf({ layout, sheet, choices, source }: Making): Mapping {
  const { what, key, changed } = layout
  const { fields, lists } = cellsOf(layout, sheet, choices)
  return {
    name: source ?? sourceName(what, sheet),
    format: formOf(sheet, layout.form),
    currencies: [],
    kinds: [],
    reasons: [],
    sources: [{ what, file: sheet.file, key, repeated: 'refuse', changed, removed: 'restore', fields, lists }],
  }
}

interface Cells {
  readonly fields: Record<string, Cell>
  readonly lists: Record<string, Record<string, Cell>[]>
}

function cellsOf(layout: Layout, sheet: Sheet, choices: ChoiceWords): Cells {
  const cells: Cells = { fields: {}, lists: {} }
  for (const column of sheet.columns) {
    const target = layout.targets[column]
    if (target === undefined) continue
    const [list = '', entry] = target.split('.')
    const cell = cellOf(layout.what, target, column, sheet, choices)
    if (entry === undefined) cells.fields[target] = joined(cells.fields[target], cell)
    else cells.lists[list] = [...(cells.lists[list] ?? []), { [entry]: cell }]
  }
  return cells
}

function cellOf(what: LaidOut, target: string, column: string, sheet: Sheet, choices: ChoiceWords): Cell {
  const field = fieldOf(what, target)
  const base = { column, map: field?.choices && !field.added ? choicesIn(sheet, column, field, choices) : {} }
  // Whoever is named is made where nobody has the name, so that a file needs no other before it.
  return { ...base, empty: 'leave', missing: field?.to === undefined ? 'refuse' : 'create', by: 'name' }
}

/** The words of a column that stand for choices of its field. */
function choicesIn({ rows }: Sheet, column: string, field: Field, words: ChoiceWords): Record<string, string> {
  const map: Record<string, string> = {}
  for (const { cells } of rows) {
    const text = cells[column] ?? ''
    const word = text.toLowerCase().replace(/\s*%$/, ' %')
    const choice = choiceOf(field, word, words)
    if (choice !== undefined) map[text] = choice
  }
  return map
}

/** The choice that dictionaries call so. Options of a company's own are read by their names (reading/added-value.ts). */
function choiceOf({ choices }: Field, word: string, words: ChoiceWords): string | undefined {
  return (Object.hasOwn(words, word) ? words[word] : undefined)?.find((one) => choices?.includes(one))
}

/** Two columns of one note stand in it one below the other. */
function joined(before: Cell | undefined, cell: Cell): Cell {
  if (!before) return cell
  const template = [...(before.template ?? [`{${before.column}}`]), `{${cell.column}}`]
  return { template, map: {}, empty: 'leave', missing: 'refuse', by: 'name' }
}
