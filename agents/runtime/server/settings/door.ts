import type { AgentDoor } from '../../../../shared/site/settings.ts'
import type { SiteStanding } from '../../../../shared/site/standing.ts'
import { askServer, type ServerAddress } from '../api.ts'
import { type Patiently, patiently } from '../patiently.ts'

/** A door, where an agent speaks with it. */
export interface SpokenDoor {
  readonly address: string
  /** What is shown there: not to be logged. */
  readonly key: string
}

/** The public door, with keys: not to be kept, nor logged. */
export interface PublicDoor extends Omit<AgentDoor, 'address' | 'links' | 'queues'>, SpokenDoor {
  /** What tokens of links are signed with (shared/site/reader-links.ts). */
  readonly links: Uint8Array
  /** All doors where somebody may have done something. */
  readonly queues: readonly SpokenDoor[]
}

/** Tells the server how the company’s site stands. */
export async function tellSite(server: ServerAddress, standing: SiteStanding, how: Patiently): Promise<void> {
  const { signal } = how
  await patiently(() => askServer(server, { path: '/api/agent/site', method: 'PUT', body: standing, signal }), how)
}

/** Where the public door stands. Failure sending-locked. */
export async function readDoor(server: ServerAddress, how: Patiently): Promise<PublicDoor> {
  const { signal } = how
  // The server is of our own house: its tests hold its answers to this type.
  const door = (await patiently(() => askServer(server, { path: '/api/agent/door', signal }), how)) as AgentDoor
  const spoken = ({ address, key }: Pick<AgentDoor, 'address' | 'key'>) => ({ key, address: address ?? server.address })
  const links = new Uint8Array(Buffer.from(door.links, 'base64url'))
  return { ...door, ...spoken(door), links, queues: door.queues.map(spoken) }
}
