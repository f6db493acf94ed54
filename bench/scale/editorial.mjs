// The editors' side on a folder and, where DATABASE_URL names one, on that database: as the service itself opens it.
import path from 'node:path'

process.env.NODE_ENV = 'production'
const { readConfig } = await import('../../dist/src/config.js')
const { openEditorial } = await import('../../dist/src/editorial/open.js')

export async function openOn(folder) {
  const dataDir = path.resolve(folder)
  const config = readConfig({
    ...process.env,
    DATA_DIR: dataDir,
    MEDIA_DIR: path.join(dataDir, 'media'),
    LOG_LEVEL: 'error',
  })
  return { config, ...(await openEditorial({ config })) }
}
