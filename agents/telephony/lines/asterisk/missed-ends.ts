import type { LineReport } from '../line-report.ts'
import type { AmiCalls } from './calls.ts'
import type { Ami } from './connection.ts'
import type { AmiMessage } from './message.ts'

/**
 * Ends of calls that Asterisk told nobody while the line was broken: behind the break it is asked which channels there are, and a
 * call of which none is left was over since the break (SPEC CL15).
 */
export class MissedEnds {
  readonly #calls: AmiCalls
  #broken: { readonly ids: readonly string[]; readonly at: number } | null = null
  readonly #there = new Set<string>()

  constructor(calls: AmiCalls) {
    this.#calls = calls
  }

  /** The line has ended, ms since 1970. */
  break(now: number): void {
    this.#broken ??= { ids: this.#calls.going(), at: now }
  }

  /** The line is there; where calls went on as it broke, it is asked about them. */
  async ask(ami: Ami): Promise<void> {
    this.#there.clear()
    if (this.#broken?.ids.length === 0) this.#broken = null
    if (!this.#broken) return
    const answer = await ami.ask({ Action: 'CoreShowChannels' })
    // Who may not ask leaves them to be closed for want of an end.
    if (answer.get('response') !== 'Success') this.#broken = null
  }

  take(event: AmiMessage): readonly LineReport[] {
    const name = event.get('event')
    if (name === 'CoreShowChannel') this.#there.add(event.get('linkedid') ?? '')
    if (name !== 'CoreShowChannelsComplete' || !this.#broken) return []
    const { ids, at } = this.#broken
    this.#broken = null
    return this.#calls.end(
      ids.filter((id) => !this.#there.has(id)),
      at,
    )
  }
}
