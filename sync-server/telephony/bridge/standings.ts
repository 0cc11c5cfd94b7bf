import type { LineStanding } from '../../../shared/calls/phones.ts'

/** What the bridge said is believed for so long, ms: it says it anew each minute. */
const BELIEVED = 150_000

/** How lines stand that the bridge connects itself, as it said last to this server (SPEC PH17). */
export class Standings {
  #lines: Readonly<Record<string, LineStanding>> = {}
  #at = 0

  tell(lines: Readonly<Record<string, LineStanding>>, now: number): void {
    this.#lines = lines
    this.#at = now
  }

  of(line: string, now: number): LineStanding | null {
    return now - this.#at > BELIEVED ? null : (this.#lines[line] ?? null)
  }
}
