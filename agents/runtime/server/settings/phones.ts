import type { BridgeAddress, HeldPhone, HeldPhones } from '../../../../shared/calls/phones.ts'
import { askServer, type ServerAddress } from '../api.ts'
import { type Patiently, patiently } from '../patiently.ts'

/** Phones and lines, with keys and secrets: not to be kept, nor logged. */
export async function readPhones(server: ServerAddress, how: Patiently): Promise<readonly HeldPhone[]> {
  const { signal } = how
  // The server is of our own house: its tests hold its answers to this type.
  return ((await patiently(() => askServer(server, { path: '/api/agent/phones', signal }), how)) as HeldPhones).phones
}

/** Tells where the bridge listens: the server hands there on what phones send. */
export async function tellBridge(server: ServerAddress, bridge: BridgeAddress, how: Patiently): Promise<void> {
  const { signal } = how
  await patiently(() => askServer(server, { path: '/api/agent/bridge', method: 'PUT', body: bridge, signal }), how)
}
