import RefreshCw from 'lucide-solid/icons/refresh-cw'
import { createSignal, Show } from 'solid-js'
import { createQuery } from '../../data/page/solid.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'
import { useFinding } from './find.ts'

/** Asks for a company anew; without a network it says that this waits. */
export function CheckNow(props: { readonly inn: string }) {
  const { t } = useWords()
  const toasts = useToasts()
  const find = useFinding()
  const status = createQuery(() => ({ what: 'status' }) as const)
  const [busy, setBusy] = createSignal(false)
  const check = async () => {
    setBusy(true)
    const finding = await find(props.inn)
    setBusy(false)
    if (finding?.is === 'unknown') toasts.show({ text: t('risks.checkedNone') })
    if (finding?.is === 'found') toasts.show({ text: t('risks.checked', { name: finding.facts.name ?? props.inn }) })
  }
  return (
    <Show when={status()?.online !== false} fallback={<p class="dim">{t('risks.offline')}</p>}>
      <Button size="small" icon={RefreshCw} busy={busy()} onClick={() => void check()}>
        {t('risks.check')}
      </Button>
    </Show>
  )
}
