import type { UserList } from '../../../../shared/accounts/api.ts'
import { mayManageAccounts } from '../../../../shared/accounts/rights.ts'
import { hasFeature } from '../../../../shared/features/known.ts'
import { useData } from '../../../data/page/solid.tsx'
import { Catalog } from '../../../records/catalog.tsx'
import { createServerAnswer, type ServerAnswer } from '../../../records/server-answer.ts'
import { PersonAccount } from './person-account.tsx'
import { Requirement } from './requirement.tsx'
import { SignInWays } from './sign-in-ways.tsx'

/** «Сотрудники»: people as a list; for those who look after accounts, how each signs in, and what is required of all. */
export function People() {
  const { role } = useData().account
  const users = mayManageAccounts(role) ? createServerAnswer<UserList>(() => '/api/users') : null
  return (
    <Catalog
      collection="people"
      home="/settings/people"
      columns={['name', 'department', 'manager', 'email', 'role']}
      form={['name', 'email', ...(hasFeature('telephony') ? ['extension'] : []), 'department', 'manager']}
      {...(users && kept(users))}
    />
  )
}

/** What whoever looks after accounts has besides. */
function kept(users: ServerAnswer<UserList>) {
  const of = (person: string) => users.value()?.users.find((one) => one.person === person)
  return {
    overList: () => <Requirement users={users} />,
    beside: {
      name: (row: { readonly id: string }) => (
        <SignInWays user={of(row.id)} isRequired={typeof users.value()?.requiredSince === 'number'} />
      ),
    },
    below: (id: string) => <PersonAccount id={id} users={users} />,
  }
}
