import type { StoredSending } from './sending.ts'

/** How a service outside is reached, as it is stored: settings without secrets, and these sealed, as those of sending. */
export type StoredService = StoredSending

/** Services outside that the company has set up, by the name of the room that asks them: `counterparties`. */
export interface ServiceStore {
  get(name: string): Promise<StoredService | null>
  /** Null: none is set up any more. */
  put(name: string, stored: StoredService | null): Promise<void>
}
