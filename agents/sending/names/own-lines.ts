import type { HeldMail } from '../../../shared/messages/own-mail.ts'
import { openHeld } from '../accounts/open-held.ts'
import type { Letter } from '../letters/letter.ts'
import type { Post } from '../letters/smtp.ts'
import { later, type Outcome } from '../outcome.ts'
import { Lane } from '../sender/lane.ts'

/** A password that was refused is tried again after so long, ms: services lock who goes on guessing. */
const REFUSED_FOR = 3_600_000
const WIDTH = { atOnce: 2, gap: 20 }

/** The line to a person’s own account of mail. */
export interface OwnLine {
  readonly user: string
  readonly mail: HeldMail
  /** Sends by it; at once says what it said last, while its server is left alone. */
  send(letter: Letter): Promise<Outcome>
}

interface Opened extends OwnLine {
  close(): void
}

/** Lines to people’s own accounts, each opened with its first letter, and anew when the account is changed. */
export class OwnLines {
  readonly #lines = new Map<string, Opened>()
  readonly #open: (mail: HeldMail) => Post

  constructor(open: (mail: HeldMail) => Post = (mail) => openHeld(mail)) {
    this.#open = open
  }

  /** How the accounts are now. */
  take(own: Readonly<Record<string, HeldMail>>): void {
    for (const [user, line] of this.#lines) {
      if (own[user]?.changed === line.mail.changed) continue
      line.close()
      this.#lines.delete(user)
    }
    for (const [user, mail] of Object.entries(own))
      if (!this.#lines.has(user)) this.#lines.set(user, openLine(user, mail, this.#open))
  }

  of(user: string | null): OwnLine | null {
    return user === null ? null : (this.#lines.get(user) ?? null)
  }

  close(): void {
    for (const line of this.#lines.values()) line.close()
    this.#lines.clear()
  }
}

function openLine(user: string, mail: HeldMail, open: (mail: HeldMail) => Post): Opened {
  const lane = new Lane(WIDTH)
  let post: Post | null = null
  let last: Outcome = later('server', 'unreachable')
  let refusedUntil = 0
  const isLeftAlone = () => performance.now() < refusedUntil || lane.opensIn > 0
  return {
    user,
    mail,
    async send(letter) {
      if (isLeftAlone()) return last
      post ??= open(mail)
      const line = post
      last = await lane.send(() => line.send(letter))
      if (isRefusal(last)) refusedUntil = performance.now() + REFUSED_FOR
      return last
    },
    close: () => post?.close(),
  }
}

/** Whether a server did not take name or password. */
export function isRefusal(outcome: Outcome): boolean {
  return outcome.is === 'later' && outcome.why.code === 'signInRefused'
}
