import Ellipsis from 'lucide-solid/icons/ellipsis'
import Monitor from 'lucide-solid/icons/monitor'
import Smartphone from 'lucide-solid/icons/smartphone'
import { Show } from 'solid-js'
import type { DeviceView } from '../../../shared/accounts/api.ts'
import { IconButton, IconOf } from '../../ui/actions/button.tsx'
import { Menu } from '../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../ui/words/words.tsx'

interface DeviceRowProps {
  readonly device: DeviceView
  readonly name: string
  readonly onSignOut: () => void
  readonly onWipe: () => void
  readonly onRecall: () => void
}

/** One device: what it is, when it was seen, what stands about it, and what can be done. */
export function DeviceRow(props: DeviceRowProps) {
  const { t } = useWords()
  const words = useStateWords()
  return (
    <li>
      <IconOf icon={/Android|iPhone|iPad/.test(props.name) ? Smartphone : Monitor} />
      <div class="device-words">
        <p>
          {props.name}
          <Show when={props.device.here}>
            <span class="device-here">{t('devices.here')}</span>
          </Show>
        </p>
        <p class="dim">{words(props.device)}</p>
      </div>
      <Acts {...props} />
    </li>
  )
}

/** The device in hand is left by the menu of its user. */
function Acts(props: DeviceRowProps) {
  const { t } = useWords()
  const label = () => t('devices.more', { name: props.name })
  const acts = () => {
    const { here, signedIn, kept, wipe } = props.device
    if (here) return []
    return [
      ...(signedIn ? [{ label: t('devices.signOut'), onSelect: () => props.onSignOut() }] : []),
      ...(kept && !wipe ? [{ label: t('devices.wipe'), destroys: true, onSelect: () => props.onWipe() }] : []),
      ...(wipe?.done === null ? [{ label: t('devices.recall'), onSelect: () => props.onRecall() }] : []),
    ]
  }
  return (
    <Show when={acts().length > 0}>
      <Menu
        label={label()}
        placement="bottom-end"
        items={acts()}
        trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} label={label()} />}
      />
    </Show>
  )
}

/** «в сети · вход выполнен», or how far wiping has come. */
function useStateWords(): (device: DeviceView) => string {
  const { t, format } = useWords()
  const wipeWords = ({ done, lost }: NonNullable<DeviceView['wipe']>) =>
    done === null
      ? [t('devices.waiting')]
      : [t('devices.wiped', { when: format.when(done) }), ...(lost > 0 ? [t('devices.lost', { n: lost })] : [])]
  return ({ online, seen, signedIn, wipe }) => {
    const when = online ? t('devices.online') : t('devices.seen', { when: format.when(seen) })
    const what = wipe ? wipeWords(wipe) : [t(signedIn ? 'devices.signedIn' : 'devices.signedOut')]
    return [when, ...what].join(' · ')
  }
}
