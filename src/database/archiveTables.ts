/** The archive's collections: rows are inserted, never changed, never removed. */
export const archiveTables = ['records', 'snapshots', 'statements', 'log', 'checkpoints', 'holds'] as const
export type ArchiveTable = (typeof archiveTables)[number]

export const isArchiveTable = (collection: string): collection is ArchiveTable =>
  (archiveTables as readonly string[]).includes(collection)
