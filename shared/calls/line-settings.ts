import type { LINE_WAYS, PhoneWay } from './collections.ts'
import type { LineSettings } from './phones.ts'

export type LineWay = (typeof LINE_WAYS)[number]

/** What a line of a way is set by: each a text. */
interface LineFields {
  readonly shown: readonly string[]
  readonly secret: readonly string[]
  /** Those of `shown` that say to whom the secrets are shown: where one is another, they are to be given anew. */
  readonly goes: readonly string[]
}

/**
 * Settings of lines by their way. `channel` of Asterisk has `{number}` in the place of what is dialled; `address` is that of the
 * exchange's own interface. What generic hooks send is read by names of fields: `field.*` says where in the body a thing stands,
 * `value.*` what the exchange calls it; `header` is where its signature is.
 */
export const LINE_FIELDS = {
  asterisk: {
    shown: ['host', 'port', 'user', 'context', 'channel'],
    secret: ['secret'],
    goes: ['host', 'port', 'user'],
  },
  mango: { shown: ['key', 'address', 'extension'], secret: ['salt'], goes: ['key', 'address'] },
  zadarma: { shown: ['key', 'address', 'extension'], secret: ['secret'], goes: ['key', 'address'] },
  megafon: { shown: ['address', 'user'], secret: ['key', 'token'], goes: ['address'] },
  hooks: {
    shown: [
      'header',
      'field.call',
      'field.what',
      'field.number',
      'field.direction',
      'field.line',
      'field.inner',
      'field.at',
      'value.ringing',
      'value.dialling',
      'value.answered',
      'value.ended',
      'value.missed',
      'value.failed',
      'value.in',
      'value.out',
    ],
    secret: ['secret'],
    goes: [],
  },
} as const satisfies { readonly [way in LineWay]: LineFields }

/** What a line of the way is set by; null: the way is a phone's. */
export function lineFieldsOf(way: PhoneWay): LineFields | null {
  return way in LINE_FIELDS ? LINE_FIELDS[way as LineWay] : null
}

/** Where a line's secrets go: to whom they are shown. */
export function destinationOf(way: PhoneWay, { shown }: Pick<LineSettings<unknown>, 'shown'>): string {
  return JSON.stringify([way, ...(lineFieldsOf(way)?.goes ?? []).map((name) => (shown[name] ?? '').toLowerCase())])
}
