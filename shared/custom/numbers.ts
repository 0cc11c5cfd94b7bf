import { decimalText } from '../lists/decimal-text.ts'
import type { Field } from '../records/declarations/fields.ts'

/** The most decimals that a number of a company's own has. */
export const MOST_DECIMALS = 4
/** Where nobody has said how many. */
const USUAL = 2

/**
 * How many decimals a number of a company's own is shown and typed with: as many as its declaration says, more where the
 * value has more. `value`: in hundredths, as it is read.
 */
export function decimalsOf({ added }: Field, value: number | null = null): number {
  return Math.max(added?.decimals ?? USUAL, value === null ? 0 : neededFor(value))
}

/** A number in hundredths as an integer of units of `10^-decimals`. */
export function unitsOf(value: number, decimals: number): number {
  return Math.round(value * 10 ** (decimals - 2))
}

/** An integer of units of `10^-decimals` as hundredths: what a filter compares, what a sum adds up. */
export function hundredthsOf(units: number, decimals: number): number {
  return Number(shifted(units, decimals - 2))
}

/**
 * An integer of units of `10^-decimals` as records hold it (SPEC U3): hundredths where these say it, digits where they do
 * not, which every program keeps.
 */
export function writtenNumber(units: number, decimals: number): number | string {
  const value = hundredthsOf(units, decimals)
  return Number.isSafeInteger(value) ? value : decimalText(units, decimals, '.')
}

function shifted(units: number, scale: number): string {
  return scale > 0 ? decimalText(units, scale, '.') : `${units}${'0'.repeat(-scale)}`
}

function neededFor(value: number): number {
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    const units = value * 10 ** (decimals - 2)
    // A sum of many has the noise of its parts.
    if (Math.abs(units - Math.round(units)) < 1e-6) return decimals
  }
  return MOST_DECIMALS
}
