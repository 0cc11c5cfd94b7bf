import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { KeptPages } from './kept-pages.ts'

test('ST14: what is kept of pages is bounded, and those that were asked for last stay', () => {
  const pages = new KeptPages(3000)
  const made: string[] = []
  const ask = (key: string) => {
    const page = pages.of(key, () => {
      made.push(key)
      return `page ${key}`
    })
    return page && gunzipSync(page.packed).toString()
  }
  for (let n = 0; n < 20; n++) {
    expect(ask('first')).toBe('page first')
    expect(ask(`p${n}`)).toBe(`page p${n}`)
  }
  expect(made).toHaveLength(21)
  expect(ask('p0')).toBe('page p0')
  expect(made).toHaveLength(22)
  expect(ask('p19')).toBe('page p19')
  expect(made).toHaveLength(22)
})
