import type { CollectionName } from '../../../../../shared/collections.ts'
import type { RecordOf } from '../../../../../shared/commands.ts'
import { COMPANY } from '../../../../../shared/company/collections.ts'
import { COMMON } from '../../../../../shared/documents/families.ts'
import type { Line } from '../../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../../shared/orders/moves/completed.ts'
import { standingOf } from '../../../../../shared/orders/moves/moves.ts'
import { newId } from '../../../../../shared/records/keys/id.ts'
import type { Written } from '../../../../../shared/records/writing/transaction.ts'
import type { Undone } from '../../../../../shared/records/writing/undo.ts'
import type { TestDevice } from '../test-device.ts'
import { movesOf, recordOf } from '../two.ts'

export const START = { kind: 'kitchens', state: 'new' } as const
export const SUCCESS = { state: COMPLETED, completion: 'success' } as const
export const LINE = { text: 'Столешница', quantity: 2000, price: 500 } as const

export function fresh<C extends CollectionName>(collection: C, device: TestDevice) {
  return { collection, id: newId(COMMON, device.session.now) } as const
}

export async function customer(device: TestDevice) {
  const about = fresh('customers', device)
  await device.run('createRecord', { ...about, values: { name: 'Ассоль', phone: '+79161234567' } })
  return about
}

export async function tagged(device: TestDevice) {
  const about = fresh('customers', device)
  await device.run('createRecord', { ...about, values: { name: 'Ассоль', tags: ['опт', 'дизайнер'] } })
  return about
}

export async function organisation(device: TestDevice) {
  const about = fresh('organisations', device)
  const accounts = { main: { bank: 'Южный банк', place: 'a0' } }
  await device.run('createRecord', { ...about, values: { name: 'Ассоль', accounts } })
  return about
}

export async function founded(device: TestDevice) {
  const about = { collection: 'company', id: COMPANY } as const
  await device.run('createRecord', { ...about, values: { name: 'Ассоль', zone: 'Europe/Moscow' } })
  return about
}

export async function currency(device: TestDevice) {
  const about = fresh('currencies', device)
  await device.run('createRecord', { ...about, values: { code: 'EUR' } })
  return about
}

export async function product(device: TestDevice) {
  const about = fresh('products', device)
  await device.run('createRecord', { ...about, values: { name: 'Стол', type: 'goods', price: 500 } })
  return about
}

export async function order(device: TestDevice) {
  const about = fresh('orders', device)
  const fields = { sort: 'work', note: 'first' } as const
  await device.run('createOrder', { id: about.id, fields, lines: [LINE, LINE], start: START })
  return about
}

/** An order that is posted. */
export async function posted(device: TestDevice) {
  const about = await order(device)
  await device.run('postOrder', { id: about.id, posted: true })
  return about
}

/** An order that was completed with success. */
export async function completed(device: TestDevice) {
  const about = await order(device)
  await device.run('moveOrder', { id: about.id, ...SUCCESS })
  return about
}

export async function kind(device: TestDevice) {
  const about = { collection: 'kinds', id: newId(COMMON, device.session.now).slice(-12) } as const
  const states = { new: { place: 'a0' }, made: { place: 'a1' } }
  await device.run('createRecord', { ...about, values: { name: 'Ремонт', sort: 'work', states } })
  return about
}

/** The first line of an order. */
export async function firstLine(device: TestDevice, about: RecordOf): Promise<string> {
  const lines = (await recordOf(device, about)).row?.lines ?? []
  return (lines as unknown as readonly Line[])[0]?.id ?? ''
}

export async function heads(device: TestDevice, about: RecordOf): Promise<string[]> {
  return standingOf({ moves: movesOf((await recordOf(device, about)).row) }).heads.map((head) => head.id)
}

export function many(about: readonly RecordOf[]) {
  return { collection: about[0]?.collection ?? 'orders', ids: about.map((record) => record.id) }
}

/** The writes of an act that was undone. */
export function writtenBy(result: unknown): readonly Written[] {
  return (result as Undone).undone
}
