import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GivenReplica } from '../../../shared/accounts/api.ts'
import { kinds, states } from '../../../shared/orders/collections.ts'
import { Device } from '../../../sync-server/sync/testing/device.ts'
import { KIND, STATES } from '../../../sync-server/sync/testing/samples.ts'
import type { TestServer } from '../../support/server.ts'

/** A device that shows the key of the server's data folder: `cli` may write all, `agents` orders. */
export async function serviceDevice(
  { url, port, data }: TestServer,
  as: 'cli' | 'agents',
  line = port,
): Promise<Device> {
  const key = (await readFile(join(data, 'service.key'), 'utf8')).trim()
  const response = await fetch(`${url}/api/replica`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ label: 'faults', as }),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  const { replica, company } = (await response.json()) as GivenReplica
  return new Device({ port: line, company, replica, user: as, token: `service:${key}:${as}:${replica}` })
}

/** Writes a kind and its states into the setup document. */
export async function setUpKind(server: TestServer): Promise<void> {
  const cli = await serviceDevice(server, 'cli')
  const setup = await cli.synced('setup')
  cli.act((tx) => {
    for (const id of STATES) tx.create(states, id, { name: id })
    const entries = Object.fromEntries(STATES.map((id, i) => [id, { place: `a${i}` }]))
    tx.create(kinds, KIND, { name: 'Kitchens', sort: 'customer', states: entries })
  })
  await cli.saved(setup)
  cli.close()
}
