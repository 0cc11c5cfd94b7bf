import { expect, test } from 'vitest'
import { shareOf } from './counts.ts'

const MAILING = { all: 26, waiting: 0, leftOut: 1, failed: 0, doubtful: 0, sent: 18, bounced: 7 }

test('what came back is a part of all that was tried, those that no server took among them; what readers did is of what went', () => {
  const mailing = { ...MAILING, opened: 9, clicked: 0, unsubscribed: 1 }
  expect(shareOf('bounced', mailing)).toBe(280)
  expect(shareOf('opened', mailing)).toBe(500)
  expect(shareOf('clicked', mailing)).toBe(0)
  expect(shareOf('unsubscribed', mailing)).toBe(56)
  for (const name of ['all', 'sent', 'waiting', 'failed', 'leftOut'] as const) expect(shareOf(name, mailing)).toBeNull()
})

test('before anything was tried there is no part of it', () => {
  const counted = { ...MAILING, waiting: null, leftOut: null, failed: null, doubtful: null, sent: null, bounced: null }
  const mailing = { ...counted, opened: null, clicked: null, unsubscribed: null }
  expect(shareOf('bounced', mailing)).toBeNull()
  expect(shareOf('opened', mailing)).toBeNull()
})
