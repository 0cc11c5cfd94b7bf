import { createSignal } from 'solid-js'
import { COMPANY, company } from '../../../../../shared/company/collections.ts'
import type { WRITTEN_BY } from '../../../../../shared/messages/letter-sender.ts'
import { createRecord } from '../../../../data/page/solid.tsx'
import { useOwnSettings } from '../../../own-settings.ts'

type WrittenBy = (typeof WRITTEN_BY)[number]

/** By whose account letters go that a person writes: as chosen last, on any device; before that, as the company says. */
export function createChosenSender() {
  const own = useOwnSettings()
  const usual = createRecord(company, () => COMPANY)
  const [chosen, setChosen] = createSignal<WrittenBy>()
  const usually = () => (usual()?.row?.letterSender === 'responsible' ? 'author' : 'company')
  return {
    sender: (): WrittenBy => chosen() ?? own.row()?.letterSender ?? usually(),
    setSender: (sender: WrittenBy) => {
      setChosen(sender)
      return own.save({ letterSender: sender })
    },
  }
}
