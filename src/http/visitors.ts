import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { ServiceError } from '../errors.js'

/** Who asks: a website that sent its key, else an address. */
export interface Visitor {
  kind: 'website' | 'address'
  /** A county, or an address. */
  name: string
}

/** One visitor among all. */
export const visitorName = ({ kind, name }: Visitor): string => `${kind} ${name}`

interface VisitorsOptions {
  /** The county whose website holds a key. */
  holderOf: (key: string) => string | undefined
  /** Whether one proxy stands before us, which says for whom it asks. */
  trustProxy: boolean
}

const BEARER = /^bearer(?: +(.*))?$/i
/** A key that was sent without its scheme would count for nothing, and nobody would notice. */
const BARE = /^lk_/

/** @returns a function that throws ServiceError UNKNOWN_KEY for a key that nobody holds */
export const createVisitors =
  ({ holderOf, trustProxy }: VisitorsOptions) =>
  (req: IncomingMessage): Visitor => {
    const { authorization } = req.headers
    // Other schemes are between the reader and a proxy.
    const key = authorization === undefined ? undefined : keyIn(authorization)
    if (key === undefined) return { kind: 'address', name: networkOf(addressOf(req, trustProxy)) }
    const county = holderOf(key)
    if (county === undefined) throw unknownKey()
    return { kind: 'website', name: county }
  }

/** Empty where there is none behind its scheme; undefined for other schemes. */
function keyIn(authorization: string): string | undefined {
  if (BARE.test(authorization)) return ''
  const bearer = BEARER.exec(authorization)
  return bearer ? (bearer[1] ?? '') : undefined
}

/** A proxy adds the address that it was asked from at the end; what stands before it, anybody may have written. */
function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined
  return forwarded ? withoutPort(forwarded) : (socket.remoteAddress ?? '')
}

/** Some proxies write the port as well, which is another one for each connection. */
function withoutPort(address: string): string {
  const [, ipv4, ipv6] = /^(?:([\d.]+):\d+|\[(.+)\](?::\d+)?)$/.exec(address) ?? []
  return ipv4 ?? ipv6 ?? address
}

/** Networks of addresses that have been read: the same few proxies and sites ask all day. */
const known = new Map<string, string>()

/** An IPv6 reader has a whole network of 64 bits to ask from. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const before = known.get(address)
  if (before !== undefined) return before
  const network = isIPv6(address) ? ipv6Network(address) : address
  if (known.size < 1_000) known.set(address, network)
  return network
}

function ipv6Network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  const [before = '', after = ''] = address.split('::')
  const [head, tail] = [before.split(':').filter(Boolean), after.split(':').filter(Boolean)]
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0') : []
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`
}

/** What an answer says that asks for another key. */
export const askingForKey = ['WWW-Authenticate', 'Bearer']

const unknownKey = (): ServiceError =>
  new ServiceError(
    'UNKNOWN_KEY',
    {
      sv: 'Nyckeln gäller inte. Skicka den som Authorization: Bearer lk_…, be förvaltningen om en ny, eller fråga utan nyckel.',
      en: 'The key is not valid. Send it as Authorization: Bearer lk_…, ask the operators for a new one, or ask without a key.',
    },
    { headers: askingForKey },
  )
