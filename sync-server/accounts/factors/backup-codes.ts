import { randomInt } from 'node:crypto'

/** Without letters and digits that look alike on paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const AMOUNT = 10
const HALF = 5

/** Ten codes that work once each, `k7mqp-x2wfe`: for whoever has lost the phone with the codes that change. */
export function makeBackupCodes(): string[] {
  return Array.from({ length: AMOUNT }, () => `${half()}-${half()}`)
}

/** A code as it was typed, as it is compared: spaces and the size of letters do not matter, nor a forgotten hyphen. */
export function tidyCode(typed: string): { readonly code: string; readonly isBackup: boolean } {
  const plain = typed.toLowerCase().replaceAll(/[\s-]/g, '')
  const isBackup = plain.length === 2 * HALF
  return { code: isBackup ? `${plain.slice(0, HALF)}-${plain.slice(HALF)}` : plain, isBackup }
}

function half(): string {
  return Array.from({ length: HALF }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
