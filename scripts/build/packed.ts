import { globSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const KINDS = '**/*.{js,css,html,svg,webmanifest}'
/** Below this many bytes packing saves nothing worth a second file. */
const LEAST = 1024
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }

/** Lays packed copies (.br, .gz) beside the files of a built client, so that the server packs nothing at each request. */
export async function packFiles(folder: string): Promise<void> {
  const files = globSync(KINDS, { cwd: folder }).map((name) => `${folder}/${name}`)
  await Promise.all(files.map(packFile))
}

async function packFile(file: string): Promise<void> {
  const content = await readFile(file)
  if (content.length < LEAST) return
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, BROTLI),
    promisify(gzip)(content, { level: 9 }),
  ])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}
