import type { Role } from '../documents/roles.ts'

export const DEMO_COMPANY = { name: 'Кухни Ассоль', zone: 'Europe/Moscow', currency: 'RUB' } as const

export const ORGANISATIONS = {
  assol: { name: 'Ассоль', fullName: 'Общество с ограниченной ответственностью «Ассоль»', inn: '7801234564' },
  gromova: { name: 'ИП Громова', fullName: 'Индивидуальный предприниматель Громова Ольга Викторовна' },
} as const

export const DEPARTMENTS = {
  nevsky: 'Салон на Невском',
  leninsky: 'Салон на Ленинском',
  online: 'Интернет-продажи',
  workshop: 'Производство',
} as const
export type DepartmentId = keyof typeof DEPARTMENTS

interface Worker {
  readonly name: string
  readonly department: DepartmentId
  /** The superior. */
  readonly manager?: string
}

/** The staff by id. Abdulov, Vederkin and Nikolaev answer for the orders of September 2016. */
export const STAFF = {
  gromova: { name: 'Громова', department: 'nevsky' },
  sedova: { name: 'Седова', department: 'online', manager: 'gromova' },
  abdulov: { name: 'Абдулов', department: 'nevsky', manager: 'gromova' },
  vederkin: { name: 'Ведеркин', department: 'leninsky', manager: 'gromova' },
  nikolaev: { name: 'Николаев', department: 'leninsky', manager: 'gromova' },
  sokolova: { name: 'Соколова', department: 'online', manager: 'sedova' },
  lebedev: { name: 'Лебедев', department: 'nevsky', manager: 'gromova' },
  kuzmin: { name: 'Кузьмин', department: 'workshop', manager: 'gromova' },
} as const satisfies Readonly<Record<string, Worker>>
export type WorkerId = keyof typeof STAFF

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
  { person: 'gromova', name: 'Громова', email: 'gromova@assol.example', role: 'owner' },
  { person: 'sedova', name: 'Седова', email: 'sedova@assol.example', role: 'admin' },
  { person: 'abdulov', name: 'Абдулов', email: 'abdulov@assol.example', role: 'manager' },
  { person: 'vederkin', name: 'Ведеркин', email: 'vederkin@assol.example', role: 'manager' },
  { person: 'kuzmin', name: 'Кузьмин', email: 'kuzmin@assol.example', role: 'viewer' },
]

/** The password of all accounts of the demo company; it is shown where the demo company is chosen. */
export const DEMO_PASSWORD = 'demo-voronka'
