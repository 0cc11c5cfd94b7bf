import type { CallFailure } from '../../../../shared/calls/collections.ts'
import { reportOf } from '../../hooks/reading.ts'
import type { LineReport } from '../line-report.ts'
import type { AmiMessage } from './message.ts'

/** Digits of an inner line: more are a number of the world's. */
const INNER = /^\d{1,5}$/
/** The name of a channel of an inner line. */
const CHANNEL = /^\w+\/(\d{1,5})[-@]/
/** What the id of a channel begins with that was asked for here; the request's id follows. */
export const ASKED = 'voronka-'
/** Calls are remembered so long after they were heard of last, ms. */
const REMEMBERED = 12 * 3_600_000

const FAILURES: { readonly [status: string]: CallFailure } = {
  BUSY: 'busy',
  NOANSWER: 'noAnswer',
  CANCEL: 'noAnswer',
  CONGESTION: 'noLine',
  CHANUNAVAIL: 'noLine',
  INVALIDARGS: 'wrongNumber',
}

/** A call of several channels. */
interface Going {
  readonly channels: Set<string>
  direction: 'in' | 'out' | null
  number: string
  line: string
  /** The inner number that talks, as far as it is known. */
  inner: string
  isAnswered: boolean
  failure: CallFailure | null
  /** The request to dial that it is of. */
  request: string | null
  heard: number
}

/**
 * Folds events of channels into reports of calls by their Linkedid, which all channels of a call share: those that a queue rings, a
 * transfer's too (SPEC CL14). Calls among inner lines are nobody's business here. `now`: ms since 1970.
 */
export class AmiCalls {
  readonly #going = new Map<string, Going>()
  readonly #inside: string

  /** `inside`: the context in which the office's own phones dial. */
  constructor(inside: string) {
    this.#inside = inside
  }

  take(event: AmiMessage, now: number): readonly LineReport[] {
    const linked = event.get('linkedid') ?? event.get('destlinkedid') ?? ''
    if (linked === '') return []
    const call = this.#going.get(linked)
    switch (event.get('event')) {
      case 'Newchannel':
        return this.#begin(linked, call, event, now)
      case 'DialBegin':
        return call ? this.#dials(linked, call, event, now) : []
      case 'DialEnd':
        if (call) call.failure = FAILURES[event.get('dialstatus') ?? ''] ?? call.failure
        return []
      case 'BridgeEnter':
        return call ? this.#bridges(linked, call, event, now) : []
      case 'Hangup':
        return call ? this.#hangs(linked, call, event, now) : []
      default:
        return []
    }
  }

  /** The calls that go on, by their Linkedid. */
  going(): readonly string[] {
    return [...this.#going.keys()]
  }

  /** Ends calls that were over while nobody heard; `now`: when they were heard of last. */
  end(ids: readonly string[], now: number): readonly LineReport[] {
    return ids.flatMap((linked) => {
      const call = this.#going.get(linked)
      return call ? this.#over(linked, call, { at: now, failure: call.failure ?? 'unsaid' }) : []
    })
  }

  #begin(linked: string, known: Going | undefined, event: AmiMessage, now: number): readonly LineReport[] {
    const channel = event.get('uniqueid') ?? ''
    if (known) {
      known.channels.add(channel)
      known.heard = now
      return []
    }
    this.#forget(now)
    const call: Going = {
      ...{ channels: new Set([channel]), direction: null, number: '', line: '', inner: '' },
      ...{ isAnswered: false, failure: null, request: null, heard: now },
    }
    this.#going.set(linked, call)
    const [caller, called] = [event.get('calleridnum') ?? '', event.get('exten') ?? '']
    if (channel.startsWith(ASKED)) return this.#asked(linked, call, channel, now)
    if (INNER.test(caller) || event.get('context') === this.#inside) {
      call.inner = innerOf(event)
      return this.#outward(linked, call, called, now)
    }
    // A channel that somebody here dials: what it is of tells its first one.
    if (called === '') return []
    call.direction = 'in'
    call.number = caller
    call.line = called === 's' ? '' : called
    return [report(linked, call, { what: 'ringing', at: now })]
  }

  #asked(linked: string, call: Going, channel: string, now: number): readonly LineReport[] {
    call.direction = 'out'
    call.request = channel.slice(ASKED.length)
    return [report(linked, call, { what: 'dialling', at: now })]
  }

  /** From an inner line: to a number of the world's it is a call that goes out. */
  #outward(linked: string, call: Going, called: string, now: number): readonly LineReport[] {
    const number = called.replace(/^\+/, '')
    if (!/^\d+$/.test(number) || INNER.test(number)) return []
    call.direction = 'out'
    call.number = called
    return [report(linked, call, { what: 'dialling', at: now })]
  }

  #dials(linked: string, call: Going, event: AmiMessage, now: number): readonly LineReport[] {
    call.heard = now
    if (call.direction !== null) return []
    // `SIP/trunk/79161234567`, `79161234567@trunk`: what is dialled outward.
    const dialled = /(?:^|\/)\+?(\d{6,})(?:@|$)/.exec(event.get('dialstring') ?? '')?.[1]
    return this.#outward(linked, call, dialled ?? event.get('destcalleridnum') ?? '', now)
  }

  /** Two in a bridge talk; one alone listens to a menu, or waits in a queue. */
  #bridges(linked: string, call: Going, event: AmiMessage, now: number): readonly LineReport[] {
    call.heard = now
    call.inner ||= innerOf(event)
    if (Number(event.get('bridgenumchannels')) < 2 || call.isAnswered || call.direction === null) return []
    call.isAnswered = true
    return [report(linked, call, { what: 'answered', at: now })]
  }

  /** It is over when its last channel is. */
  #hangs(linked: string, call: Going, event: AmiMessage, now: number): readonly LineReport[] {
    call.channels.delete(event.get('uniqueid') ?? '')
    call.heard = now
    if (call.channels.size > 0) return []
    return this.#over(linked, call, { at: now, failure: call.failure ?? byCause(event.get('cause')) })
  }

  #over(linked: string, call: Going, { at, failure }: Over): readonly LineReport[] {
    this.#going.delete(linked)
    if (call.direction === null) return []
    if (call.isAnswered) return [report(linked, call, { what: 'ended', at })]
    return [report(linked, call, { what: call.direction === 'in' ? 'missed' : 'failed', at, failure })]
  }

  /** Calls of which the line has lost the end. */
  #forget(now: number): void {
    for (const [linked, { heard }] of this.#going) if (now - heard > REMEMBERED) this.#going.delete(linked)
  }
}

interface Over {
  readonly at: number
  readonly failure: CallFailure
}

type Told = Pick<LineReport, 'what' | 'at' | 'failure'>

function report(
  linked: string,
  { direction, number, line, inner, request, isAnswered }: Going,
  told: Told,
): LineReport {
  // Who has not answered yet may be one of several.
  const who = isAnswered || direction === 'out' ? inner : null
  return reportOf({ call: linked, direction, number, line, request, inner: who, ...told })
}

/** The inner number of a channel, by its name (`PJSIP/101-00000a1f`, `Local/101@from-queue-…`), else by who speaks there; empty: of none. */
function innerOf(event: AmiMessage): string {
  const named = CHANNEL.exec(event.get('channel') ?? '')?.[1]
  const caller = event.get('calleridnum') ?? ''
  return named ?? (INNER.test(caller) ? caller : '')
}

/** By Q.850. */
function byCause(cause: string | undefined): CallFailure {
  if (cause === '17') return 'busy'
  if (cause === '21') return 'turnedDown'
  if (cause === '1' || cause === '28') return 'wrongNumber'
  if (cause === '34' || cause === '38' || cause === '42') return 'noLine'
  return 'noAnswer'
}
