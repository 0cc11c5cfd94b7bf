import { seeded } from '../support/random.ts'
import { DEEDS } from './deeds.ts'

/** What a simulation is of. */
export interface Settings {
  readonly seed: number
  readonly devices: number
  readonly days: number
}

/** Something that a person does at a device; what it is done to is drawn from the seed when it is done. */
export interface Act {
  readonly by: number
  readonly deed: string
  readonly seed: number
}

/** One thing that happens. Devices are chosen by number. */
export type Step =
  /** All at once. */
  | { readonly step: 'acts'; readonly acts: readonly Act[] }
  | { readonly step: 'line'; readonly by: number; readonly how: 'cut' | 'cut-amid' | 'freeze' | 'slow' | 'restore' }
  /** The program is killed and begun again. */
  | { readonly step: 'restart'; readonly by: number }
  /** The browser clears the site's data under a running program. */
  | { readonly step: 'wipe'; readonly by: number }
  /** The device is lost; its person goes on with another one. */
  | { readonly step: 'lose'; readonly by: number }
  | { readonly step: 'clock'; readonly by: number; readonly error: number }
  /** Begun again at once; `acts` are done while it goes. */
  | { readonly step: 'server'; readonly how: 'stop' | 'kill'; readonly acts: readonly Act[] }
  /** Somebody's broken program has put another replica's record into the device's copy. */
  | { readonly step: 'forge'; readonly by: number; readonly seed: number }
  /** A person may only read any more while his device is away, works on there, and is let in again later. */
  | { readonly step: 'role'; readonly by: number; readonly acts: readonly Act[] }
  | { readonly step: 'night'; readonly ms: number }
  /** All come together, and everything is checked. */
  | { readonly step: 'join' }

/** A step with the day on which it happens, from 1. */
export type Dated = Step & { readonly day: number }

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Longer than a document must have been quiet to be packed. */
export const MONTH = 33 * DAY

/** The whole history of a seed. */
export function planOf({ seed, devices, days }: Settings): Dated[] {
  const draw = new Draw(seed, devices)
  return Array.from({ length: days }, (_, i) => i + 1).flatMap((day) => {
    const isLast = day === days
    const joins = isLast || draw.chance(0.4) ? [{ step: 'join' } as const] : []
    const steps: Step[] = [...draw.morning(), ...draw.work(), ...joins, draw.night(day === days - 1)]
    return steps.map((step) => ({ ...step, day }))
  })
}

/** Draws a plan from its seed. */
class Draw {
  readonly #random: () => number
  readonly #devices: number

  constructor(seed: number, devices: number) {
    this.#random = seeded(seed)
    this.#devices = devices
  }

  chance(of: number): boolean {
    return this.#random() < of
  }

  /** What happens to devices and server before people come. */
  morning(): Step[] {
    const by = this.#device()
    const error = this.chance(0.3) ? 0 : Math.round((this.#random() - 0.5) * this.#pick([10_000, 20 * 60_000, 4 * DAY]))
    return this.#some([
      [0.35, { step: 'clock', by, error }],
      [0.3, { step: 'restart', by: this.#device() }],
      [0.08, { step: 'wipe', by: this.#device() }],
      [0.05, { step: 'lose', by: this.#device() }],
      [0.15, { step: 'forge', by: this.#device(), seed: this.#seed() }],
      [0.15, { step: 'role', by: this.#device(), acts: this.#acts(4) }],
    ])
  }

  /** A few rounds, between which lines come and go. */
  work(): Step[] {
    const rounds = 2 + Math.floor(this.#random() * 3)
    return Array.from({ length: rounds }, () => [
      ...this.#some([
        [0.5, { step: 'line', by: this.#device(), how: this.#pick(['cut', 'cut-amid', 'freeze', 'slow'] as const) }],
        [0.35, { step: 'line', by: this.#device(), how: 'restore' }],
        [0.1, { step: 'restart', by: this.#device() }],
        [0.15, { step: 'server', how: this.#pick(['kill', 'kill', 'stop'] as const), acts: this.#acts(6) }],
      ]),
      { step: 'acts' as const, acts: this.#acts(3 * this.#devices) },
    ]).flat()
  }

  /** Mostly to the next day; before the last day, and now and then, a month in which nothing happens: what is quiet is packed. */
  night(isBeforeLast: boolean): Step {
    const isLong = this.chance(0.12) || isBeforeLast
    return { step: 'night', ms: isLong ? MONTH : Math.round(HOUR * (10 + this.#random() * 8)) }
  }

  #acts(count: number): Act[] {
    const names = Object.keys(DEEDS)
    return Array.from({ length: count }, () => ({ by: this.#device(), deed: this.#pick(names), seed: this.#seed() }))
  }

  #some(steps: readonly (readonly [chance: number, step: Step])[]): Step[] {
    return steps.filter(([chance]) => this.chance(chance)).map(([, step]) => step)
  }

  #device(): number {
    return Math.floor(this.#random() * this.#devices)
  }

  #seed(): number {
    return Math.floor(this.#random() * 2 ** 31)
  }

  #pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.#random() * of.length)] as T
  }
}
