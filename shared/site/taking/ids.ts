import { COMMON } from '../../documents/families.ts'
import { isKnownQuarter, quarterOf } from '../../documents/quarter.ts'
import { derivedId } from '../../records/keys/id.ts'
import type { SiteOrder } from '../catalogue.ts'

const SOURCE = 'site'

/** The records that a visitor's order becomes, by their ids. */
export interface OrderIds {
  readonly order: string
  /** Where nobody is known by what he says of himself. */
  readonly customer: string
  /** The event that keeps what he agreed to. */
  readonly consent: string
  readonly letter: string
}

/** They follow from the order's id and time, so that taken twice it is there once (SPEC WB7). */
export function idsOf({ id, at }: Pick<SiteOrder, 'id' | 'at'>, now: number): OrderIds {
  const time = timeOf(at, now)
  const derived = (what: string) => derivedId(COMMON, time, SOURCE, `${what} ${id}`)
  return {
    order: derived('order'),
    customer: derived('customer'),
    consent: derived('consent'),
    letter: derived('letter'),
  }
}

/** When it was made; of a door whose clock is far off, the first instant of this year. */
export function timeOf(at: number, now: number): number {
  const isSound = Number.isSafeInteger(at) && at > 0 && isKnownQuarter(quarterOf(at), now)
  return isSound ? at : Date.UTC(new Date(now).getUTCFullYear(), 0, 1)
}
