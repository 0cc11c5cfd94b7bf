import type { ExchangeStanding, HeldExchange, ShopExchange } from '../../../../shared/site/exchange/settings.ts'
import { askServer, type ServerAddress } from '../api.ts'
import { type Patiently, patiently } from '../patiently.ts'

const PATH = '/api/agent/site/exchange'

/** With which shop goods and orders are exchanged, with the password; null: with none. Failure sending-locked. */
export async function readShopExchange(server: ServerAddress, how: Patiently): Promise<ShopExchange<string> | null> {
  const { signal } = how
  // The server is of our own house: its tests hold its answers to this type.
  return ((await patiently(() => askServer(server, { path: PATH, signal }), how)) as HeldExchange).exchange
}

/** Tells how the last exchange went. */
export async function tellExchange(server: ServerAddress, standing: ExchangeStanding, how: Patiently): Promise<void> {
  const { signal } = how
  await patiently(() => askServer(server, { path: PATH, method: 'PUT', body: standing, signal }), how)
}
