import type { AgentSending } from '../../../../shared/messages/own-mail.ts'
import { askServer, type ServerAddress } from '../api.ts'
import { type Patiently, patiently } from '../patiently.ts'

/** How the company sends letters and SMS now, with secrets: not to be kept, nor logged. */
export async function readSending(server: ServerAddress, how: Patiently): Promise<AgentSending> {
  const { signal } = how
  // The server is of our own house: its tests hold its answers to this type.
  return (await patiently(() => askServer(server, { path: '/api/agent/sending', signal }), how)) as AgentSending
}
