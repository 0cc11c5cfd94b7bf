import type { CalendarRecord } from '../../../../../shared/calendar/collections.ts'
import { readCalendar } from '../../../../../shared/calendar/ical/reading/read.ts'
import { idOfUid } from '../../../../../shared/calendar/ical/uid.ts'
import type { CommandArgs } from '../../../../../shared/commands.ts'
import type { JsonObject } from '../../../../../shared/records/declarations/value.ts'
import type { Two } from '../two.ts'
import { fresh } from './made.ts'
import type { Ways } from './way.ts'

const at = (local: string) => Date.parse(`${local}:00+03:00`)
const timed = (start: string, end: string) => ({ start: at(start), end: at(end), day: null, lastDay: null })
const ORIGINAL = '2026-11-10T10:00'
const AFTERNOON = timed('2026-11-11T15:00', '2026-11-11T16:00')

/** What stands in the calendar, single ones of what is repeated. */
export const CALENDAR_WAYS: Ways<
  'moveSlot' | 'changeOccurrence' | 'removeOccurrence' | 'restoreOccurrence' | 'answerInvitation' | 'takeInvitation'
> = {
  moveSlot: {
    'a record': async (two) => {
      const about = await weekly(two, { repeat: null })
      return moved(about, null, 'all')
    },
    'one of a series': async (two) => moved(await weekly(two), ORIGINAL, 'this'),
    'all of a series': async (two) => moved(await changed(two), ORIGINAL, 'all'),
    'those that follow': async (two) => moved(await changed(two), ORIGINAL, 'following'),
    'an event': async (two) => {
      const about = fresh('events', two.one)
      await two.one.run('createRecord', { ...about, values: { kind: 'call', subject: 'Звонок' } })
      return { args: { ...about, original: null, scope: 'all', when: AFTERNOON }, about: [about] }
    },
  },
  changeOccurrence: {
    'its name alone': async (two) => {
      const about = await changed(two)
      return { args: { id: about.id, original: ORIGINAL, scope: 'this', subject: 'Итоги' }, about: [about] }
    },
  },
  removeOccurrence: {
    'one, moved before': async (two) => {
      const about = await changed(two)
      return { args: { id: about.id, original: ORIGINAL, scope: 'this' }, about: [about] }
    },
    'those that follow': async (two) => {
      const about = await weekly(two)
      return { args: { id: about.id, original: ORIGINAL, scope: 'following' }, about: [about] }
    },
    all: async (two) => {
      const about = await weekly(two)
      return { args: { id: about.id, original: ORIGINAL, scope: 'all' }, about: [about] }
    },
  },
  restoreOccurrence: {
    'one that was moved': async (two) => {
      const about = await changed(two)
      return { args: { id: about.id, original: ORIGINAL }, about: [about] }
    },
  },
  takeInvitation: {
    'a new one': async () => ({ args: taken('new@lotos', 0), about: [ofUid('new@lotos')] }),
    'a newer one': async ({ one }) => {
      await one.run('takeInvitation', taken('known@lotos', 0))
      return { args: taken('known@lotos', 1), about: [ofUid('known@lotos')] }
    },
  },
  answerInvitation: {
    'of a participant': async (two) => {
      const about = await weekly(two, { participants: { olga: { person: 'olga' } } })
      return { args: { id: about.id, participant: 'olga', answer: 'accepted' }, about: [about] }
    },
  },
}

/** An invitation as a program sends it. */
const invitation = (uid: string, sequence: number) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    'DTSTART:20261124T100000Z',
    `SUMMARY:Сверка ${sequence}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\n')

function taken(uid: string, sequence: number): CommandArgs<'takeInvitation'> {
  return { invited: readCalendar(invitation(uid, sequence), 'Europe/Moscow').records, people: {} }
}

function ofUid(uid: string) {
  return { collection: 'calendarRecords', id: idOfUid(uid).id } as const
}

type Record = Awaited<ReturnType<typeof weekly>>

function moved(about: Record, original: string | null, scope: 'this' | 'following' | 'all') {
  return { args: { ...about, original, scope, when: AFTERNOON }, about: [about] }
}

async function weekly({ one }: Two, values: JsonObject = {}) {
  const about = fresh('calendarRecords', one)
  const series: Partial<CalendarRecord> = { start: at('2026-11-03T10:00'), end: at('2026-11-03T11:00') }
  const zone = 'Europe/Moscow'
  await one.run('createRecord', {
    ...about,
    values: { subject: 'Планерка', ...series, zone, repeat: 'FREQ=WEEKLY', ...values } as JsonObject,
  })
  return about
}

/** One of it was moved already. */
async function changed(two: Two) {
  const about = await weekly(two)
  const when = timed('2026-11-10T12:00', '2026-11-10T13:00')
  await two.one.run('moveSlot', { ...about, original: ORIGINAL, scope: 'this', when })
  return about
}
