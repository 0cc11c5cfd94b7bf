import type { KnipConfig } from 'knip'

/** Dead files, exports and dependencies fail the build. */
const config: KnipConfig = {
  entry: [
    'client/data/worker.ts',
    'client/records/list/sheet/making/worker.ts',
    'client/print/making/worker.ts',
    'client/ui/gallery/main.tsx',
    'sync-server/main.ts',
    'agents/*/main.ts',
    'scripts/*.ts',
    'tests/bench/sync/*.ts',
    'tests/bench/site/bare.ts',
    'tests/simulate/server/process.ts',
    'tests/support/host/process.ts',
    'tests/support/many-runs.ts',
    'tests/fixtures/documents/make-v1.ts',
    'tests/fixtures/documents/make-packed.ts',
  ],
  project: ['{shared,client,sync-server,agents,scripts,tests}/**/*.{ts,tsx}', '*.config.ts'],
  ignore: ['tests/fixtures/layers-canary/**'],
  // Taken by client/ui/look/fonts.css, which is not read here.
  ignoreDependencies: ['@fontsource-variable/inter'],
  ignoreBinaries: ['mount', 'umount', 'mkfs.ext4', 'findmnt'],
  // A type that a signature names may be exported for those who name it too.
  ignoreExportsUsedInFile: { interface: true, type: true },
}

export default config
