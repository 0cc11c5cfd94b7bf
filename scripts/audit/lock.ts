import * as v from 'valibot'

/** What of package.json says which packages come in. */
export const Manifest = v.object({
  dependencies: v.record(v.string(), v.string()),
  devDependencies: v.record(v.string(), v.string()),
  allowScripts: v.record(v.string(), v.boolean()),
})

const Locked = v.object({
  version: v.string(),
  resolved: v.optional(v.string()),
  integrity: v.optional(v.string()),
  license: v.optional(v.string()),
  hasInstallScript: v.optional(v.boolean()),
  optional: v.optional(v.boolean()),
  os: v.optional(v.array(v.string())),
})
/** What of package-lock.json is looked at. */
export const Lock = v.object({ packages: v.record(v.string(), v.looseObject({})) })

type Manifest = v.InferOutput<typeof Manifest>
type Lock = v.InferOutput<typeof Lock>
type Locked = v.InferOutput<typeof Locked>

/** Licences under which the program may be handed on with its own (MIT), or which bind the tools alone that build it. */
const LICENCES: readonly string[] = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'Apache-2.0', 'CC0-1.0', 'Zlib'],
  // The font; data on browsers; a checker of tests and a builder of styles, whose own files stay as they are.
  ...['OFL-1.1', 'CC-BY-4.0', 'MPL-2.0'],
]
/** Licences of packages whose manifest names none, or not which one, as they stand in their own file of it: of that version alone. */
const READ: Readonly<Record<string, string>> = {
  ...{ 'png-js 1.1.0': 'MIT', 'combine-errors 3.0.3': 'MIT' },
  'url-template 2.0.8': 'BSD-3-Clause',
}

/**
 * What is wrong with the packages that the lock brings in, a line each: asked for by a range, without a hash, from
 * elsewhere than the registry, with a script at installing that nobody has decided on, under a licence not on the list.
 */
export function lockFaults(manifest: Manifest, { packages }: Lock): string[] {
  const locked = Object.entries(packages).filter(([place]) => place !== '')
  return [
    ...ranges(manifest),
    ...(locked.length === 0 ? ['the lock holds no package'] : []),
    ...locked.flatMap(([place, entry]) => packageFaults(nameAt(place), entry, manifest.allowScripts)),
  ]
}

/** How many packages the lock names for other systems by version alone, without hash and licence. */
export function unhashed({ packages }: Lock): number {
  return Object.values(packages).filter((entry) => v.is(Locked, entry) && isOfAnotherSystem(entry)).length
}

function ranges({ dependencies, devDependencies }: Manifest): string[] {
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version))
    .map(([name, version]) => `${name}: ${version} is no exact version`)
}

function packageFaults(name: string, entry: unknown, allowScripts: Manifest['allowScripts']): string[] {
  if (!v.is(Locked, entry)) return [`${name}: the lock says no version of it, or says it oddly`]
  const { resolved, hasInstallScript, version } = entry
  const wrong = [
    ...(resolved === undefined || isOfRegistry(resolved)
      ? []
      : [`comes from ${resolved.replace(/\/\/[^/@]*@/, '//')}`]),
    ...(hasInstallScript && !Object.hasOwn(allowScripts, name) ? ['runs a script when it is installed'] : []),
    ...(isOfAnotherSystem(entry) ? [] : [...hashFaults(entry), ...licenceFaults(name, entry)]),
  ]
  return wrong.map((what) => `${name} ${version}: ${what}`)
}

/** A package for one system alone that the registry where the lock was made does not carry: npm fetches it there by its version. */
function isOfAnotherSystem({ integrity, optional, os }: Locked): boolean {
  return integrity === undefined && optional === true && os !== undefined
}

function hashFaults({ integrity }: Locked): string[] {
  return integrity?.startsWith('sha512-') ? [] : ['has no hash']
}

function licenceFaults(name: string, { version, license: named }: Locked): string[] {
  const license = READ[`${name} ${version}`] ?? named
  return license !== undefined && isAllowed(license) ? [] : [`its licence is ${license ?? 'not named'}`]
}

/** An SPDX expression of ORs (one will do) over ANDs (all must). */
function isAllowed(expression: string): boolean {
  const choices = expression.replace(/^\((.*)\)$/, '$1').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((one) => LICENCES.includes(one.trim())))
}

/** An archive of a registry; neither a repository, nor plain HTTP, nor a folder. */
function isOfRegistry(resolved: string): boolean {
  return /^https:\/\/[^/]+\/.+\/-\/[^/]+\.tgz$/.test(resolved)
}

function nameAt(place: string): string {
  return place.split('node_modules/').at(-1) ?? place
}
