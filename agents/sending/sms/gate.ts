import type { Outcome } from '../outcome.ts'

/** An SMS as it goes out. */
export interface Sms {
  /** What we call it: the message's id, and how often it was asked for. */
  readonly id: string
  /** `+79161234567` */
  readonly to: string
  readonly text: string
}

/** What takes SMS. */
export interface Gate {
  send(sms: Sms): Promise<Outcome>
  close(): void
}
