import { calendarRecords } from '../../../../shared/calendar/collections.ts'
import type { CollectionName } from '../../../../shared/collections.ts'
import { events } from '../../../../shared/events/collections.ts'
import { jobs } from '../../../../shared/jobs/collections.ts'
import type { Collection, Row } from '../../../../shared/records/declarations/collection.ts'
import { reminders } from '../../../../shared/reminders/collections.ts'
import {
  calendarReminding,
  eventReminding,
  jobReminding,
  reminderRing,
} from '../../../../shared/reminders/reminding.ts'
import { type Asked, type Reminding, type Ring, ringsOf } from '../../../../shared/reminders/rings.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import type { AnyRow } from '../standing-rows.ts'

/** Collections whose records may ring. */
const RINGING = [events, jobs, calendarRecords, reminders] as const
type Ringing = (typeof RINGING)[number]

/**
 * The rings of a span of time for one person, by record: of a change only what it touches is reckoned anew. Records that do
 * not name the person are not made into objects: of years of events few remind of anything.
 */
export class KnownRings {
  readonly #directory: Directory
  readonly #byRecord = new Map<string, readonly Ring[]>()
  #asked: Asked

  constructor(directory: Directory, asked: Asked) {
    this.#directory = directory
    this.#asked = asked
    for (const collection of RINGING) this.#scan(collection)
  }

  get span(): Asked {
    return this.#asked
  }

  all(): Iterable<Ring> {
    return [...this.#byRecord.values()].flat()
  }

  /** Another span: all is reckoned anew. */
  ask(asked: Asked): void {
    this.#asked = asked
    this.#byRecord.clear()
    for (const collection of RINGING) this.#scan(collection)
  }

  /** Takes in changes; whether any may touch what rings. */
  take(changed: ItemsChanged): boolean {
    const touched = RINGING.filter(({ name }) => changed.has(name as CollectionName))
    for (const collection of touched) {
      const ids = changed.get(collection.name as CollectionName)
      if (ids === 'all') this.#scan(collection)
      else for (const id of ids ?? []) this.#note(collection, this.#rows(collection).get(id), id)
    }
    return touched.length > 0
  }

  #rows({ name }: Collection) {
    return this.#directory.rows(name as CollectionName)
  }

  #scan(collection: Ringing): void {
    if (this.#asked.person === null) return
    const needles = [JSON.stringify(this.#asked.person)]
    for (const row of this.#rows(collection).naming(needles)) this.#note(collection, row, row.id)
  }

  #note(collection: Ringing, row: AnyRow | undefined, id: string): void {
    const key = `${collection.name}/${id}`
    const rings = row ? this.#ringsOf(collection, row) : []
    if (rings.length > 0) this.#byRecord.set(key, rings)
    else this.#byRecord.delete(key)
  }

  #ringsOf(collection: Ringing, row: AnyRow): readonly Ring[] {
    if (collection === reminders) {
      const ring = reminderRing(typed(reminders, row), this.#asked.person, this.#asked.user)
      return ring && ring.at >= this.#asked.from && ring.at <= this.#asked.to ? [ring] : []
    }
    const reminding = this.#remindingOf(collection, row)
    return reminding ? ringsOf(reminding, this.#asked) : []
  }

  #remindingOf(collection: Ringing, row: AnyRow): Reminding | null {
    if (collection === events) return eventReminding(typed(events, row))
    if (collection === jobs) return jobReminding(typed(jobs, row), this.#directory.around().zone)
    return calendarReminding(typed(calendarRecords, row), this.#directory.around().zone)
  }
}

/** A row as its own collection's declaration reads it. */
function typed<C extends Collection>(_: C, row: AnyRow): Row<C> {
  return row as unknown as Row<C>
}
