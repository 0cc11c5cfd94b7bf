import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CounterpartyService } from '../../shared/counterparties/service.ts'
import { askService } from './ask-service.ts'
import { type LocalService, party, startService } from './testing/service.ts'

const INN = '7707083893'
const WITHIN = 300

let service: LocalService
beforeEach(async () => {
  service = await startService('kkkk-1')
  service.companies.set(INN, party(INN))
})
afterEach(() => service.stop())

const settings = (change: Partial<CounterpartyService<string>> = {}): CounterpartyService<string> => ({
  kind: 'dadata',
  url: service.url,
  key: 'kkkk-1',
  days: 30,
  perDay: 100,
  ...change,
})
const ask = (change?: Partial<CounterpartyService<string>>, inn = INN) => askService(settings(change), inn, WITHIN)
const says = (status: number, body = '{}') => {
  service.answer = async () => ({ status, body })
}

test('RK1: a company is found by its INN, and another INN is not known', async () => {
  expect(await ask()).toMatchObject({ is: 'found', source: 'DaData', facts: { name: 'ООО «Кухни»', state: 'acting' } })
  expect(await ask({}, '5029069967')).toEqual({ is: 'unknown', source: 'DaData' })
})

test.each([
  [403, '{"message":"Forbidden"}', 'keyRefused'],
  [403, '{"message":"Daily request limit exceeded"}', 'overQuota'],
  [401, '', 'keyRefused'],
  [429, '', 'tooOften'],
  [402, '', 'overQuota'],
  [502, '<html>Bad gateway</html>', 'unreachable'],
  [400, '', 'notUnderstood'],
  [200, '<html>hello</html>', 'notUnderstood'],
  [200, '{"suggestions":"many"}', 'notUnderstood'],
])('RK2: an answer of %i %s is %s', async (status, body, trouble) => {
  says(status, body)
  expect(await ask()).toMatchObject({ is: 'failed', trouble })
})

test('RK2: a service that is slow, away, endless or leads elsewhere is told so', async () => {
  service.answer = () => new Promise(() => {})
  expect(await ask()).toMatchObject({ trouble: 'slow' })
  says(200, `{"suggestions":[],"more":"${'x'.repeat(3_000_000)}"}`)
  expect(await askService(settings(), INN)).toMatchObject({ trouble: 'notUnderstood' })
  expect(await ask({ key: 'another' })).toMatchObject({ trouble: 'keyRefused' })
  await service.stop()
  expect(await ask()).toMatchObject({ trouble: 'unreachable' })
})
