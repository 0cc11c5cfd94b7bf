/**
 * `npm start -- [flags]`: builds the client if its sources changed, runs the sync server and the agents as processes,
 * starts again what dies, and stops both cleanly. `--show-build` shows the lines of the build, which are shown of one that
 * fails alone otherwise. `--phones-port` goes to the agents, all other flags to the server (`--demo`, `--https`). Where it listens and
 * keeps its data is said by `--port` and `--data`, else by PORT and VORONKA_DATA, else it is port 8080 and the folder
 * `data`.
 */
import { resolve } from 'node:path'
import { trusting } from '../sync-server/tls/trusting.ts'
import { buildClientIfChanged } from './build/client.ts'
import { type Kept, keepRunning } from './processes/keep-running.ts'
import { heardListening } from './processes/listening.ts'
import { AGENTS, SERVER, serverFlags } from './processes/server-flags.ts'
import { ROOT } from './root.ts'

const SHOW_BUILD = '--show-build'
const given = process.argv.slice(2)
const {
  flags,
  data,
  agents: agentFlags,
} = serverFlags(
  given.filter((flag) => flag !== SHOW_BUILD),
  process.env,
)

await buildClientIfChanged({ isSeen: given.includes(SHOW_BUILD) })

let port: number | undefined
let agents: Kept | undefined
let stopping = false
const server = keepRunning({
  name: 'the sync server',
  // A port that the system chose the first time stays the same afterwards: devices know it.
  options: () => ({ args: [...SERVER, ...flags, ...(port ? ['--port', String(port)] : [])], onLine: hear }),
  // A server that never came up has said why, and would say it again.
  again: () => port !== undefined,
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

const end = await server.over
await agents?.stop()
process.exitCode = stopping ? 0 : Number(end) || 1

function hear(line: string): void {
  const heard = heardListening(line)
  if (heard === undefined) return
  const { trust, setUpCode } = heard
  const scheme = trust ? 'https' : 'http'
  port = heard.port
  console.log(`Voronka is at ${scheme}://localhost:${port}`)
  console.log(`Its data are in ${resolve(ROOT, data)}`)
  if (trust)
    console.log(`Tablets and phones begin at http://localhost:${trust.port}\nFingerprint: ${trust.fingerprint}`)
  if (setUpCode) console.log(`Nobody owns it yet. To begin from another computer, enter the code ${setUpCode}`)
  agents ??= startAgents(`${scheme}://127.0.0.1:${port}`)
}

function startAgents(url: string): Kept {
  const args = [...AGENTS, '--url', url, '--data', data, ...agentFlags]
  return keepRunning({ name: 'the agents', options: () => ({ args, env: trusting(resolve(ROOT, data)) }) })
}

async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await agents?.stop()
  await server.stop()
}
