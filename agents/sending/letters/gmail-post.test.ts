import { afterEach, beforeEach, expect, test } from 'vitest'
import { type GmailServer, startGmail } from '../../mail/gmail/testing/gmail-server.ts'
import { LETTER } from '../testing/letter.ts'
import { gmailPost } from './gmail-post.ts'
import type { Post } from './smtp.ts'

const FAST = { first: 1, most: 5 }
let server: GmailServer
let post: Post
beforeEach(async () => {
  server = await startGmail()
  post = gmailPost({ ...server, patience: FAST })
})
afterEach(() => server.stop())

test('SN27: a letter goes by Gmail’s interface whole, under its Message-ID, with its hidden readers named to Gmail', async () => {
  const outcome = await post.send({ ...LETTER, bcc: ['hidden@example.com'] })
  expect(outcome).toMatchObject({ is: 'sent', outer: LETTER.messageId })
  const [letter = ''] = server.sent
  expect(letter).toContain(`Message-ID: <${LETTER.messageId}>`)
  expect(letter).toMatch(/^Bcc: hidden@example.com\r?$/m)
  expect(letter).toMatch(/^To: anna@example.com\r?$/m)
})

test('SN27: what Gmail refuses fails with its words; what passes, and access that was taken back, waits', async () => {
  server.judge(() => ({ status: 400, reason: 'invalidArgument' }))
  expect(await post.send(LETTER)).toMatchObject({ is: 'failed', why: { params: { answer: 'invalidArgument' } } })
  server.judge(() => ({ status: 429, reason: 'rateLimitExceeded' }))
  expect(await post.send(LETTER)).toMatchObject({ is: 'later', of: 'server', why: { code: 'triesAgain' } })
  server.revoke()
  expect(await post.send(LETTER)).toMatchObject({ is: 'later', of: 'server', why: { code: 'signInRefused' } })
  expect(await post.send({ ...LETTER, to: ['anna'] })).toMatchObject({ is: 'failed', why: { code: 'addressWrong' } })
  expect(server.sent).toEqual([])
})
