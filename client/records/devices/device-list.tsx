import { For, Show } from 'solid-js'
import type { DeviceList as Answer, DeviceView } from '../../../shared/accounts/api.ts'
import { api } from '../../data/page/api.ts'
import { Skeleton } from '../../ui/layout/waiting.tsx'
import { useToasts } from '../../ui/overlays/toast.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createServerAnswer } from '../server-answer.ts'
import { useActs } from '../use-acts.ts'
import { deviceLabel } from './device-label.ts'
import { DeviceRow } from './device-row.tsx'
import './devices.css'

/** An account's devices: which there are, and signing one out. */
export function DeviceList(props: {
  /** Where the server lists them: `/api/devices`, `/api/users/<id>/devices`. */
  readonly path: string
}) {
  const { t } = useWords()
  const toasts = useToasts()
  const acts = useActs()
  const answer = createServerAnswer<Answer>(() => props.path)
  const signOut = async (device: DeviceView) => {
    const path = `${props.path}/${encodeURIComponent(device.id)}/sign-out`
    if (!(await acts.attempt(() => api('POST', path, {})))) return
    toasts.show({ text: t('devices.signedOutDone', { name: nameOf(device) }) })
    answer.refetch()
  }
  return (
    <Show when={answer.value()} fallback={<Skeleton lines={2} />}>
      {(found) => (
        <ul class="devices">
          <For each={found().devices} fallback={<li class="dim">{t('devices.none')}</li>}>
            {(device) => <DeviceRow device={device} name={nameOf(device)} onSignOut={() => void signOut(device)} />}
          </For>
        </ul>
      )}
    </Show>
  )
}

/** A bare session has only the browser's own words. */
function nameOf({ kept, label }: DeviceView): string {
  return kept ? label : deviceLabel(label)
}
