import type { PayloadRequest } from 'payload'
import { staffOf } from '../access/roles.js'
import type { StatementBody } from '../archive/pure/model.js'
import { NATIONAL } from '../vocabulary.js'

type Statement = Pick<StatementBody, 'who' | 'role' | 'reason' | 'via'>

/** Who acts, in which role, by which door, and why: what the archive keeps for archivists only. */
export function statementOf(req: PayloadRequest, owner: string, reason: string | null): Statement {
  const user = req.user as { id: number | string; email?: string; name?: string } | null
  if (!user) return { who: null, role: 'system', reason, via: viaOf(req) }
  const role = staffOf(user)?.assignments.find(({ role: one, county }) =>
    one === 'publisher' ? county === owner : one === 'national-editor' && owner === NATIONAL,
  )?.role
  const who = { id: String(user.id), name: user.name ?? '', email: user.email ?? '' }
  return { who, role: role ?? 'unknown', reason, via: viaOf(req) }
}

function viaOf(req: PayloadRequest): Statement['via'] {
  const { via } = req.context as { via?: unknown }
  if (via === 'seed' || via === 'cli') return via
  if (req.payloadAPI !== 'REST') return 'local'
  return req.headers.get('referer')?.includes('/admin') ? 'admin' : 'rest'
}
