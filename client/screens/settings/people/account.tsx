import { createSignal, Show } from 'solid-js'
import type { GivenLink, UserView } from '../../../../shared/accounts/api.ts'
import type { PersonRole } from '../../../../shared/accounts/rights.ts'
import { api } from '../../../data/page/api.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { LinkField } from './link-field.tsx'
import { RoleSelect } from './role-select.tsx'

interface AccountProps {
  readonly user: UserView
  readonly onChanged: () => void
}

/** A person's account: role, how it signs in, and what those who look after accounts may do with it. */
export function Account(props: AccountProps) {
  const { t, format } = useWords()
  const acts = useActs()
  const toasts = useToasts()
  const [link, setLink] = createSignal<GivenLink>()
  const [isResetting, setResetting] = createSignal(false)
  const at = () => `/api/users/${props.user.user}`
  const change = async (part: { readonly role?: PersonRole; readonly disabled?: boolean }) => {
    await api('PATCH', at(), part)
    props.onChanged()
  }
  const reset = () => acts.attempt(async () => setLink(await api<GivenLink>('POST', `${at()}/reset-link`, {})))
  const signOut = async () => {
    if (await acts.attempt(() => api('POST', `${at()}/sign-out-everywhere`, {})))
      toasts.show({ text: t('settings.people.signedOut') })
  }
  const resetFactors = async () => {
    await api('DELETE', `${at()}/factors`)
    props.onChanged()
  }
  return (
    <>
      <p>{props.user.email}</p>
      <p class="dim">
        <State user={props.user} />
      </p>
      <RoleSelect value={props.user.role as PersonRole} onCommit={(role) => change({ role })} />
      <Show when={link()}>
        {(given) => (
          <LinkField
            label={t('settings.people.reset')}
            hint={t('settings.people.linkUntil', { when: format.dateTime(given().expires) })}
            link={given().link}
          />
        )}
      </Show>
      <div class="account-acts">
        <Button size="small" onClick={() => void reset()}>
          {t('settings.people.reset')}
        </Button>
        <Button size="small" onClick={() => void signOut()}>
          {t('settings.people.signOut')}
        </Button>
        <Show when={props.user.secondFactor || props.user.passkeys > 0}>
          <Button size="small" onClick={() => setResetting(true)}>
            {t('settings.people.resetFactors')}
          </Button>
        </Show>
        <Button
          size="small"
          look={props.user.disabled ? 'plain' : 'risk'}
          onClick={() => void acts.attempt(() => change({ disabled: !props.user.disabled }))}
        >
          {t(props.user.disabled ? 'settings.people.enable' : 'settings.people.disable')}
        </Button>
      </div>
      <ConfirmDialog
        open={isResetting()}
        title={t('settings.people.resetFactorsTitle')}
        act={t('settings.people.resetFactors')}
        onConfirm={resetFactors}
        onClose={() => setResetting(false)}
      >
        {t('settings.people.resetFactorsText')}
      </ConfirmDialog>
    </>
  )
}

/** «В сети · вход с кодом · ключей входа: 1». */
function State(props: { readonly user: UserView }) {
  const { t, format } = useWords()
  const words = () => {
    const { disabled, online, seen, secondFactor, passkeys } = props.user
    const when = seen === null ? t('settings.people.never') : t('devices.seen', { when: format.when(seen) })
    return [
      ...(disabled ? [t('settings.people.disabled')] : []),
      online ? t('devices.online') : when,
      t(secondFactor ? 'settings.people.withCode' : 'settings.people.withoutCode'),
      ...(passkeys > 0 ? [t('settings.people.passkeys', { n: passkeys })] : []),
    ]
  }
  return <>{words().join(' · ')}</>
}
