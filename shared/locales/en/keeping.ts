import type { Words } from '../words.ts'

export const keeping: Words['keeping'] = {
  help: {
    backup:
      'npm run crm -- backup [--to FOLDER] [--data DIR]\n\nMakes a backup of all that a company is kept in: data, accounts, keys. The server may run meanwhile.\n  --to    where the backup goes (backups in the data folder by default)\n  --data  the data folder (VORONKA_DATA by default, else data)\n\nPrints the folder of the backup. Exit code: 0 made, 1 made, but the data are damaged, 2 not made.',
  },
  documentDamaged: 'The document {{document}} is damaged, and so it is in the backup. Restore it from an earlier one.',
}
