import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ServiceError } from './errors.js'
import { writeOnce } from './secrets.js'

const port = z.coerce.number().int().min(0).max(65_535)
const points = z.coerce.number().int().min(0)
const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

const Env = z.object({
  ROLE: z.enum(['all', 'delivery']).default('all'),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('./data'),
  MEDIA_DIR: z.string().min(1).optional(),
  SHELF_DIR: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|mongodb(\+srv)?:\/\/.+)/, 'must be file:<path> or mongodb://…')
    .optional(),
  PUBLIC_URL: z.url().optional(),
  LOG_KEY_FILE: z.string().min(1).optional(),
  SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  TRUST_PROXY: flag.default(false),
  ADMIN: flag.default(true),
  RATE_LIMIT_ADDRESS: points.default(30_000),
  RATE_LIMIT_WEBSITE: points.default(300_000),
  CACHE_BYTES: z.coerce
    .number()
    .int()
    .min(0)
    .default(64 * 1024 * 1024),
})

export interface Config {
  /** `all`: editors and public in one process. `delivery`: the public side alone, beside an instance that has all. */
  role: 'all' | 'delivery'
  production: boolean
  port: number
  host: string
  /** Absolute. Everything that the service keeps. */
  dataDir: string
  /** Payload's own working copies of uploads; the archive keeps its files by content elsewhere. */
  mediaDir: string
  /** Absolute. Where an instance that only delivers keeps what is public; each has one of its own. */
  shelfDir: string
  databaseUrl: string
  /** True where nobody named a database: the demo is then created by itself. */
  embedded: boolean
  publicUrl: string
  /** Absolute. The key that signs the log's checkpoints. */
  logKeyFile: string
  secret: string
  logLevel: string
  trustProxy: boolean
  admin: boolean
  /** Points that an address, and a website with its key, may spend in a minute; 0 for as many as they like. */
  rateLimits: { address: number; website: number }
  /** Memory for finished answers. */
  cacheBytes: number
}

/**
 * The only reader of the environment.
 *
 * @throws ServiceError BAD_CONFIG with one message that lists every bad variable.
 */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => configFrom(env, keptSecret)

/** For who only reads, maybe in a wrong place: nothing is made there. @throws ServiceError BAD_CONFIG */
export const readReadersConfig = (env: NodeJS.ProcessEnv = process.env): Config => configFrom(env, () => '')

function configFrom(env: NodeJS.ProcessEnv, secretIn: (dataDir: string) => string): Config {
  const parsed = Env.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    const faults = z.prettifyError(parsed.error)
    throw new ServiceError('BAD_CONFIG', {
      sv: `Inställningarna går inte att använda:\n${faults}`,
      en: `The configuration cannot be used:\n${faults}`,
    })
  }
  const values = parsed.data
  const dataDir = path.resolve(values.DATA_DIR)
  const isDelivery = values.ROLE === 'delivery'
  return {
    role: values.ROLE,
    production: values.NODE_ENV === 'production',
    port: values.PORT,
    host: values.HOST,
    dataDir,
    mediaDir: values.MEDIA_DIR ?? 'media',
    shelfDir: path.resolve(values.SHELF_DIR ?? path.join(dataDir, 'shelf')),
    databaseUrl: values.DATABASE_URL ?? `file:${path.join(dataDir, 'lanskallan.db')}`,
    embedded: values.DATABASE_URL === undefined && !isDelivery,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ''),
    logKeyFile: path.resolve(values.LOG_KEY_FILE ?? path.join(dataDir, 'log.key')),
    // Sessions are the editors': who only delivers signs none.
    secret: values.SECRET ?? (isDelivery ? '' : secretIn(dataDir)),
    logLevel: values.LOG_LEVEL,
    trustProxy: values.TRUST_PROXY,
    admin: values.ADMIN,
    rateLimits: { address: values.RATE_LIMIT_ADDRESS, website: values.RATE_LIMIT_WEBSITE },
    cacheBytes: values.CACHE_BYTES,
  }
}

/** Made at first start and kept, so that sessions survive a restart and no default secret exists. */
function keptSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = path.join(dataDir, 'secret')
  writeOnce(file, () => randomBytes(32).toString('hex'))
  return readFileSync(file, 'utf8').trim()
}
