import { expect, test } from 'vitest'
import { isOwn, outward } from './outward.ts'

test('others come by the page’s address, unless that is the machine’s own; then by the server’s', () => {
  const told = 'https://crm.example'
  expect(outward('http://10.0.0.5:8080', told)).toBe('http://10.0.0.5:8080')
  for (const own of ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080']) {
    expect([outward(own, told), isOwn(own)]).toEqual([told, true])
  }
  expect([isOwn(told), isOwn('http://localhost.example')]).toEqual([false, false])
})
