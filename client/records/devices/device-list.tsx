import { createSignal, For, Show } from 'solid-js'
import type { DeviceList as Answer, DeviceView } from '../../../shared/accounts/api.ts'
import { api } from '../../data/page/api.ts'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { createServerAnswer } from '../server-answer.ts'
import { deviceLabel } from './device-label.ts'
import { DeviceRow } from './device-row.tsx'
import './devices.css'

/** An account's devices: which there are, signing one out, and having its data dropped. */
export function DeviceList(props: {
  /** Where the server lists them: `/api/devices`, `/api/users/<id>/devices`. */
  readonly path: string
}) {
  const { t } = useWords()
  const toasts = useToasts()
  const acts = useActs()
  const answer = createServerAnswer<Answer>(() => props.path)
  const [toWipe, setToWipe] = createSignal<DeviceView | null>(null)
  const ask = async (method: 'POST' | 'DELETE', device: DeviceView, what: 'sign-out' | 'wipe') => {
    await api(method, `${props.path}/${encodeURIComponent(device.id)}/${what}`, {})
    answer.refetch()
  }
  const signOut = async (device: DeviceView) => {
    if (!(await acts.attempt(() => ask('POST', device, 'sign-out')))) return
    toasts.show({ text: t('devices.signedOutDone', { name: nameOf(device) }) })
  }
  return (
    <Show when={answer.value()} fallback={<Skeleton lines={2} />}>
      {(found) => (
        <>
          <ul class="devices">
            <For each={found().devices} fallback={<li class="dim">{t('devices.none')}</li>}>
              {(device) => (
                <DeviceRow
                  device={device}
                  name={nameOf(device)}
                  onSignOut={() => void signOut(device)}
                  onWipe={() => setToWipe(device)}
                  onRecall={() => void acts.attempt(() => ask('DELETE', device, 'wipe'))}
                />
              )}
            </For>
          </ul>
          <Show when={toWipe()}>
            {(device) => (
              <ConfirmDialog
                open
                destroys
                title={t('devices.wipeTitle', { name: nameOf(device()) })}
                act={t('devices.wipe')}
                onConfirm={() => ask('POST', device(), 'wipe')}
                onClose={() => setToWipe(null)}
              >
                {t('devices.wipeText')}
              </ConfirmDialog>
            )}
          </Show>
        </>
      )}
    </Show>
  )
}

/** A bare session has only the browser's own words. */
function nameOf({ kept, label }: DeviceView): string {
  return kept ? label : deviceLabel(label)
}
