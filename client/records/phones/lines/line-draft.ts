import { LINE_FIELDS, type LineWay } from '../../../../shared/calls/line-settings.ts'
import type { PhoneChange, PhoneView } from '../../../../shared/calls/phones.ts'

/** A line as its form has it. */
export interface LineDraft {
  readonly way: LineWay
  readonly name: string
  readonly number: string
  readonly dials: boolean
  readonly isOff: boolean
  readonly shown: Readonly<Record<string, string>>
  /** What was typed anew. */
  readonly secret: Readonly<Record<string, string>>
}

/** The usual port of Asterisk's interface. */
const AMI_PORT = '5038'

/** A line that stands, or a fresh one. */
export function lineDraft(line: PhoneView | null): LineDraft {
  if (!line) {
    const fresh = { way: 'asterisk', name: '', number: '', dials: true, isOff: false } as const
    return { ...fresh, shown: { port: AMI_PORT }, secret: {} }
  }
  const { name, number, dials, isOff, settings } = line
  // A line has a way of lines: the server holds to that.
  return { way: line.way as LineWay, name, number, dials, isOff, shown: { ...settings?.shown }, secret: {} }
}

/** What is sent of it: of the fields those of its way; a secret that was not typed anew stays. */
export function lineChange({ shown, secret, ...draft }: LineDraft): PhoneChange {
  const fields = LINE_FIELDS[draft.way]
  const settings = {
    shown: Object.fromEntries(fields.shown.map((name) => [name, shown[name] ?? ''])),
    secret: Object.fromEntries(fields.secret.map((name) => [name, secret[name] || null])),
  }
  return { ...draft, texts: false, settings }
}

type Needed = { readonly [part in 'shown' | 'secret']: readonly string[] }

/** Without these nothing comes by a line of the way. */
export const NEEDED: { readonly [way in LineWay]: Needed } = {
  asterisk: { shown: ['host', 'port', 'user'], secret: ['secret'] },
  mango: { shown: ['key'], secret: ['salt'] },
  zadarma: { shown: ['key'], secret: ['secret'] },
  megafon: { shown: [], secret: ['key'] },
  hooks: { shown: [], secret: ['secret'] },
}

/** Whether the setting is given: typed, or kept by the server. */
export function isGiven(
  { shown, secret }: LineDraft,
  line: PhoneView | null,
  part: keyof Needed,
  name: string,
): boolean {
  if (part === 'shown') return (shown[name] ?? '').trim() !== ''
  return (secret[name] ?? '') !== '' || (line?.settings?.secret[name]?.isSet ?? false)
}
