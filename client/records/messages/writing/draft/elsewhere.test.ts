import { expect, test } from 'vitest'
import { typedAtFirst } from '../begun/start.ts'
import { KnownVersions } from './elsewhere.ts'

test('MW14: what this form has kept is its own, in whatever order it comes back; anything else was written elsewhere', () => {
  const known = new KnownVersions()
  const typed = { ...typedAtFirst({ customer: null, order: null, contact: null }), body: 'Добрый день' }
  known.add({ id: 'common-1', typed })
  const back = Object.fromEntries(Object.entries({ ...typed, at: 5 }).reverse()) as unknown as typeof typed
  expect(known.has({ id: 'common-1', typed })).toBe(true)
  const { at: _, ...same } = back as typeof typed & { at: number }
  expect(known.has({ id: 'common-1', typed: same, at: 5 } as never)).toBe(true)
  expect(known.has({ id: 'common-2', typed })).toBe(false)
  expect(known.has({ id: 'common-1', typed: { ...typed, body: 'Добрый день!' } })).toBe(false)
})
