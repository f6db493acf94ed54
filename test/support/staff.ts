import { randomUUID } from 'node:crypto'
import { handleEndpoints, type Payload } from 'payload'
import { readConfig } from '../../src/config.js'
import { openEditorial, type Editorial } from '../../src/editorial/open.js'
import { create, type TestUser } from './content.js'
import type { TestDatabase } from './databases.js'

type Data = Record<string, unknown>

export interface Answer {
  status: number
  body: Data
  text: string
}

/** Payload's REST interface as a browser meets it. */
export interface Rest {
  editorial: Editorial
  payload: Payload
  send(method: string, path: string, options?: { as?: Account; body?: unknown; headers?: Data }): Promise<Answer>
  account(name: string, assignments: [role: string, county?: string][]): Promise<Account>
}

export interface Account extends TestUser {
  email: string
  password: string
  token: string
}

export async function startRest(database: TestDatabase): Promise<Rest> {
  const { dataDir, databaseUrl } = database.fresh()
  const key = randomUUID()
  const variables = { NODE_ENV: 'test' as const, DATA_DIR: dataDir, MEDIA_DIR: `${dataDir}/media`, LOG_LEVEL: 'silent' }
  const config = readConfig({ ...variables, DATABASE_URL: databaseUrl })
  const editorial = await openEditorial({ config, key })
  const { payload } = editorial
  payload.logger.level = 'silent'

  const send: Rest['send'] = async (method, path, { as, body, headers = {} } = {}) => {
    const isForm = body instanceof FormData
    const request = new Request(`http://localhost/api/${path}`, {
      method,
      headers: {
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...(as && { authorization: `JWT ${as.token}` }),
        ...(headers as Record<string, string>),
      },
      ...(body !== undefined && { body: isForm || typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const response = await handleEndpoints({ config: payload.config, payloadInstanceCacheKey: key, request })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('application/json')
    return { status: response.status, text, body: isJson ? (JSON.parse(text) as Data) : {} }
  }

  const account: Rest['account'] = async (name, assignments) => {
    const credentials = { email: `${name}@example.se`, password: `${name} har ett långt lösenord` }
    const made = await create(payload, 'users', {
      name,
      ...credentials,
      assignments: assignments.map(([role, county]) => ({ role, county })),
    })
    const { body } = await send('POST', 'users/login', { body: credentials })
    return { ...made, ...credentials, collection: 'users', token: String(body['token']) }
  }
  return { editorial, payload, send, account }
}
