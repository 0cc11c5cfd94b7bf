import { toldNumber } from '../../../shared/phones/told-number.ts'
import { useData } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { createDiallers } from './phones.ts'

/** Whom somebody calls. */
export interface DialStart {
  readonly number: string | null
  /** The inner line; else as the number says. */
  readonly extension?: string | null | undefined
  readonly customer?: string | null | undefined
  readonly contact?: string | null | undefined
  /** The event «Звонок» that it is for. */
  readonly event?: string | undefined
}

/** Asks a phone or line to dial. */
export function createDialling() {
  const { t } = useWords()
  const acts = useActs()
  const data = useData()
  const diallers = createDiallers()
  return {
    diallers,
    dial: async ({ number, extension, customer, contact, event }: DialStart, phone: string): Promise<boolean> => {
      const told = toldNumber(number)
      if (told.number === null) return false
      diallers.remember(phone)
      const id = await data.newId('calls')
      const whom = { customer: customer ?? null, contact: contact ?? null, event: event ?? null }
      const name = diallers.usable().find((one) => one.id === phone)?.name ?? ''
      const asked = { id, number: told.number, extension: told.extension ?? extension ?? null, phone, ...whom }
      return acts.run('dialNumber', asked, t('calling.dial.asked', { phone: name }))
    },
  }
}
