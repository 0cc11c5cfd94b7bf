import type { Temporal } from 'temporal-polyfill'
import { COLLECTIONS, type CollectionName } from '../../collections.ts'
import { COMPANY, company } from '../../company/collections.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import { dateReader } from '../reading/dates.ts'
import type { Mapping } from '../reading/mapping.ts'
import { Book, type Known } from './book.ts'
import type { ImportStep } from './step.ts'

/** What all rows of an import have in common, and the commands that they have come to. */
export interface Setting {
  readonly mapping: Mapping
  readonly book: Book
  readonly zone: string
  readonly now: number
  /** Rules hear of the moves that its orders have made (shared/messages/SPEC TX13). */
  readonly isHeard: boolean
  readonly readDate: (text: string) => Temporal.PlainDateTime | null
  readonly commands: ImportStep[]
}

/** Times of files without a zone, in a company without one, count as UTC. */
const FALLBACK_ZONE = 'UTC'

/** `now`: milliseconds since 1970. */
export function newSetting(mapping: Mapping, known: Known, now: number, isHeard: boolean): Setting {
  const own = [...known.rows(company)].find((row) => row.id === COMPANY)
  return {
    mapping,
    book: new Book(known),
    zone: mapping.zone ?? own?.zone ?? FALLBACK_ZONE,
    now,
    isHeard,
    readDate: dateReader(mapping.format.dates),
    commands: [],
  }
}

/** Plans the making of a record. Members that are null are left out. */
export function planRecord(setting: Setting, collection: CollectionName, id: string, values: JsonObject): void {
  setting.commands.push({ command: 'createRecord', args: { collection, id, values: filled(values) } })
  const name = values.name
  if (typeof name === 'string') setting.book.add(collection, id, name)
  const department = values.department
  if (collection === COLLECTIONS.people.name && typeof department === 'string')
    setting.book.setDepartment(id, department)
}

/** The members of an object that are not null. */
export function filled(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}
