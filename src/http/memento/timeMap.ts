import {
  linksOfOriginal,
  linkText,
  linkToMemento,
  linkToOriginal,
  linkToTimeMap,
  type MementoAddresses,
} from './links.js'
import { httpDate, type Memento } from './mementos.js'

/** Every version of a document, as links. @see RFC 7089, section 5; RFC 6690 on `application/link-format` */
export function timeMapAsLinks(document: string, mementos: readonly Memento[], addresses: MementoAddresses): string {
  const [timeGate] = linksOfOriginal(document, addresses)
  const links = [
    linkToOriginal(document, addresses),
    linkToTimeMap(document, mementos, addresses, 'self'),
    timeGate!,
    ...mementos.map((one, place) => linkToMemento(one, rolesOf(place, mementos.length), addresses)),
  ]
  return `${links.map(linkText).join(',\n')}\n`
}

const rolesOf = (place: number, count: number): string[] => [
  ...(place === 0 ? ['first'] : []),
  ...(place === count - 1 ? ['last'] : []),
]

/** The same for machines that read JSON, in the form that other archives have made usual. */
export function timeMapAsJson(document: string, mementos: readonly Memento[], addresses: MementoAddresses): object {
  const written = ({ record, at }: Memento): object => ({
    datetime: new Date(at).toISOString().replace('.000Z', 'Z'),
    uri: addresses.memento(record),
  })
  return {
    original_uri: addresses.original(document),
    timegate_uri: addresses.timeGate(document),
    timemap_uri: {
      link_format: addresses.timeMap(document, 'link'),
      json_format: addresses.timeMap(document, 'json'),
    },
    from: httpDate(mementos[0]!.at),
    until: httpDate(mementos.at(-1)!.at),
    mementos: { first: written(mementos[0]!), last: written(mementos.at(-1)!), list: mementos.map(written) },
  }
}
