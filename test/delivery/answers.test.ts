import { expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import type { GovernedCollection } from '../../src/vocabulary.js'
import { takeDown } from '../../src/workflow/takeDown.js'
import { create, newsItem, paragraph, publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { bothSides } from '../support/publicSide.js'

const newsQuery = `query News($slug: String!, $knownAt: DateTime, $language: Language) {
  newsItem(county: "vasternorrland", slug: $slug, knownAt: $knownAt, language: $language) {
    id slug title language translationIsBehind publication takenDown { reason shownAs } movedTo { slug } body { html markdown text }
    history { nodes { action sealed snapshot } }
  }
}`

onEachDatabase((database) => {
  const both = bothSides(database)

  /** What a website gets, after it has been followed. */
  const news = async (slug: string, more: object = {}): Promise<Record<string, unknown> | null> => {
    await both.site.shelf.follow()
    const { data, errors } = await both.site.query(newsQuery, { slug, ...more })
    expect(errors).toBeUndefined()
    return (data?.['newsItem'] ?? null) as Record<string, unknown> | null
  }
  const act = async (collection: GovernedCollection, id: string, action: 'SEAL' | 'WITHDRAW'): Promise<void> => {
    const withdrawal = action === 'WITHDRAW' ? ({ shownAs: 'explained', redirectTo: null } as const) : null
    await takeDown(await createLocalReq({}, both.payload), collection, id, { action, reason: 'Fel nummer', withdrawal })
  }
  /** A moment that lies between two acts. */
  const between = async (): Promise<string> => {
    await both.site.shelf.follow()
    const last = both.site.shelf.now()
    while (both.site.shelf.now() <= last) await new Promise((resolve) => setImmediate(resolve))
    return both.site.shelf.now()
  }

  test('a draft is nowhere, and neither is the draft over a public text', async () => {
    const hidden = await create(both.payload, 'news', newsItem({ title: 'HEMLIGT', slug: 'hemligt-utkast' }), {
      draft: true,
    })
    const shown = await publishedNews(both.payload, { title: 'Öppet', slug: 'oppet' })
    await update(both.payload, 'news', shown.id, { title: 'HEMLIGT' }, { draft: true })
    expect(await news('hemligt-utkast')).toBeNull()
    expect(await news('oppet')).toMatchObject({ title: 'Öppet', publication: 'PUBLIC' })
    const all = await both.site.query('{ county(slug: "vasternorrland") { news { nodes { title } } } }')
    expect(JSON.stringify(all)).not.toContain('HEMLIGT')
    expect(await both.site.query('query($id: ID!) { node(id: $id) { id } }', { id: hidden.id })).toMatchObject({
      data: { node: null },
    })
  })

  test('a county is found by its id as all else that has one', async () => {
    expect(await both.site.query('{ node(id: "uppsala") { __typename id ... on County { name } } }')).toMatchObject({
      data: { node: { __typename: 'County', id: 'uppsala', name: 'Uppsala län' } },
    })
  })

  test('a past moment is answered with what it read then', async () => {
    const { id } = await publishedNews(both.payload, { title: 'Först', slug: 'tva-klockor' })
    const then = await between()
    await update(both.payload, 'news', id, { title: 'Sedan', _status: 'published' })
    expect(await news('tva-klockor')).toMatchObject({ title: 'Sedan' })
    expect(await news('tva-klockor', { knownAt: then })).toMatchObject({
      title: 'Först',
      history: { nodes: [{ action: 'PUBLISH' }] },
    })
    expect(await news('tva-klockor', { knownAt: '2020-01-01T00:00:00Z' })).toBeNull()
  })

  test('a seal hides the content at once, for every moment, and says why', async () => {
    const { id } = await publishedNews(both.payload, {
      title: 'Skyddad adress',
      slug: 'skyddad-adress',
      body: paragraph('Storgatan 1'),
    })
    const then = await between()
    await act('news', id, 'SEAL')
    for (const moment of [{}, { knownAt: then }]) {
      const answer = await news('skyddad-adress', moment)
      expect(answer).toMatchObject({
        publication: 'SEALED',
        title: null,
        body: null,
        takenDown: { reason: 'Fel nummer' },
      })
      expect(JSON.stringify(answer)).not.toMatch(/Storgatan|Skyddad adress/)
    }
    const list = await both.site.query('{ county(slug: "vasternorrland") { news { nodes { id } } } }')
    expect(JSON.stringify(list)).not.toContain(id)
  })

  test('what is withdrawn says so, keeps its text, and was public before', async () => {
    const { id } = await publishedNews(both.payload, { title: 'Inaktuell', slug: 'inaktuell' })
    const then = await between()
    await act('news', id, 'WITHDRAW')
    expect(await news('inaktuell')).toMatchObject({
      publication: 'WITHDRAWN',
      title: 'Inaktuell',
      takenDown: { shownAs: 'EXPLAINED' },
    })
    expect(await news('inaktuell', { knownAt: then })).toMatchObject({ publication: 'PUBLIC', takenDown: null })
  })

  test('an old address leads on to the new one', async () => {
    const { id } = await publishedNews(both.payload, { slug: 'gamla-adressen' })
    await update(both.payload, 'news', id, { slug: 'nya-adressen', _status: 'published' })
    expect(await news('gamla-adressen')).toMatchObject({ slug: 'nya-adressen', movedTo: { slug: 'nya-adressen' } })
    expect(await news('nya-adressen')).toMatchObject({ movedTo: null })
  })

  test('a language that was not released falls back to Swedish, and says which was served', async () => {
    await publishedNews(both.payload, { title: 'Bara svenska', slug: 'bara-svenska' })
    expect(await news('bara-svenska', { language: 'en' })).toMatchObject({ language: 'sv', title: 'Bara svenska' })
  })

  test('the text comes in four forms, without anything that runs', async () => {
    await publishedNews(both.payload, { slug: 'fyra-former', body: paragraph('<script>alert(1)</script> & mer') })
    expect((await news('fyra-former'))?.['body']).toMatchObject({
      html: '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; mer</p>',
      text: '<script>alert(1)</script> & mer',
    })
  })

  test('pages follow on one another without a gap or a repeat', async () => {
    for (let count = 0; count < 5; count += 1) await publishedNews(both.payload, { owner: 'gotland' })
    await both.site.shelf.follow()
    const seen: string[] = []
    let after: string | null = null
    do {
      const { data } = await both.site.query(
        'query($after: String) { county(slug: "gotland") { news(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }',
        { after },
      )
      const { nodes, pageInfo } = (
        data as never as {
          county: { news: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
        }
      ).county.news
      seen.push(...nodes.map(({ id }) => id))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    expect([seen.length, new Set(seen).size]).toEqual([5, 5])
  })

  test('what was said of a person in office is not in the public history', async () => {
    const contact = {
      owner: 'vasternorrland',
      audience: 'own',
      kind: 'person',
      legalBasis: 'Uppgift av allmänt intresse',
    }
    const { id } = await create(both.payload, 'contacts', {
      ...contact,
      name: 'Eva Berg',
      email: 'eva@example.se',
      _status: 'published',
    })
    const then = await between()
    await update(both.payload, 'contacts', id, { name: 'Bo Ek', _status: 'published' })
    await both.site.shelf.follow()
    const query =
      'query($id: ID!, $knownAt: DateTime) { contact(id: $id, knownAt: $knownAt) { name history { nodes { snapshot } } } }'
    expect(await both.site.query(query, { id })).toMatchObject({
      data: { contact: { name: 'Bo Ek', history: { nodes: [{}] } } },
    })
    expect(await both.site.query(query, { id, knownAt: then })).toMatchObject({ data: { contact: null } })
  })
})
