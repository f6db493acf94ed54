import type { RequestHandler } from 'express'
import type { Entry, Instant } from '../archive/pure/model.js'
import type { Delivery } from '../delivery/delivery.js'
import { escapeHtml } from '../delivery/richText/html.js'
import { ServiceError } from '../errors.js'
import { linkHeader, linksOfOriginal, mementoAddresses } from './memento/links.js'
import { messagePage, page } from './pages.js'

const query = `query Document($id: ID!, $knownAt: DateTime) {
  node(id: $id, knownAt: $knownAt) {
    ... on Document { publication language pageUrl takenDown { reason } }
    ... on Topic { title body { html } }
    ... on Strategy { title lead: summary }
    ... on Edition { title body { html } }
    ... on NewsItem { title lead body { html } }
    ... on Contact { title: name lead: note }
  }
}`

interface Answered {
  publication?: 'PUBLIC' | 'WITHDRAWN' | 'SEALED'
  language?: string | null
  pageUrl?: string
  takenDown?: { reason: string | null } | null
  title?: string | null
  lead?: string | null
  body?: { html: string } | null
}

/** `/id/<uuid>`: the lasting address of a document. Leads to the page on its county's site, or shows it plainly. */
export function documentRoute(delivery: Delivery, publicUrl: string): RequestHandler<{ id: string }> {
  const addresses = mementoAddresses(publicUrl)
  return async (req, res) => {
    const { id } = req.params
    const answered = await answeredFor(delivery, id, null)
    res.set('Cache-Control', 'no-cache')
    if (!answered?.publication) {
      res.status(404).type('html').send(messagePage('Dokumentet finns inte', 'There is no such document'))
      return
    }
    res.set('Link', linkHeader(linksOfOriginal(id, addresses)))
    if (answered.publication === 'PUBLIC' && answered.pageUrl && !answered.pageUrl.endsWith(req.originalUrl)) {
      res.redirect(303, answered.pageUrl)
      return
    }
    res
      .status(answered.publication === 'PUBLIC' ? 200 : 410)
      .type('html')
      .send(plainPage(answered))
  }
}

/** A version for people, as it read when it became public. */
export const versionPage =
  (delivery: Delivery) =>
  async ({ record, publicFrom }: Entry): Promise<string> =>
    plainPage((await answeredFor(delivery, record.document.id, publicFrom)) ?? {})

async function answeredFor(delivery: Delivery, id: string, knownAt: Instant | null): Promise<Answered | null> {
  const { response } = await delivery.answer({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables: { id, knownAt } }),
    requestId: '',
    report: () => {},
  })
  const [body, { status }] = response
  if (status === 503) throw notNow()
  return status === 200 ? ((JSON.parse(body ?? '{}') as { data?: { node: Answered | null } }).data?.node ?? null) : null
}

const notNow = (): ServiceError =>
  new ServiceError('ARCHIVE_UNAVAILABLE', {
    sv: 'Sidan går inte att visa just nu. Försök igen om en stund',
    en: 'This page cannot be shown right now. Try again in a while',
  })

function plainPage({ title, lead, body, takenDown, language }: Answered): string {
  const reason = takenDown ? `<p><strong>Borttaget.</strong> ${escapeHtml(takenDown.reason ?? '')}</p>` : ''
  const heading = `<h1>${escapeHtml(title ?? 'Innehållet är borttaget')}</h1>`
  return page(
    title ?? 'Borttaget',
    [heading, reason, lead ? `<p>${escapeHtml(lead)}</p>` : '', body?.html ?? ''].join('\n'),
    language ?? 'sv',
  )
}
