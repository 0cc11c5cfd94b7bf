import { join } from 'node:path'

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..')

/** The environment in which the project's own tools and its own Node come first, whatever the machine has. */
export function toolEnvironment(): NodeJS.ProcessEnv {
  const bins = [join(ROOT, 'node_modules/.bin'), join(process.execPath, '..'), process.env.PATH]
  return { ...process.env, PATH: bins.join(':') }
}
