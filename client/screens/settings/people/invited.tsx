import { Show } from 'solid-js'
import type { GivenLink, Invitation, InvitationRequest } from '../../../../shared/accounts/api.ts'
import { api } from '../../../data/page/api.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Qr } from '../../../ui/signs/qr.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { LinkField } from './link-field.tsx'

interface InvitedProps {
  readonly invitation: Invitation
  /** The link, as long as the page that made it is open. */
  readonly given: GivenLink | undefined
  readonly onGiven: (link: GivenLink) => void
  readonly onChanged: () => void
}

/** An invitation that nobody has accepted yet: its link, until when it holds, a new link, withdrawing it. */
export function Invited(props: InvitedProps) {
  const { t, format } = useWords()
  const acts = useActs()
  const link = () => (props.given?.id === props.invitation.id ? props.given.link : undefined)
  const withdraw = () => api('DELETE', `/api/invitations/${props.invitation.id}`)
  const renew = async () => {
    const { name, email, role, person } = props.invitation
    const request: InvitationRequest = { name, role, ...(email && { email }), ...(person && { person }) }
    await withdraw()
    props.onGiven(await api<GivenLink>('POST', '/api/invitations', request))
  }
  const act = (what: () => Promise<unknown>) => acts.attempt(what).then(props.onChanged)
  return (
    <>
      <p>
        {t('settings.people.invitedAs', { role: t(`common.roles.${props.invitation.role}`) })}{' '}
        <span class="dim">{t('settings.people.linkUntil', { when: format.dateTime(props.invitation.expires) })}</span>
      </p>
      <Show when={link()} fallback={<p class="dim">{t('settings.people.linkGone')}</p>}>
        {(shown) => (
          <>
            <LinkField label={t('settings.people.link')} link={shown()} />
            <Qr text={shown()} label={t('settings.people.linkPicture')} />
          </>
        )}
      </Show>
      <div class="account-acts">
        <Button size="small" onClick={() => void act(renew)}>
          {t('settings.people.newLink')}
        </Button>
        <Button size="small" look="risk" onClick={() => void act(withdraw)}>
          {t('settings.people.withdraw')}
        </Button>
      </div>
    </>
  )
}
