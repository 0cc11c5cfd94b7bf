import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import type { Mail } from '../../../shared/messages/sending.ts'
import { LETTER } from '../testing/letter.ts'
import { authority, RIGHT, refusal, startMail, type Verdict } from '../testing/smtp.ts'
import { messageIdOf } from './letter.ts'
import { openMail, type Post } from './smtp.ts'

const SOON = { connect: 500, silence: 500, whole: 1500 }
const ends: (() => void | Promise<void>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function mail(options?: SMTPServerOptions, verdict?: Verdict) {
  const server = await startMail(options, verdict)
  ends.push(server.stop)
  return server
}

function post(change: Partial<Mail<string>>, authority?: string): Post {
  const server: Mail<string> = {
    host: '127.0.0.1',
    port: 0,
    tls: 'none',
    user: '',
    password: '',
    fromName: '',
    fromAddress: '',
    ...change,
  }
  const made = openMail(server, SOON, authority)
  ends.push(() => made.close())
  return made
}

/** Something that listens and says what it is told to, and no SMTP. */
async function listener(greet: (server: Server) => void): Promise<number> {
  const server = createServer()
  greet(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  ends.push(() => void server.close())
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

test('SN1: a letter comes as text and as HTML, with its subject, its sender, its date and its Message-ID', async () => {
  const server = await mail()
  const outcome = await post({ port: server.port }).send(LETTER)
  expect(outcome).toMatchObject({
    is: 'sent',
    outer: '2026q4-1@example.ru',
    why: { code: 'accepted', params: { answer: expect.stringMatching(/^250 /) } },
  })
  const [{ raw = '', ...taken } = {}] = server.taken
  expect(taken).toMatchObject({ from: 'shop@example.ru', to: ['anna@example.com'] })
  expect(raw).toMatch(/^Message-ID: <2026q4-1@example\.ru>\r$/m)
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  expect(raw).toMatch(/^Date: Sat, 28 Nov 2026 10:00:00 \+0000\r$/m)
  expect(raw).toMatch(/^Subject: =\?UTF-8\?/m)
  expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m)
  expect(raw.match(/^Content-Type: text\/(plain|html); charset=utf-8\r$/gm)).toHaveLength(2)
})

test('SN1: what a person wrote does not say that a program did; asked for again, it is another letter', async () => {
  const server = await mail()
  await post({ port: server.port }).send({ ...LETTER, isAutomatic: false })
  expect(server.taken[0]?.raw).not.toContain('Auto-Submitted')
  expect(messageIdOf('a', 2, 'x@y.ru')).toBe('a.2@y.ru')
  expect(messageIdOf('a', 0, '')).toBe('a@voronka.invalid')
})

test('SN1: line ends in a subject, a name or a name of a file make no header of their own', async () => {
  const server = await mail()
  const odd = 'x\r\nBcc: eve@example.com\r\n\r\nHello'
  const enclosures = [{ name: odd, type: 'text/plain', bytes: new Uint8Array([65]) }]
  await post({ port: server.port }).send({
    ...LETTER,
    subject: odd,
    from: { name: odd, address: 'shop@example.ru' },
    enclosures,
  })
  expect(server.taken[0]?.to).toEqual(['anna@example.com'])
  expect(server.taken[0]?.raw).not.toMatch(/^Bcc:/m)
})

test('SN2: each way of TLS is kept, and who signs in is known', async () => {
  for (const [tls, secure] of [
    ['tls', true],
    ['starttls', false],
  ] as const) {
    const server = await mail({ secure, authOptional: false })
    const trusted = post({ port: server.port, tls, ...RIGHT }, authority.certificate)
    expect(await trusted.send(LETTER)).toMatchObject({ is: 'sent' })
    expect(server.taken).toMatchObject([{ secure: true, user: RIGHT.user }])
    const strange = await post({ port: server.port, tls, ...RIGHT }).send(LETTER)
    expect(strange).toMatchObject({ is: 'later', of: 'server', why: { code: 'noTls' } })
    expect(server.taken).toHaveLength(1)
  }
})

test('SN2, SN4: where TLS is asked for and not there, nothing is said in the open', async () => {
  const server = await mail({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true })
  for (const tls of ['starttls', 'tls'] as const) {
    const outcome = await post({ port: server.port, tls, ...RIGHT }).send(LETTER)
    expect(outcome).toMatchObject({ is: 'later', of: 'server', why: { code: 'noTls' } })
  }
  expect(server.taken).toEqual([])
})

test('SN4: a wrong password, or none where one is asked for, is a matter of the server', async () => {
  const server = await mail({ allowInsecureAuth: true, authOptional: false })
  for (const change of [{ ...RIGHT, password: 'wrong' }, {}]) {
    const outcome = await post({ port: server.port, ...change }).send(LETTER)
    expect(outcome).toMatchObject({ is: 'later', of: 'server', why: { code: 'signInRefused' } })
  }
})

const REFUSED: readonly [string, SMTPServerOptions, Verdict, string][] = [
  ['the letter', {}, () => refusal(554, '5.7.1 Looks like spam'), '554 5.7.1 Looks like spam'],
  [
    'its reader',
    { onRcptTo: (_to, _session, done) => done(refusal(550, '5.1.1 No such user')) },
    () => null,
    '550 5.1.1 No such user',
  ],
  [
    'its sender',
    { onMailFrom: (_from, _session, done) => done(refusal(553, 'Not yours')) },
    () => null,
    '553 Not yours',
  ],
]

test.each(REFUSED)(
  'SN3: %s refused for good fails with what the server said',
  async (what, options, verdict, answer) => {
    const server = await mail(options, verdict)
    const outcome = await post({ port: server.port }).send(LETTER)
    const ofSender = what === 'its sender' ? { ofSender: true } : {}
    expect(outcome).toEqual({ is: 'failed', why: { code: 'declined', params: { answer } }, ...ofSender })
  },
)

test('SN3: what is no address is not tried; a letter larger than the server takes fails', async () => {
  const server = await mail({ size: 2000 })
  const { send } = post({ port: server.port })
  expect(await send({ ...LETTER, to: ['anna'] })).toEqual({
    is: 'failed',
    why: { code: 'addressWrong', params: { address: 'anna' } },
  })
  const large = await send({ ...LETTER, text: 'x'.repeat(5000) })
  expect(large).toMatchObject({
    is: 'failed',
    why: { code: 'declined', params: { answer: '552 5.3.4 Message too big' } },
  })
})

test('SN4: a 4xx to a letter is of that letter; the next one goes over the same line', async () => {
  let first = true
  const server = await mail({}, () => {
    const refused = first ? refusal(451, '4.7.1 Greylisted, try later') : null
    first = false
    return refused
  })
  const line = post({ port: server.port })
  expect(await line.send(LETTER)).toEqual({
    is: 'later',
    of: 'message',
    why: { code: 'triesAgain', params: { answer: '451 4.7.1 Greylisted, try later' } },
  })
  expect(await line.send(LETTER)).toMatchObject({ is: 'sent' })
})

test('SN4: a server that is not there, and one that is not wanted now, are tried later', async () => {
  const port = await listener(() => undefined)
  const gone = ends.pop()
  await gone?.()
  expect(await post({ port }).send(LETTER)).toMatchObject({
    is: 'later',
    of: 'server',
    why: { code: 'unreachable' },
  })
  const busy = await listener((server) => server.on('connection', (socket) => socket.end('421 Too busy\r\n')))
  expect(await post({ port: busy }).send(LETTER)).toMatchObject({
    is: 'later',
    of: 'server',
    why: { code: 'triesAgain' },
  })
})

test('SN4: a server that says nothing, at once or after the letter, is waited for no longer than was said', async () => {
  const mute = await listener((server) => server.on('connection', (socket) => ends.push(() => void socket.destroy())))
  expect(await post({ port: mute }).send(LETTER)).toMatchObject({ is: 'later', why: { code: 'noAnswer' } })
  const thinking = Promise.withResolvers<null>()
  const server = await mail({}, () => thinking.promise)
  ends.push(() => thinking.resolve(null))
  expect(await post({ port: server.port }).send(LETTER)).toMatchObject({ is: 'later', why: { code: 'noAnswer' } })
})

test('SN4: one that trickles words for ever behind the letter is left after the whole time', async () => {
  const trickle = (socket: Socket) => {
    const timer = setInterval(() => socket.write('250-Wait\r\n'), 50)
    ends.push(() => clearInterval(timer))
  }
  const port = await listener((server) =>
    server.on('connection', (socket) => {
      socket.on('error', () => undefined)
      socket.write('220 Slow\r\n')
      let isLetter = false
      createInterface({ input: socket }).on('line', (line) => {
        if (line === '.') trickle(socket)
        else if (!isLetter) socket.write(line === 'DATA' ? '354 Go on\r\n' : '250 Yes\r\n')
        isLetter ||= line === 'DATA'
      })
    }),
  )
  expect(await post({ port }).send(LETTER)).toMatchObject({ is: 'later', why: { code: 'noAnswer' } })
})

test('SN4: a line that is cut while the letter is on it: tried later, and it went not', async () => {
  const server = await mail({
    onData: (stream) => {
      stream.resume()
      server.cut()
    },
  })
  expect(await post({ port: server.port }).send(LETTER)).toMatchObject({ is: 'later', why: { code: 'cutOff' } })
})
