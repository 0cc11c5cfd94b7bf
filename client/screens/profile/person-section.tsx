import { createSignal } from 'solid-js'
import type { ProfilePatch, SignedIn } from '../../../shared/accounts/api.ts'
import { api } from '../../data/page/api.ts'
import { renameRemembered } from '../../data/page/kept/remembered.ts'
import { useData } from '../../data/page/solid.tsx'
import { Fields } from '../../ui/inputs/field/field.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'

const same = () => undefined

/** Who one is: the name can be changed, e-mail and role belong to those who look after accounts. */
export function PersonSection() {
  const { t } = useWords()
  const { account } = useData()
  const [name, setName] = createSignal(account.name)
  const rename = async (next: string | null) => {
    const patch: ProfilePatch = { name: next ?? '' }
    const answer = await api<SignedIn>('PATCH', '/api/profile', patch)
    renameRemembered(answer.account.name)
    setName(answer.account.name)
  }
  return (
    <Section title={t('profile.person')}>
      <Fields side>
        <TextField label={t('profile.name')} value={name()} maxLength={120} required onCommit={rename} />
        <TextField label={t('profile.email')} value={account.email} readOnly onCommit={same} />
        <TextField label={t('profile.role')} value={t(`common.roles.${account.role}`)} readOnly onCommit={same} />
      </Fields>
    </Section>
  )
}
