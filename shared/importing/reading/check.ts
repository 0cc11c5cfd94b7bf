import { COLLECTIONS } from '../../collections.ts'
import { fieldsOf } from '../../custom/known.ts'
import type { Fields, List } from '../../records/declarations/collection.ts'
import { isMadeByName } from '../planning/book.ts'
import type { Cell, CellsByField, Mapping, MappingProblem, OrderSource, RecordSource } from './mapping.ts'
import { columnsOf } from './row-reader.ts'
import type { Sheet } from './sheet.ts'

/** Types of built-in fields that no cell can give. */
const UNREADABLE = new Set(['flag', 'place'])
/** Fields of orders that the import itself sets. */
const OWN = new Set(['sort', 'posted'])

/** Checks a mapping against what it speaks of: the fields that collections have and the columns that files have. */
export function checkMapping(mapping: Mapping, sheets: ReadonlyMap<string, Sheet>): MappingProblem[] {
  return mapping.sources.flatMap((source, i) => {
    const columns = sheets.get(source.file)?.columns ?? []
    const check = new SourceCheck(`sources.${i}`, columns)
    check.column('key', source.key)
    check.fields('fields', source.fields, fieldsOf(source.what))
    if (source.what === 'orders') checkOrders(check, source, mapping)
    else checkLists(check, source)
    return check.problems
  })
}

class SourceCheck {
  readonly problems: MappingProblem[] = []
  readonly #path: string
  readonly #columns: readonly string[]

  constructor(path: string, columns: readonly string[]) {
    this.#path = path
    this.#columns = columns
  }

  wrong(path: string, expected: string, found: string): void {
    this.problems.push({ path: `${this.#path}.${path}`, expected, found })
  }

  column(path: string, name: string): void {
    if (!this.#columns.includes(name)) this.wrong(path, this.#columns.join(' | '), name)
  }

  fields(path: string, cells: CellsByField, fields: Fields): void {
    const names = Object.keys(fields).filter((name) => isReadable(fields, name))
    for (const [name, cell] of Object.entries(cells)) {
      if (names.includes(name)) this.cell(`${path}.${name}`, cell, fields[name]?.to)
      else this.wrong(`${path}.${name}`, names.join(' | '), name)
    }
    const lacking = names.filter((name) => fields[name]?.required && !Object.hasOwn(cells, name))
    for (const name of lacking) this.wrong(path, name, Object.keys(cells).join(' | '))
  }

  cell(path: string, cell: Cell, to?: string): void {
    if (cell.column !== undefined) this.column(`${path}.column`, cell.column)
    for (const column of (cell.template ?? []).flatMap(columnsOf)) this.column(`${path}.template`, column)
    if (cell.missing === 'create' && !isMadeByName(to ?? '')) this.wrong(`${path}.missing`, 'refuse', 'create')
    const isDepartment = to === COLLECTIONS.departments.name
    if (cell.of !== undefined && !(isDepartment && cell.of === 'responsible'))
      this.wrong(`${path}.of`, 'responsible', cell.of)
  }
}

function isReadable(fields: Fields, name: string): boolean {
  const field = fields[name]
  if (field?.added) return true
  return field !== undefined && (!field.server || field.imported) && !UNREADABLE.has(field.type) && !OWN.has(name)
}

function checkLists(check: SourceCheck, { what, lists }: RecordSource): void {
  const declared: Readonly<Record<string, List>> = COLLECTIONS[what].lists
  for (const [list, entries] of Object.entries(lists)) {
    const fields = declared[list]?.fields
    if (!fields) check.wrong(`lists.${list}`, Object.keys(declared).join(' | '), list)
    else for (const [i, cells] of entries.entries()) check.fields(`lists.${list}.${i}`, cells, fields)
  }
}

function checkOrders(check: SourceCheck, { lines, stage }: OrderSource, mapping: Mapping): void {
  const { lines: lineList, moves } = COLLECTIONS.orders.lists
  for (const [i, line] of lines.entries()) check.fields(`lines.${i}`, line, lineList.fields)
  check.column('stage.column', stage.column)
  const kind = mapping.kinds.find((one) => one.name === stage.kind)
  if (!kind) check.wrong('stage.kind', mapping.kinds.map((one) => one.name).join(' | '), stage.kind)
  const states = kind?.states.map((one) => one.name) ?? []
  for (const [name, stageMoves] of Object.entries(stage.stages)) {
    for (const [i, move] of stageMoves.entries()) {
      const path = `stage.stages.${name}.${i}`
      if (kind && move.state !== undefined && !states.includes(move.state))
        check.wrong(`${path}.state`, states.join(' | '), move.state)
      check.cell(`${path}.at`, move.at)
      if (move.reason) check.cell(`${path}.reason`, move.reason, moves.fields.reason.to)
      if (move.comment) check.cell(`${path}.comment`, move.comment)
    }
  }
}
