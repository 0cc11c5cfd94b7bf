import type { Size } from './folder.ts'

/** `BENCH_ORDERS=2000` is for trying the bench out: two quarters, in both forms. */
const TRIED = Number(process.env.BENCH_ORDERS ?? 0)

export const SIZES: readonly Size[] =
  TRIED > 0
    ? [
        { orders: TRIED, quarters: 2, form: 'written' },
        { orders: TRIED, quarters: 2, form: 'packed' },
      ]
    : [
        { orders: 10_000, quarters: 2, form: 'written' },
        { orders: 10_000, quarters: 2, form: 'packed' },
        { orders: 100_000, quarters: 20, form: 'written' },
        { orders: 100_000, quarters: 20, form: 'packed' },
      ]

/** By itself, since it takes minutes to make and gigabytes to keep. */
export const MILLION: Size = { orders: 1_000_000, quarters: 100, form: 'packed' }

/** What is stored, packed, kept and looked through. */
export const GROWN: readonly Size[] =
  TRIED > 0
    ? [{ orders: TRIED, quarters: 2, form: 'written' }]
    : [
        { orders: 10_000, quarters: 2, form: 'written' },
        { orders: 100_000, quarters: 20, form: 'written' },
      ]

/** What is searched: 25 lines of the trail for each order. */
export const SEARCHED: readonly Size[] =
  TRIED > 0
    ? [{ orders: TRIED, quarters: 2, form: 'written', isIndexed: true }]
    : [
        { orders: 10_000, quarters: 2, form: 'written', isIndexed: true },
        { orders: 40_000, quarters: 8, form: 'written', isIndexed: true },
      ]

export function titleOf({ orders, form }: Size): string {
  return `${orders.toLocaleString('en')} orders, ${form === 'written' ? 'every write kept' : 'packed'}`
}

export function megabytes(bytes: number): string {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(0)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
}
