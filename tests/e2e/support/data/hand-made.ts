import type { GivenReplica } from '../../../../shared/accounts/api.ts'
import { DEMO_PASSWORD } from '../../../../shared/demo/staff.ts'
import { Device } from '../../../../sync-server/sync/testing/device.ts'
import type { TestServer } from '../../../support/server.ts'

/** What lets a process of the test in as a browser is let in. */
interface Pass extends GivenReplica {
  readonly cookie: string
}

/** Signs in without a browser, and gets a replica's name. */
export async function passOf({ url }: TestServer, email: string): Promise<Pass> {
  const signIn = await post(`${url}/api/auth/sign-in/email`, { email, password: DEMO_PASSWORD })
  const headers = { cookie: cookiesOf(signIn) }
  const replica = await post(`${url}/api/replica`, { label: 'by hand' }, headers)
  return { ...((await replica.json()) as GivenReplica), cookie: headers.cookie }
}

/** What a browser would show the server from now on. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

/** A client that holds to no rule of ours: it lets itself in by `pass` and writes as `replica`. */
export function handMade({ port }: TestServer, pass: Pass, replica = pass.replica): Device {
  return new Device({ port, company: pass.company, user: pass.cookie, replica, token: `replica:${pass.replica}` })
}

/** Asks the server as its own page does; throws what it says where that is no. */
export async function post(
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const origin = new URL(url).origin
  const all = { 'content-type': 'application/json', origin, ...headers }
  const response = await fetch(url, { method: 'POST', headers: all, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return response
}
