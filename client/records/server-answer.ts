import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { api } from '../data/page/api.ts'

/** What the server answers to a question, asked again while it is looked at. */
export interface ServerAnswer<T> {
  /** Undefined until the first answer; the last one while the server does not answer. Rows keep their identity by `id`. */
  readonly value: Accessor<T | undefined>
  /** Why the last asking failed; undefined while all is well. */
  readonly error: Accessor<unknown>
  readonly refetch: () => void
}

/** How often it is asked again, ms. */
const AGAIN = 5000

/** Asks the server at a path, and again every few seconds as long as the page is in view. */
export function createServerAnswer<T extends object>(path: Accessor<string>): ServerAnswer<T> {
  const [store, setStore] = createStore<{ value?: T }>({})
  const [error, setError] = createSignal<unknown>()
  let isOver = false
  const ask = async (at: string) => {
    try {
      const answer = await api<T>('GET', at)
      if (isOver || at !== path()) return
      setStore('value', reconcile(answer, { key: 'id' }))
      setError(undefined)
    } catch (failure) {
      setError(failure)
    }
  }
  const refetch = () => void ask(path())
  createEffect(
    on(path, () => {
      setStore('value', undefined)
      refetch()
    }),
  )
  const asking = setInterval(() => document.hidden || refetch(), AGAIN)
  onCleanup(() => {
    isOver = true
    clearInterval(asking)
  })
  return { value: () => store.value, error, refetch }
}
