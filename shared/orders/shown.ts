import * as v from 'valibot'
import { SORTS } from './collections.ts'

/**
 * Numbers of orders that a device shows and the server has lost, as the device says them (sync-server/sync/SPEC.md J32):
 * `shown:` and JSON.
 */
const shown = v.array(
  v.object({
    order: v.pipe(v.string(), v.maxLength(80)),
    sort: v.picklist(SORTS),
    /** The day of the order, ms since 1970. */
    date: v.number(),
    number: v.pipe(v.string(), v.maxLength(40)),
  }),
)
export type ShownNumber = v.InferOutput<typeof shown>[number]

/** Says which numbers are shown. */
export function formatShown(numbers: readonly ShownNumber[]): string {
  return `shown:${JSON.stringify(numbers)}`
}

/** Reads what stands behind `shown:`; null where it is nothing that a device says. */
export function parseShown(json: string): readonly ShownNumber[] | null {
  try {
    const { success, output } = v.safeParse(shown, JSON.parse(json))
    return success ? output : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
