import Phone from 'lucide-solid/icons/phone'
import { hasFeature } from '../../../shared/features/known.ts'
import type { Offer } from '../../ui/keys/offers.ts'
import { useWords } from '../../ui/words/words.tsx'
import { useMayWrite } from '../rights.ts'
import { createDialPlace } from './dial-place.tsx'
import type { DialStart } from './dialling.ts'

/** «Набрать номер» among the acts of a card, where its customer is known; and the place of its dialog. */
export function createDialOffer(start: () => Omit<DialStart, 'number'>) {
  const { t } = useWords()
  const mayWrite = useMayWrite('calls')
  const { open, Place } = createDialPlace()
  const run = () => open({ ...start(), number: null })
  const offers = (): readonly Offer[] =>
    mayWrite && hasFeature('telephony') && start().customer
      ? [{ id: 'calls.dial', label: t('calling.dial.open'), icon: Phone, run }]
      : []
  return { offers, Place }
}
