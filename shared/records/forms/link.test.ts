import fc from 'fast-check'
import { expect, test } from 'vitest'
import { webAddressOf } from './link.ts'

test.each([
  'javascript:alert(1)',
  'JavaScript://a.b/%0aalert(1)',
  'data:text/html,a.b',
  'vbscript:a.b',
  'file:///etc/a.b',
  'ссылки нет',
])('R20: %s is text, and no link', (text) => {
  expect(webAddressOf(text)).toBeNull()
})

test('R20: what is a link leads to the web, whatever was typed; an address without its scheme goes by https', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.domain(), fc.string()), (text) => {
      const address = webAddressOf(text)
      if (address !== null) expect(['http:', 'https:']).toContain(new URL(address).protocol)
    }),
  )
  expect(webAddressOf('http://office:8080/shop')).toBe('http://office:8080/shop')
  expect(webAddressOf('office')).toBeNull()
  expect(webAddressOf('assol.example/цены')).toBe('https://assol.example/цены')
})
