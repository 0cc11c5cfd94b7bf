import fc, { type Arbitrary } from 'fast-check'
import * as Y from 'yjs'

/** A text or a thing under a key that no reader understands. */
export interface Junk {
  readonly collection: string
  readonly key: string
  /** Makes the value: a Yjs type can stand in one document only. */
  readonly make: () => unknown
}

const STAMP = '0mi1c2k3l000'
const BAD_SEGMENTS = [
  '__proto__',
  'constructor',
  'prototype',
  '',
  ' ',
  'имя',
  'a.b',
  '🦊',
  'x'.repeat(41),
  '\u0000',
  'a#b',
]

/** Keys of no form, about records that there are and others. */
function badKey(ids: readonly string[]): Arbitrary<string> {
  const id = fc.constantFrom(...ids)
  const bad = fc.constantFrom(...BAD_SEGMENTS)
  return fc.oneof(
    bad,
    fc.constantFrom('x'.repeat(20_000), '#', '/', '/#', '__proto__#A'),
    fc.string({ unit: 'binary' }).filter((text) => !/^[\w-]+(?:\/[\w-]+){0,3}#[\w-]+$/.test(text)),
    fc.tuple(id, bad).map(([one, name]) => `${one}/${name}#junk`),
    fc.tuple(id, bad).map(([one, name]) => `${one}/lines/${name}/price#junk`),
    fc.tuple(id, bad).map(([one, name]) => `${one}/note#${name}`),
    id.map((one) => `${one}/lines/a/price/more#junk`),
    id,
  )
}

/** Things that are no text of a write, whatever key they stand under. */
const badValue: Arbitrary<() => unknown> = fc.oneof(
  fc.constantFrom<() => unknown>(
    () => new Y.Map([['a', 1]]),
    () => Y.Array.from([1, 2]),
    () => new Y.Text('text'),
    () => new Uint8Array([1, 2, 3]),
  ),
  fc
    .constantFrom<unknown>(null, true, 17, 1.5, {}, { __proto: 1 }, [1], '', ' ', '"text"', 'x'.repeat(20_000))
    .map((value) => () => value),
  fc
    .constantFrom(
      `${STAMP}other "another replica's"`,
      `${STAMP}junk`,
      `${STAMP}junk not json`,
      `${STAMP}junk {"a":`,
      `${STAMP}junk,bad "seen"`,
      `${STAMP}junk undefined`,
      `zzz "short stamp"`,
      `${STAMP.toUpperCase()}junk "capitals"`,
    )
    .map((value) => () => value),
)

/** As bad values, under the key of a record as created: also what would do for a path. */
const badCreation: Arbitrary<() => unknown> = fc.oneof(
  badValue,
  fc
    .constantFrom(
      `${STAMP}junk {}`,
      `${STAMP}junk 0 {}`,
      `${STAMP}junk 1 []`,
      `${STAMP}junk 1.5 {}`,
      `${STAMP}junk 1 null`,
      `${STAMP}junk -1 {}`,
    )
    .map((value) => () => value),
)

/** Texts that are nearly packs, under the bare id of a record. */
const badPack: Arbitrary<() => unknown> = fc
  .constantFrom(
    '\n',
    `\nnote`,
    `\nnote ${STAMP}junk`,
    `${STAMP}junk 1 {}\n`,
    `${STAMP}junk 1 {}\n/note ${STAMP}junk "a"`,
    `${STAMP}junk 1 {}\n__proto__ ${STAMP}junk "a"`,
    `${STAMP}junk 1 {}\nnote ${STAMP} "no replica"`,
    `${STAMP}__proto__ 1 {}`,
  )
  .map((value) => () => value)

/** Junk about the records of a collection. */
export function junkFor(collection: string, ids: readonly string[]): Arbitrary<Junk> {
  const id = fc.constantFrom(...ids)
  const path = fc.constantFrom('note', 'name', 'gone', 'lines/a', 'lines/a/price', 'unknown')
  const creation = id.map((one) => `${one}#junk`)
  const write = fc.tuple(id, path).map(([one, at]) => `${one}/${at}#junk`)
  return fc
    .oneof(
      fc.tuple(
        badKey(ids),
        fc.oneof(
          badValue,
          fc.constant(() => `${STAMP}junk "well formed"`),
        ),
      ),
      fc.tuple(write, badValue),
      fc.tuple(creation, badCreation),
      fc.tuple(id, badPack),
    )
    .map(([key, make]) => ({ collection, key, make }))
}
