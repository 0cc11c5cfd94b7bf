import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { addDays, localAt } from '../../../time/days.ts'
import type { When } from '../../slots/when.ts'

/** A line has 75 octets at most; the library does not count the space that a folded one begins with. */
ICAL.foldLength = 74

/** A property as jCal has it (RFC 7265): name, parameters, type, values. */
export type Property = readonly [
  name: string,
  params: Readonly<Record<string, string>>,
  type: string,
  ...values: unknown[],
]
export type Component = readonly [name: string, properties: readonly Property[], components: readonly Component[]]

/** What a calendar file is for: a feed publishes, an invitation asks, a removal cancels, who is invited replies. */
export type Method = 'PUBLISH' | 'REQUEST' | 'CANCEL' | 'REPLY'

export const text = (name: string, value: string): Property => [name, {}, 'text', value]
/** A property that no standard knows: the library writes it as it is given. */
export const extra = (name: string, value: string): Property => [
  name,
  {},
  'unknown',
  value.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n'),
]

export const number = (name: string, value: number): Property => [name, {}, 'integer', value]

/** An instant, in UTC. */
export function utc(name: string, at: number): Property {
  const value = Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' })
  return [name, {}, 'date-time', value]
}

/** Local times of a zone, where one is given; else in UTC. */
export function moments(name: string, at: readonly number[], zone: string | null): Property {
  if (zone === null) return [name, {}, 'date-time', ...at.map((one) => utc(name, one)[3])]
  return [
    name,
    { tzid: zone },
    'date-time',
    ...at.map((one) => localAt(one, zone).toString({ smallestUnit: 'second' })),
  ]
}

export function days(name: string, values: readonly string[]): Property {
  return [name, {}, 'date', ...values]
}

/** When something stands. A file names the day after the last one. */
export function times(when: When, zone: string | null): Property[] {
  if (when.day !== null) return [days('dtstart', [when.day]), days('dtend', [addDays(when.lastDay, 1)])]
  return [moments('dtstart', [when.start], zone), moments('dtend', [when.end], zone)]
}

export function rule(value: string): Property {
  return ['rrule', {}, 'recur', ICAL.Recur.fromString(value).toJSON()]
}

/** The file's text, lines folded by octets. */
export function calendarText(components: readonly Component[], method: Method, name: string | null = null): string {
  const properties: Property[] = [
    text('version', '2.0'),
    text('prodid', '-//Voronka//Voronka//RU'),
    text('calscale', 'GREGORIAN'),
    text('method', method),
    ...(name === null ? [] : [extra('x-wr-calname', name)]),
  ]
  const calendar: Component = ['vcalendar', properties, components]
  return `${ICAL.stringify(calendar as unknown as Parameters<typeof ICAL.stringify>[0])}\r\n`
}
