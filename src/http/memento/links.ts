import { httpDate, type Memento } from './mementos.js'

/** Where a document and its versions are found, as absolute addresses. */
export interface MementoAddresses {
  original(document: string): string
  timeGate(document: string): string
  timeMap(document: string, format: 'link' | 'json'): string
  memento(record: string): string
}

export const mementoAddresses = (publicUrl: string): MementoAddresses => ({
  original: (document) => `${publicUrl}/id/${document}`,
  timeGate: (document) => `${publicUrl}/arkiv/timegate/${publicUrl}/id/${document}`,
  timeMap: (document, format) => `${publicUrl}/arkiv/timemap/${format}/${publicUrl}/id/${document}`,
  memento: (record) => `${publicUrl}/arkiv/version/${record}`,
})

/** A link of RFC 8288; attributes in the order in which they are written. */
export interface Link {
  href: string
  rel: string
  [attribute: string]: string
}

export const linkText = ({ href, ...attributes }: Link): string =>
  [`<${href}>`, ...Object.entries(attributes).map(([name, value]) => `${name}="${value}"`)].join('; ')

export const linkHeader = (links: readonly Link[]): string => links.map(linkText).join(', ')

/** What every page of a document says of its versions. @see RFC 7089, section 2.2 */
export const linksOfOriginal = (document: string, addresses: MementoAddresses): Link[] => [
  { href: addresses.timeGate(document), rel: 'timegate' },
  { href: addresses.timeMap(document, 'link'), rel: 'timemap', type: 'application/link-format' },
]

export const linkToOriginal = (document: string, addresses: MementoAddresses): Link => ({
  href: addresses.original(document),
  rel: 'original',
})

/** The map, and the time that it spans. */
export const linkToTimeMap = (
  document: string,
  mementos: readonly Memento[],
  addresses: MementoAddresses,
  rel: 'timemap' | 'self',
): Link => ({
  href: addresses.timeMap(document, 'link'),
  rel,
  type: 'application/link-format',
  from: httpDate(mementos[0]!.at),
  until: httpDate(mementos.at(-1)!.at),
})

/** The versions that one can go to from one of them: each once, with all that it is seen from there. */
export function linksAround(mementos: readonly Memento[], shown: Memento, addresses: MementoAddresses): Link[] {
  const place = mementos.indexOf(shown)
  const roles: [string, Memento | undefined][] = [
    ['first', mementos[0]],
    ['prev', mementos[place - 1]],
    ['', shown],
    ['next', mementos[place + 1]],
    ['last', mementos.at(-1)],
  ]
  const byRecord = new Map<Memento, string[]>()
  for (const [role, memento] of roles) if (memento) byRecord.set(memento, [...(byRecord.get(memento) ?? []), role])
  return [...byRecord].map(([memento, names]) => linkToMemento(memento, names.filter(Boolean), addresses))
}

export const linkToMemento = (memento: Memento, roles: readonly string[], addresses: MementoAddresses): Link => ({
  href: addresses.memento(memento.record),
  rel: [...roles, 'memento'].join(' '),
  datetime: httpDate(memento.at),
})
