import { Failure } from '../../shared/errors.ts'
import { hasFeature } from '../../shared/features/known.ts'
import { waysOfCompany } from '../../shared/messages/parameters/around.ts'
import type { SiteCatalogue } from '../../shared/site/catalogue.ts'
import { SITE, type Site, sites } from '../../shared/site/collections.ts'
import type { SiteStanding, SiteTrouble } from '../../shared/site/standing.ts'
import { dayAt } from '../../shared/time/days.ts'
import type { AgentGround } from '../runtime/agent.ts'
import { findIn } from '../runtime/find.ts'
import { pause } from '../runtime/pause.ts'
import { isPassing } from '../runtime/server/api.ts'
import { Waking } from '../runtime/waking.ts'
import { DoorLine } from './door-line.ts'
import { catalogueOf, logoOf, MADE_OF } from './making.ts'
import { hashOf, type Pictures } from './pictures.ts'

/** How long it is quiet before a catalogue is made, how long changes are gathered at most, how often it is looked anyway, ms. */
export interface Pace {
  readonly quiet: number
  readonly most: number
  readonly look: number
}

type Ground = Pick<AgentGround, 'replica' | 'door' | 'log' | 'signal'> & {
  readonly tellSite: (standing: SiteStanding) => Promise<void>
  readonly pictures: Pictures
  readonly pace: Pace
}

/** Publishes the catalogue when what it is made of changes (SPEC WB13, WB14). */
export class Publishing {
  readonly #ground: Ground
  readonly #waking = new Waking()
  /** What stands at the door, without when it was made, and at which. */
  #published: { readonly text: string; readonly at: string; readonly made: number } | null = null
  /** When the first change came that is not published yet, ms of the process's clock; null: there is none. */
  #dirty: number | null = performance.now()

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** Something else than a record changed that it is made of. */
  touch(): void {
    this.#dirty ??= performance.now()
    this.#waking.wake()
  }

  /** Works until the signal. */
  async run(): Promise<void> {
    const { replica, signal, pace } = this.#ground
    const forget = replica.observe((changes) => {
      if (changes.some(({ collection }) => MADE_OF.has(collection.name))) this.touch()
    })
    const wake = () => this.#waking.wake()
    signal.addEventListener('abort', wake)
    try {
      while (!signal.aborted) {
        await this.#quiet()
        if (signal.aborted) break
        const woken = this.#waking.next()
        this.#dirty = null
        await this.#publish()
        if (this.#dirty === null) await this.#waking.within(woken, pace.look)
      }
    } finally {
      forget()
      signal.removeEventListener('abort', wake)
    }
  }

  /** Resolves when nothing has changed for a while, or changes have been gathered long enough. */
  async #quiet(): Promise<void> {
    const { signal, pace } = this.#ground
    const from = this.#dirty
    if (from === null) return
    for (let isQuiet = false; !isQuiet && !signal.aborted; ) {
      const woken = this.#waking.next()
      const over = performance.now() - from
      if (over >= pace.most) return
      const before = performance.now()
      await this.#waking.within(woken, Math.min(pace.quiet, pace.most - over))
      isQuiet = performance.now() - before >= pace.quiet
    }
  }

  async #publish(): Promise<void> {
    const { replica, log, signal } = this.#ground
    const site = findIn(replica)(sites, SITE)
    if (site === null || site.gone) return
    try {
      await this.#bring({ ...site, isOn: site.isOn && hasFeature('site') })
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof Failure)) throw error
      log.warn({ code: error.code }, 'the site could not be published')
      await this.#tell({ trouble: troubleBy(error) })
      this.touch()
      await pause(this.#ground.pace.look, signal)
    }
  }

  /** Brings what the door has not got: the catalogue, where it is another, and pictures. */
  async #bring(site: Site): Promise<void> {
    const { replica, door: readDoor, pictures, signal, log } = this.#ground
    const door = await readDoor()
    if (door === null) return
    const line = new DoorLine(door, signal)
    const now = Date.now()
    const catalogue = await catalogueOf({ replica }, site, pictures, now)
    const text = textOf(catalogue)
    const standing = await line.standing()
    const { made, at } = this.#published ?? {}
    const isSame = this.#published?.text === text && at === door.address && standing.made === made
    const lacking = isSame ? standing.pictures : await line.publish(catalogue)
    for (const hash of lacking) await this.#bringPicture(line, hash)
    if (isSame) return
    this.#published = { text, at: door.address, made: now }
    await this.#tell({ trouble: null, published: now, goods: catalogue.goods.length })
    log.info({ goods: catalogue.goods.length, day: dayAt(now, waysOfCompany(findIn(replica)).zone) }, 'site published')
  }

  async #bringPicture(line: DoorLine, hash: string): Promise<void> {
    const { pictures, replica, log } = this.#ground
    const site = findIn(replica)(sites, SITE)
    const logo = site && logoOf(replica, site)
    const bytes = logo && hashOf(logo) === hash ? logo : await pictures.bytesOf(hash)
    if (bytes === null) return
    try {
      await line.putPicture(hash, bytes)
    } catch (error) {
      // One picture that the door does not take keeps no other back.
      if (!(error instanceof Failure) || error.code !== 'picture-unknown') throw error
      log.warn({ hash }, 'a picture is none to the door')
    }
  }

  #tell(standing: SiteStanding): Promise<void> {
    return this.#ground.tellSite(standing)
  }
}

/** What people are told of a failure. */
function troubleBy(failure: Failure): SiteTrouble {
  const { code } = failure
  if (code === 'sign-in-needed') return 'keyRefused'
  if (code === 'sending-locked') return 'locked'
  return isPassing(failure) ? 'unreachable' : 'refused'
}

/** What is compared: when it was made says nothing of it. */
function textOf({ made: _, ...catalogue }: SiteCatalogue): string {
  return JSON.stringify(catalogue)
}
