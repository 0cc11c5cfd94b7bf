import { useNavigate } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import type { Scope } from '../../../../shared/calendar/acts/change.ts'
import type { When } from '../../../../shared/calendar/slots/when.ts'
import type { ShownSlot } from '../../../data/queries/calendar/query.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { addressOf } from '../../../records/address.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { moved, type Step, stretched } from './moved.ts'
import { ScopeDialog } from './scope-dialog.tsx'

/** What is done to what stands in the calendar. */
export interface SlotActs {
  readonly open: (slot: Pick<ShownSlot, 'collection' | 'id'>) => void
  /** False where it was refused, or the question of which ones was not answered. */
  readonly move: (slot: ShownSlot, when: When) => Promise<boolean>
  readonly shift: (slot: ShownSlot, step: Step) => void
  readonly stretch: (slot: ShownSlot, step: Step) => void
  readonly remove: (slot: ShownSlot) => void
  /** The question which of a series is meant, while it is asked. */
  readonly Question: () => JSX.Element
}

interface Asked {
  readonly destroys: boolean
  readonly answer: (scope: Scope | null) => void
}

/** Each act has its undo; of a series it is asked which are meant. */
export function useSlotActs(): SlotActs {
  const { t, zone } = useWords()
  const acts = useActs()
  const navigate = useNavigate()
  const [asked, setAsked] = createSignal<Asked | null>(null)
  const scopeOf = async ({ original }: ShownSlot, destroys: boolean): Promise<Scope | null> => {
    if (original === null) return 'this'
    const { promise, resolve } = Promise.withResolvers<Scope | null>()
    setAsked({ destroys, answer: resolve })
    const scope = await promise
    setAsked(null)
    return scope
  }
  const move = async (slot: ShownSlot, when: When): Promise<boolean> => {
    const scope = await scopeOf(slot, false)
    if (scope === null) return false
    const { collection, id, original } = slot
    return acts.run('moveSlot', { collection, id, original, scope, when }, t('calendar.moved'))
  }
  const remove = async (slot: ShownSlot): Promise<void> => {
    const scope = await scopeOf(slot, true)
    const { collection, id, original } = slot
    if (scope === null) return
    if (collection === 'calendarRecords')
      await acts.run('removeOccurrence', { id, original, scope }, t('settings.removed'))
    else await acts.run('removeRecord', { collection, id }, t('settings.removed'))
  }
  return {
    open: ({ collection, id }) => {
      const address = addressOf(collection, { id })
      if (address) navigate(collection === 'calendarRecords' ? address + location.search : address)
    },
    move,
    shift: (slot, step) => void move(slot, moved(slot, step, zone())),
    stretch: (slot, step) => {
      const when = stretched(slot, step, zone())
      if (when) void move(slot, when)
    },
    remove: (slot) => void remove(slot),
    Question: () => (
      <Show when={asked()}>
        {(question) => <ScopeDialog destroys={question().destroys} onAnswer={(scope) => question().answer(scope)} />}
      </Show>
    ),
  }
}
