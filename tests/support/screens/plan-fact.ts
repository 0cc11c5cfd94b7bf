import { COMMON } from '../../../shared/documents/families.ts'
import { derivedId } from '../../../shared/records/keys/id.ts'
import { startOfDay } from '../../../shared/time/days.ts'
import { type Screen, visible } from './screen.ts'

/** The demo company's plan of 2015 (shared/demo/plans). */
const PLAN = derivedId(COMMON, startOfDay('2015-02-01', 'Europe/Moscow'), 'demo', 'plan-kitchens')
const AT = `/plan-fact?plans=${PLAN}`

/** Plan against fact: a plan that is not here, the usual one, that of 2015, and the same cumulative. */
export const PLAN_FACT: readonly Screen[] = [
  { name: 'plan-fact-empty', path: '/plan-fact?plans=none', shown: visible('.empty') },
  { name: 'plan-fact-usual', path: '/plan-fact', shown: visible('.fact-summary') },
  { name: 'plan-fact', path: AT, shown: visible('.fact-summary') },
  { name: 'plan-fact-cumulative', path: `${AT}&mode=cumulative`, shown: visible('.fact-summary') },
]
