import { afterEach, beforeEach, expect, test } from 'vitest'
import { calls } from '../../../shared/calls/collections.ts'
import type { Report } from '../../../shared/calls/protocol.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { Board } from '../requests/board.ts'
import { settleRequest } from '../requests/settle.ts'
import { type BridgeRoom, MAX, openBridgeRoom, phoneOf } from '../testing/bridge-room.ts'
import { type ReportGround, takeReport } from './take-report.ts'

const PHONE = { id: 'phone', owner: MAX.user }
const LINE = { id: 'line', owner: null }

let room: BridgeRoom
beforeEach(async () => {
  room = await openBridgeRoom()
})
afterEach(() => room.close())

const take = (ground: ReportGround, report: Report, phone: typeof PHONE | typeof LINE = PHONE) =>
  takeReport(ground, { phone, report, heard: Date.now() })

const talk = (call: string, began: number): Report[] =>
  (['ringing', 'answered', 'ended'] as const).map((what, i) => ({
    call,
    what,
    at: began + i * 5000,
    number: '8 916 123-45-67',
    line: 'SIM 1',
  }))

test('BR1: a call of a phone becomes one record of its owner, whoever takes which report of it again', async () => {
  const began = Date.now() - 60_000
  const [ringing, answered, ended] = talk('a', began) as [Report, Report, Report]
  const first = await room.taker()
  const [one, other] = await Promise.all([take(first, ended), take(first, ringing)])
  const second = await room.taker()
  const third = await take(second, answered)
  const again = await Promise.all([ringing, ended, answered].map((report) => take(second, report)))
  expect(new Set([one, other, third, ...again].map(({ call }) => call)).size).toBe(1)
  await expect.poll(() => room.calls().at(0)?.answered).toBe(began + 5000)
  expect(room.calls()).toMatchObject([
    {
      id: one.call,
      phone: 'phone',
      outer: 'a',
      direction: 'in',
      state: 'ended',
      number: '+79161234567',
      line: 'SIM 1',
      rang: began,
      ended: began + 10_000,
      responsible: 'max',
    },
  ])
})

test('BR1: a call that the phone tells of half a year later is found where its day lies', async () => {
  const began = Date.now() - 190 * 86_400_000
  const [ringing, answered, ended] = talk('old', began) as [Report, Report, Report]
  const { call } = await take(await room.taker(), ringing)
  const second = await room.taker()
  expect(await take(second, answered)).toEqual({ call })
  expect(await take(second, ended)).toEqual({ call })
  await room.desk.openNamed([documentOf(room.server.company, calls.family, newId(COMMON, began))])
  expect(room.calls()).toMatchObject([{ id: call, state: 'ended', ended: began + 10_000 }])
})

test('BR1, CS8: a request of one phone is answered by that one; who answered at a line has the call', async () => {
  const ground = await room.taker()
  const id = newId(COMMON, Date.now())
  const values = {
    direction: 'out',
    state: 'asked',
    phone: 'phone',
    number: '+79161234567',
    asked: Date.now(),
  } as const
  ground.replica.write((tx) => tx.create(calls, id, { ...values, responsible: 'somebody' }))
  const dialling = { what: 'dialling', request: id, number: '+79161234567' } as const
  expect(await take(ground, dialling, LINE)).not.toEqual({ call: id })
  expect(await take(ground, dialling)).toEqual({ call: id })
  const answered: Report = { what: 'answered', call: 'b', number: '112', direction: 'in' }
  await takeReport(ground, { phone: LINE, report: answered, heard: Date.now(), responsible: 'max' })
  await expect.poll(() => room.calls().find(({ outer }) => outer === 'b')?.responsible).toBe('max')
  expect(room.calls().find((call) => call.id === id)).toMatchObject({ state: 'ringing', responsible: 'somebody' })
})

test.each(['zz', 'common'])('CS8: a request in no document (%s) keeps no report from being taken', async (circle) => {
  const ground = await room.taker()
  const request = `${circle}-ffffffff-ffff-7fff-8fff-ffffffffffff`
  const { call } = await take(ground, { what: 'ringing', call: 'a', number: '112', request })
  await expect.poll(() => room.calls()).toMatchObject([{ id: call, outer: 'a', state: 'ringing' }])
  const outcome = { outcome: 'done' } as const
  const settling = settleRequest(ground, new Board(), { phone: phoneOf(), id: request, outcome })
  await expect(settling).rejects.toMatchObject({ code: 'record-missing' })
})

test('BR1: of who is erased amid a call its end is written, and nothing of him comes back', async () => {
  const began = Date.now() - 60_000
  const [ringing, answered, ended] = talk('a', began) as [Report, Report, Report]
  const ground = await room.taker()
  const { call } = await take(ground, ringing)
  const { eraser } = room.server
  await eraser.ask({ address: '8 916 123-45-67' }, 'заявление № 1', 'anna')
  await eraser.idle()
  await expect.poll(() => room.calls().at(0)?.number).toBeNull()
  expect(await take(ground, answered)).toEqual({ call })
  expect(await take(await room.taker(), ended)).toEqual({ call })
  await expect.poll(() => room.calls()).toMatchObject([{ id: call, state: 'ended', number: null }])
})
