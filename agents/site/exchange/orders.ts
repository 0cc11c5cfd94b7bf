import { COLLECTIONS } from '../../../shared/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { openFile } from '../../../shared/importing/opening/open-file.ts'
import { type IntoKind, ordersMapping } from '../../../shared/importing/opening/orders/orders-mapping.ts'
import { NAME, type OrdersTable } from '../../../shared/importing/opening/orders/orders-table.ts'
import { type ImportPlan, planImport } from '../../../shared/importing/plan.ts'
import { runPlanned } from '../../../shared/importing/planning/planned.ts'
import type { ImportStep } from '../../../shared/importing/planning/step.ts'
import type { FileProblemCode } from '../../../shared/importing/reading/problem.ts'
import { kinds, orders, reasons, states } from '../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { statesOf } from '../../../shared/orders/moves/moves.ts'
import type { Site } from '../../../shared/site/collections.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { findIn } from '../../runtime/find.ts'
import { ExchangeFault } from './shop-client.ts'

type Ground = Pick<AgentGround, 'replica' | 'documents' | 'log'>

/** As many steps are written at once, and saved before the next. */
const BATCH = 400

/** What does not leave an order out: a sign that is none, and what stands in the file twice. */
const PASSED_OVER: readonly FileProblemCode[] = ['bytes-broken', 'exchange-repeated']

/** What became of what a shop gave: how many orders are here, and which could not be read, as the shop may look for them. */
export interface OrdersTaken {
  readonly taken: number
  readonly left: readonly string[]
}

/**
 * Takes in what a shop gave as its orders, once whatever it gives again (SPEC WB24). Resolves when the server has all that could be read.
 * ExchangeFault: it is no exchange, or there is no kind of order that they could have.
 */
export async function takeOrders(ground: Ground, site: Site, bytes: Uint8Array): Promise<OrdersTaken> {
  const opened = await openFile('orders.xml', bytes)
  if ('code' in opened || opened.form !== 'exchange') throw new ExchangeFault('notUnderstood', 'orders.xml')
  const { orders: table } = opened
  const broken = opened.problems.filter(({ code }) => !PASSED_OVER.includes(code)).map(({ line }) => `XML:${line ?? 1}`)
  if (!table) return { taken: 0, left: broken }
  const into = intoOf(ground, site)
  const plan = () => planNow(ground, table, into)
  const names = new Set(plan().commands.flatMap((step) => documentsOf(ground.replica.pass.company, step)))
  return await ground.documents.hold(names, async () => {
    // Behind opening: orders of an earlier quarter may be here already.
    const { commands: steps, rows } = plan()
    for (let i = 0; i < steps.length; i += BATCH) {
      const written = ground.replica.write((tx) => {
        for (const step of steps.slice(i, i + BATCH)) runPlanned(tx, step)
      })
      await ground.replica.saved(written.map(({ document }) => document))
    }
    const refused = rows.filter(({ what, outcome }) => what === orders.name && outcome === 'refused')
    const left = [...broken, ...refused.map(({ line }) => numberAt(table, line))]
    const taken = table.orders.rows.length - refused.length
    ground.log.info({ orders: taken, left, steps: steps.length }, 'orders came from another shop')
    return { taken, left }
  })
}

function planNow({ replica }: Ground, table: OrdersTable, into: IntoKind): ImportPlan {
  const { orders: rows, buyers, goods } = table
  const sheets = new Map([rows, buyers, goods].map((sheet) => [sheet.file, sheet]))
  const known = {
    rows: <C extends Parameters<typeof replica.rows>[0]>(collection: C) => replica.rows(collection),
    orderIds: () => replica.ids(orders),
  }
  const plan = planImport(ordersMapping(table, into), sheets, known, Date.now(), { isHeard: true })
  if ('problems' in plan) throw new ExchangeFault('notUnderstood', 'orders.xml')
  return plan
}

/** As the shop calls the order of a row. */
function numberAt({ orders: { rows } }: OrdersTable, line: number): string {
  return `№ ${rows.find((row) => row.line === line)?.cells[NAME] ?? '—'}`
}

/** The kind of order that the site says, by the names of what there is: agents make no kinds, states or reasons. */
function intoOf({ replica }: Ground, site: Site): IntoKind {
  const kind = [...replica.rows(kinds)].find(({ id, gone }) => id === site.kind && !gone)
  const find = findIn(replica)
  const named = (id: string) => find(states, id)?.name ?? ''
  const own = kind ? statesOf(kind).filter((one) => one !== COMPLETED) : []
  const first = own.find((one) => one === site.state) ?? own[0]
  const reason = [...replica.rows(reasons)].find(({ gone }) => !gone)?.name
  if (!kind?.name || !kind.sort || first === undefined || !reason) throw new ExchangeFault('noKind')
  const common = { reason, changed: 'leave' } as const
  return { kind: kind.name, sort: kind.sort, states: own.map(named), state: named(first), ...common }
}

function documentsOf(company: string, { command, args }: ImportStep): string[] {
  return command === 'createRecord' || command === 'setRecord' || command === 'restoreRecord'
    ? [documentOf(company, COLLECTIONS[args.collection].family, args.id)]
    : []
}
