import { HocuspocusProvider } from '@hocuspocus/provider'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { othersOf } from '../../../shared/presence/presence.ts'
import type { Device } from './device.ts'

/** A device's presence in a document: what it says, and whom it sees there. */
export function presence(device: Device, rest = 'shelves', doc = new Y.Doc()) {
  const awareness = new Awareness(doc)
  const { replica, company } = device.options
  const provider = new HocuspocusProvider({
    websocketProvider: device.socket,
    name: `${company}/${rest}`,
    document: doc,
    awareness,
    token: `replica:${replica}`,
  })
  provider.attach()
  return {
    awareness,
    provider,
    say: (state: object) => awareness.setLocalState({ ...state }),
    sees: () => othersOf(awareness.getStates().values(), replica),
    users: () => othersOf(awareness.getStates().values(), replica).map(({ user }) => user),
    close: () => awareness.destroy(),
  }
}

export type Presence = ReturnType<typeof presence>
