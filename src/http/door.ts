import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { ServiceError } from '../errors.js'
import type { Websites } from '../websites/websites.js'
import { createCors, type Cors } from './cors.js'
import { createRateLimits, points, type Quota, type RateLimits, type Standing } from './rateLimits.js'
import { createVisitors, type Visitor } from './visitors.js'

/** What stands before everything public: which pages may read it, who asks, and how much they have asked for. */
export interface Door {
  cors: Cors
  /** @throws ServiceError UNKNOWN_KEY */
  visitorOf(req: IncomingMessage): Visitor
  spend: RateLimits
}

interface DoorOptions {
  websites: Pick<Websites, 'isOrigin' | 'holderOf'>
  trustProxy: boolean
  quota: Quota
}

export const createDoor = ({ websites, trustProxy, quota }: DoorOptions): Door => ({
  cors: createCors(websites.isOrigin),
  visitorOf: createVisitors({ holderOf: websites.holderOf, trustProxy }),
  spend: createRateLimits(quota),
})

/** Somebody who was let in. */
export interface Entered {
  visitor: Visitor
  standing: Standing
}

/** Tells who asks, and counts it. @throws ServiceError UNKNOWN_KEY or RATE_LIMITED */
export function enter(
  { visitorOf, spend }: Pick<Door, 'visitorOf' | 'spend'>,
  req: IncomingMessage,
  cost: number,
): Entered {
  const visitor = visitorOf(req)
  const standing = spend(visitor, cost)
  if (standing.isOver) throw rateLimited(standing)
  return { visitor, standing }
}

/** The same for what Express answers. */
export const counted =
  (door: Door): RequestHandler =>
  (req, res, next) => {
    const { visitor, standing } = enter(door, req, points.page)
    for (let i = 0; i < standing.headers.length; i += 2) res.set(standing.headers[i]!, standing.headers[i + 1])
    res.locals['visitor'] = visitor
    next()
  }

const rateLimited = ({ seconds, headers }: Standing): ServiceError =>
  new ServiceError(
    'RATE_LIMITED',
    {
      sv: `För många frågor på kort tid. Vänta ${seconds} sekunder. Webbplatser med nyckel får ställa fler.`,
      en: `Too many questions in a short time. Wait ${seconds} seconds. Websites with a key may ask more.`,
    },
    { headers: ['Retry-After', String(seconds), ...headers] },
  )
