import type { IRegularForbiddenRuleType } from 'dependency-cruiser'

const TEST = String.raw`(\.test\.tsx?$|/(testing|simulation)/)`

/** What the domain may take from npm: pure code, no I/O. A new entry is a decision, not a formality. */
const PURE = [
  '@noble/hashes',
  'yjs',
  'lib0',
  'fractional-indexing',
  'valibot',
  'temporal-polyfill',
  'papaparse',
  'write-excel-file',
  '@orama/stemmers',
  'libphonenumber-js',
  'mustache',
  'saxes',
  'fflate',
  'read-excel-file',
  'rrule-temporal',
  'ical.js',
  'uqr',
]

/** The ways imports may not go (ARCHITECTURE.md §1). Each has a violation of its own in tests/fixtures/layers-canary. */
export const rules: readonly IRegularForbiddenRuleType[] = [
  forbid('no-cycles', {}, { circular: true }),
  forbid('resolvable', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
  forbid('shared-alone', { path: '^shared/' }, { path: '^(client|sync-server|agents|scripts)/' }),
  forbid('shared-no-node', { path: '^shared/', pathNot: TEST }, { dependencyTypes: ['core'] }),
  forbid(
    'shared-pure-packages',
    { path: '^shared/', pathNot: TEST },
    { path: 'node_modules/', pathNot: `node_modules/(${PURE.join('|')})/`, dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'houses-apart',
    { path: '^(client|sync-server|agents)/', pathNot: TEST },
    { path: '^(client|sync-server|agents|scripts)/', pathNot: '^$1/' },
  ),
  forbid('client-no-node', { path: '^client/', pathNot: TEST }, { dependencyTypes: ['core'] }),
  forbid('ui-knows-only-ui', { path: '^client/ui/' }, { path: '^client/', pathNot: '^client/ui/' }),
  forbid('data-knows-no-screen', { path: '^client/data/' }, { path: '^client/', pathNot: '^client/data/' }),
  forbid('screens-know-no-shell', { path: '^client/screens/' }, { path: '^client/(shell/|[^/]+$)' }),
  forbid(
    'screens-apart',
    { path: '^client/screens/([^/]+)/' },
    { path: '^client/screens/[^/]+/', pathNot: String.raw`^client/screens/($1/|[^/]+/(index|public)\.tsx?$)` },
  ),
  forbid(
    'product-not-tests',
    { path: '^(shared|client|sync-server|agents|scripts)/', pathNot: TEST },
    { path: `^tests/|${TEST}` },
  ),
  forbid(
    'product-not-dev-packages',
    { path: '^(shared|client|sync-server|agents)/', pathNot: TEST },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
]

function forbid(
  name: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType {
  return { name, severity: 'error', from, to }
}
