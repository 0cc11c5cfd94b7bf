import { expect, test } from 'vitest'
import { seeded } from '../../tests/support/random.ts'
import { sumOf } from './block.ts'
import { readParcel, writeParcel } from './parcel.ts'

const WANTED = { document: 'c/orders/common/2025Q1', maker: 'one' }
const random = seeded(1)
const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256))
const block = bytes(333)
const PARCEL = { ...WANTED, journal: 7, state: bytes(1001), block, sum: sumOf(block) }

test('C10: a parcel is read as it was written, in memory of its own', () => {
  const read = readParcel(writeParcel(PARCEL), WANTED)
  expect(read).toEqual(PARCEL)
  expect([read?.state.buffer.byteLength, read?.block.buffer.byteLength]).toEqual([1001, 333])
})

test('C11: of another document or maker it is none', () => {
  const written = writeParcel(PARCEL)
  expect(readParcel(written, { ...WANTED, document: 'c/orders/common/2025Q2' })).toBe(null)
  expect(readParcel(written, { ...WANTED, maker: 'two' })).toBe(null)
})

test('C11: a changed byte anywhere, and a missing end, are seen', () => {
  const written = writeParcel(PARCEL)
  for (let at = 0; at < written.length; at++) {
    const isPadding = at >= 4 && at < 8
    const spoiled = written.map((byte, i) => (i === at ? byte ^ 1 : byte))
    if (!isPadding) expect(readParcel(spoiled, WANTED)).toBe(null)
  }
  for (const length of [0, 4, 8, 9, 20, written.length - 8, written.length - 1]) {
    expect(readParcel(written.slice(0, length), WANTED)).toBe(null)
  }
})
