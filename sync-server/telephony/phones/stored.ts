import { lineFieldsOf } from '../../../shared/calls/line-settings.ts'
import type { LineSettings, PhoneChange } from '../../../shared/calls/phones.ts'
import type { StoredPhone } from '../../storage/telephony/phones.ts'

/** How a phone or a line is set, without its secrets. */
export interface Settings extends Omit<PhoneChange, 'settings'> {
  /** Of lines alone. */
  readonly shown: LineSettings<never>['shown']
}

/** The owner of the company's lines, as it is stored. */
export const COMPANY_OWNER = ''

export function settingsIn({ settings }: Pick<StoredPhone, 'settings'>): Settings {
  return JSON.parse(settings) as Settings
}

/** A phone with other settings, as of `now`. */
export function changedTo(stored: StoredPhone, settings: Settings, now: number): StoredPhone {
  return { ...stored, settings: JSON.stringify(settings), at: Math.max(now, stored.at + 1) }
}

/** What is kept of a change, without its secrets. */
export function settingsOf({ settings, ...change }: PhoneChange): Settings {
  return { ...change, shown: settings?.shown ?? {} }
}

/** The settings of a line with something in the place of each secret; null: it is a phone. */
export function lineSettings<Secret>(
  { way, shown }: Settings,
  secretOf: (name: string) => Secret,
): LineSettings<Secret> | null {
  const fields = lineFieldsOf(way)
  if (!fields) return null
  return { shown, secret: Object.fromEntries(fields.secret.map((name) => [name, secretOf(name)])) }
}
