import type { BetterAuthPlugin } from 'better-auth'

/** What an account has besides the library's own fields. None of it can be set from outside. */
export const ACCOUNT_FIELDS = {
  role: { type: 'string', required: true, input: false },
  person: { type: 'string', required: false, input: false },
  disabled: { type: 'boolean', required: true, defaultValue: false, input: false },
  /** When it was last cut off (cuts.ts). */
  cut: { type: 'date', required: false, input: false, index: true },
} as const

/** What a session has besides: the device that it was begun on, by its replica. */
export const SESSION_FIELDS = { device: { type: 'string', required: false, input: false } } as const

/** Our own tables, made and kept by the library's migrations beside its own. Links stand as hashes of their tokens. */
export const tables = {
  id: 'voronka',
  schema: {
    /** One row once the company is set up: its fixed id lets only one of two first starts make it. */
    founding: { fields: { demo: { type: 'boolean', required: true }, at: { type: 'date', required: true } } },
    invitation: {
      fields: {
        hash: { type: 'string', required: true, unique: true },
        name: { type: 'string', required: true },
        email: { type: 'string', required: false },
        role: { type: 'string', required: true },
        person: { type: 'string', required: false },
        expires: { type: 'date', required: true },
      },
    },
    device: {
      fields: {
        replica: { type: 'string', required: true, unique: true },
        userId: { type: 'string', required: true, references: { model: 'user', field: 'id', onDelete: 'cascade' } },
        label: { type: 'string', required: true },
        hash: { type: 'string', required: true },
        seen: { type: 'date', required: true },
        wipeAt: { type: 'date', required: false },
        wipeBy: { type: 'string', required: false },
        wipeMet: { type: 'date', required: false },
        wiped: { type: 'date', required: false },
        lost: { type: 'number', required: false },
      },
    },
    resetLink: {
      fields: {
        hash: { type: 'string', required: true, unique: true },
        userId: { type: 'string', required: true, references: { model: 'user', field: 'id', onDelete: 'cascade' } },
        expires: { type: 'date', required: true },
      },
    },
  },
} as const satisfies BetterAuthPlugin
