import type { KnipConfig } from 'knip'

/** Dead files, exports and dependencies fail the build. */
const config: KnipConfig = {
  entry: [
    'client/main.tsx',
    'client/data/worker.ts',
    'sync-server/main.ts',
    'sync-server/cli/crm.ts',
    'agents/main.ts',
    'agents/*/main.ts',
    'scripts/*.ts',
    'tests/bench/main.ts',
  ],
  project: ['{shared,client,sync-server,agents,scripts,tests}/**/*.{ts,tsx}', '*.config.ts'],
  ignore: ['tests/fixtures/layers-canary/**'],
  // A type that a signature names may be exported for those who name it too.
  ignoreExportsUsedInFile: { interface: true, type: true },
}

export default config
