import type { ServerState } from '../../../shared/accounts/api.ts'
import { COMPANY, company } from '../../../shared/company/collections.ts'
import { PROTOCOL } from '../../../shared/protocol.ts'
import { foundingIn } from '../../accounts/set-up/founding.ts'
import { findSession } from '../guard/caller.ts'
import { isAtThisMachine } from '../guard/this-machine.ts'
import type { App, Ask, Room } from '../ports.ts'

/** What a program asks first: is there a company, who is signed in, do we speak the same protocol. */
export function stateRoutes(app: App, room: Room): void {
  app.get('/api/state', async (c) => {
    const founding = await foundingIn(room.accounts.context.adapter)
    const session = await findSession(room, c)
    const state: ServerState = {
      protocol: PROTOCOL,
      company: founding ? { id: room.company, name: await companyName(room) } : null,
      setUp: founding !== null,
      asksCode: founding === null && asksCode(room, c),
      demo: founding?.demo ?? room.demoAsked,
      account: session?.account ?? null,
      factorDue: session?.due ?? null,
      time: Date.now(),
    }
    return c.json(state)
  })
}

/** Whether the first start shows the code that the server's console prints: where it does not come from this machine. */
export function asksCode({ setUpCode }: Room, c: Ask): boolean {
  return setUpCode !== null && !isAtThisMachine(c)
}

/** The company's name as its record has it. */
export async function companyName({ author }: Pick<Room, 'author'>): Promise<string> {
  return await author.write((tx) => tx.find(company, COMPANY)?.name ?? '')
}
