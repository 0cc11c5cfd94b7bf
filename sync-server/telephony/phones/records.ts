import { phones } from '../../../shared/calls/collections.ts'
import type { Draft } from '../../../shared/records/declarations/collection.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'
import type { StoredPhone } from '../../storage/telephony/phones.ts'
import { COMPANY_OWNER, settingsIn } from './stored.ts'

type PhoneValues = Draft<typeof phones>

/** What everybody may know of a phone (SPEC PH5); `isNotHeld`: the bridge is not given it. */
export function valuesOf(stored: StoredPhone, isNotHeld: boolean): PhoneValues {
  const { name, way, number, dials, texts, isOff } = settingsIn(stored)
  const owner = stored.owner === COMPANY_OWNER ? null : stored.owner
  const { paired, at: changed } = stored
  return { name, way, owner, number, dials, texts, isOff: isOff || isNotHeld, paired, changed }
}

/** Whether the record says what is so: that nothing is taken from it, or that something is. */
export function isSaid(tx: Transaction, stored: StoredPhone, isNotHeld: boolean): boolean {
  return tx.find(phones, stored.id)?.isOff === valuesOf(stored, isNotHeld).isOff
}

/** Brings the record in line; what reads so already is not written. */
export function putRecord(tx: Transaction, id: string, values: PhoneValues): void {
  const row = tx.find(phones, id)
  if (row?.gone) tx.restore(phones, id)
  if (row) tx.set(phones, id, values)
  else tx.create(phones, id, values)
}

/** Removes the record. */
export function removeRecord(tx: Transaction, id: string): void {
  if (tx.find(phones, id)) tx.remove(phones, id)
}
