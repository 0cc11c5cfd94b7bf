import { Show } from 'solid-js'
import type { UserList } from '../../../../shared/accounts/api.ts'
import { FACTOR_GRACE } from '../../../../shared/accounts/factors.ts'
import { api } from '../../../data/page/api.ts'
import { useData } from '../../../data/page/solid.tsx'
import type { ServerAnswer } from '../../../records/server-answer.ts'
import { Toggle } from '../../../ui/inputs/toggles/checkbox.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import './people.css'

/** «Вход только с кодом или ключом»: on or off, by the owner, and who has neither yet. */
export function Requirement(props: { readonly users: ServerAnswer<UserList> }) {
  const { t, format } = useWords()
  const { role } = useData().account
  const require = async (required: boolean) => {
    await api('POST', '/api/second-factor/requirement', { required })
    props.users.refetch()
  }
  const hint = ({ requiredSince }: UserList) => {
    if (requiredSince === null) return t('settings.people.required.hint')
    const until = requiredSince + FACTOR_GRACE
    return until < Date.now() ? undefined : t('settings.people.required.until', { when: format.day(until) })
  }
  return (
    <Show when={props.users.value()}>
      {(found) => (
        <section class="requirement" aria-label={t('settings.people.required.label')}>
          <Toggle
            label={t('settings.people.required.label')}
            hint={hint(found())}
            checked={found().requiredSince !== null}
            readOnly={role !== 'owner'}
            onCommit={require}
          />
          <p class="dim">{lacking(found().users)}</p>
        </section>
      )}
    </Show>
  )

  function lacking(users: UserList['users']): string {
    const names = users.filter(({ disabled, secondFactor, passkeys }) => !disabled && !secondFactor && passkeys === 0)
    if (names.length === 0) return t('settings.people.required.all')
    return t('settings.people.required.lacking', { names: names.map(({ name }) => name).join(', ') })
  }
}
