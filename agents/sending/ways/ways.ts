import type { AgentSending, HeldMail } from '../../../shared/messages/own-mail.ts'
import type { Mail, Sms as SmsSettings } from '../../../shared/messages/sending.ts'
import { openHeld } from '../accounts/open-held.ts'
import { openMail, type Post } from '../letters/smtp.ts'
import { OwnLines } from '../names/own-lines.ts'
import { letterBox, smsBox } from '../outbox/outbox.ts'
import type { Gate } from '../sms/gate.ts'
import { anyGate } from '../sms/http/any.ts'
import { smscGate } from '../sms/http/smsc.ts'
import { smsRuGate } from '../sms/http/smsru.ts'
import { smppGate } from '../sms/smpp/smpp.ts'

/** How letters and SMS go out now. */
export interface Ways {
  /** Whose name letters bear; null: the company has named no mail server. */
  readonly mail: Mail<string> | HeldMail | null
  readonly post: Post
  readonly gate: Gate
  /** People's own accounts. */
  readonly own: OwnLines
}

const ANSWER = 30_000

/** Opens the ways that the settings name; what they do not name is kept below `data`. */
function openWays({ mail, sms }: Omit<AgentSending, 'own'>, own: OwnLines, data: string): Ways {
  return { own, mail, post: mail ? postOf(mail) : letterBox(data), gate: sms ? gateOf(sms) : smsBox(data) }
}

function postOf(mail: Mail<string> | HeldMail): Post {
  return 'account' in mail ? openHeld(mail) : openMail(mail)
}

function gateOf(sms: SmsSettings<string>): Gate {
  switch (sms.kind) {
    case 'smpp':
      return smppGate(sms)
    case 'http':
      return anyGate(sms, ANSWER)
    case 'smsru':
      return smsRuGate(sms, ANSWER)
    case 'smsc':
      return smscGate(sms, ANSWER)
  }
}

/**
 * The ways as they are now: the settings are asked for anew where the last answer is older than `fresh`, and ways that they
 * change are closed and opened again. Rejects as `read` does where the server does not answer.
 */
export class CurrentWays {
  readonly #read: () => Promise<AgentSending>
  readonly #data: string
  readonly #fresh: number
  readonly #onChange: () => void
  readonly #own = new OwnLines()
  #open: { readonly said: string; readonly ways: Ways } | null = null
  #asked: { readonly at: number; readonly ways: Promise<Ways> } | null = null

  constructor(read: () => Promise<AgentSending>, data: string, fresh: number, onChange: () => void) {
    this.#read = read
    this.#data = data
    this.#fresh = fresh
    this.#onChange = onChange
  }

  now(): Promise<Ways> {
    const isFresh = this.#asked !== null && performance.now() - this.#asked.at <= this.#fresh
    const asked = this.#asked && isFresh ? this.#asked : this.#ask()
    return asked.ways
  }

  close(): void {
    this.#open?.ways.post.close()
    this.#open?.ways.gate.close()
    this.#own.close()
    this.#open = null
    this.#asked = null
  }

  #ask(): { readonly at: number; readonly ways: Promise<Ways> } {
    const ways = this.#read().then((settings) => this.#take(settings))
    const asked = { at: performance.now(), ways }
    this.#asked = asked
    ways.catch(() => {
      if (this.#asked === asked) this.#asked = null
    })
    return asked
  }

  #take({ own, ...settings }: AgentSending): Ways {
    this.#own.take(own)
    const said = JSON.stringify(settings)
    if (this.#open?.said === said) return this.#open.ways
    const isFirst = this.#open === null
    this.#open?.ways.post.close()
    this.#open?.ways.gate.close()
    const ways = openWays(settings, this.#own, this.#data)
    this.#open = { said, ways }
    if (!isFirst) this.#onChange()
    return ways
  }
}
