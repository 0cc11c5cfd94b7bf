import { roomFor } from '../../../funnel/columns/cells.ts'

/** A group's number: none, and that which stands for all groups. Those of an axis go on behind them. */
export const [NO_GROUP, ALL_GROUPS, FIRST_GROUP] = [0, 1, 2]
/** In a table of groups: not known yet. No bit of it is 0, so that it stays itself where a row takes part. */
export const UNKNOWN = -1

/** Gives keys their groups as they come up. */
export class Groups {
  readonly keys: (string | null)[] = []
  readonly #numbers = new Map<string | null, number>()

  numberOf(key: string | null): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.keys.push(key) - 1 + FIRST_GROUP
    this.#numbers.set(key, number)
    return number
  }
}

/** A table of groups that is at least so long; what is new in it is not known. */
export function tableFor(table: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const longer = roomFor(table, length)
  return longer === table ? table : longer.fill(UNKNOWN, table.length)
}
