import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { complete, makeOld, quarter, startCompany, type TestCompany } from '../testing/company.ts'
import { restoring } from '../testing/restored.ts'
import type { TestDevice } from '../testing/test-device.ts'
import { movesOf } from '../testing/two.ts'

let company: TestCompany
let backups: ReturnType<typeof restoring>
beforeEach(async () => {
  company = await startCompany()
  backups = restoring(company)
})
afterEach(async () => {
  await company.stop()
  backups.end()
})

async function noteOn(device: TestDevice, id: string) {
  return (await device.record(id)).row?.note
}

async function numberOn(device: TestDevice, id: string) {
  return (await device.record(id)).row?.number
}

/** Where an order was moved, by name. */
function statesIn(row: JsonObject | null): string[] {
  return movesOf(row)
    .map(({ state }) => state ?? '')
    .sort()
}

/** What the server has taken is here, and nothing of this device's was not accepted. */
async function inStep(...devices: readonly TestDevice[]) {
  for (const device of devices) {
    await device.saved()
    expect((await device.status()).notAccepted).toEqual([])
  }
}

/** A device that has an order of a quarter that the backup does not know. It has the shelves of after the restore, and its disk does not give it the quarter until `gate` resolves. */
async function amidRestore() {
  const mira = await company.device('mira')
  const backup = backups.backUp()
  const id = await makeOld(mira, 1, 'made later', 'new')
  await inStep(mira)
  await eventually(() => shelvesOn(mira)).toContain(quarter(1))
  await mira.kill()
  await backups.restore(backup)
  const gate = Promise.withResolvers<void>()
  mira.disk.waits = (database) => (database.endsWith(quarter(1)) ? gate.promise : undefined)
  await mira.start()
  await eventually(() => shelvesOn(mira)).not.toContain(quarter(1))
  return { mira, id, gate }
}

/** What stands of the shelves on a device's disk. */
function shelvesOn({ disk, user }: TestDevice): string {
  const { company: name } = company.server
  const doc = new Y.Doc()
  for (const update of disk.rows(`${name}/${user}/${name}/shelves`, 'updates').values())
    Y.applyUpdate(doc, update as Uint8Array)
  return JSON.stringify(doc.getMap('shelves').toJSON())
}

async function broughtTo(user: 'max', id: string): Promise<void> {
  const other = await company.device(user)
  await eventually(() => noteOn(other, id)).toBe('made later')
}

describe('J30: after a restore', () => {
  test('a device brings what was saved since the backup, and what it had not sent', async () => {
    const [mira, max] = [await company.device('mira'), await company.device('max')]
    const [early, late] = [await makeOld(mira, 1, 'early', 'new'), await makeOld(mira, 2, 'late', 'new')]
    await mira.run('setOrder', { id: early, fields: { contact: 'backed up' } })
    await inStep(mira)
    const backup = backups.backUp()
    await mira.run('setOrder', { id: early, fields: { note: 'saved later' } })
    await mira.run('moveOrder', { id: early, state: 'made' })
    const made = await makeOld(mira, 2, 'made later', 'new')
    await inStep(mira)
    mira.line.cut()
    await mira.run('setOrder', { id: late, fields: { note: 'unsent' } })
    mira.line.restore()
    await backups.restore(backup)
    await inStep(mira, max)
    for (const device of [mira, max]) {
      await eventually(() => noteOn(device, early)).toBe('saved later')
      await eventually(() => noteOn(device, late)).toBe('unsent')
      await eventually(() => noteOn(device, made)).toBe('made later')
      const { row } = await device.record(early)
      expect(row?.contact).toBe('backed up')
      expect(statesIn(row)).toEqual(['made', 'new'])
    }
  })

  test('so it does where the program was off meanwhile, and where its document had been let go', async () => {
    const mira = await company.device('mira')
    const open = await makeOld(mira, 1, 'open', 'new')
    await inStep(mira)
    const backup = backups.backUp()
    await mira.run('setOrder', { id: open, fields: { note: 'saved later' } })
    const closed = await makeOld(mira, 2, 'closed')
    await complete(mira, open)
    await inStep(mira)
    await eventually(() => [...mira.open]).not.toContain(quarter(2))
    await mira.kill()
    await backups.restore(backup)
    await mira.start()
    const max = await company.device('max')
    await inStep(mira, max)
    await eventually(() => noteOn(max, open)).toBe('saved later')
    await eventually(() => noteOn(max, closed)).toBe('closed')
  })

  test('several devices bring each its own, whoever comes first', async () => {
    const [mira, max] = [await company.device('mira'), await company.device('max')]
    const id = await makeOld(mira, 1, '', 'new')
    await inStep(mira, max)
    const backup = backups.backUp()
    await eventually(() => noteOn(max, id)).toBe('')
    await max.run('setOrder', { id, fields: { contact: 'by Max' } })
    await inStep(max)
    await eventually(async () => (await mira.record(id)).row?.contact).toBe('by Max')
    await mira.run('setOrder', { id, fields: { contact: 'by Mira', note: 'by Mira' } })
    const own = await makeOld(max, 3, 'of Max', 'new')
    await inStep(mira, max)
    max.line.cut()
    await backups.restore(backup)
    await inStep(mira)
    expect((await mira.record(id)).apart).toEqual([])
    max.line.restore()
    await inStep(max)
    for (const device of [mira, max]) {
      await eventually(async () => (await device.record(id)).row).toMatchObject({ contact: 'by Mira', note: 'by Mira' })
      await eventually(() => noteOn(device, own)).toBe('of Max')
      expect((await device.record(id)).apart).toEqual([])
    }
  })

  test('the line cut and the program killed again and again in the middle of it, all is brought, once', async () => {
    const mira = await company.device('mira')
    const backup = backups.backUp()
    const ids: string[] = []
    for (const number of [1, 2] as const)
      for (let i = 0; i < 12; i++) ids.push(await makeOld(mira, number, `${i}`, 'new'))
    await inStep(mira)
    await backups.restore(backup)
    for (let i = 0; i < 8; i++) {
      await new Promise((resolve) => setTimeout(resolve, 15 * (i % 4)))
      if (i % 2 === 0) mira.line.cut()
      else await mira.restart()
      mira.line.restore()
    }
    await inStep(mira)
    const max = await company.device('max')
    await eventually(async () => (await max.list()).rows.length).toBe(ids.length)
  })

  test('a quarter that the shelves tell of no more is brought by a device that was killed before it had looked at it', async () => {
    const { mira, id, gate } = await amidRestore()
    mira.line.cut()
    const killed = mira.kill()
    gate.resolve()
    await killed
    mira.line.restore()
    await mira.start()
    await broughtTo('max', id)
  })

  test('so it is where it was killed while that was fetched anew, before it knew what to bring', async () => {
    const { mira, id, gate } = await amidRestore()
    const comparing = Promise.withResolvers<void>()
    mira.disk.refuses = (steps) => {
      const isCompared = steps.some((step) => 'put' in step && step.store === 'aside')
      if (isCompared) comparing.resolve()
      return isCompared
    }
    gate.resolve()
    await comparing.promise
    await mira.kill()
    mira.disk.refuses = () => false
    await mira.start()
    await broughtTo('max', id)
  })

  test('presence goes on', async () => {
    const [mira, max] = [await company.device('mira'), await company.device('max')]
    await inStep(mira, max)
    await backups.restore(backups.backUp())
    await inStep(mira, max)
    for (const [one, other] of [
      [mira, max],
      [max, mira],
    ] as const) {
      const others = async () => {
        const answer = await one.ask({ what: 'presence' })
        return answer.what === 'presence' ? answer.others.map(({ user }) => user) : []
      }
      await eventually(others).toContain(other.user)
    }
  })
})

describe('J31: a device that the backup does not know', () => {
  test('gets another name and brings under it what it wrote under the one before, saved or not', async () => {
    const early = await company.device('mira')
    const id = await makeOld(early, 1, 'early', 'new')
    await inStep(early)
    const backup = backups.backUp()
    const mira = await company.device('mira')
    await eventually(() => noteOn(mira, id)).toBe('early')
    const { replica } = mira
    await mira.run('setOrder', { id, fields: { note: 'saved later' } })
    const own = await makeOld(mira, 2, 'own', 'new')
    await mira.run('moveOrder', { id: own, state: 'made' })
    await inStep(mira)
    mira.line.cut()
    await mira.run('setOrder', { id, fields: { contact: 'unsent' } })
    mira.line.restore()
    await backups.restore(backup)
    await eventually(() => mira.replica).not.toBe(replica)
    await inStep(mira, early)
    for (const device of [mira, early]) {
      await eventually(async () => (await device.record(id)).row).toMatchObject({
        note: 'saved later',
        contact: 'unsent',
      })
      await eventually(() => noteOn(device, own)).toBe('own')
      expect(statesIn((await device.record(own)).row)).toEqual(['made', 'new'])
      expect((await device.record(id)).apart).toEqual([])
    }
    // It goes on under the new name, also after a second restore.
    await mira.run('setOrder', { id: own, fields: { note: 'on' } })
    await inStep(mira)
    const second = mira.replica
    await backups.restore(backup)
    await eventually(() => mira.replica).not.toBe(second)
    await inStep(mira, early)
    await eventually(() => noteOn(early, own)).toBe('on')
    await eventually(() => noteOn(early, id)).toBe('saved later')
  })

  test('works on under the old name as long as it has no line', async () => {
    const backup = backups.backUp()
    const mira = await company.device('mira')
    const id = await makeOld(mira, 1, 'one', 'new')
    await inStep(mira)
    await mira.kill()
    await backups.restore(backup)
    mira.line.cut()
    await mira.start()
    await mira.run('setOrder', { id, fields: { note: 'two' } })
    const { replica } = mira
    mira.line.restore()
    await eventually(() => mira.replica).not.toBe(replica)
    await inStep(mira)
    const max = await company.device('max')
    await eventually(() => noteOn(max, id)).toBe('two')
  })
})

describe('J32: numbers after a restore', () => {
  test('an order that is brought has its number again, also where another device shows it first', async () => {
    const [mira, max] = [await company.device('mira'), await company.device('max')]
    const backup = backups.backUp()
    const first = await makeOld(mira, 1, 'first', 'new')
    await inStep(mira)
    const second = await makeOld(mira, 1, 'second', 'new')
    await inStep(mira)
    const numbers = [await numberOn(mira, first), await numberOn(mira, second)]
    expect(new Set(numbers).size).toBe(2)
    await eventually(() => numberOn(max, second)).toBe(numbers[1])
    mira.line.cut()
    await backups.restore(backup)
    await inStep(max)
    const third = await makeOld(max, 1, 'third', 'new')
    await inStep(max)
    await eventually(() => numberOn(max, third)).toMatch(/3$/)
    mira.line.restore()
    await inStep(mira)
    await eventually(async () => [await numberOn(mira, first), await numberOn(mira, second)]).toEqual(numbers)
    await eventually(async () => [await numberOn(max, first), await numberOn(max, second)]).toEqual(numbers)
  })

  test('where its number was given to another meanwhile, it is given the next', async () => {
    const [mira, max] = [await company.device('mira'), await company.device('max')]
    const backup = backups.backUp()
    await inStep(max)
    max.line.cut()
    const first = await makeOld(mira, 1, 'first', 'new')
    await inStep(mira)
    const number = await numberOn(mira, first)
    mira.line.cut()
    await backups.restore(backup)
    max.line.restore()
    await inStep(max)
    const other = await makeOld(max, 1, 'other', 'new')
    await inStep(max)
    await eventually(() => numberOn(max, other)).toBe(number)
    mira.line.restore()
    await inStep(mira)
    await eventually(() => numberOn(max, first)).toMatch(/2$/)
    await eventually(() => numberOn(mira, other)).toBe(number)
  })
})
