import { calls } from '../../../shared/calls/collections.ts'
import type { PairingCode } from '../../../shared/calls/phones.ts'
import type { Paired } from '../../../shared/calls/protocol.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import type { Draft, Patch } from '../../../shared/records/declarations/collection.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Device, Held } from '../../../sync-server/sync/testing/device.ts'
import { passOf, post } from '../../e2e/support/data/hand-made.ts'
import { serviceDevice } from '../../faults/support/company.ts'
import type { TestServer } from '../server.ts'

/** A phone of somebody of the demo company, paired by a code, and the bridge that settles what it reports. */
export class TestPhone {
  readonly id: string
  readonly #bridge: Device
  readonly #held: Held

  constructor(id: string, bridge: Device, held: Held) {
    this.id = id
    this.#bridge = bridge
    this.#held = held
  }

  static async pair(server: TestServer, email: string, name: string): Promise<TestPhone> {
    const { cookie } = await passOf(server, email)
    const asked = await post(`${server.url}/api/phones/codes`, { name, way: 'program' }, { cookie })
    const { code } = (await asked.json()) as PairingCode
    const paired = (await (await post(`${server.url}/phone/v1/pair`, { code })).json()) as Paired
    const bridge = await serviceDevice(server, 'agents')
    const held = await bridge.synced(documentOf('', calls.family, newId(COMMON, Date.now())).slice(1))
    return new TestPhone(paired.phone, bridge, held)
  }

  /** It rings; the call's id. */
  async ring(values: Partial<Draft<typeof calls>>): Promise<string> {
    const id = newId(COMMON, Date.now())
    const own = { direction: 'in', state: 'ringing', phone: this.id, rang: Date.now() } as const
    this.#bridge.act((tx) => tx.create(calls, id, { ...own, ...values }))
    await this.#bridge.saved(this.#held)
    return id
  }

  /** What became of a call. */
  async tell(id: string, values: Patch<(typeof calls)['fields']>): Promise<void> {
    this.#bridge.act((tx) => tx.set(calls, id, values))
    await this.#bridge.saved(this.#held)
  }

  close(): void {
    this.#bridge.close()
  }
}
