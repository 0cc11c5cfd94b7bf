import { createSignal, Match, Show, Switch } from 'solid-js'
import type { GivenLink, InvitationList, UserList } from '../../../../shared/accounts/api.ts'
import { DeviceList } from '../../../records/devices/device-list.tsx'
import { createServerAnswer, type ServerAnswer } from '../../../records/server-answer.ts'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Account } from './account.tsx'
import { Invite } from './invite.tsx'
import { Invited } from './invited.tsx'
import './people.css'

interface PersonAccountProps {
  readonly id: string
  readonly users: ServerAnswer<UserList>
}

/** A person's way into the program: invitation, role, links, second factor, devices. For those who look after accounts. */
export function PersonAccount(props: PersonAccountProps) {
  const { t } = useWords()
  const { users } = props
  const invitations = createServerAnswer<InvitationList>(() => '/api/invitations')
  const [given, setGiven] = createSignal<GivenLink>()
  const user = () => users.value()?.users.find((one) => one.person === props.id)
  const invitation = () => invitations.value()?.invitations.find((one) => one.person === props.id)
  const isKnown = () => users.value() !== undefined && invitations.value() !== undefined
  return (
    <>
      <Section title={t('settings.people.account')}>
        <Switch>
          <Match when={user()}>{(found) => <Account user={found()} onChanged={users.refetch} />}</Match>
          <Match when={invitation()}>
            {(found) => (
              <Invited invitation={found()} given={given()} onChanged={invitations.refetch} onGiven={setGiven} />
            )}
          </Match>
          <Match when={isKnown()}>
            <Invite person={props.id} onGiven={setGiven} onChanged={invitations.refetch} />
          </Match>
          <Match when={users.error() ?? invitations.error()}>
            <p class="dim">{t('settings.people.needsNetwork')}</p>
          </Match>
        </Switch>
      </Section>
      <Show when={user()?.user}>
        {(id) => (
          <Section title={t('profile.devices')}>
            <DeviceList path={`/api/users/${id()}/devices`} />
          </Section>
        )}
      </Show>
    </>
  )
}
