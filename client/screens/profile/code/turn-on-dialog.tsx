import { createSignal } from 'solid-js'
import { TurnOnCode } from '../../../records/factors/turn-on-code.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Switching the second factor on. */
export function TurnOnDialog(props: { readonly onClose: () => void }) {
  const { t } = useWords()
  const [isOn, setOn] = createSignal(false)
  return (
    <Dialog open title={t(isOn() ? 'profile.code.backup' : 'profile.code.title')} onClose={props.onClose}>
      <TurnOnCode onOn={() => setOn(true)} onDone={props.onClose} />
    </Dialog>
  )
}
