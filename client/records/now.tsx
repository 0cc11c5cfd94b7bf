import { type Accessor, createContext, type ParentProps, useContext } from 'solid-js'
import { createQuery } from '../data/page/solid.tsx'

const Context = createContext<Accessor<number>>()

/** Gives the screens inside the time: this device's clock, put right by the server's. */
export function NowProvider(props: ParentProps) {
  const status = createQuery(() => ({ what: 'status' }) as const)
  const now = () => Math.round(Date.now() + (status()?.offset ?? 0))
  return <Context.Provider value={now}>{props.children}</Context.Provider>
}

/** The present instant, ms; only inside a NowProvider. */
export function useNow(): Accessor<number> {
  const now = useContext(Context)
  if (!now) throw new Error('useNow stands outside of a NowProvider')
  return now
}
