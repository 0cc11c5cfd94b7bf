import type { Words } from '../words.ts'

export const keeping: Words['keeping'] = {
  help: {
    backup:
      'npm run crm -- backup [--to FOLDER] [--data DIR]\n\nMakes a backup of all that a company is kept in: data, accounts, keys. The server may run meanwhile.\n  --to    where the backup goes (backups in the data folder by default)\n  --data  the data folder (VORONKA_DATA by default, else data)\n\nPrints the folder of the backup. Exit code: 0 made, 1 made, but the data are damaged, 2 not made.',
    restore:
      'npm run crm -- restore --from BACKUP [--data DIR]\n\nPuts a backup in the place of what stands in the data folder. The server must be stopped.\n  --from  the folder of the backup (with its manifest.json)\n  --data  the data folder (VORONKA_DATA by default, else data)\n\nThe former files are not deleted: they go into aside. Devices bring what the backup lacks by themselves, as soon as they connect. Exit code: 0 restored, 1 restored, but the backup has damaged documents, 2 nothing was changed.',
  },
  restored: 'The backup of {{made}} stands in {{data}}: {{documents}} documents, {{accounts}} accounts.',
  asideIn: 'The former files are in {{aside}}.',
  next: 'Start the server. Everybody signs in anew; devices bring what they wrote after this backup by themselves.',
  documentDamaged: 'The document {{document}} is damaged, and so it is in the backup. Restore it from an earlier one.',
}
