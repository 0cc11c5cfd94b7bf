import { quarterOf } from '../../../shared/documents/quarter.ts'
import { bodyOfText, writeBody } from '../../../shared/messages/body/body.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { parseId } from '../../../shared/records/keys/id.ts'
import { writeAsk } from '../../../shared/reports/schedule/schedule-ask.ts'
import { runId } from '../../../shared/rules/ids.ts'
import { whyOf } from '../../../shared/rules/why.ts'
import type { Device, Held } from '../../../sync-server/sync/testing/device.ts'

/** The rule that has run for an order, and that order. */
export interface StagedRules {
  readonly rule: string
  readonly order: string
}

const HOUR = 3_600_000

/** Has a company use rules: three of them, a template, and a run of one of them for an order. `held`: a quarter of orders. */
export async function addRules(device: Device, held: Held): Promise<StagedRules> {
  const automation = await device.synced('automation')
  const order = [...held.records(orders).rows()].find(({ sort, gone }) => sort === 'work' && !gone)
  if (!order) throw new Error('The demo company has no work order')
  const body = writeBody(bodyOfText('[Обращение] [Покупатель]!\nЗаказ №[Номер]: [СостояниеЗаказа].'))
  const template = { name: 'Замер назначен', way: 'letter', sort: 'work', subject: 'Заказ №[Номер]', body }
  device.run('createRecord', { collection: 'messageTemplates', id: 'measure', values: template })
  writeRules(device)
  writeReport(device)
  await device.saved(automation)
  const runs = await device.synced(`runs/common/${quarterOf(parseId(order.id)?.time ?? 0)}`)
  writeRun(device, order.id)
  await device.saved(runs)
  return { rule: 'toMeasure', order: order.id }
}

/** A report that goes by mail, and could not go the last time. */
function writeReport(device: Device): void {
  const ask = writeAsk({
    ...{ source: 'debts', rows: ['manager'], columns: 'age', measures: ['theyOwe', 'overdue'] },
    ...{ from: null, until: null, compare: null, filter: [], search: '' },
  })
  const when = {
    on: true,
    every: 'everyWeek',
    day: 1,
    at: 540,
    period: 'previousWeek',
    passed: Date.UTC(2026, 10, 23, 6),
  }
  device.run('createRecord', {
    collection: 'reportSchedules',
    id: 'weekly',
    values: { ...when, name: 'Долги по менеджерам', ask, form: 'xlsx', to: ['a@assol.example'], trouble: 'late' },
  })
}

/** Two that would start each other for ever, were the second one on, too. */
const LED = [
  ['offered', true, 'После дизайна', 'design', 'offer'],
  ['back', false, 'Вернуть на доработку', 'offer', 'design'],
] as const

function writeRules(device: Device): void {
  const criteria =
    '[["or",["total","atLeast",5000000],["customer.segment","filled"]],["-",["changed.responsible","equal",true]]]'
  device.run('saveRule', {
    id: 'toMeasure',
    values: { name: 'Предупредить о замере', start: 'changesState', sort: 'work', criteria, lateness: 'unlessMovedOn' },
    actions: {
      letter: {
        does: 'letter',
        to: 'toCustomer',
        template: 'measure',
        delay: 30,
        quietFrom: 1320,
        quietUntil: 480,
        place: 'a0',
      },
      job: { does: 'makeJob', subject: 'Подготовиться к замеру [Номер]', days: 1, place: 'a1' },
      sms: { does: 'sms', to: 'toContact', place: 'a2' },
    },
    others: [],
  })
  for (const [id, on, name, from, to] of LED) {
    device.run('saveRule', {
      id,
      values: { name, on, start: 'changesState', sort: 'work', criteria: `[["state","equal","${from}"]]` },
      actions: { state: { does: 'setState', state: to, place: 'a0' } },
      others: [],
    })
  }
}

/** A step that is done, one that failed, one that waits. */
function writeRun(device: Device, order: string): void {
  const at = Date.now() - HOUR
  const step = { due: at, attempts: 1, asked: 0 }
  device.run('putRun', {
    id: runId({ rule: 'toMeasure', order, by: 'created' }),
    values: { rule: 'toMeasure', name: 'Предупредить о замере', order, at, heard: at, depth: 0, state: 'failed' },
    steps: {
      letter: {
        ...step,
        does: 'letter',
        state: 'failed',
        attempts: 3,
        why: whyOf('noEmail', { who: 'Лаптева' }),
        ended: at,
        place: 'a0',
      },
      job: { ...step, does: 'makeJob', state: 'done', ended: at, place: 'a1' },
      sms: { ...step, does: 'sms', state: 'waiting', due: Date.now() + HOUR, why: whyOf('awaitsTime'), place: 'a2' },
    },
  })
}
