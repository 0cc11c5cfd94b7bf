import { join } from 'node:path'

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..')

/** Where Node keeps what it has compiled of the project's programs: the next process starts in a fraction of the time. */
const COMPILED = join(ROOT, 'node_modules/.cache/node-compiled')

/** The environment in which the project's own tools and its own Node come first, whatever the machine has. */
export function toolEnvironment(): NodeJS.ProcessEnv {
  const bins = [join(ROOT, 'node_modules/.bin'), join(process.execPath, '..'), process.env.PATH]
  return { NODE_COMPILE_CACHE: COMPILED, ...process.env, PATH: bins.join(':') }
}
