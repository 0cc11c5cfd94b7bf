import { documentOf } from '../../../shared/documents/documents.ts'
import { Failure } from '../../../shared/errors.ts'
import { files } from '../../../shared/files/collections.ts'
import { findLetter, letterIn } from '../../../shared/letters/find-letter.ts'
import type { MessageEnd } from '../../../shared/messages/acts/commands.ts'
import { type Message, messages } from '../../../shared/messages/collections.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { parseId } from '../../../shared/records/keys/id.ts'
import { runs } from '../../../shared/rules/collections.ts'
import { whyOf } from '../../../shared/rules/why.ts'
import type { Claimed } from '../../runtime/server/ledger/ledger-client.ts'
import { doubtful, later, type Outcome, type Ready } from '../outcome.ts'
import { awaitedFile } from '../papers/awaited.ts'
import { fetchFile } from '../papers/fetch-file.ts'
import type { Ground } from './ground.ts'
import { markAnswered } from './mark-answered.ts'
import { stopOf, waits } from './may-go.ts'
import { AUTOMATIC_WITHIN, MOST_AUTOMATIC } from './often.ts'
import { isSpent, pauseBehind } from './tries.ts'

/** So long it is looked again for a file that was not there, ms. */
const FILE_LOOK = 5_000

/** How many letters that nobody wrote may go to one address, in how many hours. */
const OFTEN = { most: MOST_AUTOMATIC, hours: AUTOMATIC_WITHIN / 3_600_000 }

/** Letters are sent once more where nobody knows, under the same Message-ID; an SMS never. */
const MODES = { letter: 'repeat', sms: 'once' } as const

/** Tries to send a message that waits. Gives until when another has it, ms since 1970; null: nobody has. */
export async function attempt(ground: Ground, id: string): Promise<number | null> {
  const { company } = ground.replica.pass
  return await ground.documents.hold([documentOf(company, messages.family, id)], async () => {
    const message = ground.find(messages, id)
    if (!message) return null
    const named = documentsOf(message, company)
    return await ground.documents.hold(named, () => look(ground, id, named))
  })
}

async function look(ground: Ground, id: string, named: readonly string[]): Promise<number | null> {
  const { find, replica } = ground
  // Behind this all is here that the server knew when it was asked: who had called it off by then has done so.
  await replica.saved(named)
  const message = find(messages, id)
  if (!message || !waits(message) || (message.due ?? 0) > Date.now()) return null
  const stop = stopOf(message, originOf(message, find))
  if (stop !== null) return await put(ground, message, { state: 'cancelled', why: stop })
  const free = ground.often.mayGo(message, Date.now())
  if (free !== null) return await put(ground, message, { state: 'waiting', why: whyOf('goesOften', OFTEN), due: free })
  const file = await awaitedIn(ground, message)
  if (file !== null) return await awaitFile(ground, message, file)
  const ready = await readied(ground, message)
  return typeof ready === 'function' ? await claim(ground, message, ready) : await end(ground, message, ready)
}

/** The file that it waits for. A server that refuses to say is asked again as the letter is made. */
async function awaitedIn({ replica, find }: Ground, message: Message): Promise<string | null> {
  try {
    return await awaitedFile(message, { find, fetch: (file) => fetchFile(replica.pass, file) }, Date.now())
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return null
  }
}

/** Says once that it waits for a file, however long that is on its way: it counts as no try (SPEC SN20). */
async function awaitFile(ground: Ground, message: Message, file: string): Promise<number> {
  const why = whyOf('awaitsFile', { file })
  if (message.why !== why) await put(ground, message, { state: 'waiting', why })
  return Date.now() + FILE_LOOK
}

/** Settings that the server does not give out, as where their secrets cannot be opened, are said on the message. */
async function readied(ground: Ground, message: Message): Promise<Ready | Outcome> {
  try {
    return await ground.prepare(message)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return later('server', 'refused', { ...error.params, failure: error.code })
  }
}

/** Where it lies, and what it is made of; an id that names no document refers to nothing. */
function documentsOf({ id, order, files: names, answers }: Message, company: string): string[] {
  const answered = answers === null ? null : letterIn(answers)
  const about = [
    [orders, order] as const,
    ...names.map((file) => [files, file] as const),
    ...(answered === null ? [] : [[answered.collection, answered.id] as const]),
  ]
  return [
    documentOf(company, messages.family, id),
    ...about.flatMap(([{ family }, one]) => (one !== null && parseId(one) ? [documentOf(company, family, one)] : [])),
  ]
}

function originOf({ order, run, answers }: Message, find: Find) {
  return {
    order: order === null ? null : find(orders, order),
    run: run === null ? null : find(runs, run),
    answered: answers === null ? null : findLetter(answers, find),
  }
}

async function claim(ground: Ground, message: Message, ready: Ready): Promise<number | null> {
  const { id, asked, way } = message
  const claimed = await ground.ledger.claim(`message/${id}/${asked ?? 0}`, MODES[way ?? 'letter'])
  switch (claimed.is) {
    case 'held':
      return claimed.until
    case 'settled':
      // It was done, and whoever did it did not come to write so.
      return await end(ground, message, JSON.parse(claimed.outcome) as Outcome)
    case 'doubtful':
      return await end(ground, message, doubtful())
    case 'yours':
      return await send(ground, message, ready, claimed.lease)
  }
}

type Lease = Extract<Claimed, { is: 'yours' }>['lease']

async function send(ground: Ground, message: Message, ready: Ready, lease: Lease): Promise<number | null> {
  const { find, lanes, log } = ground
  const now = find(messages, message.id)
  if (!now || !waits(now) || now.asked !== message.asked || stopOf(now, originOf(now, find)) !== null) {
    await lease.release()
    return Date.now()
  }
  const outcome = lastOf(message, await lanes[message.way ?? 'letter'].send(ready))
  if (outcome.is === 'later') await lease.release()
  else if (!(await lease.settle(JSON.stringify(outcome))))
    log.warn({ message: message.id, outcome: outcome.is }, 'the lease was lost while a message went')
  return await end(ground, message, outcome)
}

/** What was tried often enough has failed. */
function lastOf({ attempts }: Message, outcome: Outcome): Outcome {
  const isLast = outcome.is === 'later' && outcome.of === 'message' && isSpent((attempts ?? 0) + 1)
  return isLast ? { is: 'failed', why: outcome.why } : outcome
}

/** Writes what came of it. */
async function end(ground: Ground, message: Message, outcome: Outcome): Promise<number | null> {
  if (outcome.is === 'sent') await markAnswered(ground, message)
  const attempts = (message.attempts ?? 0) + 1
  const why = whyOf(outcome.why.code, outcome.why.params)
  if (outcome.is !== 'later')
    return await put(ground, message, {
      state: outcome.is,
      why,
      attempts,
      ...(outcome.is === 'sent' && wentAs(outcome)),
    })
  const due = Date.now() + pauseBehind(attempts)
  return await put(ground, message, { state: 'waiting', why, attempts, due })
}

function wentAs({ outer, from, account, raw }: Extract<Outcome, { is: 'sent' }>): Partial<MessageEnd> {
  return { outer, ...(from && { from }), ...(account && { account }), ...(raw && { raw }) }
}

async function put({ replica, log }: Ground, { id, asked, way }: Message, told: Omit<MessageEnd, 'id' | 'asked'>) {
  replica.run('settleMessage', { id, asked: asked ?? 0, ...told })
  await replica.saved([documentOf(replica.pass.company, messages.family, id)])
  log.info({ message: id, way, state: told.state }, 'message')
  return null
}
