import { expect, test } from 'vitest'
import { bridgeAt, reachableAt } from './address.ts'

const TAKEN: readonly (readonly [url: string, from: string, at: string])[] = [
  ['http://127.0.0.1:7070', '127.0.0.1', 'http://127.0.0.1:7070'],
  ['http://localhost:7070/', '::1', 'http://127.0.0.1:7070'],
  ['http://[::1]:7070', '::ffff:127.0.0.1', 'http://[::1]:7070'],
  ['http://10.0.0.5:7070', '10.0.0.5', 'http://10.0.0.5:7070'],
  ['http://10.0.0.5:7070', '::ffff:10.0.0.5', 'http://10.0.0.5:7070'],
  ['http://0.0.0.0:7070', '10.0.0.5', 'http://10.0.0.5:7070'],
  ['http://[::]:7070', 'fd00::5', 'http://[fd00::5]:7070'],
]

test.each(TAKEN)('PH10: %s, said from %s, is %s', (url, from, at) => {
  expect(bridgeAt(url, from).url).toBe(at)
})

const REFUSED: readonly (readonly [url: string, from: string])[] = [
  ['http://10.0.0.6:7070', '10.0.0.5'],
  ['http://127.0.0.1:7070', '10.0.0.5'],
  ['http://169.254.169.254:80', '127.0.0.1'],
  ['http://bridge.example:7070', '10.0.0.5'],
  ['https://10.0.0.5:7070', '10.0.0.5'],
  ['http://anna:secret@127.0.0.1:7070', '127.0.0.1'],
  ['http://127.0.0.1:7070/api', '127.0.0.1'],
  ['http://127.0.0.1:7070/?a=1', '127.0.0.1'],
  ['file:///etc/passwd', '127.0.0.1'],
  ['nothing', '127.0.0.1'],
]

test.each(REFUSED)('PH10: %s, said from %s, is refused', (url, from) => {
  expect(() => bridgeAt(url, from)).toThrow(
    expect.objectContaining({ code: 'request-shape', params: { field: 'url' } }),
  )
})

test('PH10: an address of a machine’s own counts on that machine alone, one of the network on all', () => {
  const here = bridgeAt('http://127.0.0.1:7070', '127.0.0.1')
  const elsewhere = { ...here, machine: `not ${here.machine}` }
  const ofAll = bridgeAt('http://0.0.0.0:7070', '10.0.0.5')
  expect(reachableAt([here])).toEqual(['http://127.0.0.1:7070'])
  expect(reachableAt([elsewhere])).toEqual([])
  expect(reachableAt([ofAll, elsewhere, here])).toEqual(['http://127.0.0.1:7070', 'http://10.0.0.5:7070'])
})
