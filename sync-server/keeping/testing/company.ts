import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Browser } from '../../http/testing/browser.ts'
import { SETUP } from '../../http/testing/server.ts'
import { makeLog } from '../../log/log.ts'
import { readOptions } from '../../options.ts'
import { serve } from '../../serve.ts'

/** A folder that is removed when the test is over. */
export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-keeping-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** In what a company is kept: the folder alone, or a database beside it. */
export interface Kept {
  readonly data: string
  readonly databaseUrl: string | null
}

/** The whole server on a data folder, with the browser of its owner, who has been made where there was none. */
export function startOn(data: string, ...flags: string[]) {
  return startIn({ data, databaseUrl: null }, ...flags)
}

/** So it is on a database. */
export async function startIn({ data, databaseUrl }: Kept, ...flags: string[]) {
  const env = databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }
  const options = readOptions(['--data', data, '--host', '127.0.0.1', '--port', '0', ...flags], env)
  const running = await serve(options, makeLog({ level: 'silent' }))
  const owner = new Browser(`http://127.0.0.1:${running.port}`)
  await owner.post('/api/setup', SETUP)
  return { ...running, owner }
}
