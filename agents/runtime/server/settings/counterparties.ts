import type { CounterpartyService, HeldService } from '../../../../shared/counterparties/service.ts'
import { askServer, type ServerAddress } from '../api.ts'
import { type Patiently, patiently } from '../patiently.ts'

/** Which service says what is known of companies, with its key: not to be kept, nor logged. */
export async function readCounterpartyService(
  server: ServerAddress,
  how: Patiently,
): Promise<CounterpartyService<string> | null> {
  const { signal } = how
  const answer = await patiently(() => askServer(server, { path: '/api/agent/counterparties/service', signal }), how)
  // The server is of our own house: its tests hold its answers to this type.
  return (answer as HeldService).service
}
