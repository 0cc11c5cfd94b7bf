import { COMMON } from '../../documents/families.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import { derivedId } from '../../records/keys/id.ts'
import type { DemoCommand } from '../command.ts'
import { Calendar } from '../month/calendar.ts'
import type { DemoWords } from '../process.ts'
import { DEMO_COMPANY, type WorkerId } from '../staff.ts'

const HOUR = 3_600_000

interface DemoRecord {
  readonly key: keyof DemoWords['calendar']
  readonly responsible: WorkerId
  /** Days from today; hours of the day, without which it takes whole days. */
  readonly day: number
  readonly hours?: readonly [from: number, to: number]
  readonly lastDay?: number
  readonly repeat?: string
  readonly participants?: readonly WorkerId[]
  readonly free?: true
}

/** What takes time in people's calendars, beside events and jobs. */
const RECORDS: readonly DemoRecord[] = [
  {
    ...{ key: 'planning', responsible: 'gromova', day: -28, hours: [9.5, 10], repeat: 'FREQ=WEEKLY;BYDAY=MO,TH' },
    participants: ['sedova', 'abdulov', 'vederkin'],
  },
  { key: 'stock', responsible: 'sedova', day: -20, hours: [17, 18], repeat: 'FREQ=MONTHLY;BYDAY=-1FR' },
  { key: 'supplier', responsible: 'sedova', day: 1, hours: [11, 12], participants: ['abdulov'] },
  { key: 'samples', responsible: 'abdulov', day: 2, hours: [14, 15.5] },
  { key: 'fair', responsible: 'vederkin', day: 4, lastDay: 6, participants: ['gromova'] },
  { key: 'birthday', responsible: 'gromova', day: 9, repeat: 'FREQ=YEARLY', free: true },
]

/** The commands that make them; the same day gives the same ids. */
export function calendarCommands(now: number, words: DemoWords): DemoCommand[] {
  const calendar = new Calendar(now)
  return RECORDS.map((record) => {
    const at = calendar.dayAgo(30)
    const id = derivedId(COMMON, at, 'demo-calendar', record.key)
    const values = valuesOf(record, calendar, words)
    return {
      command: 'createRecord',
      args: { collection: 'calendarRecords', id, values },
      person: record.responsible,
      at,
    }
  })
}

function valuesOf(record: DemoRecord, calendar: Calendar, words: DemoWords): JsonObject {
  const { key, responsible, day, hours, lastDay = day, repeat, participants = [], free } = record
  const times = hours
    ? { start: calendar.dayAgo(-day) + hours[0] * HOUR, end: calendar.dayAgo(-day) + hours[1] * HOUR }
    : { day: calendar.dateAhead(day), lastDay: calendar.dateAhead(lastDay) }
  return {
    ...{ ...words.calendar[key], responsible, ...times },
    ...(repeat !== undefined && { repeat, zone: DEMO_COMPANY.zone }),
    ...(free && { free }),
    participants: Object.fromEntries(participants.map((person, at) => [`p${at}`, { person, place: `a${at}` }])),
  }
}
