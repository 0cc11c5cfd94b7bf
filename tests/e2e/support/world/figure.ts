import type { TestServer } from '../../../support/server.ts'

/** What the server's figures say of one, by its name with its labels; NaN where they say nothing of it yet. */
export async function figure({ url }: TestServer, name: string): Promise<number> {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n')
  const said = lines.find((line) => line.startsWith(`${name} `))
  return said === undefined ? Number.NaN : Number(said.slice(name.length))
}
