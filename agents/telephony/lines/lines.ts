import type { HeldPhone, LineStanding } from '../../../shared/calls/phones.ts'
import type { RequestOutcome } from '../../../shared/calls/protocol.ts'
import type { HeldPhones } from '../phones/held-phones.ts'
import type { DialsOnce } from './dial-once.ts'
import type { DialRequest, Line, LineLog } from './line.ts'
import type { LineReport } from './line-report.ts'
import { openLine } from './open-line.ts'

interface Ports {
  readonly phones: Pick<HeldPhones, 'all' | 'observe'>
  /** Settles what a line tells into its call. */
  readonly take: (line: HeldPhone, report: LineReport) => Promise<unknown>
  readonly once: DialsOnce
  /** Writes what came of a request. */
  readonly settle: (line: HeldPhone, id: string, outcome: RequestOutcome) => Promise<unknown>
  readonly log: LineLog
  /** Is told when a line stands otherwise than before. */
  readonly stand: () => void
}

interface Opened {
  readonly phone: HeldPhone
  readonly line: Line
}

/** The lines that the bridge holds open: those that are on, each anew when its settings change (SPEC CL16). */
export class Lines {
  readonly #ports: Ports
  readonly #opened = new Map<string, Opened>()
  readonly #standings = new Map<string, LineStanding>()
  readonly #ending = new Set<Promise<void>>()
  readonly #forget: () => void

  constructor(ports: Ports) {
    this.#ports = ports
    this.#forget = ports.phones.observe(() => this.look())
  }

  /** Opens what is new, and ends what has gone, is switched off, or was changed. */
  look(): void {
    const wanted = new Map(this.#ports.phones.all.filter(({ isOff }) => !isOff).map((phone) => [phone.id, phone]))
    for (const [id, { phone, line }] of this.#opened) if (wanted.get(id)?.changed !== phone.changed) this.#end(id, line)
    for (const [id, phone] of wanted) if (!this.#opened.has(id)) this.#begin(phone)
  }

  /** How lines stand that are connected from here, by their id. */
  standings(): Readonly<Record<string, LineStanding>> {
    return Object.fromEntries(this.#standings)
  }

  /** Dials by the line of an id; null: it is none that dials. */
  dialler(id: string): ((request: DialRequest) => void) | null {
    const opened = this.#opened.get(id)
    if (!opened) return null
    const { log, once, settle } = this.#ports
    return (request) => {
      once(request, () => opened.line.dial(request))
        .then((outcome) => outcome && settle(opened.phone, request.id, outcome))
        .catch((err: unknown) => log.warn({ err, call: request.id }, 'what came of dialling is not written'))
    }
  }

  async stop(): Promise<void> {
    this.#forget()
    for (const [id, { line }] of this.#opened) this.#end(id, line)
    await Promise.all(this.#ending)
  }

  #begin(phone: HeldPhone): void {
    const { take, log } = this.#ports
    const line = openLine(phone, {
      report: (report) => take(phone, report),
      stands: (standing) => this.#note(phone.id, standing),
      log,
    })
    if (!line) return
    this.#opened.set(phone.id, { phone, line })
    line.start()
  }

  #note(id: string, standing: LineStanding): void {
    if (!this.#opened.has(id) || this.#standings.get(id) === standing) return
    this.#standings.set(id, standing)
    this.#ports.stand()
  }

  #end(id: string, line: Line): void {
    this.#opened.delete(id)
    this.#standings.delete(id)
    const ending: Promise<void> = line.stop().finally(() => this.#ending.delete(ending))
    this.#ending.add(ending)
  }
}
