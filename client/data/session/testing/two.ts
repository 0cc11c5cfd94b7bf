import type { RecordOf } from '../../../../shared/commands.ts'
import { standing as standingFacts } from '../../../../shared/movements/facts.ts'
import type { Move, Order } from '../../../../shared/orders/collections.ts'
import { standingOf } from '../../../../shared/orders/moves/moves.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import type { RecordAnswer } from '../../queries/query.ts'
import type { TestDevice } from './test-device.ts'

/** Two devices of one person: whose acts are tried, and one that hears of them. */
export interface Two {
  readonly one: TestDevice
  readonly other: TestDevice
}

export async function recordOf(device: TestDevice, { collection, id }: RecordOf): Promise<RecordAnswer> {
  return (await device.ask({ what: 'record', collection, id })) as RecordAnswer
}

/** What people read of records: nothing of one that is not there or removed, nor since when, of moves where they lead, of facts those that count. */
export async function readings(device: TestDevice, about: readonly RecordOf[]): Promise<(JsonObject | null)[]> {
  return Promise.all(about.map(async (record) => reading(await recordOf(device, record))))
}

function reading({ row, item }: RecordAnswer): JsonObject | null {
  if (row === null || row.gone === true) return null
  const { changedAt, since, number, moves, shipments, payments, ...rest } = row
  const { total = null } = (item ?? {}) as { readonly total?: number }
  return { ...rest, total, ...(moves !== undefined && { standing: standing(movesOf(row)), ...factsOf(row) }) }
}

/** The shipments and payments that count. */
function factsOf(row: JsonObject): JsonObject {
  const counted = (list: 'shipments' | 'payments') =>
    standingFacts(row[list] as unknown as Order['shipments']) as unknown as JsonObject[]
  return { shipments: counted('shipments'), payments: counted('payments') }
}

function standing(moves: readonly Move[]): JsonObject | null {
  const { move } = standingOf({ moves })
  return move === null
    ? null
    : { kind: move.kind, state: move.state, completion: move.completion, reason: move.reason, comment: move.comment }
}

export function movesOf(row: JsonObject | null): readonly Move[] {
  return (row?.moves ?? []) as unknown as readonly Move[]
}

/** Resolves when all is saved and both devices read records the same. */
export async function haveBoth({ one, other }: Two, ...about: readonly RecordOf[]): Promise<void> {
  for (const device of [one, other]) await device.saved()
  const read = async (device: TestDevice) => JSON.stringify(await readings(device, about))
  await eventually(async () => (await read(one)) === (await read(other))).toBe(true)
}
