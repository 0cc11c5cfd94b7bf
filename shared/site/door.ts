import type { SiteOrder, WithdrawnBy } from './catalogue.ts'

/**
 * What the agent and the door say to each other, over HTTP, with `Authorization: Bearer <key of the door>`:
 *
 * - `GET /door/catalogue` → `DoorStanding`
 * - `PUT /door/catalogue` with a SiteCatalogue → `Lacking`: pictures whose bytes the door has not got yet
 * - `PUT /door/pictures/<hash>` with the bytes → 204; 422 where they are not of that hash, or no picture
 * - `PUT /door/orders` with SiteOrderState[] → 204
 * - `GET /door/queue?after=<number>&wait=<seconds>` → `QueuePage`, at once where there is something
 * - `POST /door/settled` with `{ upTo: number }` → 204: these are records now; the door forgets them
 * - `POST /door/aside` with `{ numbers: number[] }` → `StandingAside`: these cannot be taken; the door keeps them, and hands them out no
 *   more until `POST /door/again` → 204
 */
export interface QueuePage {
  readonly items: readonly QueueItem[]
}

/** Numbers grow by one, from 1, and are never given again. */
export type QueueItem = { readonly number: number; readonly at: number } & VisitorDeed

export type VisitorDeed =
  | { readonly did: 'ordered'; readonly order: SiteOrder }
  | { readonly did: 'unsubscribed'; readonly recipient: string; readonly by: WithdrawnBy; readonly reason: string }
  | { readonly did: 'subscribedAgain'; readonly recipient: string }
  | { readonly did: 'opened'; readonly recipient: string }
  | { readonly did: 'clicked'; readonly recipient: string; readonly url: string }

/** How many deeds stand aside at a door. */
export interface StandingAside {
  readonly aside: number
}

export interface Lacking {
  readonly pictures: readonly string[]
}

/** What a door has: when the catalogue that it shows was made, and what it lacks of that; null: nothing was published. */
export interface DoorStanding extends Lacking {
  readonly made: number | null
}
