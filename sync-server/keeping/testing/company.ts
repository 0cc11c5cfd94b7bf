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

/** The whole server on a data folder, with the browser of its owner, who has been made where there was none. */
export async function startOn(data: string, ...flags: string[]) {
  const options = readOptions(['--data', data, '--host', '127.0.0.1', '--port', '0', ...flags])
  const running = await serve(options, makeLog({ level: 'silent' }))
  const owner = new Browser(`http://127.0.0.1:${running.port}`)
  await owner.post('/api/setup', SETUP)
  return { ...running, owner }
}
