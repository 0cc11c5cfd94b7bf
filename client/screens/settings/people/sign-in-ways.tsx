import KeyRound from 'lucide-solid/icons/key-round'
import Smartphone from 'lucide-solid/icons/smartphone'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { For, Show } from 'solid-js'
import type { UserView } from '../../../../shared/accounts/api.ts'
import { IconOf } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import './people.css'

const ICONS = { code: Smartphone, passkey: KeyRound, none: TriangleAlert } as const
type Way = keyof typeof ICONS

interface SignInWaysProps {
  /** Undefined for a person without an account. */
  readonly user: UserView | undefined
  readonly isRequired: boolean
}

/** By what an account signs in besides its password; that it is by nothing, only where that is not enough. */
export function SignInWays(props: SignInWaysProps) {
  const { t } = useWords()
  const ways = (): readonly Way[] => {
    if (!props.user || props.user.disabled) return []
    const { secondFactor, passkeys } = props.user
    const own = [...(secondFactor ? (['code'] as const) : []), ...(passkeys > 0 ? (['passkey'] as const) : [])]
    return own.length === 0 && props.isRequired ? ['none'] : own
  }
  return (
    <Show when={ways().length > 0}>
      <span class="sign-in-ways">
        <For each={ways()}>
          {(way) => (
            <span class={way} title={t(`settings.people.ways.${way}`)}>
              <IconOf icon={ICONS[way]} />
              <span class="said">{t(`settings.people.ways.${way}`)}</span>
            </span>
          )}
        </For>
      </span>
    </Show>
  )
}
