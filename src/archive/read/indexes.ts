import type { DocumentKind } from '../../vocabulary.js'
import type { Entry } from '../pure/model.js'

/** Which documents a list or a look-up has to consider: every document that ever belonged there. */
export interface Indexes {
  add(entry: Entry): void
  /** Of one owner. */
  ofOwner(kind: DocumentKind, owner: string): ReadonlySet<string>
  /** Shared beyond the owner at some time. */
  shared(kind: DocumentKind): ReadonlySet<string>
  ofTopic(kind: DocumentKind, topic: string): ReadonlySet<string>
  editionsOf(strategy: string): ReadonlySet<string>
  withSlug(kind: DocumentKind, slug: string): ReadonlySet<string>
  withFile(sha256: string): ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

export function createIndexes(): Indexes {
  // Most keys have one document: it stands by itself, since a set for each would take more than all else here.
  const sets = new Map<string, string | Set<string>>()
  const put = (key: string, document: string): void => {
    const known = sets.get(key)
    if (known === undefined) sets.set(key, document)
    else if (typeof known !== 'string') known.add(document)
    else if (known !== document) sets.set(key, new Set([known, document]))
  }
  const get = (key: string): ReadonlySet<string> => {
    const known = sets.get(key)
    return typeof known === 'string' ? new Set([known]) : (known ?? none)
  }
  return {
    add: ({ record: { document, index } }) => {
      const { id, kind, owner, audience } = document
      put(`owner/${kind}/${owner}`, id)
      if (audience === 'all' || audience.length > 0) put(`shared/${kind}`, id)
      if (!index) return
      if (index.slug !== null) put(`slug/${kind}/${index.slug}`, id)
      if (index.strategy !== null) put(`strategy/${index.strategy}`, id)
      for (const topic of index.topics) put(`topic/${kind}/${topic}`, id)
      for (const file of index.files) put(`file/${file}`, id)
    },
    ofOwner: (kind, owner) => get(`owner/${kind}/${owner}`),
    shared: (kind) => get(`shared/${kind}`),
    ofTopic: (kind, topic) => get(`topic/${kind}/${topic}`),
    editionsOf: (strategy) => get(`strategy/${strategy}`),
    withSlug: (kind, slug) => get(`slug/${kind}/${slug}`),
    withFile: (sha256) => get(`file/${sha256}`),
  }
}
