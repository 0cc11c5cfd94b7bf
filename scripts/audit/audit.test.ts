import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../root.ts'
import { Accepted, judge } from './advisories.ts'
import { Lock, lockFaults, Manifest, unhashed } from './lock.ts'
import { auditCounts, auditFailed, auditNotRun } from './report.ts'

const json = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))

describe('the lock', () => {
  const manifest = { dependencies: { ws: '8.23.0' }, devDependencies: {}, allowScripts: { node: true } }
  const sound = { version: '8.23.0', integrity: 'sha512-AAAA', license: 'MIT' }
  const faultsWith = (change: object) =>
    lockFaults(manifest, { packages: { '': {}, 'node_modules/ws': { ...sound, ...change } } })

  test('the project’s own is sound', () => {
    expect(lockFaults(v.parse(Manifest, json('package.json')), v.parse(Lock, json('package-lock.json')))).toEqual([])
  })

  test.each([
    [{ integrity: undefined }, 'ws 8.23.0: has no hash'],
    [{ integrity: 'sha1-AAAA' }, 'ws 8.23.0: has no hash'],
    [{ integrity: undefined, os: ['win32'] }, 'ws 8.23.0: has no hash'],
    [{ resolved: 'git+ssh://git@host.example/ws.git#1' }, 'ws 8.23.0: comes from git+ssh://host.example/ws.git#1'],
    [
      { resolved: 'http://host.example/ws/-/ws-8.23.0.tgz' },
      'ws 8.23.0: comes from http://host.example/ws/-/ws-8.23.0.tgz',
    ],
    [{ resolved: '../ws', link: true }, 'ws 8.23.0: comes from ../ws'],
    [{ hasInstallScript: true }, 'ws 8.23.0: runs a script when it is installed'],
    [{ license: 'AGPL-3.0' }, 'ws 8.23.0: its licence is AGPL-3.0'],
    [{ license: 'MIT AND AGPL-3.0' }, 'ws 8.23.0: its licence is MIT AND AGPL-3.0'],
    [{ license: undefined }, 'ws 8.23.0: its licence is not named'],
    [{ version: undefined }, 'ws: the lock says no version of it, or says it oddly'],
  ])('with %j is refused', (change, fault) => {
    expect(faultsWith(change)).toEqual([fault])
  })

  test.each([
    {},
    { resolved: 'https://host.example/ws/-/ws-8.23.0.tgz' },
    { license: '(MIT OR AGPL-3.0)' },
    { license: 'Apache-2.0 AND MIT' },
    { license: '(MIT AND Zlib)' },
    { integrity: undefined, license: undefined, optional: true, os: ['win32'] },
  ])('with %j is taken', (change) => {
    expect(faultsWith(change)).toEqual([])
  })

  test('a licence that was read for a package is that of its version alone', () => {
    const faultsOf = (version: string) =>
      lockFaults(manifest, { packages: { '': {}, 'node_modules/png-js': { ...sound, license: undefined, version } } })
    expect(faultsOf('1.1.0')).toEqual([])
    expect(faultsOf('1.1.1')).toEqual(['png-js 1.1.1: its licence is not named'])
  })

  test('ranges, tags and repositories are no exact versions; an empty lock is none', () => {
    for (const version of ['^8.23.0', '8', 'latest', '*', 'github:websockets/ws']) {
      const asked = { ...manifest, dependencies: { ws: version } }
      expect(lockFaults(asked, { packages: { '': {}, 'node_modules/ws': sound } })).toEqual([
        `ws: ${version} is no exact version`,
      ])
    }
    expect(lockFaults(manifest, { packages: { '': {} } })).toEqual(['the lock holds no package'])
  })

  test('a package without a hash is counted', () => {
    const stub = { version: '1.0.0', optional: true, os: ['win32'] }
    expect(unhashed({ packages: { 'node_modules/a': stub, 'node_modules/ws': sound } })).toBe(1)
  })
})

describe('known weaknesses', () => {
  /** As npm 11 prints it, cut to what is read. */
  const answer = (severity: string) =>
    JSON.stringify({
      auditReportVersion: 2,
      vulnerabilities: {
        ws: {
          name: 'ws',
          severity,
          via: [
            {
              source: 1,
              name: 'ws',
              title: 'Slow headers',
              url: 'https://host.example/advisories/GHSA-1234',
              severity,
              range: '<8.24.0',
            },
          ],
        },
        hocuspocus: { name: 'hocuspocus', severity, via: ['ws'] },
      },
      metadata: { dependencies: { prod: 200, total: 700 } },
    })
  const told = (severity: string) => `ws <8.24.0: ${severity}: Slow headers (GHSA-1234)`
  const accepted = { advisory: 'GHSA-1234', until: '2026-12-01', reason: 'Sockets are ended by the proxy before.' }

  test('grave ones are faults, others remarks', () => {
    for (const grave of ['high', 'critical']) {
      expect(judge(answer(grave), [], '2026-11-27')).toEqual({ faults: [told(grave)], remarks: [] })
    }
    expect(judge(answer('moderate'), [], '2026-11-27')).toEqual({ faults: [], remarks: [told('moderate')] })
  })

  test('one is lived with until its day, and no acceptance outlives its weakness', () => {
    expect(judge(answer('high'), [accepted], '2026-12-01')).toEqual({ faults: [], remarks: [told('high')] })
    expect(judge(answer('high'), [accepted], '2026-12-02')).toMatchObject({ faults: [told('high')] })
    const other = { ...accepted, advisory: 'GHSA-5678' }
    expect(judge(answer('low'), [other], '2026-11-27')).toMatchObject({
      faults: ['GHSA-5678 is accepted, and is not there'],
    })
  })

  test('a registry that does not answer is neither good nor bad; silence and odd answers are no answer', () => {
    const refused = '{"message":"405 Method Not Allowed - POST /bulk","method":"POST","statusCode":405,"body":""}'
    expect(judge(refused, [], '2026-11-27')).toEqual({ unanswered: '405 Method Not Allowed - POST /bulk' })
    for (const odd of ['', '{}', '[]', '{"auditReportVersion":3}']) expect(() => judge(odd, [], '2026-11-27')).toThrow()
    const none = { auditReportVersion: 2, vulnerabilities: {}, metadata: { dependencies: { total: 0 } } }
    expect(() => judge(JSON.stringify(none), [], '2026-11-27')).toThrow('no package')
  })

  test('what the project accepts has a day and a reason', () => {
    expect(v.is(Accepted, json('scripts/audit/accepted.json'))).toBe(true)
    expect(v.is(Accepted, [{ ...accepted, reason: 'later' }])).toBe(false)
  })
})

test('what was not answered is counted neither as passed nor as failed, and is named', () => {
  const report = { passed: 1, failed: [], notRun: ['known weaknesses of packages: 405'] }
  expect([auditCounts(report), auditFailed(report), auditNotRun(report)]).toEqual([
    { passed: 1, failed: 0 },
    [],
    ['known weaknesses of packages: 405'],
  ])
  expect(auditCounts({ passed: 0, failed: ['a', 'b'], notRun: [] })).toEqual({ passed: 0, failed: 2 })
})
