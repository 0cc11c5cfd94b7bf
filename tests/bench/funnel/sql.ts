import Database from 'better-sqlite3'
import { inOrder, undoPairs } from '../../../shared/funnel/columns/history.ts'
import type { FunnelKind, FunnelMove, FunnelOrder, FunnelRow } from '../../../shared/funnel/index.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'

/**
 * The same report in SQLite, in memory, as fast as we could make it. What the columns work out on writing is worked out on writing here,
 * too: the order of an order's moves (`n`), and from when on an undo takes a move out (`out_from`). All that is read of the moves lies in
 * the order of the primary key, all that is read of the orders in a covering index, and there are no texts but the ids' small numbers.
 */
const SCHEMA = `
  CREATE TABLE orders (id INTEGER PRIMARY KEY, date INTEGER NOT NULL, total INTEGER NOT NULL);
  CREATE INDEX orders_by_date ON orders (date, id, total);
  CREATE TABLE moves (
    ord INTEGER NOT NULL, n INTEGER NOT NULL, at INTEGER NOT NULL, out_from INTEGER NOT NULL,
    kind INTEGER NOT NULL, state INTEGER NOT NULL, cancelled INTEGER NOT NULL, reason INTEGER,
    PRIMARY KEY (ord, n)
  ) WITHOUT ROWID;
  CREATE TABLE places (kind INTEGER NOT NULL, state INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (kind, state)) WITHOUT ROWID;
`

const COUNTED = `
  counted AS (
    SELECT m.ord, m.n, m.at, m.kind, m.state, m.cancelled, m.reason
    FROM orders o JOIN moves m ON m.ord = o.id
    WHERE o.date >= @from AND o.date < @to AND m.at <= @moment AND m.out_from > @moment
  )`

/** Orders and their sum by kind, place, and for losses reason. State 0 is «Завершен». Of a group's row SQLite gives the one with max(n). */
export const PLACES = `
  WITH ${COUNTED},
  last AS (SELECT ord, max(n) AS n, kind, state, cancelled, reason FROM counted GROUP BY ord),
  placed AS (
    SELECT ord, kind, cancelled AS lost, reason, CASE WHEN cancelled THEN coalesce(
      (SELECT m.state FROM moves m WHERE m.ord = last.ord AND m.n < last.n AND m.state <> 0
         AND m.at <= @moment AND m.out_from > @moment ORDER BY m.n DESC LIMIT 1),
      (SELECT state FROM places WHERE places.kind = last.kind AND row = 0)) ELSE state END AS state
    FROM last
  )
  SELECT p.kind, p.state, p.lost, p.reason, count(*) AS count, sum(o.total) AS sum
  FROM placed p JOIN orders o ON o.id = p.ord
  GROUP BY p.kind, p.state, p.lost, CASE WHEN p.lost THEN p.reason END`

/** Orders that were in a state, and their milliseconds there. */
export const STAYS = `
  WITH ${COUNTED},
  stays AS (
    SELECT ord, state, cancelled, coalesce(lead(at) OVER moves, @moment) - at AS time,
      last_value(kind) OVER (moves ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS kind
    FROM counted WINDOW moves AS (PARTITION BY ord ORDER BY n)
  ),
  were AS (SELECT ord, kind, state, sum(time) AS time FROM stays WHERE cancelled = 0 GROUP BY ord, state)
  SELECT kind, state, count(*) AS count, sum(time) AS time FROM were GROUP BY kind, state`

export interface Asked {
  readonly from: number
  readonly to: number
  readonly moment: number
}

/** What a row of the report says, in both programs' words. */
export type Row = Pick<
  FunnelRow,
  'state' | 'reached' | 'sum' | 'losses' | 'lossesSum' | 'staying' | 'stayingSum' | 'were' | 'hours'
> & { readonly reasons: Readonly<Record<string, number>> }

interface PlaceRow {
  readonly kind: number
  readonly state: number
  readonly lost: 0 | 1
  readonly reason: number | null
  readonly count: number
  readonly sum: number
}

interface StayRow {
  readonly kind: number
  readonly state: number
  readonly count: number
  readonly time: number
}

/** Orders in SQLite, and the report by two queries. */
export class SqlFunnel {
  readonly #db = new Database(':memory:')
  readonly #kinds: readonly FunnelKind[]
  readonly #states = new Numbers([COMPLETED])
  readonly #kindIds = new Numbers([])
  readonly #reasons = new Numbers([])
  readonly #places: Database.Statement<[Asked], PlaceRow>
  readonly #stays: Database.Statement<[Asked], StayRow>

  constructor(kinds: readonly FunnelKind[], orders: Iterable<FunnelOrder>) {
    this.#kinds = kinds
    this.#db.exec(SCHEMA)
    this.#db.transaction(() => this.#fill(orders))()
    this.#db.exec('ANALYZE')
    this.#places = this.#db.prepare(PLACES)
    this.#stays = this.#db.prepare(STAYS)
  }

  close(): void {
    this.#db.close()
  }

  /** Just the queries, which is what is measured. */
  query(asked: Asked): { places: PlaceRow[]; stays: StayRow[] } {
    return { places: this.#places.all(asked), stays: this.#stays.all(asked) }
  }

  /** The rows of each kind. */
  report(asked: Asked): Row[][] {
    const { places, stays } = this.query(asked)
    return this.#kinds.map((kind) => {
      const number = this.#kindIds.of(kind.id)
      const ofKind = places.filter((place) => place.kind === number)
      return kind.states.map((state, i) => {
        const stay = stays.find((one) => one.kind === number && one.state === this.#states.of(state))
        const later = new Set(kind.states.slice(i).map((one) => this.#states.of(one)))
        return { state, ...this.#row(ofKind, this.#states.of(state), later), ...hoursOf(stay) }
      })
    })
  }

  /** How SQLite goes about the two queries. */
  plan(asked: Asked): string {
    const explain = (sql: string) =>
      this.#db
        .prepare<[Asked], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(asked)
        .map(({ detail }) => `  ${detail}`)
    return ['places:', ...explain(PLACES), 'stays:', ...explain(STAYS)].join('\n')
  }

  #row(places: readonly PlaceRow[], state: number, later: ReadonlySet<number>) {
    const here = places.filter((place) => place.state === state)
    const lost = here.filter((place) => place.lost)
    const staying = here.filter((place) => !place.lost)
    const reached = places.filter((place) => later.has(place.state))
    return {
      ...{ reached: total(reached, 'count'), sum: total(reached, 'sum') },
      ...{ losses: total(lost, 'count'), lossesSum: total(lost, 'sum') },
      ...{ staying: total(staying, 'count'), stayingSum: total(staying, 'sum') },
      reasons: Object.fromEntries(
        lost.map(({ reason, count }) => [reason === null ? '' : this.#reasons.text(reason), count]),
      ),
    }
  }

  #fill(orders: Iterable<FunnelOrder>): void {
    const place = this.#db.prepare('INSERT INTO places VALUES (?, ?, ?)')
    for (const kind of this.#kinds) {
      kind.states.forEach((state, row) => void place.run(this.#kindIds.of(kind.id), this.#states.of(state), row))
    }
    const order = this.#db.prepare('INSERT INTO orders VALUES (?, ?, ?)')
    const move = this.#db.prepare('INSERT INTO moves VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    let id = 0
    for (const { date, total: sum, moves } of orders) {
      order.run(++id, date, sum)
      for (const row of this.#moveRows(moves)) move.run(id, ...row)
    }
  }

  #moveRows(unordered: readonly FunnelMove[]): (number | null)[][] {
    const moves = inOrder(unordered)
    const pairs = undoPairs(moves)
    return moves.map(({ at, kind, state, completion, reason }, n) => {
      const other = moves[(pairs?.[n] ?? 0) - 1]
      const outFrom = other ? Math.max(at, other.at) : Number.MAX_SAFE_INTEGER
      const cancelled = state === COMPLETED && completion === 'cancelled' ? 1 : 0
      const why = reason === undefined ? null : this.#reasons.of(reason)
      return [n, at, outFrom, this.#kindIds.of(kind), this.#states.of(state), cancelled, why]
    })
  }
}

function total(places: readonly PlaceRow[], field: 'count' | 'sum'): number {
  return places.reduce((sum, place) => sum + place[field], 0)
}

function hoursOf(stay: StayRow | undefined): Pick<Row, 'were' | 'hours'> {
  if (!stay) return { were: 0, hours: null }
  const hundredth = 36_000n * BigInt(stay.count)
  return { were: stay.count, hours: Number((2n * BigInt(stay.time) + hundredth) / (2n * hundredth)) / 100 }
}

/** Numbers for texts. */
class Numbers {
  readonly #texts: string[]

  constructor(first: readonly string[]) {
    this.#texts = [...first]
  }

  of(text: string): number {
    const known = this.#texts.indexOf(text)
    return known >= 0 ? known : this.#texts.push(text) - 1
  }

  text(number: number): string {
    return this.#texts[number] ?? ''
  }
}
