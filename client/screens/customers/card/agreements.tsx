import { OwnEntries } from './own-entries.tsx'

const CONTRACT = ['number', 'date', 'until', 'organisation', 'note']
const ACCOUNT = ['bik', 'bank', 'account', 'correspondent']

/** «Договоры». */
export function Contracts() {
  return <OwnEntries list="contracts" fields={CONTRACT} />
}

/** «Банковские счета»: of each account the key is looked at with the BIK beside it. */
export function Accounts() {
  return <OwnEntries list="accounts" fields={ACCOUNT} />
}
