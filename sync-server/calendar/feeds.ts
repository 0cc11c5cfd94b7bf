import { createHash, timingSafeEqual } from 'node:crypto'
import { type CalendarRecord, calendarRecords } from '../../shared/calendar/collections.ts'
import { feedText } from '../../shared/calendar/ical/writing/file.ts'
import { type CalendarLink, secretHash } from '../../shared/calendar/link.ts'
import { COMPANY, company as companies, people, settings } from '../../shared/company/collections.ts'
import { documentOf } from '../../shared/documents/documents.ts'
import { type Event, events } from '../../shared/events/collections.ts'
import { type Job, jobs } from '../../shared/jobs/collections.ts'
import type { Row } from '../../shared/records/declarations/collection.ts'
import { DAY_MS } from '../../shared/time/days.ts'
import type { Storage } from '../storage/storage.ts'
import type { Parcels } from '../sync/parcels/parcels.ts'
import { Rows } from './rows.ts'

/** What was over so long ago is left out, ms; what is repeated never is. */
const PAST = 366 * DAY_MS
/** So many calendars are kept as text while nothing is written. */
const MOST_KEPT = 100

interface Options {
  readonly storage: Pick<Storage, 'documents' | 'company'>
  readonly parcels: Pick<Parcels, 'maker' | 'of'>
}

/** A calendar, and the state of the company that it is of. */
export interface GivenFeed {
  readonly text: string
  readonly tag: string
}

/** Calendars of people as files to subscribe to (SPEC). */
export class Feeds {
  readonly #options: Options
  readonly #rows: Rows
  readonly #kept = new Map<string, GivenFeed>()

  constructor(options: Options) {
    this.#options = options
    this.#rows = new Rows(options.parcels)
  }

  /** Whether a link's secret is the one that its person has given out last (SPEC E13). */
  async opens({ user, secret }: CalendarLink): Promise<boolean> {
    const { company } = this.#options.storage
    const [own = []] = await this.#rows.of(documentOf(company, settings.family, user), [settings])
    const hash = own.find(({ id, gone }) => id === user && !gone)?.calendarLink
    return hash != null && isSame(hash, secretHash(secret))
  }

  /** What a file of this person would be of: it changes with what is written, and from day to day (SPEC E15). */
  async tag(person: string, now: number): Promise<string> {
    const marks = (await this.#documents()).map(({ document, last }) => `${document} ${last}`)
    const day = new Date(now).toISOString().slice(0, 10)
    const text = [person, day, this.#options.parcels.maker, ...marks.sort()].join('\n')
    return createHash('sha256').update(text).digest('base64url').slice(0, 27)
  }

  /** The calendar of a person, by id in `people`: his records, events and jobs with a time (SPEC E14). */
  async of(person: string, now: number): Promise<GivenFeed> {
    const tag = await this.tag(person, now)
    const kept = this.#kept.get(person)
    if (kept?.tag === tag) return kept
    const given = { tag, text: await this.#make(person, now) }
    this.#kept.delete(person)
    if (this.#kept.size >= MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value ?? '')
    this.#kept.set(person, given)
    return given
  }

  async #make(person: string, now: number): Promise<string> {
    const { company } = this.#options.storage
    const [[own], staff] = await this.#setup(`${company}/setup`)
    const named = new Map(staff.map(({ id, name, email }) => [id, { name, email }]))
    const theirs = await this.#theirs(person, now - PAST)
    const name = [named.get(person)?.name, own?.name].filter((one) => one).join(', ')
    return feedText({ name, ...theirs }, { zone: own?.zone ?? 'UTC', person: (id) => named.get(id ?? '') ?? null }, now)
  }

  async #setup(document: string): Promise<[Row<typeof companies>[], Row<typeof people>[]]> {
    const [own = []] = await this.#rows.of(document, [companies])
    const [staff = []] = await this.#rows.of(document, [people])
    return [own.filter(({ id }) => id === COMPANY), staff]
  }

  async #theirs(person: string, since: number) {
    const found = { records: [] as CalendarRecord[], events: [] as Event[], jobs: [] as Job[] }
    for (const { document } of await this.#documents()) {
      if (!isOfEvents(document)) continue
      const [records = []] = await this.#rows.of(document, [calendarRecords])
      const [ofEvents = []] = await this.#rows.of(document, [events])
      const [ofJobs = []] = await this.#rows.of(document, [jobs])
      found.records.push(...records.filter((one) => takesPart(one, person) && isWanted(one, since)))
      found.events.push(...ofEvents.filter((one) => takesPart(one, person) && isWanted(one, since)))
      found.jobs.push(...ofJobs.filter((one) => one.performer === person && isWanted(one, since)))
    }
    return found
  }

  /** Documents that a calendar is made of. */
  async #documents() {
    const { company } = this.#options.storage
    const all = await this.#options.storage.documents()
    return all.filter(({ document }) => document === `${company}/setup` || isOfEvents(document))
  }
}

function isOfEvents(document: string): boolean {
  return document.split('/')[1] === calendarRecords.family
}

function takesPart({ responsible, participants }: CalendarRecord | Event, person: string): boolean {
  return responsible === person || participants.some((one) => one.person === person)
}

interface Dated {
  readonly start: number | null
  readonly end: number | null
  readonly day?: string | null
  readonly lastDay?: string | null
  readonly due?: string | null
  readonly repeat?: string | null
}

function isWanted({ start, end, day, lastDay, due, repeat }: Dated, since: number): boolean {
  if (repeat != null) return true
  const last = end ?? start ?? Date.parse(lastDay ?? day ?? due ?? '')
  return last >= since
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
