import { takeClock } from './clock.ts'
import { type Dated, planOf, type Settings } from './plan.ts'
import { World } from './world.ts'

/** What a simulation came to. */
export interface Lived {
  readonly settings: Settings
  readonly seconds: number
  /** How often what happened. */
  readonly counts: Readonly<Record<string, number>>
}

/** How a history is lived through. */
export interface Way {
  /** Its steps; those of the seed where none are given. */
  readonly steps?: readonly Dated[]
  /** How long a device may take to be as it should be, ms. */
  readonly patience?: number
  /** Told of each join that went well. */
  readonly joined?: (day: number, seconds: number) => void
}

/** Lets a history happen, and tells how it went. Rejects with HistoryFailure. */
export async function live(settings: Settings, way: Way = {}): Promise<Lived> {
  const { steps = planOf(settings), patience = 30_000, joined = () => {} } = way
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 100) / 10
  const giveBack = takeClock()
  const world = await World.begin({ ...settings, patience })
  try {
    for (const [nth, step] of steps.entries()) {
      await take(world, settings, step, nth)
      if (step.step === 'join') joined(step.day, seconds())
    }
    return { settings, seconds: seconds(), counts: await world.figures() }
  } finally {
    await world.end()
    giveBack()
  }
}

/** Where a history failed, and how it is had again. */
export class HistoryFailure extends Error {
  readonly nth: number

  constructor({ seed, devices, days }: Settings, nth: number, step: Dated, cause: unknown) {
    const again = `npm run simulate -- --seed ${seed} --devices ${devices} --days ${days}`
    const what = cause instanceof Error ? cause.message : String(cause)
    super(`seed ${seed}, day ${step.day}, step ${nth} (${step.step}): ${what}\nAgain: ${again}`)
    this.nth = nth
  }
}

async function take(world: World, settings: Settings, step: Dated, nth: number): Promise<void> {
  try {
    await world.take(step)
  } catch (cause) {
    throw new HistoryFailure(settings, nth, step, cause)
  }
}
