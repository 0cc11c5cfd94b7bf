import { createSignal } from 'solid-js'
import type { GivenLink, InvitationRequest } from '../../../../shared/accounts/api.ts'
import type { PersonRole } from '../../../../shared/accounts/rights.ts'
import { people } from '../../../../shared/company/collections.ts'
import { api } from '../../../data/page/api.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { RoleSelect } from './role-select.tsx'

interface InviteProps {
  readonly person: string
  /** The link, which is shown this once. */
  readonly onGiven: (link: GivenLink) => void
  readonly onChanged: () => void
}

/** A person without a way into the program is invited, as what he is to be. */
export function Invite(props: InviteProps) {
  const { t } = useWords()
  const acts = useActs()
  const record = createRecord(people, () => props.person)
  const [role, setRole] = createSignal<PersonRole>('manager')
  const invite = () =>
    acts.attempt(async () => {
      const { name, email } = record()?.row ?? { name: null, email: null }
      const request: InvitationRequest = {
        name: name ?? '',
        role: role(),
        person: props.person,
        ...(email && { email }),
      }
      props.onGiven(await api<GivenLink>('POST', '/api/invitations', request))
      props.onChanged()
    })
  return (
    <>
      <p class="dim">{t('settings.people.none')}</p>
      <RoleSelect value={role()} onCommit={setRole} />
      <div class="account-acts">
        <Button onClick={() => void invite()}>{t('settings.people.invite')}</Button>
      </div>
    </>
  )
}
