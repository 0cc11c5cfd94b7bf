import { useNavigate } from '@solidjs/router'
import Copy from 'lucide-solid/icons/copy'
import Pause from 'lucide-solid/icons/pause'
import Play from 'lucide-solid/icons/play'
import Square from 'lucide-solid/icons/square'
import { createSignal, Show } from 'solid-js'
import { copyOf } from '../../../shared/mailings/acts/copy.ts'
import { type Mailing, mailings } from '../../../shared/mailings/collections.ts'
import { createRecord, useData } from '../../data/page/solid.tsx'
import { useActs } from '../../records/acts/use-acts.ts'
import { useMayWrite } from '../../records/rights.ts'
import { Button } from '../../ui/actions/button.tsx'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** Pause, go on, stop, copy: in the head of the card. */
export function MailingActs(props: { readonly id: string }) {
  const mayWrite = useMayWrite('mailings')
  const record = createRecord(mailings, () => props.id)
  return <Show when={mayWrite && record()?.row}>{(row) => <Acts mailing={row()} />}</Show>
}

function Acts(props: { readonly mailing: Mailing }) {
  const { t } = useWords()
  const acts = useActs()
  const [asksStop, setAsksStop] = createSignal(false)
  const turn = (to: 'running' | 'paused' | 'stopped') => acts.run('turnMailing', { id: props.mailing.id, to })
  const state = () => props.mailing.state
  const copy = createCopy()
  return (
    <>
      <Show when={state() === 'running'}>
        <Button size="small" icon={Pause} onClick={() => void turn('paused')}>
          {t('mailings.acts.pause')}
        </Button>
      </Show>
      <Show when={state() === 'paused'}>
        <Button size="small" look="primary" icon={Play} onClick={() => void turn('running')}>
          {t('mailings.acts.resume')}
        </Button>
      </Show>
      <Show when={state() === 'running' || state() === 'paused'}>
        <Button size="small" look="risk" icon={Square} onClick={() => setAsksStop(true)}>
          {t('mailings.acts.stop')}
        </Button>
      </Show>
      <Button size="small" look="ghost" icon={Copy} onClick={() => void copy(props.mailing)}>
        {t('mailings.acts.copy')}
      </Button>
      <ConfirmDialog
        open={asksStop()}
        title={t('mailings.stop.title')}
        act={t('mailings.acts.stop')}
        destroys
        onConfirm={() => turn('stopped')}
        onClose={() => setAsksStop(false)}
      >
        {t('mailings.stop.text')}
      </ConfirmDialog>
    </>
  )
}

function createCopy() {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const navigate = useNavigate()
  return async (mailing: Mailing) => {
    const id = await data.newId('mailings')
    const values = copyOf(mailing, t('mailings.acts.copyName', { name: mailing.name ?? '' }))
    if (await acts.run('createRecord', { collection: 'mailings', id, values }, t('mailings.acts.copied')))
      navigate(`/mailings/${id}`)
  }
}
