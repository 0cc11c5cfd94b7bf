import { mayManage, PERSON_ROLES, type PersonRole } from '../../../../shared/accounts/rights.ts'
import { useData } from '../../../data/page/solid.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface RoleSelectProps {
  readonly value: PersonRole
  readonly onCommit: (role: PersonRole) => unknown
}

/** A role among those that one may give. */
export function RoleSelect(props: RoleSelectProps) {
  const { t } = useWords()
  const by = useData().account.role
  const options = () =>
    PERSON_ROLES.map((value) => ({ value, label: t(`common.roles.${value}`), disabled: !mayManage(by, value) }))
  const commit = (value: string | null) => {
    const role = PERSON_ROLES.find((one) => one === value)
    return role && props.onCommit(role)
  }
  return <Select label={t('settings.people.role')} value={props.value} options={options()} onCommit={commit} />
}
