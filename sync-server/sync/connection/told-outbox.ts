const AGE = /^\d{1,13}$/

/** How old a device says that its oldest unsent write is (SPEC J26). */
export class ToldOutbox {
  #since: number | null = null

  /** `age` in ms; `none`: all is sent. Anything else says nothing. `now` in ms since 1970. */
  tell(age: string, now: number): void {
    if (age === 'none') this.#since = null
    else if (AGE.test(age)) this.#since = now - Number(age)
  }

  /** What was told, grown older since, ms; null while nothing waits there. */
  age(now: number): number | null {
    return this.#since === null ? null : now - this.#since
  }
}
