import { createMemo, createSignal } from 'solid-js'
import type { IntoKind } from '../../../../shared/importing/opening/orders/orders-mapping.ts'
import { createKinds } from '../../../records/process/process.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { type Chosen, statesOf } from './into-kind.tsx'

/** Which kind the orders of a file become: the first there is, until somebody says. */
export function createOrders(onChange: () => void) {
  const { t } = useWords()
  const kinds = createKinds()
  const [said, setSaid] = createSignal<Partial<Chosen>>({})
  const chosen = createMemo((): Chosen => {
    const [kind = null] = kinds()
    return { kind, state: statesOf(said().kind ?? kind)[0]?.id ?? null, isUpdate: true, isHeard: false, ...said() }
  })
  const into = (): IntoKind | null => {
    const { kind, state, isUpdate } = chosen()
    const states = statesOf(kind)
    const [at] = states.filter(({ id }) => id === state)
    if (!kind || !at) return null
    return {
      ...{ kind: kind.name, sort: kind.sort, states: states.map(({ name }) => name), state: at.name },
      ...{ reason: t('exchange.orders.reason'), changed: isUpdate ? 'update' : 'leave' },
    }
  }
  const change = (part: Partial<Chosen>) => {
    onChange()
    setSaid((before) => ({ ...before, ...part }))
  }
  return { kinds, chosen, into, change }
}
