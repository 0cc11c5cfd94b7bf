import { formatNumber, NUMBERED_COLLECTIONS, type Numbered, valueOfNumber } from '../../../shared/orders/numbers.ts'
import type { LostNumber, NumberWish, Unnumbered } from '../storage.ts'
import { type Asked, inTransaction, type Pool } from './pool.ts'

const NUMBERED_SQL = NUMBERED_COLLECTIONS.map((name) => `'${name}'`).join(', ')

interface Kept {
  readonly wish: NumberWish
  readonly number: string
  readonly given: boolean
}

/** Numbers the orders, inside a turn; an order that has a number keeps it. Gives the new ones. */
export async function assignNumbers(asked: Asked, wishes: readonly NumberWish[]): Promise<Map<string, string>> {
  if (wishes.length === 0) return new Map()
  const numbering = new Numbering(asked, await numbered(asked, wishes), await counters(asked))
  for (const wish of wishes) await numbering.take(wish)
  await numbering.write()
  return numbering.given
}

async function numbered(asked: Asked, wishes: readonly NumberWish[]): Promise<Set<string>> {
  const { rows } = await asked.query<{ order: string }>('SELECT "order" FROM numbers WHERE "order" = ANY($1)', [
    wishes.map(({ order }) => order),
  ])
  return new Set(rows.map(({ order }) => order))
}

async function counters(asked: Asked): Promise<Map<string, number>> {
  const { rows } = await asked.query<{ sort: Numbered; year: number; last: number }>(
    'SELECT sort, year, last FROM counters',
  )
  return new Map(rows.map((row) => [placeOf(row), row.last]))
}

/** The numbers of one turn, written together at its end. */
class Numbering {
  readonly given = new Map<string, string>()
  readonly #asked: Asked
  readonly #known: Set<string>
  readonly #counters: Map<string, number>
  readonly #kept: Kept[] = []
  /** Numbers that this turn has taken, with their place. */
  readonly #taken = new Set<string>()

  constructor(asked: Asked, known: Set<string>, counters: Map<string, number>) {
    this.#asked = asked
    this.#known = known
    this.#counters = counters
  }

  async take(wish: NumberWish): Promise<void> {
    if (this.#known.has(wish.order)) return
    this.#known.add(wish.order)
    if (wish.imported !== null) this.#keep({ wish, number: wish.imported, given: false })
    else await this.#give(wish)
  }

  async #give(wish: NumberWish): Promise<void> {
    const number = (await this.#own(wish)) ?? (await this.#next(wish))
    this.given.set(wish.order, number)
    this.#keep({ wish, number, given: true })
  }

  /** The number that the order had before a restore, if that is free. */
  async #own(wish: NumberWish): Promise<string | null> {
    const { rows } = await this.#asked.query<{ number: string }>(
      'SELECT number FROM shown WHERE "order" = $1 AND sort = $2 AND year = $3',
      [wish.order, wish.sort, wish.year],
    )
    const number = rows[0]?.number
    return number === undefined || (await this.#isTaken(wish, number)) ? null : number
  }

  async #next(wish: NumberWish): Promise<string> {
    let value = (this.#counters.get(placeOf(wish)) ?? 0) + 1
    while (await this.#isTaken(wish, formatNumber(wish.sort, value))) value++
    return formatNumber(wish.sort, value)
  }

  #keep(kept: Kept): void {
    const { wish, number } = kept
    const place = placeOf(wish)
    const value = valueOfNumber(wish.sort, number) ?? 0
    this.#counters.set(place, Math.max(this.#counters.get(place) ?? 0, value))
    this.#taken.add(`${place} ${number}`)
    this.#kept.push(kept)
  }

  async #isTaken(wish: NumberWish, number: string): Promise<boolean> {
    if (this.#taken.has(`${placeOf(wish)} ${number}`)) return true
    const { rowCount } = await this.#asked.query(
      'SELECT 1 FROM numbers WHERE sort = $1 AND year = $2 AND number = $3 LIMIT 1',
      [wish.sort, wish.year, number],
    )
    return rowCount !== 0
  }

  async write(): Promise<void> {
    await this.#asked.query(
      `INSERT INTO numbers ("order", sort, year, number, given)
       SELECT * FROM unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::boolean[])`,
      [
        this.#kept.map(({ wish }) => wish.order),
        this.#kept.map(({ wish }) => wish.sort),
        this.#kept.map(({ wish }) => wish.year),
        this.#kept.map(({ number }) => number),
        this.#kept.map(({ given }) => given),
      ],
    )
    const touched = new Map(this.#kept.map(({ wish }) => [placeOf(wish), wish]))
    for (const [place, { sort, year }] of touched) {
      await this.#asked.query(
        'INSERT INTO counters VALUES ($1, $2, $3) ON CONFLICT (sort, year) DO UPDATE SET last = excluded.last',
        [sort, year, this.#counters.get(place) ?? 0],
      )
    }
  }
}

function placeOf({ sort, year }: Pick<NumberWish, 'sort' | 'year'>): string {
  return `${sort} ${year}`
}

/** Notes the numbers that orders had before a restore. */
export async function showNumbers(pool: Pool, lost: readonly LostNumber[]): Promise<void> {
  await inTransaction(pool, 'BEGIN', async (asked) => {
    for (const { order, sort, year, number } of lost) {
      const value = valueOfNumber(sort, number)
      const known = await asked.query('SELECT 1 FROM numbers WHERE "order" = $1', [order])
      if (value === null || known.rowCount !== 0) continue
      await asked.query('INSERT INTO shown VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [order, sort, year, number])
      await asked.query(
        `INSERT INTO counters VALUES ($1, $2, $3)
         ON CONFLICT (sort, year) DO UPDATE SET last = greatest(counters.last, excluded.last)`,
        [sort, year, value],
      )
    }
  })
}

/** Orders that stand in the journal without a number, behind the line of the trail that was noted last. */
export async function unnumberedOrders(asked: Asked): Promise<{ orders: Unnumbered[]; last: number }> {
  // The last line first: what is written meanwhile is looked at the next time.
  const lines = await asked.query<{ last: number }>('SELECT coalesce(max(row), 0) AS last FROM audit')
  const { rows } = await asked.query<Unnumbered>(
    `SELECT a.row, a.document, a.collection, a.record AS "order", a.stamp, a.value FROM audit a
     LEFT JOIN numbers n ON n."order" = a.record
     WHERE a.row > (SELECT upto FROM numbered) AND a.collection IN (${NUMBERED_SQL}) AND a.path = '' AND n."order" IS NULL
     ORDER BY a.row`,
  )
  return { orders: rows, last: lines.rows[0]?.last ?? 0 }
}

export async function noteNumbered(asked: Asked, upto: number): Promise<void> {
  await asked.query('UPDATE numbered SET upto = $1', [upto])
}
