import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../../../scripts/root.ts'
import { derivedKey, KEY_FILE } from '../../../sync-server/site/keys.ts'
import { freePort } from '../../support/databases/child.ts'
import { startProgram } from '../sync/program.ts'

/** The site as `npm run site` serves it behind a proxy, in a process of its own, and the office's way to it. */
export async function startDoor(data: string) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const args = ['--data', data, '--port', String(port), '--address', url, '--behind-proxy']
  const { close } = await startProgram(join(ROOT, 'sync-server/site/main.ts'), ...args)
  const key = (await readFile(join(data, KEY_FILE), 'utf8')).trim()
  const headers = { authorization: `Bearer ${key}` }
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${url}/door${path}`, { ...init, headers })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const putPicture = async (bytes: Uint8Array<ArrayBuffer>) => {
    const hash = createHash('sha256').update(bytes).digest('hex')
    await ask(`/pictures/${hash}`, { method: 'PUT', body: bytes })
    return hash
  }
  /** Forgets all orders that wait. */
  const settle = async () =>
    void (await ask('/settled', { method: 'POST', body: JSON.stringify({ upTo: Number.MAX_SAFE_INTEGER }) }))
  return { port, url, ask, putPicture, settle, forms: derivedKey(key, 'forms'), close }
}

export type BenchDoor = Awaited<ReturnType<typeof startDoor>>
