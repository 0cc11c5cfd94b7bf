/**
 * `npm run dev -- [flags]`: the sync server, started again at each change of its sources, and Vite's own server in front
 * of it for the client. Flags go to the sync server; PORT and VORONKA_DATA hold as for `npm start`.
 */
import { join } from 'node:path'
import { startChild } from './processes/child.ts'
import { SERVER, serverFlags } from './processes/server-flags.ts'
import { ROOT } from './root.ts'

const { flags, port } = serverFlags(process.argv.slice(2), process.env)

const children = [
  startChild({ args: ['--watch', '--watch-preserve-output', ...SERVER, ...flags] }),
  startChild({
    args: [join(ROOT, 'node_modules/vite/bin/vite.js')],
    env: { VORONKA_SERVER: `http://127.0.0.1:${port}` },
  }),
]
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

await Promise.race(children.map((child) => child.ended))
await stop()

async function stop(): Promise<void> {
  await Promise.all(children.map((child) => child.stop()))
}
