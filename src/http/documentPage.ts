import type { RequestHandler } from 'express'
import type { Delivery } from '../delivery/delivery.js'
import { escapeHtml } from '../delivery/richText/html.js'
import { messagePage, page } from './pages.js'

const query = `query Document($id: ID!) {
  node(id: $id) {
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
export const documentRoute =
  (delivery: Delivery): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const { response } = await delivery.answer({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query, variables: { id: req.params.id } }),
      requestId: String(res.locals['requestId']),
      report: () => {},
    })
    const [body, { status }] = response
    const answered =
      status === 200 ? (JSON.parse(body ?? '{}') as { data?: { node: Answered | null } }).data?.node : null
    res.set('Cache-Control', 'no-cache')
    if (!answered?.publication) {
      res.status(404).type('html').send(messagePage('Dokumentet finns inte', 'There is no such document'))
      return
    }
    if (answered.publication === 'PUBLIC' && answered.pageUrl && !answered.pageUrl.endsWith(req.originalUrl)) {
      res.redirect(303, answered.pageUrl)
      return
    }
    res
      .status(answered.publication === 'PUBLIC' ? 200 : 410)
      .type('html')
      .send(plainPage(answered))
  }

function plainPage({ title, lead, body, takenDown, language }: Answered): string {
  const reason = takenDown ? `<p><strong>Borttaget.</strong> ${escapeHtml(takenDown.reason ?? '')}</p>` : ''
  const heading = `<h1>${escapeHtml(title ?? 'Innehållet är borttaget')}</h1>`
  return page(
    title ?? 'Borttaget',
    [heading, reason, lead ? `<p>${escapeHtml(lead)}</p>` : '', body?.html ?? ''].join('\n'),
    language ?? 'sv',
  )
}
