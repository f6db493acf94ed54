import { expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import { takeDown } from '../../src/workflow/takeDown.js'
import { create, newsItem, paragraph, publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { bothSides } from '../support/publicSide.js'

const compareQuery = `query Compare($from: ID!, $to: ID!, $language: Language) {
  compareRecords(from: $from, to: $to, language: $language) {
    kind language from { seq } to { seq } html
    summary { same fields parties documents blocksAdded blocksRemoved blocksChanged blocksMoved wordsAdded wordsRemoved }
    fields { field before after words { change text } }
    parties { change before { name } after { name } }
    documents { change before { name } after { name } }
    blocks { change moved from to onlyForm before { text } after { html } words { change text link } parts { change } }
  }
}`

interface Comparison {
  html: string
  summary: Record<string, number>
}

onEachDatabase((database) => {
  const both = bothSides(database)

  /** The records of a document that can be read, oldest first. */
  const recordsOf = async (id: string): Promise<string[]> => {
    await both.site.shelf.follow()
    const query = 'query ($id: ID!) { node(id: $id) { ... on Document { history { nodes { id } } } } }'
    const { data } = await both.site.query(query, { id })
    const { nodes } = (data as { node: { history: { nodes: { id: string }[] } } }).node.history
    return nodes.map((one) => one.id).reverse()
  }
  const compare = async (from: string, to: string, language?: string) =>
    both.site.query(compareQuery, { from, to, ...(language && { language }) })
  const compared = async (from: string, to: string, language?: string): Promise<Comparison> => {
    const { data, errors } = await compare(from, to, language)
    expect(errors).toBeUndefined()
    return (data as { compareRecords: Comparison }).compareRecords
  }
  const correctedNews = async (): Promise<{ id: string; records: string[] }> => {
    const { id } = await publishedNews(both.payload, {
      title: 'Ring 020-50 50 50',
      body: paragraph('Ring 020-50 50 50.'),
    })
    await update(both.payload, 'news', id, {
      title: 'Ring 020-50 50 51',
      body: paragraph('Ring 020-50 50 51.'),
      _status: 'published',
    })
    return { id, records: await recordsOf(id) }
  }

  test('two editions are told apart: decision, validity, parties and words', async () => {
    const owned = { owner: 'vasternorrland', audience: 'own', _status: 'published' }
    const strategy = await create(both.payload, 'strategies', {
      ...owned,
      title: 'Strategi',
      slug: 'strategi-att-jamfora',
    })
    const parties = (name: string): object[] => [
      { name, organisationNumber: '232100-0206', kind: 'region' },
      { name: 'Länsstyrelsen', organisationNumber: '202100-2445', kind: 'county-board' },
    ]
    const edition = { ...owned, strategy: strategy.id, title: 'Strategi mot våld' }
    const first = await create(both.payload, 'editions', {
      ...{ ...edition, number: 1, label: '2014–2016', validFrom: '2014-01-01', validThrough: '2016-12-31' },
      ...{ parties: parties('Landstinget Västernorrland'), body: paragraph('Våldet i nära relationer ska upphöra.') },
    })
    const second = await create(both.payload, 'editions', {
      ...{ ...edition, number: 2, label: '2018–2021', validFrom: '2018-01-01', validThrough: '2021-12-31' },
      ...{ parties: parties('Region Västernorrland'), body: paragraph('Mäns våld i nära relationer ska upphöra.') },
    })
    const [[from], [to]] = [await recordsOf(first.id), await recordsOf(second.id)]
    const comparison = await compared(from!, to!)
    expect(comparison).toMatchObject({
      kind: 'EDITION',
      language: 'sv',
      summary: { same: false, parties: 1, blocksChanged: 1, wordsAdded: 2, wordsRemoved: 1 },
      parties: [
        { change: 'RENAMED', before: { name: 'Landstinget Västernorrland' }, after: { name: 'Region Västernorrland' } },
        { change: 'SAME' },
      ],
      blocks: [{ change: 'CHANGED', moved: false, before: { text: 'Våldet i nära relationer ska upphöra.' } }],
    })
    expect(comparison).toMatchObject({
      fields: expect.arrayContaining([
        { field: 'validThrough', before: '2016-12-31', after: '2021-12-31', words: null },
        { field: 'label', before: '2014–2016', after: '2018–2021', words: null },
      ]),
    })
    expect(comparison.html).toContain(
      '<td data-column="Tidigare">31 december 2016</td><td data-column="Senare">31 december 2021</td>',
    )
    expect(comparison.html).toContain('Nytt namn: Landstinget Västernorrland → Region Västernorrland')
    expect(comparison.html).toContain('<ins><span class="visually-hidden">Tillagt: </span>')
    expect((await compared(from!, to!, 'en')).html).toContain('Renamed: <span lang="sv">Landstinget')
  })

  test('a correction of a number is told with the old one and the new one', async () => {
    const { records } = await correctedNews()
    const { html, summary } = await compared(records[0]!, records[1]!)
    expect(summary).toMatchObject({ fields: 1, blocksChanged: 1 })
    expect(html).toContain('<del><span class="visually-hidden">Borttaget: </span>50</del>')
    expect(html).toContain('<ins><span class="visually-hidden">Tillagt: </span>51</ins>')
    expect((await compared(records[0]!, records[0]!)).summary).toMatchObject({ same: true })
  })

  test('words that look like HTML stay words', async () => {
    const { id } = await publishedNews(both.payload, { title: 'Ett <b>tecken</b>' })
    await update(both.payload, 'news', id, { title: 'Två <script>alert(1)</script>', _status: 'published' })
    const [from, to] = await recordsOf(id)
    const { html } = await compared(from!, to!)
    expect(html).toContain('&lt;')
    expect(html).not.toMatch(/<(b|script)\b/)
  })

  test('what is sealed is compared with nothing, from that moment on', async () => {
    const { id, records } = await correctedNews()
    await compared(records[0]!, records[1]!)
    const sealing = { action: 'SEAL', reason: 'Fel nummer', withdrawal: null } as const
    await takeDown(await createLocalReq({}, both.payload), 'news', id, sealing)
    await both.site.shelf.follow()
    const { data, errors } = await compare(records[0]!, records[1]!)
    expect([data, errors]).toMatchObject([
      null,
      [{ extensions: { code: 'NOT_FOUND', sv: expect.stringContaining('spärrad') } }],
    ])
  })

  test('what cannot be compared is told why, in Swedish too', async () => {
    const { records } = await correctedNews()
    const contact = await create(both.payload, 'contacts', {
      ...{
        owner: 'vasternorrland',
        audience: 'own',
        kind: 'function',
        name: 'Jouren',
        alwaysOpen: true,
        _status: 'published',
      },
    })
    const [other] = await recordsOf(contact.id)
    const planned = await create(both.payload, 'news', newsItem({ title: 'Utkast' }), { draft: true })
    const codes = async (from: string, to: string): Promise<unknown> =>
      (await compare(from, to)).errors?.map(({ extensions }) => [extensions['code'], typeof extensions['sv']])
    expect(await codes(records[0]!, other!)).toEqual([['BAD_INPUT', 'string']])
    expect(await codes(records[0]!, planned.id)).toEqual([['NOT_FOUND', 'string']])
    expect(await codes('nonsens', records[0]!)).toEqual([['NOT_FOUND', 'string']])
  })
})
