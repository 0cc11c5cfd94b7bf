import type Database from 'better-sqlite3'
import { formatNumber, NUMBERED_COLLECTIONS, valueOfNumber } from '../../../shared/orders/numbers.ts'
import type { LostNumber, NumberWish, Unnumbered } from '../storage.ts'

const NUMBERED_SQL = NUMBERED_COLLECTIONS.map((name) => `'${name}'`).join(', ')

/** The tables `counters` and `numbers`: unique per sort and year, without gaps but for numbers that were imported. */
export function numberTables(database: Database.Database) {
  const numberOf = database.prepare<[string]>('SELECT 1 FROM numbers WHERE "order" = ?').pluck()
  const taken = database
    .prepare<[string, number, string]>('SELECT 1 FROM numbers WHERE sort = ? AND year = ? AND number = ?')
    .pluck()
  const last = database
    .prepare<[string, number], number>('SELECT last FROM counters WHERE sort = ? AND year = ?')
    .pluck()
  const count = database.prepare(
    'INSERT INTO counters VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET last = max(last, excluded.last)',
  )
  const keep = database.prepare('INSERT INTO numbers ("order", sort, year, number, given) VALUES (?, ?, ?, ?, ?)')
  const unnumbered = database.prepare<[number], Unnumbered>(
    `SELECT a.rowid AS row, a.document, a.collection, a.record AS "order", a.stamp, a.value FROM audit a NOT INDEXED
     LEFT JOIN numbers n ON n."order" = a.record
     WHERE a.rowid > ? AND a.collection IN (${NUMBERED_SQL}) AND a.path = '' AND n."order" IS NULL ORDER BY a.rowid`,
  )
  const upto = database.prepare<[], number>('SELECT upto FROM numbered').pluck()
  const noteUpto = database.prepare('UPDATE numbered SET upto = ?')
  const lastLine = database.prepare<[], number>('SELECT coalesce(max(rowid), 0) FROM audit').pluck()

  function takeIn({ order, sort, year }: NumberWish, imported: string): void {
    keep.run(order, sort, year, imported, 0)
    count.run(sort, year, valueOfNumber(sort, imported) ?? 0)
  }

  const shown = database
    .prepare<[string, string, number], string>('SELECT number FROM shown WHERE "order" = ? AND sort = ? AND year = ?')
    .pluck()
  const note = database.prepare('INSERT INTO shown VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const show = database.transaction((lost: readonly LostNumber[]) => {
    for (const { order, sort, year, number } of lost) {
      const value = valueOfNumber(sort, number)
      if (value === null || numberOf.get(order)) continue
      note.run(order, sort, year, number)
      count.run(sort, year, value)
    }
  })

  function give({ order, sort, year }: NumberWish): string {
    const own = shown.get(order, sort, year)
    if (own !== undefined && !taken.get(sort, year, own)) {
      keep.run(order, sort, year, own, 1)
      return own
    }
    let value = (last.get(sort, year) ?? 0) + 1
    while (taken.get(sort, year, formatNumber(sort, value))) value++
    count.run(sort, year, value)
    keep.run(order, sort, year, formatNumber(sort, value), 1)
    return formatNumber(sort, value)
  }

  return {
    /** Numbers the orders, inside the caller's transaction; an order that has a number keeps it. Gives the new ones. */
    assign(wishes: readonly NumberWish[]): Map<string, string> {
      const given = new Map<string, string>()
      for (const wish of wishes) {
        if (numberOf.get(wish.order)) continue
        if (wish.imported !== null) takeIn(wish, wish.imported)
        else given.set(wish.order, give(wish))
      }
      return given
    },
    unnumbered: () => ({ last: lastLine.get() ?? 0, orders: unnumbered.all(upto.get() ?? 0) }),
    noteNumbered: (line: number) => void noteUpto.run(line),
    /** Notes the numbers that orders had before a restore. */
    show: (lost: readonly LostNumber[]) => show.immediate(lost),
  }
}
