import type { Change } from '../../../../shared/records/reading/record-set.ts'
import type { Directory } from '../directory.ts'
import type { Finding } from '../finding/finding.ts'
import { boxesOf } from './boxes.ts'
import { KnownLetters } from './known-letters.ts'
import { LiveThread } from './live-thread.ts'
import { LiveThreads } from './live-threads.ts'
import type { MailBoxesAnswer, MailThreadQuery, MailThreadsQuery } from './query.ts'

/** Letters by boxes and threads: looked at when they are first asked for, then kept. */
export class Mail {
  readonly #directory: Directory
  readonly #finding: Pick<Finding, 'every'>
  readonly #user: string
  readonly #changed: () => void
  #known: KnownLetters | null = null

  /** `user`: whose account it is; `changed` is called when an answer may be another. */
  constructor(directory: Directory, finding: Pick<Finding, 'every'>, user: string, changed: () => void) {
    this.#directory = directory
    this.#finding = finding
    this.#user = user
    this.#changed = changed
  }

  take(changes: readonly Change[]): void {
    this.#known?.take(changes)
  }

  stand(name: string, ids: readonly string[]): void {
    this.#known?.stand(name, ids)
  }

  boxes(): MailBoxesAnswer {
    return boxesOf(this.#directory, this.#begun())
  }

  threads(query: MailThreadsQuery): LiveThreads {
    return new LiveThreads({ directory: this.#directory, known: this.#begun(), finding: this.#finding }, query)
  }

  thread(query: MailThreadQuery): LiveThread {
    return new LiveThread({ directory: this.#directory, known: this.#begun() }, query)
  }

  /** Looks at all that waits, at once. */
  flush(): void {
    this.#begun().flush()
  }

  close(): void {
    this.#known?.close()
  }

  #begun(): KnownLetters {
    this.#known ??= new KnownLetters(this.#directory, this.#user, this.#changed)
    return this.#known
  }
}
