import { type Accessor, createContext, createMemo, useContext } from 'solid-js'
import { people } from '../../../shared/company/collections.ts'
import { messageTemplates } from '../../../shared/messages/collections.ts'
import { kinds, reasons, states } from '../../../shared/orders/collections.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'
import type { Action, Rule } from '../../../shared/rules/collections.ts'
import type { Look } from '../../../shared/rules/look.ts'
import type { ProblemCode } from '../../../shared/rules/problem-codes.ts'
import { type RuleProblem, ruleProblems } from '../../../shared/rules/problems.ts'
import { createEvery } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** What a rule refers to. */
const LOOKED_AT: readonly Collection[] = [messageTemplates, people, kinds, reasons, states]

/** What a rule lacks, as it is filled in. */
export function createProblems(rule: Accessor<Rule>): Accessor<readonly RuleProblem[]> {
  const known = new Map(LOOKED_AT.map((collection) => [collection.name, createEvery(collection)]))
  // Rows stand under their own collection's name.
  const rowsOf = <C extends Collection>({ name }: C) => (known.get(name)?.() ?? []) as unknown as readonly Row<C>[]
  const look: Look = {
    find: (collection, id) => rowsOf(collection).find((row) => row.id === id) ?? null,
    all: rowsOf,
  }
  // A company has people: until they are here, nothing is.
  return createMemo(() => (rowsOf(people).length === 0 ? [] : ruleProblems(rule(), look)))
}

const Context = createContext<Accessor<readonly RuleProblem[]>>(() => [])

/** Gives the parts of a rule's card what it lacks. */
export const ProblemsProvider = Context.Provider

type ActionField = keyof Action

/** The field of an action at which a problem is said. */
const PLACES: { readonly [C in ProblemCode]?: ActionField } = {
  noTemplate: 'template',
  templateGone: 'template',
  templateOfOther: 'template',
  noAddressee: 'to',
  noPerson: 'person',
  personGone: 'person',
  noAddress: 'address',
  noSubject: 'subject',
  noState: 'state',
  stateGone: 'state',
  stateNotInKind: 'state',
  noCompletion: 'completion',
  noReason: 'reason',
  reasonGone: 'reason',
}

/** What an action lacks: at one of its fields, in words; and whether there is anything. */
export function useActionProblems(action: Accessor<Action>) {
  const { t } = useWords()
  const problems = useContext(Context)
  const own = () => problems().filter((one) => one.action === action().id)
  const at = (field: ActionField): string | undefined => {
    const found = own().find(({ code }) => PLACES[code] === field)
    return found && t(`rules.problems.${found.code}`)
  }
  return { at, isLacking: () => own().length > 0 }
}
