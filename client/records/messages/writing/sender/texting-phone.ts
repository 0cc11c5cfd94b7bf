import type { PhoneRecord } from '../../../../../shared/calls/collections.ts'

/** The phones of a person that send SMS. */
export function textingOf(all: readonly PhoneRecord[], user: string): readonly PhoneRecord[] {
  return all.filter(({ gone, isOff, texts, owner }) => !gone && isOff !== true && texts === true && owner === user)
}

/** By which of them an SMS goes: as was chosen for it, else as was chosen last; null: as the company says. */
export function textingPhone(
  own: readonly PhoneRecord[],
  chosen: string | null | undefined,
  last: string | null,
): PhoneRecord | null {
  const id = chosen === undefined ? last : chosen
  return own.find((one) => one.id === id) ?? null
}
