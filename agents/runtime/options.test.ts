import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOptions } from './options.ts'

const KNOWN = ['workflow', 'sender']
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-options-'))
  writeFileSync(join(folder, 'service.key'), 'here\n')
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (...args: readonly string[]) => readOptions(['--data', folder, ...args], KNOWN)

test('RT14: all agents of this machine where nothing is said, by the key of the data folder', () => {
  expect(read()).toMatchObject({ names: KNOWN, url: 'http://127.0.0.1:8080', key: 'here', authority: null })
})

test('RT14: agents by name, an address elsewhere, a key of their own', () => {
  const file = join(folder, 'other')
  writeFileSync(file, 'there\n')
  const options = read('sender', '--url=https://office:8080', `--key-file=${file}`, `--authority=${file}`)
  expect(options).toMatchObject({ names: ['sender'], url: 'https://office:8080', key: 'there', authority: 'there' })
  expect(options.phonesAt).toBeNull()
  expect(read('--phones-port=8081').phonesAt).toEqual({ host: '0.0.0.0', port: 8081 })
  expect(read('--phones-port=10.0.0.5:8081').phonesAt).toEqual({ host: '10.0.0.5', port: 8081 })
  expect(read('--key=itself')).toMatchObject({ key: 'itself' })
})

test.each([
  [['stranger'], /workflow, sender/],
  [['--url=office'], /--url/],
  [['--url=http://office:8080'], /without TLS/],
  [['--phones-port=lan'], /--phones-port/],
  [['--phones-port=70000'], /--phones-port/],
  [['--key-file=/nowhere/at/all'], /file-missing/],
  [['--unknown'], /unknown/i],
])('RT14: %s is refused in words', (args, words) => {
  expect(() => read(...args)).toThrow(words)
})
