import type { PhoneRequest, Report } from '../../../../shared/calls/protocol.ts'

/** What a person says came of a call that the page handed to the phone. */
export const TALK_ENDS = ['talked', 'noAnswer', 'busy'] as const
export type TalkEnd = (typeof TALK_ENDS)[number]

/** A call that the page has handed to the phone. */
export interface Dialled {
  /** Null: nobody asked for it at a desk. */
  readonly request: PhoneRequest | null
  readonly number: string
  /** When the phone got it, ms since 1970. */
  readonly at: number
}

/** A page does not see a talk: it goes from when the phone got the number to when the person came back (SPEC PG4). */
export function reportsOf(dialled: Dialled, end: TalkEnd, back: number, note: string): readonly Report[] {
  const { request, number, at } = dialled
  // The same in all reports of it, and in no other call of this phone.
  const call = request?.id ?? `page-${at}`
  const said = { call, number, direction: 'out', ...(request ? { request: request.id } : {}) } as const
  const noted = note.trim() === '' ? {} : { note: note.trim() }
  const begun: Report = { ...said, what: 'dialling', at }
  if (end === 'talked')
    return [begun, { ...said, what: 'answered', at }, { ...said, ...noted, what: 'ended', at: back }]
  return [begun, { ...said, ...noted, what: 'failed', at: back, failure: end }]
}
