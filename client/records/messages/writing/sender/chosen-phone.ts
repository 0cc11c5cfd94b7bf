import { type Accessor, createMemo } from 'solid-js'
import { phones } from '../../../../../shared/calls/collections.ts'
import { createEvery, useData } from '../../../../data/page/solid.tsx'
import { createRememberedText } from '../../../../ui/look/remembered.ts'
import { textingOf, textingPhone } from './texting-phone.ts'

/** The own phones by which whoever looks may send SMS, and the one that this goes by; null: as the company says. */
export function createChosenPhone(chosen: Accessor<string | null | undefined>) {
  const { user } = useData().account
  const every = createEvery(phones)
  const [last, setLast] = createRememberedText('messages.phone')
  const texting = createMemo(() => textingOf(every(), user))
  return {
    texting,
    phone: () => textingPhone(texting(), chosen(), last()),
    /** The next one goes so, too. */
    rememberPhone: (id: string | null) => setLast(id ?? ''),
  }
}
