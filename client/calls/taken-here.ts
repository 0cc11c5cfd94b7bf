import { createSignal } from 'solid-js'
import { readOfTab, writeOfTab } from '../ui/look/remembered.ts'

const KEY = 'calls.taken'
/** As many are remembered: windows of those before are long gone. */
const MOST = 20

/** The calls that this tab took up: their windows stay here until they are over, and go from the person's other tabs. */
export function createTakenHere() {
  const [ids, setIds] = createSignal<readonly string[]>((readOfTab(KEY) ?? '').split(' ').filter(Boolean))
  return {
    has: (id: string) => ids().includes(id),
    add: (id: string) => {
      setIds((before) => [...before.filter((one) => one !== id), id].slice(-MOST))
      writeOfTab(KEY, ids().join(' '))
    },
  }
}
