import { expect, test } from 'vitest'
import type { StatusAnswer } from '../../queries/query.ts'
import { savedOf } from './saved.ts'

const calm: StatusAnswer = {
  what: 'status',
  online: true,
  storage: 'kept',
  inStepAt: 1,
  saving: 0,
  waiting: { count: 0, since: null },
  files: { waiting: 0, failed: 0 },
  progress: { standing: 6, synced: 6, total: 6 },
  notAccepted: [],
  denied: null,
  unserved: [],
  cutOff: [],
  replica: '7KQ2',
  offset: 0,
}

test('nothing is called saved on the server while an act waits, a document is behind, or the line is broken', () => {
  expect(savedOf(calm)).toEqual({ is: 'server' })
  expect(savedOf({ ...calm, waiting: { count: 3, since: 5 } })).toEqual({ is: 'sending', count: 3 })
  expect(savedOf({ ...calm, online: false, waiting: { count: 3, since: 5 } })).toEqual({
    is: 'waiting',
    count: 3,
    since: 5,
  })
  expect(savedOf({ ...calm, online: false })).toEqual({ is: 'offline' })
  expect(savedOf({ ...calm, progress: { standing: 6, synced: 5, total: 6 } })).toEqual({
    is: 'fetching',
    synced: 5,
    total: 6,
  })
  expect(savedOf(undefined)).toEqual({ is: 'loading' })
  expect(savedOf({ ...calm, saving: 1 })).toEqual({ is: 'saving' })
  expect(savedOf(calm, true)).toEqual({ is: 'saving' })
})

test('nothing is called saved on the server while a file is not sent', () => {
  const files = { waiting: 2, failed: 1 }
  const failed = { waiting: 0, failed: 1 }
  expect(savedOf({ ...calm, files })).toEqual({ is: 'filesSending', count: 2 })
  expect(savedOf({ ...calm, files, online: false })).toEqual({ is: 'filesWaiting', count: 2 })
  expect(savedOf({ ...calm, files: failed })).toEqual({ is: 'filesFailed', count: 1 })
  expect(savedOf({ ...calm, files: failed, online: false })).toEqual({ is: 'offline' })
  const waiting = { count: 3, since: 5 }
  expect(savedOf({ ...calm, files, waiting }), 'what was written goes before').toEqual({ is: 'sending', count: 3 })
  const both = { is: 'bothWaiting', changes: 3, files: 2, since: 5 }
  expect(savedOf({ ...calm, files, waiting, online: false })).toEqual(both)
})

test('what endangers work is said before everything else', () => {
  const waiting = { ...calm, waiting: { count: 1, since: 1 } }
  expect(savedOf({ ...waiting, storage: 'memory' })).toEqual({ is: 'memory' })
  expect(savedOf({ ...waiting, storage: 'full' })).toEqual({ is: 'unkept', count: 1 })
  expect(savedOf({ ...calm, storage: 'full' })).toEqual({ is: 'full' })
  expect(savedOf({ ...waiting, storage: 'wiped' })).toEqual({ is: 'wiped' })
  expect(savedOf({ ...waiting, denied: 'sign-in-needed' })).toEqual({ is: 'denied' })
  const refused = [{ seq: 1, collection: 'orders', key: 'k', value: null, code: 'update-rewrites' as const }]
  expect(savedOf({ ...waiting, notAccepted: refused })).toEqual({ is: 'refused', count: 1 })
})

const damaged = { document: 'c/orders/common/2025Q1', code: 'document-damaged', waiting: 1 } as const

test('a document that is not served is said when all else is saved, and asks nobody to sign in', () => {
  const behind = { ...calm, unserved: [damaged], progress: { standing: 6, synced: 5, total: 6 } }
  expect(savedOf({ ...behind, waiting: { count: 1, since: 1 } })).toEqual({ is: 'unserved' })
  expect(savedOf({ ...behind, waiting: { count: 3, since: 1 } }), 'what is not held goes').toEqual({
    is: 'sending',
    count: 2,
  })
  expect(savedOf({ ...behind, saving: 1 })).toEqual({ is: 'saving' })
  expect(savedOf({ ...behind, progress: { standing: 6, synced: 4, total: 6 } })).toMatchObject({ is: 'fetching' })
  expect(savedOf({ ...behind, online: false })).toEqual({ is: 'offline' })
  expect(savedOf({ ...behind, online: false, waiting: { count: 1, since: 1 } })).toMatchObject({ is: 'waiting' })
})

test('signing in anew is asked for where that helps alone: another name for the device is asked for by itself', () => {
  const away = { ...calm, progress: { standing: 6, synced: 0, total: 6 } }
  for (const denied of ['sign-in-needed', 'second-factor-required', 'device-wiped'] as const)
    expect(savedOf({ ...away, denied })).toEqual({ is: 'denied' })
  expect(savedOf({ ...away, denied: 'replica-unknown' })).toMatchObject({ is: 'fetching' })
})
