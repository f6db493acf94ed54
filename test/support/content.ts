import type { Payload, PayloadRequest } from 'payload'
import type { GovernedCollection, Role } from '../../src/vocabulary.js'

/** Lexical's JSON for one paragraph. */
export const paragraph = (text: string): object => ({
  root: {
    type: 'root',
    version: 1,
    direction: 'ltr',
    format: '',
    indent: 0,
    children: [
      {
        type: 'paragraph',
        version: 1,
        direction: 'ltr',
        format: '',
        indent: 0,
        textFormat: 0,
        children: [{ type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '', text }],
      },
    ],
  },
})

type Data = Record<string, unknown>
interface Options {
  draft?: boolean
  user?: unknown
  locale?: string
  context?: PayloadRequest['context']
}

export interface Stored extends Data {
  id: string
}

/** The Local API with the loose types of a test. A user makes the access rules count. */
export async function create(payload: Payload, collection: string, data: Data, options: Options = {}): Promise<Stored> {
  return (await payload.create({ collection, data, ...withAccess(options) } as never)) as unknown as Stored
}

export async function update(
  payload: Payload,
  collection: string,
  id: string,
  data: Data,
  options: Options = {},
): Promise<Stored> {
  return (await payload.update({ collection, id, data, ...withAccess(options) } as never)) as unknown as Stored
}

const withAccess = (options: Options): object => ({ ...options, ...(options.user ? { overrideAccess: false } : {}) })

let count = 0
/** A news item that can be published as it is. */
export const newsItem = (overrides: Data = {}): Data => {
  count += 1
  return {
    title: `Nyhet ${count}`,
    slug: `nyhet-${count}`,
    owner: 'vasternorrland',
    audience: 'own',
    importance: 'ordinary',
    body: paragraph('Text.'),
    ...overrides,
  }
}

export const publishedNews = (payload: Payload, overrides: Data = {}, options: Options = {}): Promise<Stored> =>
  create(payload, 'news', newsItem({ _status: 'published', ...overrides }), options)

export interface TestUser {
  id: string
  collection: 'users'
}

/** An account with one role, as the access rules are given it. */
export async function userWith(
  payload: Payload,
  role: Role,
  county?: string,
): Promise<TestUser & { email: string; password: string }> {
  count += 1
  const account = { email: `test-${count}@example.se`, password: `hemligt-ord-${count}-xyz` }
  const created = await create(payload, 'users', { name: role, ...account, assignments: [{ role, county }] })
  return { ...created, ...account, collection: 'users' }
}

export const governedCollections: readonly GovernedCollection[] = [
  'topics',
  'strategies',
  'editions',
  'news',
  'contacts',
]
