import type { Role } from '../documents/roles.ts'
import { demo } from '../locales/ru/demo.ts'
import type { DemoWords } from './process.ts'

const { company, people } = demo

/** The demo company as it is set up without being asked. */
export const DEMO_COMPANY = { name: company, zone: 'Europe/Moscow', currency: 'RUB' } as const

export type DepartmentId = keyof DemoWords['departments']
export type WorkerId = keyof DemoWords['people']

interface Worker {
  readonly department: DepartmentId
  /** The superior. */
  readonly manager?: WorkerId
}

/** The staff by id. Abdulov, Vederkin and Nikolaev answer for the orders of September 2016. */
export const STAFF: Readonly<Record<WorkerId, Worker>> = {
  gromova: { department: 'nevsky' },
  sedova: { department: 'online', manager: 'gromova' },
  abdulov: { department: 'nevsky', manager: 'gromova' },
  vederkin: { department: 'leninsky', manager: 'gromova' },
  nikolaev: { department: 'leninsky', manager: 'gromova' },
  sokolova: { department: 'online', manager: 'sedova' },
  lebedev: { department: 'nevsky', manager: 'gromova' },
  kuzmin: { department: 'workshop', manager: 'gromova' },
}

/** An account of the demo company. */
export interface DemoUser {
  /** The id in `people`. */
  readonly person: WorkerId
  readonly name: string
  readonly email: string
  readonly role: Role
}

/** Accounts of each role that a person can have. */
export const DEMO_USERS: readonly DemoUser[] = [
  { person: 'gromova', name: people.gromova, email: 'gromova@assol.example', role: 'owner' },
  { person: 'sedova', name: people.sedova, email: 'sedova@assol.example', role: 'admin' },
  { person: 'abdulov', name: people.abdulov, email: 'abdulov@assol.example', role: 'manager' },
  { person: 'vederkin', name: people.vederkin, email: 'vederkin@assol.example', role: 'manager' },
  { person: 'kuzmin', name: people.kuzmin, email: 'kuzmin@assol.example', role: 'viewer' },
]

/** The password of all accounts of the demo company; it is shown where the demo company is chosen. */
export const DEMO_PASSWORD = 'demo-voronka'
