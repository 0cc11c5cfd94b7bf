import { createSignal, Show } from 'solid-js'
import { useData } from '../../data/page/solid.tsx'
import { single } from '../../ui/actions/single.ts'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { hasOrders, type Place, Standing } from './standing.tsx'

/** What is asked before a removal. */
export interface RemovalOptions {
  /** Null: no orders can stand in it. */
  readonly place: () => Place | null
  readonly name: () => string
  /** Removes it, and says so with an undo. */
  readonly remove: () => unknown
}

/** Removing what orders may stand in: where some do it is asked first, saying how many; else it is done at once. */
export function createRemoval(options: RemovalOptions) {
  const { t } = useWords()
  const data = useData()
  const [asked, setAsked] = createSignal<Place | null>(null)
  const press = single(async () => {
    const place = options.place()
    if (place && (await hasOrders(data, place))) setAsked(place)
    else await options.remove()
  })
  const dialog = () => (
    <Show when={asked()}>
      {(place) => (
        <ConfirmDialog
          open
          destroys
          title={t(`settings.standing.ask.${place().what}`, { name: options.name() })}
          act={t(place().what === 'taken' ? 'settings.kinds.remove' : 'common.remove')}
          onConfirm={options.remove}
          onClose={() => setAsked(null)}
        >
          <Standing place={place()} />
        </ConfirmDialog>
      )}
    </Show>
  )
  return { press: () => void press(), dialog }
}
