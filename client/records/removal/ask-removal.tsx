import { createSignal, Match, Switch } from 'solid-js'
import { useData } from '../../data/page/solid.tsx'
import { single } from '../../ui/actions/single.ts'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { hasOrders, type Place, Standing } from './standing.tsx'
import { areUsed, type Removed, Used } from './used.tsx'

/** What is asked before a removal. */
export interface RemovalOptions {
  /** Null: no orders can stand in it. */
  readonly place: () => Place | null
  /** The record, whose use in others is told. */
  readonly record?: () => Removed
  readonly name: () => string
  /** Removes it, and says so with an undo. */
  readonly remove: () => unknown
}

/** Why a removal is asked about: orders stand in it, or other records have it. */
type Asked = { readonly place: Place } | { readonly record: Removed }

/** Removing what other records stand in, or have: where some do it is asked first, saying how many; else it is done at once. */
export function createRemoval(options: RemovalOptions) {
  const { t } = useWords()
  const data = useData()
  const [asked, setAsked] = createSignal<Asked | null>(null)
  const press = single(async () => {
    const [place, record] = [options.place(), options.record?.()]
    if (place && (await hasOrders(data, place))) setAsked({ place })
    else if (record && (await areUsed(data, record))) setAsked({ record })
    else await options.remove()
  })
  const standing = () => {
    const why = asked()
    return why && 'place' in why ? why.place : undefined
  }
  const used = () => {
    const why = asked()
    return why && 'record' in why ? why.record : undefined
  }
  const shared = () => ({ open: true, destroys: true, onConfirm: options.remove, onClose: () => setAsked(null) })
  const dialog = () => (
    <Switch>
      <Match when={standing()}>
        {(place) => (
          <ConfirmDialog
            {...shared()}
            title={t(`settings.standing.ask.${place().what}`, { name: options.name() })}
            act={t(place().what === 'taken' ? 'settings.kinds.remove' : 'common.remove')}
          >
            <Standing place={place()} />
          </ConfirmDialog>
        )}
      </Match>
      <Match when={used()}>
        {(record) => (
          <ConfirmDialog
            {...shared()}
            title={t('settings.uses.ask', { name: options.name() })}
            act={t('common.remove')}
          >
            <Used removed={record()} />
          </ConfirmDialog>
        )}
      </Match>
    </Switch>
  )
  return { press: () => void press(), dialog }
}
