import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { rules } from './rules.ts'
import { walkThroughUsing } from './swc-using.ts'

/** The folders whose imports are held to the rules. */
const ROOMS = ['shared', 'client', 'sync-server', 'agents', 'scripts', 'tests']

walkThroughUsing()

/** One import that breaks a rule. */
export interface Violation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

/** What a check of one tree read, and what it found. */
export interface Layers {
  readonly violations: readonly Violation[]
  /** Source files that the check did not read: any at all makes its silence worthless. */
  readonly unread: readonly string[]
  readonly read: number
}

/**
 * Holds the imports below `base` to the rules. The parser is swc: with TypeScript 7 alone dependency-cruiser
 * reads no file, finds nothing and says that all is well, which is why the unread files are counted too.
 */
export async function checkLayers(base: string): Promise<Layers> {
  const rooms = ROOMS.filter((room) => existsSync(join(base, room)))
  const { output } = await cruise(rooms, {
    baseDir: base,
    parser: 'swc',
    validate: true,
    ruleSet: { forbidden: [...rules] },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'tests/fixtures/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['solid', 'import', 'browser', 'default', 'types'],
    },
  })
  if (typeof output === 'string') throw new Error(`dependency-cruiser gave text instead of a result: ${output}`)
  const read = new Set(output.modules.map((module) => module.source))
  return {
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    unread: sourcesBelow(base, rooms).filter((source) => !read.has(source)),
    read: read.size,
  }
}

function sourcesBelow(base: string, rooms: readonly string[]): string[] {
  const found = globSync(
    rooms.map((room) => `${room}/**/*.{ts,tsx}`),
    { cwd: base },
  )
  return found.filter((source) => !source.includes('tests/fixtures/') && !source.endsWith('.d.ts'))
}
