import { createSignal } from 'solid-js'
import type { GivenLink, InvitationRequest } from '../../../../shared/accounts/api.ts'
import type { PersonRole } from '../../../../shared/accounts/rights.ts'
import { Failure } from '../../../../shared/errors.ts'
import { api } from '../../../data/page/api.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { single } from '../../../ui/actions/single.ts'
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
  const data = useData()
  const acts = useActs()
  const [role, setRole] = createSignal<PersonRole>('manager')
  const invite = single(() =>
    acts.attempt(async () => {
      // Asked anew: what was typed just now may not have come back to the screen yet.
      const { row } = await data.once({ what: 'record', collection: 'people', id: props.person })
      const { name, email } = (row ?? {}) as { readonly name?: string | null; readonly email?: string | null }
      if (!name) throw new Failure('person-no-name')
      const request: InvitationRequest = {
        name,
        role: role(),
        person: props.person,
        ...(email && { email }),
      }
      props.onGiven(await api<GivenLink>('POST', '/api/invitations', request))
      props.onChanged()
    }),
  )
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
