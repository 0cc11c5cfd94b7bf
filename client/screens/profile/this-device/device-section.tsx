import Download from 'lucide-solid/icons/download'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import { createSignal, onMount, Show } from 'solid-js'
import { askToKeep, type BrowserStore, browserStore } from '../../../data/page/kept/browser-store.ts'
import { savedOf } from '../../../data/page/saved/saved.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Fact } from '../../../ui/layout/fact.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { canInstall, install } from '../../../update/installing.ts'
import { version } from '../../../update/version.ts'
import './device-section.css'

/** «Это устройство»: whether the browser keeps what is on it, how much that is, and how far it is with the server. */
export function DeviceSection() {
  const { t, format } = useWords()
  const acts = useActs()
  const toasts = useToasts()
  const status = createQuery(() => ({ what: 'status' }) as const)
  /** Undefined until the browser has answered. */
  const [store, setStore] = createSignal<BrowserStore | null>()
  const look = async () => setStore(await browserStore())
  onMount(() => void acts.attempt(look))
  const isMemory = () => status()?.storage === 'memory'
  const mayAsk = () => store()?.isKept === false && !isMemory()
  const ask = async () => {
    await askToKeep()
    await look()
    if (mayAsk()) toasts.show({ text: t('profile.device.refused') })
  }
  const kept = () => {
    if (isMemory()) return t('profile.device.memory')
    const known = store()
    if (!known) return untold()
    return t(known.isKept ? 'profile.device.kept' : 'profile.device.mayGo')
  }
  const used = () => {
    const known = store()
    if (!known) return untold()
    return t('profile.device.usedOf', { used: format.bytes(known.used), room: format.bytes(known.room) })
  }
  const untold = () => t(store() === undefined ? 'common.loading' : 'profile.device.untold')
  const inStep = () => {
    const { is } = savedOf(status())
    if (is === 'server') return t('profile.device.inStepNow')
    const at = status()?.inStepAt ?? null
    return at === null ? t('profile.device.inStepNever') : format.when(at)
  }
  return (
    <Section title={t('profile.device.title')}>
      <dl class="facts device-facts">
        <Fact name={t('profile.device.storage')}>{kept()}</Fact>
        <Fact name={t('profile.device.used')}>{used()}</Fact>
        <Fact name={t('profile.device.inStep')}>{inStep()}</Fact>
        <Fact name={t('profile.device.version')}>{version()}</Fact>
      </dl>
      <Show when={mayAsk() || canInstall()}>
        <div class="profile-acts">
          <Show when={mayAsk()}>
            <Button icon={ShieldCheck} onClick={() => void acts.attempt(ask)}>
              {t('profile.device.ask')}
            </Button>
          </Show>
          <Show when={canInstall()}>
            <Button icon={Download} onClick={() => void acts.attempt(install)}>
              {t('profile.device.install')}
            </Button>
          </Show>
        </div>
      </Show>
    </Section>
  )
}
