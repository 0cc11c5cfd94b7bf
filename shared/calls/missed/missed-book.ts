import { type MissedOf, type OpenMissed, openOf } from './missed.ts'

/** Missed calls of a company, kept as calls come and change: of a change only its number is looked at anew (SPEC CL6). */
export class MissedBook {
  readonly #byNumber = new Map<string, Map<string, MissedOf>>()
  readonly #keys = new Map<string, string>()
  readonly #open = new Map<string, OpenMissed>()

  put(call: MissedOf): void {
    const key = call.number ?? call.id
    const before = this.#keys.get(call.id)
    if (before !== undefined && before !== key) this.delete(call.id)
    const calls = this.#byNumber.get(key) ?? new Map<string, MissedOf>()
    this.#byNumber.set(key, calls.set(call.id, call))
    this.#keys.set(call.id, key)
    this.#look(key)
  }

  delete(id: string): void {
    const key = this.#keys.get(id)
    if (key === undefined) return
    this.#keys.delete(id)
    this.#byNumber.get(key)?.delete(id)
    this.#look(key)
  }

  /** What is open, the last one first. */
  open(): readonly OpenMissed[] {
    return [...this.#open.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  }

  #look(key: string): void {
    const open = openOf(this.#byNumber.get(key)?.values() ?? [])
    if (open) this.#open.set(key, open)
    else this.#open.delete(key)
  }
}
