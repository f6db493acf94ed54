import type { Check } from './validated.js'

const parsed = (value: string): URL | undefined => (URL.canParse(value) ? new URL(value) : undefined)
const isWeb = (url: URL): boolean => ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password
const isHere = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
const hasDomain = (url: URL): boolean => /^[^.]+(?:\.[^.]+)+$/.test(url.hostname)

export const checkUrl: Check = (value) => {
  const url = /\s/.test(value) ? undefined : parsed(value)
  return (
    (url !== undefined && isWeb(url) && hasDomain(url)) || {
      sv: 'Skriv hela webbadressen med https:// först, till exempel https://www.lansstyrelsen.se/vasternorrland.',
      en: 'Write the whole web address, beginning with https://, for example https://www.lansstyrelsen.se/vasternorrland.',
    }
  )
}

/** An address that the service calls or shows itself: as `checkUrl`, but a site on the own machine will do. */
export const checkServiceUrl: Check = (value) => {
  const url = parsed(value)
  return url !== undefined && isWeb(url) && isHere(url) ? true : checkUrl(value, {})
}

/** What a link in a text may lead to: the web, a mailbox or a telephone. */
export const checkLink: Check = (value) => {
  if (/^mailto:/i.test(value)) return checkEmail(value.slice('mailto:'.length).split('?')[0] ?? '', {})
  if (/^tel:/i.test(value) && /^tel:(?:\+[1-9]\d{6,14}|1\d{2,5})$/i.test(value)) return true
  if (/^tel:/i.test(value)) {
    return { sv: 'Skriv telefonlänken som tel:+4620505050.', en: 'Write the telephone link as tel:+4620505050.' }
  }
  return checkUrl(value, {})
}

export const checkEmail: Check = (value) =>
  (value.length <= 254 && /^[^\s@<>(),;:"]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value)) || {
    sv: 'Skriv e-postadressen som namn@lansstyrelsen.se.',
    en: 'Write the e-mail address as name@lansstyrelsen.se.',
  }

export const checkSlug: Check = (value) =>
  (value.length <= 100 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)) || {
    sv: 'Använd bara små bokstäver a–z, siffror och bindestreck mellan orden, till exempel vald-i-nara-relationer.',
    en: 'Use only small letters a–z, digits and hyphens between words, for example vald-i-nara-relationer.',
  }

/** Scheme, host and port and nothing after, as browsers send in `Origin`. Plain http only on the own machine. */
export const checkOrigin: Check = (value) => {
  const url = parsed(value)
  const isSafe =
    url !== undefined && (url.protocol === 'https:' ? hasDomain(url) || isHere(url) : isWeb(url) && isHere(url))
  return (
    (isSafe && url.origin === value) || {
      sv: 'Skriv webbplatsens adress utan något efter värdnamnet, till exempel https://www.lansstyrelsen.se.',
      en: 'Write the address of the site with nothing after the host name, for example https://www.lansstyrelsen.se.',
    }
  )
}

/** Names that a path pattern may hold in braces. */
const pathVariables = ['slug', 'id', 'strategy', 'number'] as const

export const checkPathPattern: Check = (value) => {
  const names = [...value.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '')
  const isKnown = names.length > 0 && names.every((name) => pathVariables.some((known) => known === name))
  const isPath =
    /^\/[^\s?#]*$/.test(value) && !value.startsWith('//') && !/[{}]/.test(value.replaceAll(/\{[^{}]*\}/g, ''))
  return (
    (isKnown && isPath) || {
      sv: 'Börja med / och ha med {slug} eller {id}, till exempel /vald/{slug}. För utgåvor finns även {strategy} och {number}.',
      en: 'Begin with / and include {slug} or {id}, for example /vald/{slug}. Editions also have {strategy} and {number}.',
    }
  )
}
