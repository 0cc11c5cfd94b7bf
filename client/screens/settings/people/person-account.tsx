import { createResource, createSignal, For, Match, Show, Switch } from 'solid-js'
import type { GivenLink, InvitationRequest, UserList, UserView } from '../../../../shared/accounts/api.ts'
import { PERSON_ROLES, type PersonRole } from '../../../../shared/accounts/rights.ts'
import { people } from '../../../../shared/company/collections.ts'
import { api } from '../../../data/page/api.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Select } from '../../../ui/inputs/select.tsx'
import { TextField } from '../../../ui/inputs/text-field.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import './person-account.css'

/** A person's way into the program: invitation, role, a link for a new password, signing out, disabling. */
export function PersonAccount(props: { readonly id: string }) {
  const { t } = useWords()
  const { role } = useData().account
  const [users, { refetch }] = createResource(async () => (await api<UserList>('GET', '/api/users')).users)
  const user = () => users()?.find((one) => one.person === props.id)
  return (
    <Show when={role === 'owner' || role === 'admin'}>
      <Section title={t('settings.people.account')}>
        <Switch>
          <Match when={users.error}>
            <p class="dim">{t('settings.people.needsNetwork')}</p>
          </Match>
          <Match when={user()}>{(found) => <Account user={found()} onChanged={() => void refetch()} />}</Match>
          <Match when={users()}>
            <Invite person={props.id} />
          </Match>
        </Switch>
      </Section>
    </Show>
  )
}

function Account(props: { readonly user: UserView; readonly onChanged: () => void }) {
  const { t } = useWords()
  const acts = useActs()
  const [link, setLink] = createSignal<string>()
  const at = () => `/api/users/${props.user.user}`
  const change = async (part: { readonly role?: PersonRole; readonly disabled?: boolean }) => {
    await api('PATCH', at(), part)
    props.onChanged()
  }
  const signOut = () => acts.attempt(() => api('POST', `${at()}/sign-out-everywhere`, {}))
  const reset = () => acts.attempt(async () => setLink((await api<GivenLink>('POST', `${at()}/reset-link`, {})).link))
  return (
    <>
      <p>{props.user.email}</p>
      <RoleSelect value={props.user.role as PersonRole} onCommit={(role) => change({ role })} />
      <GivenLinkField label={t('settings.people.resetLink')} link={link()} />
      <p class="account-acts">
        <Button size="small" onClick={() => void reset()}>
          {t('settings.people.reset')}
        </Button>
        <Button size="small" onClick={() => void signOut()}>
          {t('settings.people.signOut')}
        </Button>
        <Button
          size="small"
          look="loss"
          onClick={() => void acts.attempt(() => change({ disabled: !props.user.disabled }))}
        >
          {t(props.user.disabled ? 'settings.people.enable' : 'settings.people.disable')}
        </Button>
      </p>
    </>
  )
}

function Invite(props: { readonly person: string }) {
  const { t } = useWords()
  const acts = useActs()
  const record = createRecord(people, () => props.person)
  const [role, setRole] = createSignal<PersonRole>('manager')
  const [link, setLink] = createSignal<string>()
  const invite = () =>
    acts.attempt(async () => {
      const { name, email } = record()?.row ?? { name: null, email: null }
      const request: InvitationRequest = {
        name: name ?? '',
        role: role(),
        person: props.person,
        ...(email && { email }),
      }
      setLink((await api<GivenLink>('POST', '/api/invitations', request)).link)
    })
  return (
    <>
      <p class="dim">{t('settings.people.none')}</p>
      <RoleSelect value={role()} onCommit={setRole} />
      <GivenLinkField label={t('settings.people.link')} link={link()} />
      <Button onClick={() => void invite()}>{t('settings.people.invite')}</Button>
    </>
  )
}

function RoleSelect(props: { readonly value: PersonRole; readonly onCommit: (role: PersonRole) => unknown }) {
  const { t } = useWords()
  const options = () => PERSON_ROLES.map((value) => ({ value, label: t(`common.roles.${value}`) }))
  const commit = (value: string | null) => {
    const role = PERSON_ROLES.find((one) => one === value)
    return role && props.onCommit(role)
  }
  return <Select label={t('settings.people.role')} value={props.value} options={options()} onCommit={commit} />
}

function GivenLinkField(props: { readonly label: string; readonly link: string | undefined }) {
  return (
    <For each={props.link === undefined ? [] : [props.link]}>
      {(link) => <TextField readOnly label={props.label} value={link} onCommit={() => undefined} />}
    </For>
  )
}
