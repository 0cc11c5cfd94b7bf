import { createSignal, Show } from 'solid-js'
import type { PairingCode } from '../../../../shared/calls/phones.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { CodeForm } from './code-form.tsx'
import { GivenCode } from './given-code.tsx'
import '../phones.css'

interface ConnectPhoneProps {
  /** The server's address, as it was told to have it. */
  readonly address: string
  readonly onPaired: () => void
  readonly onClose: () => void
}

/** Connecting a phone: by what, then the code, until it is there. */
export function ConnectPhone(props: ConnectPhoneProps) {
  const { t } = useWords()
  const [code, setCode] = createSignal<PairingCode | null>(null)
  return (
    <Dialog open title={t('phones.own.add')} onClose={props.onClose}>
      <Show when={code()} keyed fallback={<CodeForm onGiven={setCode} />}>
        {(given) => <GivenCode code={given} onAgain={() => setCode(null)} {...props} />}
      </Show>
    </Dialog>
  )
}
