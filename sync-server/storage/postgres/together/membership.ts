import pg from 'pg'
import type { Member } from '../../storage.ts'
import { connectionTo, passOver } from '../pool.ts'
import { CHANNEL } from './turns.ts'

/** Who holds this lock of the database is the keeper; any number that nobody else takes. */
const KEEPING = 7_605_002
/** How often it is looked whether the keeper is gone, and whether something was written that nobody told of, ms. */
const LOOK_EVERY = 2000

/** Takes the keeper's lock for work that no server may be beside; gives its undo, null where one runs. */
export async function keepServersOut(url: string): Promise<(() => Promise<void>) | null> {
  const client = new pg.Client(connectionTo(url))
  client.on('error', passOver)
  await client.connect()
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [KEEPING])
  if (rows[0]?.held) return () => client.end()
  await client.end()
  return null
}

/**
 * This process among those of a company, on a connection of its own: by it the database tells of what others write, and
 * with it the keeper's lock goes, however its process ends (SPEC J22, J23).
 */
export class Membership {
  readonly #url: string
  readonly #self: string
  readonly #member: Member
  #client: pg.Client | null = null
  #isKeeper = false
  #isLeft = false
  #timer: NodeJS.Timeout | undefined
  #looking: Promise<void> = Promise.resolve()

  constructor(url: string, self: string, member: Member) {
    this.#url = url
    this.#self = self
    this.#member = member
  }

  /** Resolves when it is known whether this process is the keeper. Errors of the first connection come through. */
  async begin(): Promise<void> {
    await this.#look()
    this.#later()
  }

  async leave(): Promise<void> {
    this.#isLeft = true
    clearTimeout(this.#timer)
    await this.#looking
    await this.#keepNoMore()
    const client = this.#client
    this.#client = null
    await client?.end().catch(passOver)
  }

  #later(): void {
    if (this.#isLeft) return
    this.#timer = setTimeout(() => {
      this.#looking = this.#look()
        .catch(() => this.#lose(this.#client))
        .then(() => {
          this.#member.told()
          this.#later()
        })
    }, LOOK_EVERY).unref()
  }

  async #look(): Promise<void> {
    const client = this.#client ?? (await this.#connect())
    // Also the keeper asks something: a connection that is dead without having said so is found by it.
    const { rows } = await client.query<{ held: boolean }>(
      this.#isKeeper ? 'SELECT true AS held' : 'SELECT pg_try_advisory_lock($1) AS held',
      this.#isKeeper ? [] : [KEEPING],
    )
    if (this.#isKeeper || !rows[0]?.held) return
    this.#isKeeper = true
    await this.#member.keeps()
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client(connectionTo(this.#url))
    client.on('error', () => void this.#lose(client))
    client.on('notification', ({ payload }) => {
      if (payload !== this.#self) this.#member.told()
    })
    await client.connect()
    this.#client = client
    await client.query(`LISTEN ${CHANNEL}`)
    return client
  }

  /** The connection is gone, and with it the lock; both are sought anew with the next look. */
  async #lose(client: pg.Client | null): Promise<void> {
    if (client !== this.#client) return
    this.#client = null
    client?.end().catch(passOver)
    await this.#keepNoMore()
  }

  async #keepNoMore(): Promise<void> {
    if (!this.#isKeeper) return
    this.#isKeeper = false
    await this.#member.keepsNoMore()
  }
}
