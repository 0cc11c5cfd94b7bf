import { type Disk, DiskRefusal } from '../disk/disk.ts'
import { memoryDisk } from '../disk/memory-disk.ts'
import { Refusals } from '../disk/refusals.ts'
import { keptStores } from '../documents/kept-stores.ts'
import type { Stores } from '../documents/stores.ts'
import { KeptFiles } from '../files/kept-files.ts'
import { Meta } from './meta.ts'

/** All that a device keeps for an account. */
export interface DeviceStores {
  readonly meta: Meta
  readonly stores: Stores
  readonly files: KeptFiles
  readonly refusals: Refusals
  /** Whether it is there when the program starts again. */
  readonly lasts: boolean
}

/** Opens an account's stores by its name `<company>/<user>` for the build that runs; in memory where the disk gives nothing. */
export async function openStores(disk: Disk, name: string, build = ''): Promise<DeviceStores> {
  const refusals = new Refusals()
  try {
    const meta = await Meta.open({ disk, name, refusals })
    const files = await KeptFiles.open(disk, name, Date.now)
    return { meta, stores: keptStores({ disk, refusals, build }), files, refusals, lasts: disk.lasts }
  } catch (error) {
    if (!(error instanceof DiskRefusal) || !disk.lasts) throw error
    return openStores(memoryDisk(), name, build)
  }
}
