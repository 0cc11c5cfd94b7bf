import { Failure } from '../../shared/errors.ts'
import { kinds } from '../../shared/orders/collections.ts'
import { SITE, sites } from '../../shared/site/collections.ts'
import { findIn } from '../runtime/find.ts'
import { pause } from '../runtime/pause.ts'
import type { SpokenDoor } from '../runtime/server/settings/door.ts'
import { DoorLine } from './door-line.ts'
import { type QueueGround, QueueReader } from './queue-reader.ts'

/** It is looked so often which doors there are, ms. */
const LOOK = 5_000

/** `again`: a door that is away, or what could not be taken, is tried again behind so long, ms. */
type Ground = QueueGround & { readonly again: number }

/** Makes records of what visitors and readers did, at all doors where somebody may have (SPEC WB16, WB17). */
export async function readQueues(ground: Ground): Promise<void> {
  const { signal, log, replica } = ground
  const open = new Map<string, { readonly reader: QueueReader; readonly over: Promise<void> }>()
  // An order that had no kind to become may have one now.
  const forget = replica.observe((changes) => {
    if (changes.some(({ collection }) => collection.name === kinds.name))
      for (const { reader } of open.values()) reader.touch()
  })
  const aside = new Aside(ground)
  while (!signal.aborted) {
    for (const door of (await ground.door())?.queues ?? []) {
      const name = nameOf(door)
      if (open.has(name)) continue
      const reader = new QueueReader(ground, new DoorLine(door, signal), (many) => aside.tell(name, many))
      const over = readQueue(ground, door, reader)
        .catch((err: unknown) => {
          if (!signal.aborted) log.error({ err, door: door.address }, 'a queue is not read')
        })
        .finally(() => open.delete(name))
      open.set(name, { reader, over })
    }
    await pause(LOOK, signal)
  }
  forget()
  await Promise.all([...open.values()].map(({ over }) => over))
}

/** Reads one queue as long as it is one of ours. */
async function readQueue(ground: Ground, door: SpokenDoor, reader: QueueReader): Promise<void> {
  const { signal, log, again } = ground
  let isAway = false
  while (!signal.aborted) {
    try {
      const isAll = await reader.read()
      if (isAway) log.info({ door: door.address }, 'the door answers again')
      isAway = false
      if (!isAll) await pause(again, signal)
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof Failure)) throw error
      if (!isAway) log.warn({ door: door.address, code: error.code }, 'waiting for the door')
      isAway = true
      await pause(again, signal)
    }
    const now = await ground.door()
    if (!now?.queues.some((one) => nameOf(one) === nameOf(door))) return
  }
}

/** How much stands aside at all doors, in the site's record for its page to say. */
class Aside {
  readonly #ground: Ground
  readonly #byDoor = new Map<string, number>()

  constructor(ground: Ground) {
    this.#ground = ground
  }

  async tell(door: string, many: number): Promise<void> {
    this.#byDoor.set(door, many)
    const aside = [...this.#byDoor.values()].reduce((sum, one) => sum + one, 0)
    const site = findIn(this.#ground.replica)(sites, SITE)
    if (site !== null && (site.aside ?? 0) !== aside) await this.#ground.tellSite({ aside })
  }
}

function nameOf({ address, key }: SpokenDoor): string {
  return `${address} ${key}`
}
