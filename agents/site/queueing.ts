import { setTimeout as after } from 'node:timers/promises'
import { COMMON } from '../../shared/documents/families.ts'
import { Failure } from '../../shared/errors.ts'
import { mailingConsents } from '../../shared/mailings/collections.ts'
import type { QueueItem } from '../../shared/site/door.ts'
import type { SiteStanding } from '../../shared/site/standing.ts'
import { takeDeed } from '../mailings/deeds/take-deed.ts'
import type { AgentGround } from '../runtime/agent.ts'
import type { SpokenDoor } from '../runtime/server/door.ts'
import { DoorLine } from './speak.ts'
import { takeOrder } from './taking.ts'

/** A door that is away, or what could not be taken, is tried again behind so long, ms; it is looked so often which doors there are. */
const AGAIN = 5_000
const LOOK = 5_000

type Ground = Pick<AgentGround, 'replica' | 'documents' | 'door' | 'log' | 'signal'> & {
  readonly tellSite: (standing: SiteStanding) => Promise<void>
}

/** Makes records of what visitors and readers did, at all doors where somebody may have (SPEC WB16, WB17). */
export async function readQueues(ground: Ground): Promise<void> {
  const { signal, log } = ground
  const open = new Map<string, Promise<void>>()
  while (!signal.aborted) {
    for (const door of (await ground.door())?.queues ?? []) {
      const name = `${door.address} ${door.key}`
      if (open.has(name)) continue
      const over = readQueue(ground, door)
        .catch((err: unknown) => {
          if (!signal.aborted) log.error({ err, door: door.address }, 'a queue is not read')
        })
        .finally(() => open.delete(name))
      open.set(name, over)
    }
    await pause(LOOK, signal)
  }
  await Promise.all(open.values())
}

/** Reads one queue as long as it is one of ours. */
async function readQueue(ground: Ground, door: SpokenDoor): Promise<void> {
  const { signal, log } = ground
  const line = new DoorLine(door, signal)
  let isAway = false
  while (!signal.aborted) {
    try {
      // From the front each time: what is settled stands there no more.
      const items = await line.queue(0)
      if (isAway) log.info({ door: door.address }, 'the door answers again')
      isAway = false
      const upTo = await takeAll(ground, items)
      if (upTo !== null) await line.settled(upTo)
      if (upTo !== items.at(-1)?.number) await pause(AGAIN, signal)
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof Failure)) throw error
      if (!isAway) log.warn({ door: door.address, code: error.code }, 'waiting for the door')
      isAway = true
      await pause(AGAIN, signal)
    }
    const now = await ground.door()
    if (!now?.queues.some(({ address, key }) => address === door.address && key === door.key)) return
  }
}

/** Takes what waits, one after the other; gives up to where all has become records; null: nothing has. */
async function takeAll(ground: Ground, items: readonly QueueItem[]): Promise<number | null> {
  let upTo: number | null = null
  let isWhole = true
  for (const item of items) {
    const isTaken = await takeOne(ground, item)
    // What stands behind it is taken all the same: twice is once.
    isWhole &&= isTaken
    if (isWhole) upTo = item.number
  }
  return upTo
}

/** False: it could not become a record now, and waits at the door. */
async function takeOne(ground: Ground, item: QueueItem): Promise<boolean> {
  const { signal, log, replica, documents } = ground
  try {
    if (item.did === 'ordered') return await takeOrder(ground, item.order)
    const { number: _, ...deed } = item
    const consents = `${replica.pass.company}/${mailingConsents.family}/${COMMON}`
    await documents.hold([consents], () => takeDeed(ground, deed))
    return true
  } catch (err) {
    signal.throwIfAborted()
    log.error({ err, did: item.did, number: item.number }, 'what was done at the door could not be taken')
    return false
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return after(ms, undefined, { signal }).catch(() => undefined)
}
