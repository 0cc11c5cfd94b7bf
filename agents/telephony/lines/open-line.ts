import type { HeldPhone } from '../../../shared/calls/phones.ts'
import { type Dials, dialByMango, dialByMegafon, dialByZadarma } from './ask-exchange.ts'
import { openAsterisk } from './asterisk/asterisk.ts'
import type { Line, LineGround } from './line.ts'

const DIALS: { readonly [way in HeldPhone['way']]?: Dials } = {
  mango: dialByMango,
  zadarma: dialByZadarma,
  megafon: dialByMegafon,
}

/** The line that a record of the company's lines means (SPEC CL13); null for phones, and for lines that can only be listened to. */
export function openLine(phone: HeldPhone, ground: LineGround): Line | null {
  const { way, settings } = phone
  if (!settings) return null
  if (way === 'asterisk') return openAsterisk(settings, ground)
  const dials = DIALS[way]
  if (!dials) return null
  return { start() {}, dial: (request) => dials(settings, request, ground.log), async stop() {} }
}
