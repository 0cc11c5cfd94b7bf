import { expect, test } from 'vitest'
import { typeOf } from './look.ts'

const PNG = Uint8Array.of(
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  0,
  0,
  0,
  0x0d,
  0x49,
  0x48,
  0x44,
  0x52,
  0,
  0,
  0,
  1,
)
const given = (type: string) => new Blob([PNG], { type })
const unread = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))

test('W10: the type is told by the bytes, whatever they were given as', async () => {
  expect(await typeOf(given('text/html'))).toBe('image/png')
})

test('Q1: where nothing tells it yet, it is what a picture or PDF was given as, and nothing else is believed', async () => {
  const told = ['image/png', 'application/pdf', 'image/svg+xml', 'text/html', '']
  expect(await Promise.all(told.map((type) => typeOf(given(type), unread)))).toEqual([
    'image/png',
    'application/pdf',
    ...Array.from({ length: 3 }, () => 'application/octet-stream'),
  ])
})
