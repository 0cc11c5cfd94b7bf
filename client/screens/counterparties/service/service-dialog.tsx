import { Show } from 'solid-js'
import type { ServiceChange, ServiceView } from '../../../../shared/counterparties/service.ts'
import { api } from '../../../data/page/api.ts'
import { createServerAnswer } from '../../../records/server-answer.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { ServiceForm } from './service-form.tsx'

/** Which service is asked, by which key, how often. */
export function ServiceDialog(props: { readonly onClose: () => void }) {
  const { t } = useWords()
  const toasts = useToasts()
  const answer = createServerAnswer<ServiceView>(() => '/api/counterparties/service')
  const save = async (service: ServiceChange | null) => {
    await api('PUT', '/api/counterparties/service', { service })
    toasts.show({ text: t(service ? 'risks.service.kept' : 'risks.service.off') })
    props.onClose()
  }
  return (
    <Dialog open title={t('risks.service.title')} onClose={props.onClose}>
      <Show when={answer.error()}>
        <Banner look="warn">{t('risks.service.needsNetwork')}</Banner>
      </Show>
      <Show when={answer.value()} fallback={<Show when={!answer.error()}>{<Skeleton lines={5} />}</Show>}>
        {(view) => (
          <>
            <p class="dim">{t('risks.service.about')}</p>
            <Show when={view().isLocked}>
              <Banner look="loss">{t('sending.locked')}</Banner>
            </Show>
            <ServiceForm service={view().service} onSave={save} />
          </>
        )}
      </Show>
    </Dialog>
  )
}
