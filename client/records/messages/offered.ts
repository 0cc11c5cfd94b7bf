import { type Accessor, createMemo } from 'solid-js'
import type { Basis } from '../../../shared/messages/collections.ts'
import { parameterNamed, parametersOf, parameterTitle } from '../../../shared/messages/parameters/parameters.ts'
import type { Parameter } from '../../ui/rich-text/form.ts'
import { useWords } from '../../ui/words/words.tsx'
import type { Called, Named } from './written.ts'

/** What texts of a basis may name, and how its parameters are read and written. */
export interface OfferedParameters {
  readonly all: Accessor<readonly Parameter[]>
  readonly named: Named
  readonly called: Called
}

/** The parameters of a basis, in the language of the screen. */
export function createOffered(sort: Accessor<Basis>): OfferedParameters {
  const { language } = useWords()
  const known = createMemo(() => parametersOf(sort()))
  const all = createMemo(() => known().map((one) => ({ name: one.name, label: parameterTitle(one, language()) })))
  return {
    all,
    named: (called) => parameterNamed(sort(), called)?.name ?? null,
    // A field that the company added may be called otherwise tomorrow.
    called: (name) => {
      const parameter = known().find((one) => one.name === name)
      return parameter?.of === 'order' ? parameterTitle(parameter, language()) : name
    },
  }
}
