import { expect, test } from 'vitest'
import { isLink, linkOf } from './link.ts'

test('what somebody types becomes the address that he means', () => {
  expect(linkOf(' salon.ru ')).toBe('https://salon.ru')
  expect(linkOf('salon.ru:8443/catalog?a=1')).toBe('https://salon.ru:8443/catalog?a=1')
  expect(linkOf('http://salon.ru')).toBe('http://salon.ru')
  expect(linkOf('olga@salon.ru')).toBe('mailto:olga@salon.ru')
  expect(linkOf('+7 (921) 123-45-67')).toBe('tel:+79211234567')
  expect(linkOf('мебель.рф/кухни')).toBe('https://мебель.рф/кухни')
})

test('a link leads to no program, and nowhere without a place', () => {
  const bad = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'кухня',
    'https://',
    '',
  ]
  for (const text of bad) {
    expect(linkOf(text), text).toBeUndefined()
    expect(isLink(text), text).toBe(false)
  }
})
